// A small town's press on one loopback server: each site answers, moves, refuses, or cannot be reached, as the test has it.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { rss, type TestItem } from './open-test-app.ts'

type Site =
  | {
      readonly kind: 'feed'
      readonly items: readonly TestItem[]
      readonly headers?: Readonly<Record<string, string>>
      /** Called before each answer: the time that it takes passes here. */
      readonly takeTime?: () => void
    }
  | { readonly kind: 'status'; readonly status: number; readonly page?: string }
  | { readonly kind: 'moved'; readonly to: string }
  /** The connection breaks before any answer. */
  | { readonly kind: 'cut' }

export interface PressTown {
  readonly port: number
  /** By `host/path`, robots and reservations too; nothing there is a 404. */
  readonly sites: Map<string, Site>
  /** Nobody can be reached while this is true: our own network is down. */
  isCutOff: boolean
  /** Addresses asked for since the last call, robots and reservations left out. */
  asked(): readonly string[]
  close(): Promise<void>
}

export async function openPressTown(): Promise<PressTown> {
  const sites = new Map<string, Site>()
  let asked: string[] = []
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const address = `${host}${request.url ?? ''}`
    const site = sites.get(address)
    const isAside = /\/(?:robots\.txt|\.well-known\/)/.test(address)
    if (town.isCutOff || (site?.kind === 'cut' && !isAside)) {
      request.socket.destroy()
      return
    }
    if (!isAside) asked.push(address)
    if (site?.kind === 'feed') site.takeTime?.()
    const { status, headers, body } = answerOf(site)
    response.writeHead(status, headers).end(body)
  })
  const town: PressTown = {
    port: await portOf(server),
    sites,
    isCutOff: false,
    asked: () => asked.splice(0),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  asked = []
  return town
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

function answerOf(site: Site | undefined): Answer {
  const page = { 'content-type': 'text/html; charset=utf-8' }
  if (site?.kind === 'feed') {
    const { headers = {}, body } = rss(site.items)
    return { status: 200, headers: { ...headers, ...site.headers }, body }
  }
  if (site?.kind === 'status') return { status: site.status, headers: page, body: site.page ?? '' }
  if (site?.kind === 'moved') return { status: 301, headers: { location: site.to }, body: '' }
  return { status: 404, headers: page, body: '' }
}
