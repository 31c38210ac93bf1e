// A good feed and a bad one, through the whole program. The bad one is what the test makes of it.
import { onTestFinished } from 'vitest'
import { answer, type HostileServer, type Page, startHostileServer } from '../feeds/hostile-server.ts'
import { openTestApp, rss, type TestApp, testFeed } from './open-test-app.ts'

/** 6 h 30 in Paris. */
export const NOW = Date.parse('2026-03-17T06:30:00+01:00')
const GOOD = testFeed('lavigie.example/flux.xml', 'La Vigie')
const BAD = testFeed('panne.example/flux.xml', 'La Panne')
export const FEED_PATH = 'panne.example/flux.xml'

export const GOOD_ITEM = {
  guid: 'vigie-1',
  title: 'Vernay : la passerelle rouvre vendredi',
  link: 'http://lavigie.example/passerelle',
  date: 'Mon, 16 Mar 2026 19:00:00 +0100',
  summary: 'Dix mois de travaux ont été nécessaires.',
}

/** The words of the bad feed: where they must not be stored, nobody may find them. */
export const BAD_WORDS = 'Une rumeur de Brienne'

export const XML = { 'content-type': 'application/rss+xml' }

export function channel(items: string, doctype = ''): string {
  return `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>La Panne</title><link>http://panne.example/</link><description>-</description>${items}</channel></rss>`
}

export function item(title: string, link = 'http://panne.example/un'): string {
  return `<item><guid isPermaLink="false">panne-1</guid><title>${title}</title><link>${link}</link><pubDate>Mon, 16 Mar 2026 20:00:00 +0100</pubDate><description>La préfète s’est déplacée à Brienne dès l’aube.</description></item>`
}

export const WHOLE = channel(item(BAD_WORDS))

interface Meeting {
  readonly test: TestApp
  readonly server: HostileServer
}

/** The program after its first beat, the good feed beside a bad one; both end with the test. */
export async function meet(pages: Readonly<Record<string, Page>>): Promise<Meeting> {
  const good = rss([GOOD_ITEM])
  const server = await startHostileServer({
    'lavigie.example/flux.xml': answer(200, good.headers, good.body),
    ...pages,
  })
  const test = await openTestApp({
    now: NOW,
    hosts: ['lavigie.example', 'panne.example', 'ailleurs.example'],
    feeds: [BAD, GOOD],
    port: server.port,
    timeouts: { totalSeconds: 1 },
  })
  onTestFinished(async () => {
    await test.close()
    await server.stop()
  })
  await test.app.beat()
  return { test, server }
}

export async function badState(
  test: TestApp,
): Promise<{ readonly nextReadAt: number; readonly failureCount: number }> {
  const state = (await test.app.storage.feeds.states()).find(({ feedId }) => feedId === BAD.id)
  if (state === undefined) throw new Error('the state of the feed is gone')
  return state
}

/** What the log said, with ordinary spaces, so that sentences can be compared as they are read. */
export function saidBy(test: TestApp): readonly string[] {
  return test.said.map((line) =>
    line
      .replaceAll(/[\u00A0\u202F]/g, ' ')
      .replace(/ ""$/, '')
      .trim(),
  )
}
