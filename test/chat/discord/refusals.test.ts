import { afterEach, beforeEach, expect, it } from 'vitest'
import { MINUTE } from '../../../src/core/calendar.ts'
import { createDiscordApi, createInteractionApi } from '../../../src/chat/discord/api.ts'
import { postFailure } from '../../../src/chat/discord/post-failures.ts'
import { createRefusals } from '../../../src/chat/discord/refusals.ts'
import { type FakeDiscord, startFakeDiscord } from './fake/fake-discord.ts'

let fake: FakeDiscord
beforeEach(async () => {
  fake = await startFakeDiscord({ rates: { isOn: false } })
})
afterEach(() => fake.close())

/** In so many channels at once, each of which has a queue of its own. */
const CHANNELS = 100
const ROUNDS = 90

it('stops before Discord bans the address, and goes on when the count has ended', async () => {
  let now = Date.now()
  const counts: number[] = []
  const refusals = createRefusals(
    () => now,
    (count) => counts.push(count),
  )
  const options = { apiUrl: fake.apiUrl, refusals }
  const clock = { token: fake.token, now: () => now, requestsPerSecond: 1_000_000 }
  const api = createDiscordApi({ ...options, ...clock })
  const others = [createDiscordApi({ ...options, ...clock }), createInteractionApi(options)]
  fake.fault({ kind: 'status', status: 403, forMs: 5 * MINUTE })
  const tries = (round: number): Promise<unknown>[] =>
    Array.from({ length: CHANNELS }, (_, index) => {
      const path = `/channels/12345678901234${index + 1000}/messages` as const
      const one = round % 2 === 0 ? api : (others[0] ?? api)
      return one.call('POST', path, { body: {} }).catch((error: unknown) => error)
    })
  let last: unknown
  for (let round = 0; round < ROUNDS; round++) last = (await Promise.all(tries(round))).at(-1)
  expect(fake.requests.length).toBeGreaterThanOrEqual(8000)
  expect(fake.requests.length).toBeLessThan(8000 + CHANNELS)
  expect(counts).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000])
  const attempt = { channel: 'discord:1', now, hasBegun: false }
  const { failure } = postFailure(last, attempt)
  expect(failure).toMatchObject({ code: 'post-failed', reason: 'rate-limited' })
  const before = fake.requests.length
  for (const one of others) await expect(one.call('GET', '/users/@me')).rejects.toThrow('refused too much')
  expect(fake.requests.length).toBe(before)
  now += 10 * MINUTE
  fake.clearFaults()
  await expect(api.call('GET', '/users/@me')).resolves.toMatchObject({ id: fake.botId })
}, 120_000)
