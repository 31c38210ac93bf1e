// A real web server on the loopback that misbehaves on demand, byte by byte. Never answers anybody else.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { Route } from '../../src/feeds/addresses.ts'
import { ExplainedError, type Failure } from '../../src/core/failures.ts'
import {
  createHttpClient,
  type HttpAnswer,
  type HttpClient,
  type HttpClientOptions,
  type HttpRequest,
} from '../../src/feeds/http-client.ts'

export type Page = (request: IncomingMessage, response: ServerResponse) => void

interface SeenRequest {
  readonly host: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

export interface HostileServer {
  readonly port: number
  /** In order of arrival. */
  readonly requests: readonly SeenRequest[]
  /** Bytes written to sockets that are closed by now. */
  readonly sentBytes: () => number
  readonly openConnections: () => number
  /** The most requests under way at once. */
  readonly mostAtOnce: () => number
  /** Routes that lead these host names here. */
  routes(...hosts: readonly string[]): ReadonlyMap<string, Route>
  stop(): Promise<void>
}

/** `pages` by path, or by `host/path` for one host alone; everything else is a 404. */
export async function startHostileServer(pages: Readonly<Record<string, Page>>): Promise<HostileServer> {
  const requests: SeenRequest[] = []
  const sockets = new Set<Duplex>()
  let [sent, underWay, most] = [0, 0, 0]
  const server = createServer((request, response) => {
    const { url: path = '/', headers } = request
    const host = headers.host ?? ''
    requests.push({ host, path, headers })
    underWay += 1
    most = Math.max(most, underWay)
    response.once('close', () => (underWay -= 1))
    const page = pages[`${host}${path}`] ?? pages[path] ?? answer(404, {}, 'absent')
    page(request, response)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => {
      sent += socket.bytesWritten
      sockets.delete(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP server')
  const { port } = address
  return {
    port,
    requests,
    sentBytes: () => sent,
    openConnections: () => sockets.size,
    mostAtOnce: () => most,
    routes: (...hosts) => new Map(hosts.map((host) => [host, { host: '127.0.0.1', port }])),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** A plain answer. */
export function answer(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Page {
  return (_request, response) => response.writeHead(status, headers).end(body)
}

export function redirect(status: number, location: string): Page {
  return answer(status, { location })
}

/** Bytes as they stand, status line included, then the connection is left as it is. */
export function raw(bytes: string): Page {
  return (request) => request.socket.write(bytes, 'latin1')
}

/** Bytes as they stand, then the connection is cut. */
export function cutAfter(bytes: string): Page {
  return (request) => {
    if (bytes === '') request.socket.resetAndDestroy()
    else request.socket.end(bytes, 'latin1')
  }
}

/** Takes the request and never says a word. */
export const silence: Page = () => {}

/** One byte each `milliseconds`, for ever. */
export function drip(milliseconds: number): Page {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    const timer = setInterval(() => response.write('x'), milliseconds)
    response.once('close', () => clearInterval(timer))
  }
}

/** A chunk again and again, as fast as it is taken, `totalBytes` in all. */
export function flood(
  totalBytes: number,
  chunk: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Page {
  return (_request, response) => {
    response.writeHead(200, headers)
    let left = totalBytes
    const pour = (): void => {
      while (left > 0) {
        left -= chunk.length
        if (!response.write(chunk)) return void response.once('drain', pour)
      }
      response.end()
    }
    pour()
  }
}

/** A gzip stream of `mebibytes` zeros: a member of one mebibyte, repeated, a thousandth of the size. */
export function gzipBomb(mebibytes: number): Uint8Array {
  const member = gzipSync(Buffer.alloc(1024 * 1024))
  return Buffer.concat(Array.from({ length: mebibytes }, () => member))
}

/** The failure that a promise ends with. Throws when it ends well or with something unexplained. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise
  } catch (error) {
    if (error instanceof ExplainedError) return error.failure
    throw error
  }
  throw new Error('nothing failed')
}

/** A hostile server with a client that may dial it. */
export interface HostileWeb {
  readonly server: HostileServer
  readonly client: HttpClient
  readonly get: (url: string, request?: Partial<HttpRequest>) => Promise<HttpAnswer>
  /** The text of the body that `get` brings. */
  readonly read: (url: string, request?: Partial<HttpRequest>) => Promise<string>
  readonly stop: () => Promise<void>
}

export const USER_AGENT = 'Pressoir/0.1 (+mailto:redaction@journal.example)'
/** How long the tests wait for those who never answer, in seconds; elsewhere the real patience holds, for slow machines. */
export const LITTLE_PATIENCE = { headersSeconds: 0.3, totalSeconds: 0.6 }
export const NOW = Date.UTC(2026, 2, 10, 8, 0, 0)
export const LIMIT_BYTES = 1_000_000

/** Serves `pages` under each of the host names. */
export async function startHostileWeb(
  pages: Readonly<Record<string, Page>>,
  options: Partial<HttpClientOptions> = {},
  hosts: readonly string[] = ['journal.example', 'autre.example'],
): Promise<HostileWeb> {
  const server = await startHostileServer(pages)
  const client = createHttpClient({
    userAgent: USER_AGENT,
    now: () => NOW,
    routes: server.routes(...hosts),
    ...options,
  })
  const get: HostileWeb['get'] = (url, request = {}) =>
    client.get(url, { limitBytes: LIMIT_BYTES, accept: '*/*', ...request })
  return {
    server,
    client,
    get,
    read: async (url, request) => bodyText(await get(url, request)),
    stop: async () => {
      await client.close()
      await server.stop()
    },
  }
}

export function bodyText(got: HttpAnswer): string {
  if (got.kind !== 'body') throw new Error(got.kind)
  return Buffer.from(got.body).toString('utf8')
}
