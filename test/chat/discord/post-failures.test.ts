import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDiscordPlatform } from '../../../src/chat/discord/platform.ts'
import type { OutgoingMessage } from '../../../src/core/message.ts'
import type { ChatPlatform } from '../../../src/ports.ts'
import { type FakeDiscord, startFakeDiscord } from './fake/fake-discord.ts'
import type { FaultKind } from './fake/faults.ts'
import { failureOf, pause, SILENT } from './harness.ts'

const MESSAGE: OutgoingMessage = { key: 'cle', summary: 'Bonjour.', blocks: [] }
const refused = (status: number, code: number): FaultKind => ({
  kind: 'status',
  status,
  body: { code, message: 'Refused' },
})

describe('a message that Discord does not take', () => {
  let fake: FakeDiscord
  let platform: ChatPlatform
  let channel: string
  let now: number
  const open = (apiUrl = fake.apiUrl): ChatPlatform =>
    createDiscordPlatform({
      token: fake.token,
      apiUrl,
      log: SILENT,
      now: () => now,
      patience: { requestTime: 300, postTime: 1500 },
    })
  const failure = (message = MESSAGE, to = channel): Promise<unknown> => failureOf(platform.post(to, message))

  beforeEach(async () => {
    fake = await startFakeDiscord({ rates: { windowScale: 0.02 } })
    now = Date.now()
    channel = fake.addChannel(fake.addGuild({ name: 'Le Courrier' }).id, { name: 'revue' })
    platform = open()
  })
  afterEach(async () => {
    await platform.stop()
    await fake.close()
  })

  it.each<readonly [FaultKind, string | undefined, string]>([
    [{ kind: 'status', status: 500 }, 'platform-failing', 'Discord fails'],
    [{ kind: 'status', status: 503 }, 'platform-failing', 'Discord is overloaded'],
    [{ kind: 'cut-before' }, 'cut', 'the connection breaks'],
    [{ kind: 'hang' }, 'timed-out', 'no answer'],
    [refused(404, 10_003), 'channel-missing', 'the channel is gone'],
    [refused(403, 50_001), 'not-a-member', 'the channel is not shown to us'],
    [refused(403, 50_013), 'forbidden', 'a right is missing'],
    [refused(403, 0), 'forbidden', 'a refusal of another kind'],
    [refused(403, 50_007), 'person-unreachable', 'a person who takes no messages'],
    [refused(400, 50_083), 'channel-archived', 'a thread that was put away'],
    [refused(400, 50_035), 'invalid', 'a body that is wrong'],
    [refused(400, 50_006), 'invalid', 'an empty message'],
  ])('is explained: %j', async (fault, reason, _why) => {
    fake.fault({ ...fault, method: 'POST', forMs: 60_000 })
    expect(await failure()).toEqual({ code: 'post-failed', channel: `discord:${channel}`, reason })
  })

  it('waits for a short pause, and hands a long one on', async () => {
    fake.fault({ kind: 'status', status: 429, retryAfterSeconds: 0.2, method: 'POST' })
    expect(await failure()).toBe('posted')
    fake.fault({ kind: 'status', status: 429, retryAfterSeconds: 120, method: 'POST' })
    expect(await failure({ ...MESSAGE, key: 'deux' })).toEqual({
      code: 'post-failed',
      channel: `discord:${channel}`,
      reason: 'rate-limited',
      // discord.js adds 50 ms of its own.
      retryAt: now + 120_050,
    })
  })

  it('is given up within its time when Discord asks for one pause after another', async () => {
    fake.fault({ kind: 'status', status: 429, retryAfterSeconds: 1, method: 'POST', forMs: 60_000 })
    const begunAt = Date.now()
    expect(await failure()).toMatchObject({ reason: 'timed-out' })
    expect(Date.now() - begunAt).toBeLessThan(2000)
    fake.clearFaults()
    // What waited is not sent after all.
    await pause(1500)
    expect(fake.messages(channel)).toEqual([])
  })

  it('is given up when the answer never ends', async () => {
    fake.fault({ kind: 'hang-after', method: 'POST', forMs: 60_000 })
    expect(await failure()).toMatchObject({ reason: 'timed-out' })
    fake.clearFaults()
    expect(await failure()).toBe('posted')
    expect(fake.messages(channel)).toHaveLength(1)
  })

  it('is not sent to a Discord that is not there', async () => {
    platform = open('http://127.0.0.1:1/api')
    expect(await failure()).toMatchObject({ reason: 'unreachable' })
  })

  it('asks nothing more with a token that was refused, for ten minutes', async () => {
    fake.revokeToken()
    expect(await failure()).toMatchObject({ reason: 'token-refused' })
    fake.restoreToken()
    const calls = fake.requests.length
    for (let index = 0; index < 50; index++)
      expect(await failure()).toMatchObject({ reason: 'token-refused' })
    expect(fake.requests).toHaveLength(calls)
    now += 10 * 60_000
    expect(await failure()).toBe('posted')
  })

  it('tries a refused token again after a new start', async () => {
    fake.revokeToken()
    await failure()
    fake.restoreToken()
    await platform.start(() => Promise.resolve({ kind: 'nothing' }))
    expect(await failure()).toBe('posted')
  })

  it('says that a person takes no messages', async () => {
    const person = fake.addMember(fake.addGuild({ name: 'La Dépêche' }).id, { name: 'Camille' })
    fake.setAcceptsDirectMessages(person, false)
    expect(await failure(MESSAGE, `@${person}`)).toEqual({
      code: 'post-failed',
      channel: `discord:@${person}`,
      reason: 'person-unreachable',
    })
  })

  it('keeps the token and the words out of the error', async () => {
    fake.fault({ ...refused(403, 50_013), method: 'POST' })
    const error: unknown = await platform
      .post(channel, { ...MESSAGE, summary: 'Des mots à nous.' })
      .catch((caught: unknown) => caught)
    const { inspect } = await import('node:util')
    const shown = inspect(error, { depth: 9 })
    expect(shown).toContain('Refused')
    expect(shown).not.toContain(fake.token)
    expect(shown).not.toContain('Des mots à nous')
  })
})
