// Socket Mode: WebSockets that the app opened, envelopes over them, acknowledgements back. Builds no payload.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { SOCKETS } from './block-limits.ts'
import type { Attempt, Envelope, Retry, Transport } from './delivery.ts'
import { isRecord, parseJson } from './json.ts'
import type { State } from './state.ts'
import { acceptWebSocket, type WebSocketPeer } from './websocket.ts'

/** Slack's servers ask now and then whether the client lives; the client gives up after 30 s without, in ms. */
const PING_EVERY_MS = 10_000

/** How long after a `disconnect` of kind `warning` Slack really ends, in milliseconds (docs.slack.dev: about 10 s). */
const WARNING_MS = 10_000

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

export interface SocketMode extends Transport {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  count(): number
  /** Tells every connection to go, as Slack does before it recycles a server. */
  disconnect(reason: DisconnectReason): void
  /** Cuts every connection without a word. */
  drop(): void
  /** Envelopes that connection number 0, 1 … got, in the order of their opening; also closed ones. */
  received(): readonly number[]
}

export interface SocketOptions {
  readonly acknowledgeMs: number
  /** From 0 to less than 1: which connection gets the next envelope. */
  readonly random: () => number
}

interface Waiting {
  readonly settle: (attempt: Attempt) => void
  readonly timer: NodeJS.Timeout
}

interface Connection {
  peer: WebSocketPeer | undefined
  received: number
}

export function createSocketMode(state: State, options: SocketOptions): SocketMode {
  const connections: Connection[] = []
  const waiting = new Map<string, Waiting>()
  const late = new Set<string>()
  const open = (): readonly Connection[] => connections.filter(({ peer }) => peer?.isOpen() === true)

  const readAcknowledgement = (text: string): void => {
    const message = parseJson(text)
    const id = isRecord(message) ? message['envelope_id'] : undefined
    const blame = (kind: 'late-acknowledgement' | 'wrong-acknowledgement'): void => {
      state.journal.blame({ kind, method: 'socket', detail: text.slice(0, 200) })
    }
    if (!isRecord(message) || typeof id !== 'string') {
      blame('wrong-acknowledgement')
      return
    }
    const expected = waiting.get(id)
    if (expected === undefined) {
      blame(late.has(id) ? 'late-acknowledgement' : 'wrong-acknowledgement')
      return
    }
    waiting.delete(id)
    clearTimeout(expected.timer)
    expected.settle({ isAcked: true, payload: message['payload'] })
  }

  return {
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '', 'http://slack.test').searchParams.get('ticket') ?? ''
      if (!state.tickets.delete(ticket)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
        return
      }
      const connection: Connection = { peer: undefined, received: 0 }
      const isTooMany = open().length >= SOCKETS
      const heartbeat = setInterval(() => connection.peer?.ping(), PING_EVERY_MS)
      heartbeat.unref()
      const peer = acceptWebSocket(request, socket, head, {
        onText: readAcknowledgement,
        onClose: () => clearInterval(heartbeat),
      })
      if (isTooMany) {
        peer.send(disconnectMessage('too_many_websockets'))
        peer.close(1000)
        return
      }
      connection.peer = peer
      connections.push(connection)
      peer.send(helloMessage(state, open().length))
      peer.ping()
    },
    deliver: (envelope, retry) =>
      new Promise((resolve) => {
        const listening = open()
        const chosen = listening[Math.floor(options.random() * listening.length)]
        if (chosen?.peer === undefined) {
          resolve({ isAcked: false, error: 'dispatch_failed', reason: 'connection_failed' })
          return
        }
        const id = crypto.randomUUID()
        const timer = setTimeout(() => {
          waiting.delete(id)
          late.add(id)
          resolve({ isAcked: false, error: 'operation_timeout', reason: 'timeout' })
        }, options.acknowledgeMs)
        timer.unref()
        waiting.set(id, { settle: resolve, timer })
        chosen.received++
        chosen.peer.send(JSON.stringify(envelopeMessage(id, envelope, retry)))
      }),
    count: () => open().length,
    disconnect(reason) {
      for (const { peer } of open()) {
        peer?.send(disconnectMessage(reason))
        const delayMs = reason === 'warning' ? WARNING_MS : 0
        setTimeout(() => peer?.close(1000), delayMs).unref()
      }
    },
    drop() {
      for (const { peer } of open()) peer?.destroy()
    },
    received: () => connections.map(({ received }) => received),
  }
}

function helloMessage(state: State, connections: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: state.workspace.appId },
    debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
  })
}

function disconnectMessage(reason: DisconnectReason): string {
  return JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } })
}

function envelopeMessage(id: string, { kind, payload }: Envelope, retry: Retry | undefined): object {
  return {
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: kind !== 'events_api',
    ...(kind === 'events_api'
      ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
      : {}),
  }
}
