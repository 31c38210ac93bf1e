// Speed limits and ordered misfortunes: what the app hears, and what stands in the channel all the same.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeSlack, type FakeSlack } from './fake-slack.ts'
import { textOf, type Json } from './json.ts'
import { callSlack, type RawCallAnswer, type RawCallOptions } from './raw-call.ts'

let slack: FakeSlack
let now: number
let user: string
let channel: string

beforeEach(async () => {
  now = Date.UTC(2026, 10, 22, 7, 0)
  slack = await startFakeSlack({
    now: () => now,
    rateLimits: { burst: 3, callsPerMinute: { 'users.info': 2 } },
  })
  user = slack.addUser({ id: 'UCAMILLE', name: 'camille', isAdmin: true })
  channel = slack.addChannel({ id: 'CUNE', name: 'une', members: [user] })
})
afterEach(() => slack.close())

const call = (method: string, args: Json = {}, options: RawCallOptions = {}): Promise<RawCallAnswer> =>
  callSlack(slack, method, args, options)

async function post(text: string, more: Json = {}): Promise<string> {
  const { body } = await call('chat.postMessage', { channel, text, ...more })
  expect(body).toMatchObject({ ok: true })
  return textOf(body['ts'])
}

const attempt = () => call('chat.postMessage', { channel, text: 'a' })

describe('speed', () => {
  it('lets a burst pass, then one a second and channel, and says how long to wait', async () => {
    await Promise.all([post('1'), post('2'), post('3')])
    const refused = await call('chat.postMessage', { channel, text: '4' })
    expect([refused.status, refused.headers.get('retry-after'), refused.body['error']]).toEqual([
      429,
      '1',
      'ratelimited',
    ])
    const other = slack.addChannel({ name: 'autre' })
    expect((await call('chat.postMessage', { channel: other, text: '1' })).status).toBe(200)
    now += 1000
    await post('4')
    expect(slack.rateLimitedCount(channel)).toBe(1)
    expect(slack.violations).toEqual([])
  })

  it('blames who does not wait', async () => {
    await Promise.all([post('1'), post('2'), post('3')])
    await call('chat.postMessage', { channel, text: '4' })
    await call('chat.postMessage', { channel, text: '4' })
    expect(slack.violations).toMatchObject([{ kind: 'retry-after-ignored' }])
    expect(slack.rateLimitedCount()).toBe(2)
  })

  it('counts the calls of a method where told', async () => {
    await call('users.info', { user })
    await call('users.info', { user })
    expect((await call('users.info', { user })).headers.get('retry-after')).toBe('30')
  })
})

describe('misfortunes', () => {
  it.each([
    [{ kind: 'status', status: 503 }, { status: 503 }, 0],
    [{ kind: 'status', status: 500 }, { status: 500 }, 0],
    [
      { kind: 'status', status: 429, retryAfterSeconds: 7 },
      { status: 429, body: { error: 'ratelimited' } },
      0,
    ],
    [{ kind: 'error', error: 'internal_error' }, { status: 200, body: { error: 'internal_error' } }, 0],
    [{ kind: 'slow', delayMs: 30 }, { status: 200, body: { ok: true } }, 1],
  ] as const)('%j answers so once', async (fault, answer, standing) => {
    slack.fault({ method: 'chat.postMessage', ...fault })
    expect(await attempt()).toMatchObject(answer)
    expect(slack.messages(channel)).toHaveLength(standing)
    expect((await attempt()).body['ok']).toBe(true)
    expect(slack.requests.map(({ fault: kind }) => kind)).toEqual([fault.kind, undefined])
  })

  it.each([
    ['cut-before', 0],
    ['cut-after', 1],
  ] as const)('%s cuts the connection and %i message stands', async (kind, standing) => {
    slack.fault({ method: 'chat.postMessage', kind })
    await expect(attempt()).rejects.toThrow('fetch failed')
    expect(slack.messages(channel)).toHaveLength(standing)
  })

  it.each([
    ['hang', 0],
    ['hang-after', 1],
  ] as const)('%s never answers and %i message stands', async (kind, standing) => {
    slack.fault({ method: 'chat.postMessage', kind })
    const waited = await Promise.race([
      attempt().catch(() => 'cut'),
      new Promise((resolve) => {
        setTimeout(resolve, 60, 'waiting')
      }),
    ])
    expect(waited).toBe('waiting')
    expect(slack.messages(channel)).toHaveLength(standing)
  })

  it('lasts for a minute, for everything, or for one channel', async () => {
    slack.fault({ method: '*', kind: 'status', status: 503, forMs: 60_000 })
    expect((await call('auth.test')).status).toBe(503)
    expect((await attempt()).status).toBe(503)
    now += 60_000
    expect((await call('auth.test')).status).toBe(200)
    const mend = slack.fault({ method: '*', kind: 'status', status: 500, channel: 'CAUTRE', times: 9 })
    expect((await attempt()).status).toBe(200)
    expect((await call('chat.postMessage', { channel: 'CAUTRE', text: 'a' })).status).toBe(500)
    mend()
    expect((await call('chat.postMessage', { channel: 'CAUTRE', text: 'a' })).status).toBe(200)
  })

  it('can wait for the third call', async () => {
    slack.fault({ method: 'chat.postMessage', kind: 'status', status: 500, skip: 2 })
    const statuses = [await attempt(), await attempt(), await attempt()].map(({ status }) => status)
    expect(statuses).toEqual([200, 200, 500])
  })

  it('tells a watcher between the deed and the answer', async () => {
    const seen: number[] = []
    slack.watch(() => seen.push(slack.messages(channel).length))
    await attempt()
    expect(seen).toEqual([1])
  })
})
