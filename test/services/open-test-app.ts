// The real program over publishers on loopback: real feeds, real database, a clock that the test sets.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { openApp } from '../../src/app.ts'
import type { App, AppOptions } from '../../src/cli/toolbox.ts'
import type { Alert } from '../../src/core/alert.ts'
import { feedId } from '../../src/core/article-identity.ts'
import type { Instant } from '../../src/core/calendar.ts'
import { isServer } from '../../src/core/database-address.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Feed } from '../../src/core/feed.ts'
import { type PressAnswer, startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { sceneDatabase } from '../storage/scene-database.ts'
import type { Log, Meter } from '../../src/ports.ts'

const ZONE = 'Europe/Paris'

export interface TestApp {
  readonly app: App
  readonly folder: string
  /** A path, or the address of a server. */
  readonly database: string
  /** What the log said, in order. */
  readonly said: readonly string[]
  /** Every request that reached a publisher: `host path status`. */
  readonly requests: () => readonly string[]
  setNow(now: Instant): void
  /** Closes the program and opens it again, perhaps with another configuration; `meanwhile` is done in between. */
  restart(changes?: Partial<Changeable>, meanwhile?: () => Promise<void>): Promise<void>
  /** Lines of the console's channel. */
  transcript(): readonly { readonly key: string; readonly text: string }[]
  close(): Promise<void>
}

export interface TestOptions {
  readonly now: Instant
  /** A file of its own when absent. */
  readonly database?: string
  /** What each address has, by `host/path`; called for every request. */
  readonly answer?: (address: string) => PressAnswer | undefined
  /** Where the hosts are dialled, when a test has a server of its own. */
  readonly port?: number
  /** Hosts that are dialled elsewhere: a hub. */
  readonly routes?: AppOptions['routes']
  /** Where others reach the program, and the port that it really opens. */
  readonly door?: { readonly publicAddress: string; readonly port: number }
  readonly timeouts?: AppOptions['timeouts']
  readonly patienceSeconds?: number
  /** Hears every line as well, those that say nothing to a person included. */
  readonly log?: Log
  readonly meter?: Meter
  readonly hosts: readonly string[]
  readonly feeds: readonly Feed[]
  readonly digests?: readonly Digest[]
  readonly alerts?: readonly Alert[]
}

interface Changeable extends Pick<TestOptions, 'feeds' | 'digests' | 'alerts' | 'database'> {
  /** Whether the public address of the door is still in the configuration. */
  readonly isReachable?: false
}

function publicAddressOf({ door }: TestOptions): { readonly publicAddress?: string } {
  return door === undefined ? {} : { publicAddress: door.publicAddress }
}

export async function openTestApp(options: TestOptions): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-test-'))
  const server = await startLoopbackPress((host, path) => options.answer?.(`${host}${path}`))
  const database = options.database ?? (await sceneDatabase(join(folder, 'essai.sqlite')))
  const said: string[] = []
  let now = options.now
  let configured: Changeable = options
  const open = async (): Promise<App> => {
    const opened = await openApp(
      {
        configuration: {
          contact: 'essais@pressoir.example',
          zone: ZONE,
          database: configured.database ?? database,
          archive: join(folder, 'digests'),
          port: options.door?.port ?? 3000,
          ...(configured.isReachable === false ? {} : publicAddressOf(options)),
          feeds: configured.feeds,
          digests: configured.digests ?? [],
          alerts: configured.alerts ?? [],
          tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
          platformUrls: { slack: undefined, discord: undefined },
        },
        clock: { now: () => now },
        transcript: join(folder, 'essai.console.jsonl'),
        log: {
          debug: (line, data) => options.log?.debug(line, data),
          info: saying('info'),
          warn: saying('warn'),
          error: saying('error'),
        },
        ...(options.meter === undefined ? {} : { meter: options.meter }),
        routes: new Map([
          ...options.hosts.map(
            (host) => [host, { host: '127.0.0.1', port: options.port ?? server.port }] as const,
          ),
          ...(options.routes ?? []),
        ]),
        ...(options.timeouts === undefined ? {} : { timeouts: options.timeouts }),
        ...(options.patienceSeconds === undefined ? {} : { patienceSeconds: options.patienceSeconds }),
      },
      { input: Readable.from([]), output: nowhere(), errors: nowhere() },
    )
    return isServer(configured.database ?? database) ? beatingAlone(opened) : opened
  }
  function saying(level: keyof Log): Log['info'] {
    return (line, data) => {
      options.log?.[level](line, data)
      // What an edition quotes of whom is told every time: it is no complaint.
      if (data?.['quotations'] !== undefined) return
      said.push(`${line} ${JSON.stringify(data?.['error'] ?? '')}`)
    }
  }
  let app = await open()
  return {
    get app() {
      return app
    },
    folder,
    database,
    said,
    requests: () => server.requests.map(({ host, path, status }) => `${host}${path} ${status}`),
    setNow: (given) => {
      now = given
    },
    restart: async (changes = {}, meanwhile = async () => undefined) => {
      await app.close()
      await meanwhile()
      configured = { ...configured, ...changes }
      app = await open()
    },
    transcript: () => readTranscript(join(folder, 'essai.console.jsonl')),
    close: async () => {
      await app.close()
      await server.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** On a server a beat says where there is work, and whoever is free does it: the scene waits until it is done. */
function beatingAlone(app: App): App {
  const closing = new AbortController()
  const isBusy = async (): Promise<boolean> => {
    try {
      return (await app.measure()).tasks.some(({ waiting, running }) => waiting + running > 0)
    } catch (error) {
      if (closing.signal.aborted) return false
      throw error
    }
  }
  return {
    ...app,
    beat: async () => {
      await app.beat()
      while (!closing.signal.aborted && (await isBusy())) await pause(20)
    },
    close: () => {
      closing.abort()
      return app.close()
    },
  }
}

export function testFeed(address: string, publisher: string): Feed {
  const url = `http://${address}`
  return { id: feedId(url), url, title: `Flux ${publisher}`, publisher, rubric: 'Régions', origin: 'file' }
}

export function testDigest(more: Partial<Digest> = {}): Digest {
  return {
    name: 'matin',
    title: 'La revue du matin',
    schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00'], zone: ZONE },
    channels: ['console:terminal'],
    feeds: [],
    rubrics: [],
    withWords: [],
    withoutWords: [],
    maxStories: 7,
    maxWords: 60,
    onEmpty: 'say',
    ...more,
  }
}

export interface TestItem {
  readonly guid: string
  readonly title: string
  readonly link: string
  /** As in a feed: RFC 822. */
  readonly date?: string
  readonly summary?: string
  readonly text?: string
}

/** An RSS feed as publishers make them. */
export function rss(items: readonly TestItem[]): PressAnswer {
  const told = items.map(
    ({ guid, title, link, date, summary, text }) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>${link}</link>` +
      `${date === undefined ? '' : `<pubDate>${date}</pubDate>`}<description>${summary ?? ''}</description>` +
      `${text === undefined ? '' : `<content:encoded><![CDATA[${text}]]></content:encoded>`}</item>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Essai</title><link>http://essai.example/</link><description>Essai</description>${told.join('')}</channel></rss>`
  return { headers: { 'content-type': 'application/rss+xml; charset=utf-8' }, body: Buffer.from(xml) }
}

export function html(body: string): PressAnswer {
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(body) }
}

function readTranscript(path: string): readonly { readonly key: string; readonly text: string }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
