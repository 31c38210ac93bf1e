// Publishers on 127.0.0.1: one real HTTP server that answers for many host names. Never leaves the machine.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What a publisher has at an address. */
export interface PressAnswer {
  /** 200 when absent. */
  readonly status?: number
  /** Lower-case names; an `etag` given here is kept. Length and encoding are the server's own. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** `host` in lower case and without its port, `path` as asked for, query included. Undefined is a 404. */
export type AnswerPress = (host: string, path: string) => PressAnswer | undefined

interface PressRequest {
  readonly host: string
  readonly path: string
  readonly status: number
}

export interface LoopbackPress {
  readonly port: number
  /** Every request answered so far, in order. */
  readonly requests: readonly PressRequest[]
  /** Ends at once, connections under way included. */
  close(): Promise<void>
}

type Coding = 'br' | 'gzip'

/** What a server would cost to wait for is not measured here: the quickest quality will do, of 0 to 11. */
const BROTLI_QUALITY = 4

/** Hexadecimal digits of a SHA-256 kept in an entity tag: 96 bits. */
const ETAG_DIGITS = 24

/** Listens on a free port of 127.0.0.1, so that several can run at once. */
export async function startLoopbackPress(answer: AnswerPress): Promise<LoopbackPress> {
  const requests: PressRequest[] = []
  const server = createServer((request, response) => {
    request.resume()
    const host = hostOf(request)
    const path = request.url ?? '/'
    respond(request, response, answer(host, path))
    requests.push({ host, path, status: response.statusCode })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: portOf(server), requests, close: () => close(server) }
}

function respond(request: IncomingMessage, response: ServerResponse, found: PressAnswer | undefined): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const { status = 200, headers = {}, body } = found ?? notFound()
  const coding = body.length === 0 ? undefined : chooseCoding(request.headers['accept-encoding'])
  const given = headers['etag']
  const validators = status === 200 ? { etag: given ?? etagOf(body, coding) } : {}
  const isUnchanged = status === 200 && isKnown(request.headers['if-none-match'], given, body)
  const common = { ...headers, ...validators, vary: 'accept-encoding' }
  if (isUnchanged) {
    response.writeHead(304, common).end()
    return
  }
  const sent = compress(body, coding)
  response.writeHead(status, {
    ...common,
    'content-length': sent.length,
    ...(coding === undefined ? {} : { 'content-encoding': coding }),
  })
  response.end(request.method === 'HEAD' ? undefined : sent)
}

function notFound(): PressAnswer {
  const body = new TextEncoder().encode('Cette page n’existe pas.\n')
  return { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
}

/** Each encoding of a body has its own strong tag, RFC 9110 §8.8.3.3. */
function etagOf(body: Uint8Array, coding: Coding | undefined): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, ETAG_DIGITS)
  return coding === undefined ? `"${hash}"` : `"${hash}-${coding}"`
}

/** Whether one of the tags of If-None-Match is ours, in any encoding; weak comparison, RFC 9110 §13.1.2. */
function isKnown(ifNoneMatch: string | undefined, given: string | undefined, body: Uint8Array): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const codings: readonly (Coding | undefined)[] = [undefined, 'gzip', 'br']
  const own = given === undefined ? codings.map((coding) => etagOf(body, coding)) : [given]
  const asked = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []
  return asked.some((tag) => own.map(opaqueTag).includes(opaqueTag(tag)))
}

function opaqueTag(tag: string): string {
  return tag.replace(/^W\//, '')
}

/** The best coding that the request accepts; at equal weights the first one asked for. */
function chooseCoding(acceptEncoding: string | undefined): Coding | undefined {
  let best: { readonly coding: Coding; readonly weight: number } | undefined
  for (const part of (acceptEncoding ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const weight = Number(parameters.find((piece) => piece.startsWith('q='))?.slice(2) ?? 1)
    if ((name === 'br' || name === 'gzip') && weight > (best?.weight ?? 0)) best = { coding: name, weight }
  }
  return best?.coding
}

function compress(body: Uint8Array, coding: Coding | undefined): Uint8Array {
  if (coding === undefined) return body
  if (coding === 'gzip') return gzipSync(body)
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
