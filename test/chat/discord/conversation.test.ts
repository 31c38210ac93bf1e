import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandOptions } from './fake/people-commands.ts'
import type { UserAction } from './fake/action.ts'
import { closeGood, openStage, pause, privately, type Stage, started, text, withButton } from './harness.ts'

describe('a conversation on Discord', () => {
  let stage: Stage
  const ask = (name: string, options: CommandOptions['options'] = {}, subcommand?: string): UserAction =>
    stage.fake.command({
      user: stage.person,
      channel: stage.channel,
      name,
      options,
      ...(subcommand === undefined ? {} : { subcommand }),
    })

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
    stage.reply(() => privately(text('Oui.')))
    await started(stage)
  })
  afterEach(() => closeGood(stage))

  it('says whose, where and what a command is, and answers its person alone', async () => {
    stage.reply(() => privately(text('Trois rencontres.')))
    const seen = await ask('qui', { question: ' a rencontré Lavrov ? ' }).answered
    expect(seen.responses.map((one) => [one.text, one.isEphemeral, one.hasPreviewsOff])).toEqual([
      ['Trois rencontres.', true, true],
    ])
    expect(seen.isDeferred).toBe(true)
    expect(stage.requests.filter(({ kind }) => kind === 'command')).toEqual([
      {
        kind: 'command',
        command: 'qui',
        action: '',
        options: { question: 'a rencontré Lavrov ?' },
        from: {
          workspaceId: `discord:${stage.guild}`,
          workspaceName: 'Le Courrier',
          channel: `discord:${stage.channel}`,
          person: stage.person,
          personName: 'Camille Roux',
          isAdministrator: false,
          // @everyone has the id of the server.
          roles: [stage.guild],
        },
      },
    ])
  })

  it('acknowledges before the answer is there', async () => {
    stage.reply(async () => {
      await pause(400)
      return privately(text('Enfin.'))
    })
    const seen = await ask('aide').answered
    expect(seen.ackedAfterMs).toBeLessThan(200)
    expect(seen.answeredAfterMs).toBeGreaterThan(390)
  })

  it('reads the words of an action, numbers, roles and who manages the server', async () => {
    const role = stage.fake.addRole(stage.guild, { name: 'Rédaction' })
    await ask('programme', { jours: 'lundi', sujets: 5 }, 'ajouter').answered
    await stage.fake.command({
      user: stage.person,
      channel: stage.channel,
      name: 'reglages',
      subcommand: 'administrateurs',
      options: { role },
      memberPermissions: 1n << 5n,
    }).answered
    expect(stage.requests.slice(-2)).toMatchObject([
      {
        command: 'programme',
        action: 'ajouter',
        options: { jours: 'lundi', sujets: '5' },
        from: { isAdministrator: false },
      },
      { command: 'reglages', action: 'administrateurs', options: { role }, from: { isAdministrator: true } },
    ])
  })

  it('takes a thread for its channel, and a private conversation for a workspace of its own', async () => {
    const thread = stage.fake.startThread(
      stage.fake.say({ user: stage.person, channel: stage.channel, text: 'Ici' }).id,
      'Fil',
      stage.person,
    )
    await stage.fake.command({ user: stage.person, channel: thread, name: 'aide' }).answered
    await stage.fake.command({ user: stage.person, name: 'aide' }).answered
    const own = `discord:@${stage.person}`
    expect(stage.requests.slice(-2).map(({ from }) => from)).toMatchObject([
      { workspaceId: `discord:${stage.guild}`, channel: `discord:${stage.channel}` },
      { workspaceId: own, channel: own, isAdministrator: true },
    ])
  })

  it('splits a long answer into several messages, all private, the buttons below the last', async () => {
    stage.reply(() => privately(withButton('Une phrase de plus, que la commission a lue. '.repeat(100))))
    const seen = await ask('aide').until((now) => now.responses.length === 3)
    expect(seen.responses.map((one) => [one.isEphemeral, one.buttons.length])).toEqual([
      [true, 0],
      [true, 0],
      [true, 1],
    ])
  })

  it('answers everybody when asked to, and says so to whoever asked', async () => {
    stage.reply(() => ({ kind: 'message', audience: 'channel', message: text('Pour tous.') }))
    const seen = await ask('aide').until((now) => now.responses.length === 2)
    expect(seen.responses.map((one) => [one.text, one.isEphemeral])).toEqual([
      ['C’est partagé dans le canal.', true],
      ['Pour tous.', false],
    ])
  })

  it('takes the announcement back when there is nothing to say', async () => {
    stage.reply(() => ({ kind: 'nothing' }))
    const action = ask('aide')
    await action.until((seen) => seen.ackedAfterMs !== undefined)
    await expect.poll(() => stage.fake.requests.some(({ method }) => method === 'DELETE')).toBe(true)
    expect(action.seen().responses).toEqual([])
  })

  it('offers at most 25 suggestions, each short enough', async () => {
    stage.reply(() => ({
      kind: 'suggestions',
      choices: Array.from({ length: 30 }, (_, index) => ({ label: 'Nom '.repeat(40), value: `v${index}` })),
    }))
    const seen = await stage.fake.autocomplete({
      user: stage.person,
      channel: stage.channel,
      name: 'flux',
      subcommand: 'tester',
      focused: 'flux',
      options: { flux: 'Le' },
    }).answered
    expect([seen.choices?.length, seen.choices?.every(({ name }) => name.length <= 100)]).toEqual([25, true])
    expect(stage.requests.at(-1)).toMatchObject({ kind: 'suggestion', suggests: 'feed', typed: 'Le' })
  })

  it('swallows an interaction that has expired, with one line of the log', async () => {
    stage.reply(async () => {
      stage.fake.advanceClock(16 * 60_000)
      return privately(text('Trop tard.'))
    })
    const late = (): readonly string[] => stage.lines.filter((line) => line.includes('a expiré'))
    const action = ask('aide')
    await expect.poll(() => late().length).toBe(1)
    expect([action.seen().responses, stage.lines.join('').includes(stage.fake.token)]).toEqual([[], false])
  })
})
