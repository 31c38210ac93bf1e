// Plays one row of the hostile set through the real reader, over a real server. Judges nothing.
import type { LookupAddress } from 'node:dns'
import { type Failure, ExplainedError } from '../../../src/core/failures.ts'
import type { ResolveHost, Route } from '../../../src/feeds/addresses.ts'
import { createFeedReader } from '../../../src/feeds/feed-reader.ts'
import { explain, explainFeed } from '../../../src/locale/failures.ts'
import { counted } from '../../../src/locale/plural.ts'
import { explainWarning } from '../../../src/locale/warnings.ts'
import type { FeedReader } from '../../../src/ports.ts'
import { answer, type HostileServer, NOW, startHostileServer, USER_AGENT } from '../hostile-server.ts'
import { ADDRESS_CASES } from './address-cases.ts'
import { FEED_CASES } from './feed-cases.ts'
import { type HostileCase, HOST } from './hostile-case.ts'
import { NETWORK_CASES } from './network-cases.ts'
import { PAGE_CASES } from './page-cases.ts'

export const CASES: readonly HostileCase[] = [
  ...ADDRESS_CASES,
  ...NETWORK_CASES,
  ...FEED_CASES,
  ...PAGE_CASES,
]

export interface Outcome {
  /** As `HostileCase.expected`. */
  readonly codes: string
  /** In French, as an administrator reads it. */
  readonly sentence: string
  /** Of the processor, in seconds; waiting costs nothing. */
  readonly seconds: number
}

/** Every case at a path of its own; the cases that need a host of their own are told by it. */
export function startHostileSite(bytes: number): Promise<HostileServer> {
  const pages = CASES.flatMap(({ page, address }, index) => {
    if (page === undefined) return []
    const made = page(bytes)
    const own = address === undefined ? undefined : new URL(address)
    return own === undefined
      ? [[`/${index}`, made] as const]
      : ['/robots.txt', own.pathname].map((path) => [`${own.host}${path}`, made] as const)
  })
  return startHostileServer({
    ...Object.fromEntries(pages),
    // A redirect that goes on and on keeps the path of its case.
    ...Object.fromEntries(
      pages.flatMap(([path, page]) =>
        Array.from({ length: 8 }, (_, hop) => [`${path}${'x'.repeat(hop)}`, page] as const),
      ),
    ),
    [`${HOST}/absent`]: answer(404),
  })
}

export async function play(row: HostileCase, port: number): Promise<Outcome> {
  const route = { host: '127.0.0.1', port }
  const routes = new Map<string, Route>([
    [HOST, route],
    ['etoiles.example', route],
  ])
  const reader = createFeedReader({
    userAgent: USER_AGENT,
    now: () => NOW,
    routes,
    resolve: resolverOf(row),
    ...row.options,
  })
  const address = row.address ?? `http://${HOST}/${CASES.indexOf(row)}`
  const before = process.cpuUsage()
  const told = await tell(reader, row, address).catch((error: unknown) => {
    if (error instanceof ExplainedError) return ofFailure(error.failure, row)
    throw error
  })
  const { user, system } = process.cpuUsage(before)
  await reader.close()
  return { ...told, seconds: (user + system) / 1e6 }
}

const LOOPBACK: readonly LookupAddress[] = [{ address: '127.0.0.1', family: 4 }]
const UNIQUE_LOCAL: readonly LookupAddress[] = [{ address: 'fd00::1', family: 6 }]

function resolverOf({ resolves }: HostileCase): ResolveHost {
  let asked = 0
  return async () => {
    if (resolves === 'never') return new Promise(() => {})
    if (resolves === 'changing') return asked++ % 2 === 0 ? LOOPBACK : UNIQUE_LOCAL
    if (resolves !== undefined) return resolves
    throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
  }
}

type Told = Pick<Outcome, 'codes' | 'sentence'>

async function tell(reader: FeedReader, { reads }: HostileCase, address: string): Promise<Told> {
  switch (reads) {
    case 'feed': {
      const reading = await reader.readFeed(address, {})
      if (reading.kind === 'unchanged') return { codes: 'unchanged', sentence: 'Rien de nouveau.' }
      const { items, warnings } = reading
      const codes = ['read', items.length, ...warnings.map(({ code }) => code)].join(' ')
      const read = `${counted(items.length, 'article lu', 'articles lus')}.`
      return { codes, sentence: [read, ...warnings.map(explainWarning)].join(' ') }
    }
    case 'page': {
      const { text } = await reader.readPage(address)
      return { codes: 'read', sentence: `${counted(text.length, 'caractère')} de texte.` }
    }
    case 'discovery': {
      const found = await reader.discover(address)
      return {
        codes: `found ${found.length}`,
        sentence: `${counted(found.length, 'flux trouvé', 'flux trouvés')}.`,
      }
    }
    default:
      return reads satisfies never
  }
}

function ofFailure(failure: Failure, { reads }: HostileCase): Told {
  const detail =
    failure.code === 'fetch-unreachable'
      ? [failure.reason]
      : failure.code === 'fetch-status'
        ? [failure.status]
        : []
  const sentence = reads === 'feed' ? explainFeed('Le Phare', failure) : explain(failure)
  // The port of the server is another one each time.
  return {
    codes: [failure.code, ...detail].join(' '),
    sentence: sentence
      .replaceAll(/(?<=:)\d{4,5}(?=\/)/g, '…')
      .replaceAll(new RegExp(`(?<=${HOST}/)\\d+`, 'g'), '…'),
  }
}
