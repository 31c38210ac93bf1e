// What the SDK throws, against a server that really behaves so, in our words.
import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { webApi } from '@slack/bolt'
import { troubleOf } from '../../../src/chat/slack/post-failures.ts'

const NOW = Date.parse('2026-03-17T07:00Z')
let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/`
}

const silent = () => undefined

async function troubleWith(slackApiUrl: string): Promise<unknown> {
  const logger = {
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    setLevel: silent,
    setName: silent,
  }
  const client = new webApi.WebClient('xoxb-essai', {
    slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 200,
    logger: { ...logger, getLevel: () => webApi.LogLevel.INFO },
  })
  return client.auth.test().then(
    () => 'no trouble',
    (error: unknown) => troubleOf(error, NOW),
  )
}

describe('trouble on the way to Slack', () => {
  it.each<[string, RequestListener, unknown]>([
    ['no answer', () => undefined, { reason: 'timed-out' }],
    [
      'half an answer, then silence',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"ok":')
      },
      { reason: 'timed-out' },
    ],
    [
      'half an answer, then a cut',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"ok":', () => response.destroy())
      },
      { reason: 'cut' },
    ],
    ['a connection that is cut', (request) => request.socket.destroy(), { reason: 'cut' }],
    [
      'a page of a proxy',
      (_request, response) => response.end('<html>Bad gateway</html>'),
      { reason: 'platform-failing' },
    ],
    [
      'a status of its own',
      (_request, response) => response.writeHead(502).end(),
      { reason: 'platform-failing' },
    ],
    [
      'too many, until told',
      (_request, response) => response.writeHead(429, { 'retry-after': '7' }).end(),
      { reason: 'rate-limited', retryAt: NOW + 7000 },
    ],
    [
      'too many, without a time',
      (_request, response) => response.writeHead(429).end(),
      { reason: 'rate-limited', retryAt: NOW + 60_000 },
    ],
    [
      'too many, as a code',
      (_request, response) => response.end('{"ok":false,"error":"ratelimited"}'),
      { reason: 'rate-limited', retryAt: NOW + 60_000 },
    ],
    [
      'a code that nobody knows',
      (_request, response) => response.end('{"ok":false,"error":"moon_in_the_way"}'),
      {},
    ],
  ])('%s', async (_what, listener, expected) => {
    expect(await troubleWith(await listen(listener))).toEqual(expected)
  })

  it('nobody there', async () => {
    const address = await listen(() => undefined)
    await close()
    expect(await troubleWith(address)).toEqual({ reason: 'unreachable' })
  })

  it('a name that is none', async () => {
    expect(await troubleWith('http://nulle-part.invalid/api/')).toEqual({ reason: 'unreachable' })
  })
})
