import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDiscordPlatform } from '../../../src/chat/discord/platform.ts'
import { registerCommands } from '../../../src/chat/discord/register.ts'
import { applicationCommands } from '../../../src/chat/discord/commands.ts'
import {
  answerTo,
  closeGood,
  failureOf,
  openStage,
  pause,
  privately,
  SILENT,
  type Stage,
  started,
  text,
  until,
} from './harness.ts'

describe('the connection to Discord', () => {
  let stage: Stage
  const startFailure = (token = stage.fake.token, apiUrl = stage.fake.apiUrl): Promise<unknown> => {
    const platform = createDiscordPlatform({ token, apiUrl, log: SILENT, now: Date.now })
    return failureOf(platform.start(stage.inbox))
  }
  /** Whether somebody who asks gets an answer. */
  const answers = (): Promise<readonly string[]> =>
    answerTo(stage.fake.command({ user: stage.person, channel: stage.channel, name: 'aide' }))
  const isConnected = (): Promise<void> => until(() => stage.fake.gateway.hasSession())

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
    stage.reply(() => privately(text('Oui.')))
  })
  afterEach(() => closeGood(stage))

  it.each([
    ['faux', 'token-refused', 'a token of nobody'],
    ['faux\njeton', 'token-refused', 'a token that is no header'],
    ['', 'token-refused', 'no token'],
  ])('says that « %s » is refused', async (token, code, _why) => {
    expect(await startFailure(token)).toEqual({ code, platform: 'discord' })
  })

  it('says that Discord is unreachable', async () => {
    expect(await startFailure(stage.fake.token, 'http://127.0.0.1:1/api')).toEqual({
      code: 'platform-unreachable',
      platform: 'discord',
    })
    stage.fake.fault({ kind: 'status', status: 503, forMs: 60_000 })
    expect(await startFailure()).toEqual({ code: 'platform-unreachable', platform: 'discord' })
  })

  it.each([
    [4014, 'intents-refused', 'intents that nobody granted'],
    [4004, 'token-refused', 'a token that the gateway alone refuses'],
  ])('says why the gateway closed with %i', async (code, expected, _why) => {
    const starting = startFailure()
    while (stage.fake.gateway.openCount() === 0) await new Promise(setImmediate)
    stage.fake.gateway.closeAll(code, '')
    expect(await starting).toEqual({ code: expected, platform: 'discord' })
  })

  it('asks for no privileged intents', async () => {
    await started(stage)
    expect(stage.fake.gateway.counts.identifies).toBe(1)
  })

  it('tells of every server at the start, of those that come and go, and of no outage', async () => {
    await started(stage)
    const other = stage.fake.addGuild({ name: 'La Dépêche' }).id
    await expect.poll(() => stage.requests.length).toBe(2)
    stage.fake.setGuildAvailable(stage.guild, false)
    stage.fake.setGuildAvailable(stage.guild, true)
    stage.fake.removeGuild(other)
    await expect.poll(() => stage.requests.length).toBe(3)
    expect(stage.requests.map(({ kind, from }) => [kind, from.workspaceId, from.workspaceName])).toEqual([
      ['joined', `discord:${stage.guild}`, 'Le Courrier'],
      ['joined', `discord:${other}`, 'La Dépêche'],
      ['left', `discord:${other}`, 'La Dépêche'],
    ])
  })

  it('waits for the name of a server that Discord cannot show when it starts', async () => {
    const other = stage.fake.addGuild({ name: 'La Dépêche' }).id
    stage.fake.setGuildAvailable(other, false)
    await stage.platform.start(stage.inbox)
    // discord.js itself waits fifteen seconds for every server.
    await expect.poll(() => stage.requests.length, { timeout: 25_000 }).toBe(1)
    stage.fake.setGuildAvailable(other, true)
    await expect.poll(() => stage.requests.length).toBe(2)
    expect(stage.requests.map(({ kind, from }) => [kind, from.workspaceId, from.workspaceName])).toEqual([
      ['joined', `discord:${stage.guild}`, 'Le Courrier'],
      ['joined', `discord:${other}`, 'La Dépêche'],
    ])
  }, 40_000)

  it.each<readonly [string, () => void]>([
    ['cut', () => stage.fake.dropGateway()],
    ['asked to come again', () => stage.fake.requestReconnect()],
    ['told that its session may go on', () => stage.fake.invalidateSession(true)],
  ])('goes on after it was %s, and hears what was said meanwhile', async (_why, spoil) => {
    await started(stage)
    spoil()
    const meanwhile = stage.fake.command({ user: stage.person, channel: stage.channel, name: 'aide' })
    expect(await answerTo(meanwhile)).toEqual(['Oui.'])
    expect(await answers()).toEqual(['Oui.'])
    expect(stage.fake.gateway.counts.identifies).toBe(1)
  })

  it('begins anew after its session was ended', async () => {
    await started(stage)
    stage.fake.invalidateSession()
    await expect.poll(() => stage.fake.gateway.counts.identifies, { timeout: 15_000 }).toBe(2)
    await isConnected()
    expect(await answers()).toEqual(['Oui.'])
  })

  it('survives a burst of cuts, and is one connection after', async () => {
    await started(stage)
    for (let cut = 0; cut < 5; cut++) {
      stage.fake.dropGateway()
      await pause(150)
    }
    await isConnected()
    expect(await answers()).toEqual(['Oui.'])
    expect(stage.fake.gateway.openCount()).toBe(1)
  })

  it('finds a Discord again that was away, and says each once', async () => {
    await started(stage)
    stage.fake.gateway.setOpen(false)
    stage.fake.dropGateway()
    await pause(1800)
    expect(stage.platform.isConnected()).toBe(false)
    stage.fake.gateway.setOpen(true)
    await isConnected()
    expect(stage.platform.isConnected()).toBe(true)
    await expect.poll(() => stage.lines.filter((line) => line.includes('est relié'))).toHaveLength(1)
    expect(stage.lines.filter((line) => line.includes('est coupée'))).toHaveLength(1)
  })

  it('can be stopped while Discord is away, and comes back no more', async () => {
    await started(stage)
    stage.fake.gateway.setOpen(false)
    stage.fake.dropGateway()
    await pause(700)
    await stage.platform.stop()
    stage.fake.gateway.setOpen(true)
    const { connections } = stage.fake.gateway.counts
    await pause(1500)
    expect([stage.fake.gateway.counts.connections - connections, stage.fake.gateway.openCount()]).toEqual([
      0, 0,
    ])
  })

  it('answers nobody after it was stopped, and again after it was started', async () => {
    await started(stage)
    await stage.platform.stop()
    expect(stage.fake.gateway.openCount()).toBe(0)
    await stage.platform.start(stage.inbox)
    await isConnected()
    expect(await answers()).toEqual(['Oui.'])
  })

  it('says once that Discord has shut us out, and keeps the token to itself', async () => {
    await started(stage)
    stage.fake.revokeToken()
    await expect.poll(() => stage.lines.some((line) => line.includes('ne me laisse plus entrer'))).toBe(true)
    expect(stage.fake.gateway.openCount()).toBe(0)
    stage.fake.restoreToken()
    await stage.platform.start(stage.inbox)
    expect(await answers()).toEqual(['Oui.'])
    expect(stage.lines.join('')).not.toContain(stage.fake.token)
  })

  it('writes its commands once, and again only when they differ', async () => {
    await started(stage)
    const writes = (): number =>
      stage.fake.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length
    expect(writes()).toBe(1)
    await stage.platform.stop()
    await stage.platform.start(stage.inbox)
    await expect
      .poll(
        () =>
          stage.fake.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/commands'))
            .length,
      )
      .toBe(2)
    await pause(100)
    expect(writes()).toBe(1)
  })

  it('notices a command that changed, and takes no order for a change', async () => {
    const known = applicationCommands().toReversed()
    const calls: string[] = []
    const api = (answer: unknown) => ({
      call: async (method: string): Promise<unknown> => {
        calls.push(method)
        return answer
      },
      forgive: () => calls.push('forgive'),
    })
    expect(await registerCommands(api(known), '1', applicationCommands())).toBe(false)
    const changed = known.map((command) =>
      command.name === 'qui' ? { ...command, description: 'Autre' } : command,
    )
    expect(await registerCommands(api(changed), '1', applicationCommands())).toBe(true)
    expect(calls).toEqual(['GET', 'GET', 'PUT'])
  })
})
