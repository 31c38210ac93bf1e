// How payloads reach the real Bolt app when things go wrong: lost sockets, retries, forged signatures.
import { createServer } from 'node:http'
import type { App } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { addListeners, httpApp, listenOverHttp, socketApp } from './bolt-app.ts'
import { startFakeSlack, type FakeSlack, type FakeSlackOptions } from './fake-slack.ts'
import { isRecord, parseJson, textOf, type Json } from './json.ts'
import { listenOnLoopback } from './loopback.ts'
import { callSlack } from './raw-call.ts'

let slack: FakeSlack
let user: string
let channel: string
const ends: (() => unknown)[] = []

async function start(options: FakeSlackOptions = {}): Promise<void> {
  slack = await startFakeSlack({ acknowledgeMs: 300, retryDelaysMs: [20, 20, 20], ...options })
  user = slack.addUser({ name: 'camille' })
  channel = slack.addChannel({ name: 'une', members: [user] })
  ends.push(() => slack.close())
}

async function startSocketApp(): Promise<App> {
  const app = socketApp(slack)
  addListeners(app)
  await app.start()
  ends.unshift(() => app.stop())
  return app
}

async function startHttpApp(app: App): Promise<string> {
  const address = await listenOverHttp(app)
  ends.unshift(() => app.stop())
  return address
}

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

/** A socket without Bolt; hears everything after the hello. */
async function openSocket(listener: (message: Json) => void): Promise<WebSocket> {
  const { body } = await callSlack(slack, 'apps.connections.open', {}, { token: slack.appToken })
  const socket = new WebSocket(textOf(body['url']))
  await new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const message = parseJson(String(data))
      if (!isRecord(message)) return
      if (message['type'] === 'hello') resolve(message)
      else listener(message)
    })
  })
  return socket
}

const eventIdOf = (payload: unknown): unknown => (isRecord(payload) ? payload['event_id'] : undefined)

const pause = (delayMs: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, delayMs)
  })

describe('sockets', () => {
  it('share the events at random, each event to one of them', async () => {
    let turn = 0
    await start({ random: () => (turn++ % 2) / 2 })
    await startSocketApp()
    await startSocketApp()
    for (let count = 0; count < 4; count++) {
      const { responses } = await slack.mention({ user, channel, text: 'bonjour' }).settled(30)
      expect(responses).toHaveLength(1)
    }
    expect(slack.socketEnvelopes()).toEqual([2, 2])
  })

  it('are ten at most', async () => {
    await start()
    const reasons: unknown[] = []
    for (let count = 0; count < 11; count++) {
      const { body } = await callSlack(slack, 'apps.connections.open', {}, { token: slack.appToken })
      const socket = new WebSocket(textOf(body['url']))
      await new Promise((resolve) => {
        socket.addEventListener('message', ({ data }) => {
          reasons.push(JSON.parse(String(data)).type)
          resolve(undefined)
        })
      })
    }
    expect(slack.socketCount()).toBe(10)
    expect(reasons.filter((type) => type === 'hello')).toHaveLength(10)
    expect(reasons.at(-1)).toBe('disconnect')
  })

  it('open with a ticket that works once', async () => {
    await start()
    const { body } = await callSlack(slack, 'apps.connections.open', {}, { token: slack.appToken })
    const outcomes: string[] = []
    for (let count = 0; count < 2; count++) {
      const socket = new WebSocket(textOf(body['url']))
      await new Promise((resolve) => {
        for (const outcome of ['open', 'error']) {
          socket.addEventListener(outcome, () => {
            outcomes.push(outcome)
            resolve(undefined)
          })
        }
      })
    }
    expect(outcomes).toEqual(['open', 'error'])
  })

  it.each(['refresh_requested', 'warning'] as const)('come back after the goodbye «%s»', async (reason) => {
    await start()
    await startSocketApp()
    slack.disconnectSockets(reason)
    await pause(100)
    await slack.socketsOpen(1)
    expect(await slack.command({ user, channel, command: '/aide' }).acked).toMatchObject({ isAcked: true })
  })

  it('come back after a cut, and the event that fell between comes again', async () => {
    await start({ retryDelaysMs: [400, 400, 400] })
    await startSocketApp()
    slack.dropSockets()
    await pause(20)
    expect(slack.socketCount()).toBe(0)
    const failed = await slack.command({ user, channel, command: '/aide' }).acked
    expect(failed).toMatchObject({ isAcked: false, error: 'dispatch_failed' })
    const mention = slack.mention({ user, channel, text: 'bonjour' })
    expect(await mention.acked).toMatchObject({ isAcked: true, attempts: 2 })
  })

  it('repeat an event that nobody acknowledges, with the number of the attempt, and blame who is late', async () => {
    await start({ acknowledgeMs: 40 })
    const envelopes: Json[] = []
    const socket = await openSocket((envelope) => {
      envelopes.push(envelope)
    })
    expect(await slack.mention({ user, channel, text: 'bonjour' }).acked).toMatchObject({
      isAcked: false,
      attempts: 4,
      error: 'operation_timeout',
    })
    expect(envelopes).toMatchObject([
      { retry_attempt: 0, retry_reason: '', type: 'events_api', accepts_response_payload: false },
      { retry_attempt: 1, retry_reason: 'timeout' },
      { retry_attempt: 2, retry_reason: 'timeout' },
      { retry_attempt: 3, retry_reason: 'timeout' },
    ])
    expect(new Set(envelopes.map(({ envelope_id: id }) => id)).size).toBe(4)
    expect(new Set(envelopes.map(({ payload }) => eventIdOf(payload))).size).toBe(1)
    socket.send(JSON.stringify({ envelope_id: envelopes[0]?.['envelope_id'] }))
    socket.send(JSON.stringify({ envelope_id: 'inconnu' }))
    await pause(30)
    expect(slack.violations.map(({ kind }) => kind)).toEqual([
      'late-acknowledgement',
      'wrong-acknowledgement',
    ])
  })

  it('carry an acknowledgement of any size', async () => {
    await start()
    const options = Array.from({ length: 100 }, (_none, index) => ({
      text: { type: 'plain_text', text: `Flux ${index}` },
      value: `${index}`.repeat(70),
    }))
    const socket = await openSocket(({ envelope_id }) => {
      socket.send(JSON.stringify({ envelope_id, payload: { text: JSON.stringify(options).repeat(6) } }))
    })
    const acked = await slack.command({ user, channel, command: '/flux' }).acked
    expect(JSON.stringify(acked.payload).length).toBeGreaterThan(65_536)
  })

  it('carry a retry that the test orders', async () => {
    await start()
    const app = await startSocketApp()
    const retries: unknown[] = []
    app.use(async ({ context, next }) => {
      retries.push(context.retryNum)
      await next()
    })
    await slack.mention({ user, channel, text: 'bonjour', retryNum: 2 }).acked
    expect(retries).toEqual([2])
  })

  it('close when the app is thrown out of the workspace', async () => {
    await start()
    const messages: Json[] = []
    const socket = await openSocket((message) => {
      messages.push(message)
    })
    slack.removeBot()
    await new Promise((resolve) => {
      socket.addEventListener('close', resolve)
    })
    expect(messages).toMatchObject([{ type: 'disconnect', reason: 'link_disabled' }])
    expect(slack.socketCount()).toBe(0)
    const { body } = await callSlack(slack, 'apps.connections.open', {}, { token: slack.appToken })
    expect(body['error']).toBe('account_inactive')
  })
})

