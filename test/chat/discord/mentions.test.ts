import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UserAction } from './fake/action.ts'
import { closeGood, openStage, privately, type Stage, started, text, until } from './harness.ts'

describe('what is said to the bot on Discord', () => {
  let stage: Stage

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
    stage.reply(() => privately(text('Trois rencontres.')))
    await started(stage)
  })
  afterEach(() => closeGood(stage))

  const say = (words: string, more: { readonly channel?: string; readonly user?: string } = {}): UserAction =>
    stage.fake.say({ user: stage.person, channel: stage.channel, text: words, ...more })
  beforeEach(() => stage.reply(() => privately(text('Trois rencontres.'))))

  it('answers below a mention, without calling anybody', async () => {
    const action = say(`<@${stage.fake.botId}> qui a rencontré\nLavrov ?`)
    const [answer] = (await action.answered).responses
    expect([answer?.text, answer?.repliesTo, answer?.pings.users]).toEqual([
      'Trois rencontres.',
      action.id,
      [],
    ])
    expect(stage.requests.at(-1)).toMatchObject({
      kind: 'mention',
      text: 'qui a rencontré Lavrov ?',
      from: { channel: `discord:${stage.channel}`, isAdministrator: false },
    })
  })

  it('answers in a thread, for the channel of the thread', async () => {
    const thread = stage.fake.startThread(say('Ici').id, 'Fil', stage.person)
    const [answer] = (await say(`<@${stage.fake.botId}> et quand ?`, { channel: thread }).answered).responses
    expect([answer?.channelId, stage.requests.at(-1)?.from.channel]).toEqual([
      thread,
      `discord:${stage.channel}`,
    ])
  })

  it('answers in private without being called', async () => {
    const [answer] = (await stage.fake.say({ user: stage.person, text: 'Qui a rencontré Lavrov ?' }).answered)
      .responses
    expect(answer?.text).toBe('Trois rencontres.')
    expect(stage.requests.at(-1)?.from).toMatchObject({
      workspaceId: `discord:@${stage.person}`,
      channel: `discord:@${stage.person}`,
    })
  })

  it('knows from roles who manages the server', async () => {
    stage.fake.addRole(stage.guild, { name: 'Gérance', permissions: ['MANAGE_GUILD'] })
    const chief = stage.fake.addMember(stage.guild, { name: 'Dominique', roles: ['Gérance'] })
    await say(`<@${stage.fake.botId}> bonjour`, { user: chief }).answered
    expect(stage.requests.at(-1)?.from).toMatchObject({ isAdministrator: true, personName: 'Dominique' })
  })

  it('says that an answer was refused, not that it came too late', async () => {
    stage.fake.fault({ kind: 'status', status: 404, method: 'POST', path: '/messages' })
    say(`<@${stage.fake.botId}> bonjour`)
    await until(() => stage.lines.some((line) => line.includes('"status":404')))
    expect(stage.lines.at(-1)).toContain('n’a pas pu être donnée')
  })

  it('keeps silent when it is not meant', async () => {
    const before = stage.requests.length
    say('@everyone bonjour')
    say(`<@${stage.person}> bonjour`)
    await stage.platform.post(stage.channel, { key: 'cle', ...text(`Merci <@${stage.fake.botId}>`) })
    await say(`<@${stage.fake.botId}> bonjour`).answered
    expect(stage.requests.slice(before).map(({ kind }) => kind)).toEqual(['mention'])
  })
})
