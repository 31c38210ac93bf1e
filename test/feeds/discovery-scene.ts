// Sites for the tests of discovery: feeds, pages, a reader over a real server. Holds no test.
import { createFeedReader, type FeedReaderOptions } from '../../src/feeds/feed-reader.ts'
import type { FeedReader } from '../../src/ports.ts'
import {
  answer,
  type HostileServer,
  NOW,
  type Page,
  startHostileServer,
  USER_AGENT,
} from './hostile-server.ts'

const HOSTS = ['lephare.example', 'www.lephare.example', 'canal.example', 'xn--lphare-bva.example']

/** An RSS feed of so many items. */
export function feed(title: string, count = 1): Page {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `<item><title>Le phare de Kerlouan rouvre, épisode ${index}</title><link>http://lephare.example/phare-${index}.html</link></item>`,
  )
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>http://lephare.example/</link><description>L’estuaire</description>${items.join('')}</channel></rss>`
  return answer(200, { 'content-type': 'application/rss+xml; charset=utf-8' }, body)
}

/** A page with this in its head and its body. */
export const page = (head: string, body = ''): Page =>
  answer(
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    `<!doctype html><html lang="fr"><head><title>Le Phare</title>${head}</head><body>${body}</body></html>`,
  )

/** The tag with which a head declares a feed. */
export const link = (href: string, title = ''): string =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`

export interface DiscoveryScene {
  readonly reader: FeedReader
  /** What was asked for, `host/path`, the files of permission left out. */
  readonly asked: () => readonly string[]
  readonly stop: () => Promise<void>
}

export async function openScene(
  pages: Readonly<Record<string, Page>>,
  options: Partial<FeedReaderOptions> = {},
): Promise<DiscoveryScene> {
  const server: HostileServer = await startHostileServer(pages)
  const routes = server.routes(...HOSTS)
  const reader = createFeedReader({ userAgent: USER_AGENT, now: () => NOW, routes, ...options })
  return {
    reader,
    asked: () =>
      server.requests
        .map(({ host, path }) => host + path)
        .filter((path) => !/robots\.txt|\.well-known/.test(path)),
    stop: async () => {
      await reader.close()
      await server.stop()
    },
  }
}