describe('signed HTTP', () => {
  const mention = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1', text: 'bonjour' }
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event: mention })

  it('verifies a new address', async () => {
    await start()
    expect(await slack.verifyUrl(await startHttpApp(httpApp(slack)))).toBe(true)
  })

  it.each([
    [{ signature: 'right' }, 200, 'an honest call'],
    [{ signature: 'wrong' }, 401, 'another secret'],
    [{ signature: 'missing' }, 401, 'no signature'],
    [{ ageSeconds: 600 }, 401, 'a call of ten minutes ago, signed'],
    [{ ageSeconds: 60 }, 200, 'a call of one minute ago'],
  ] as const)('with %j answers %i: %s', async (post, status, _why) => {
    await start()
    const app = httpApp(slack)
    const seen: unknown[] = []
    app.event('app_mention', ({ event }) => {
      seen.push(event)
      return Promise.resolve()
    })
    const answer = await slack.sendOverHttp(await startHttpApp(app), { body, ...post })
    expect(answer.status).toBe(status)
    expect(seen).toHaveLength(status === 200 ? 1 : 0)
  })

  it.each([
    [
      [500, 500, 200],
      { isAcked: true, attempts: 3 },
      [undefined, '1 http_error', '2 http_error'],
      'until it is taken',
    ],
    [
      [500, 500, 500, 500],
      { isAcked: false, attempts: 4 },
      [undefined, '1 http_error', '2 http_error', '3 http_error'],
      'three times at most',
    ],
    [[0, 200], { isAcked: true, attempts: 2 }, [undefined, '1 http_timeout'], 'after a silence'],
    [[410], { isAcked: false, attempts: 1 }, [undefined], 'not when the app asks for none'],
  ])('repeats an event after %j: %j', async (statuses, acked, retries, _why) => {
    await start({ acknowledgeMs: 60 })
    const seen: unknown[] = []
    const server = createServer((request, response) => {
      const { 'x-slack-retry-num': number, 'x-slack-retry-reason': reason } = request.headers
      seen.push(number === undefined ? undefined : `${String(number)} ${String(reason)}`)
      const status = statuses[seen.length - 1] ?? 0
      if (status > 0) response.writeHead(status, status === 410 ? { 'x-slack-no-retry': '1' } : {}).end()
    })
    ends.unshift(() => {
      server.closeAllConnections()
      server.close()
    })
    slack.useHttp(await listenOnLoopback(server))
    expect(await slack.mention({ user, channel, text: 'bonjour' }).acked).toMatchObject(acked)
    expect(seen).toEqual(retries)
  })

  it('tells a person that nobody listens', async () => {
    await start()
    slack.useHttp('http://127.0.0.1:9/slack/events')
    const acked = await slack.command({ user, channel, command: '/qui' }).acked
    expect(acked).toMatchObject({ isAcked: false, error: 'dispatch_failed' })
  })
})
