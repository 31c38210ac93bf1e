// The one HTTP server: listens while somebody has something to answer, hands each request to its room. Reads no request.
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Door, Room } from '../door.ts'
import { doorClosed, REQUEST_FAILED } from '../locale/hubs.ts'
import type { Log } from '../ports.ts'
import { defend } from './defenses.ts'

/** How long a request may take to come in, in milliseconds. Slack gives up after three seconds, hubs after ten to thirty. */
const [HEADERS_TIMEOUT, REQUEST_TIMEOUT, CHECKING_INTERVAL] = [10_000, 30_000, 2_000]

/** Ours: a team's bot is called by a few servers; whoever holds more connections open means no good. */
const CONNECTIONS_AT_MOST = 200

/** Ours, in milliseconds: a request that never ends is cut when the program stops. */
const GOODBYE_TIMEOUT = 1000

export interface DoorOptions {
  readonly port: number
  /** The address of this machine that listens; all of them when absent. */
  readonly host?: string
  readonly log: Log
  /** Says that the door cannot be opened; the log does when absent. */
  readonly sayRefused?: (error: Error) => void
  /** In milliseconds, for tests. */
  readonly requestTimeout?: number
}

export function createDoor(options: DoorOptions): Door {
  const rooms = new Map<string, RequestListener>()
  let server: Server | undefined
  // Opening and closing take turns: who comes while the last one leaves finds a door that opens again.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  async function leave(path: string, answer: RequestListener): Promise<void> {
    if (rooms.get(path) === answer) rooms.delete(path)
    if (rooms.size > 0 || server === undefined) return
    const closing = server
    server = undefined
    await closeServer(closing)
  }

  return {
    serve: (path, answer) =>
      inTurn(async (): Promise<Room> => {
        server ??= await listen(options, (request, response) => {
          // Here and nowhere else: no room can forget it, neither ours nor one of a module.
          defend(response)
          const room = roomOf(rooms, request.url ?? '/')
          if (room === undefined) end(response, 404)
          else enter(room, options.log, request, response)
        })
        rooms.set(path, answer)
        return { close: () => inTurn(() => leave(path, answer)) }
      }),
  }
}

function listen(
  { port, host, log, requestTimeout, sayRefused }: DoorOptions,
  answer: RequestListener,
): Promise<Server> {
  const server = createServer(
    {
      requestTimeout: requestTimeout ?? REQUEST_TIMEOUT,
      headersTimeout: Math.min(requestTimeout ?? HEADERS_TIMEOUT, HEADERS_TIMEOUT),
      connectionsCheckingInterval: Math.min(requestTimeout ?? CHECKING_INTERVAL, CHECKING_INTERVAL),
    },
    answer,
  )
  server.maxConnections = CONNECTIONS_AT_MOST
  return new Promise((resolve, reject) => {
    const refuse = (error: Error): void => {
      if (sayRefused === undefined) log.error(doorClosed(port), { error: error.message })
      else sayRefused(error)
      reject(error)
    }
    server.once('error', refuse)
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', refuse)
      server.on('error', (error) => log.warn(REQUEST_FAILED, { error: String(error) }))
      resolve(server)
    })
  })
}

function roomOf(rooms: ReadonlyMap<string, RequestListener>, url: string): RequestListener | undefined {
  const path = url.split('?', 1)[0] ?? ''
  return [...rooms].find(([own]) => path === own || path.startsWith(`${own}/`))?.[1]
}

function enter(room: RequestListener, log: Log, ...[request, response]: Parameters<RequestListener>): void {
  try {
    room(request, response)
  } catch (error) {
    log.warn(REQUEST_FAILED, { error: String(error) })
    end(response, 500)
  }
}

function end(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: 'close' })
  response.end()
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), GOODBYE_TIMEOUT)
  await closed
  clearTimeout(timer)
}
