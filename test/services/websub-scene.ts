// The whole program with a publisher and two hubs on loopback, in the midst of following a feed. Asserts nothing.
import { DAY, MINUTE } from '../../src/core/calendar.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'
import { type FakeHub, type HubForm, startFakeHub } from '../web/fake-hub.ts'
import { freePort } from '../web/free-port.ts'
import { openTestApp, rss, type TestApp, type TestItem, testFeed } from './open-test-app.ts'

export const NOW = Date.parse('2026-03-17T06:30:00+01:00')
const FEED = testFeed('lavigie.example/flux.xml', 'La Vigie')
export const TOPIC = 'http://lavigie.example/flux.xml?soi'
export const HUB = 'http://hub.example/'
export const ADDRESS = 'https://revue.example'

export function item(number: number): TestItem {
  return {
    guid: `vigie-${number}`,
    title: `Vernay : la passerelle, épisode ${number}`,
    link: `http://lavigie.example/passerelle/${number}`,
    summary: 'Dix mois de travaux.',
    text: `<p>La passerelle de Vernay rouvrira vendredi, a annoncé la mairie. C’est l’épisode ${number} du feuilleton.</p>`,
  }
}

/** A feed that says where its news are announced. */
export function announced(items: readonly TestItem[], hubs: readonly string[] = [HUB]): PressAnswer {
  const feed = rss(items)
  const links = [
    ...hubs.map((hub) => `<atom:link rel="hub" href="${hub}"/>`),
    `<atom:link rel="self" href="${TOPIC}"/>`,
  ]
  const xml = Buffer.from(feed.body)
    .toString('utf8')
    .replace('<rss ', '<rss xmlns:atom="http://www.w3.org/2005/Atom" ')
    .replace('<description>Essai</description>', `<description>Essai</description>${links.join('')}`)
  return { ...feed, body: Buffer.from(xml) }
}

interface Scene {
  readonly test: TestApp
  readonly hub: FakeHub
  readonly other: FakeHub
  readonly serve: (next: PressAnswer) => void
  /** One beat at this hour, hubs included. */
  readonly beat: (at: number) => Promise<void>
  /** The same until something is so: hubs that are still being asked are not asked again. */
  readonly beatUntil: (at: number, isSo: () => boolean | Promise<boolean>) => Promise<void>
  /** How often the feed was asked for. */
  readonly readings: () => number
  readonly titles: () => Promise<readonly string[]>
}

const open: (() => Promise<void>)[] = []

/** Closes when the scenes do. */
export function closeLater(close: () => Promise<void>): void {
  open.push(close)
}

export async function closeScenes(): Promise<void> {
  for (const close of open.splice(0).toReversed()) await close()
}

export async function openScene(hubs: readonly string[] = [HUB], hasAddress = true): Promise<Scene> {
  const port = await freePort()
  const [hub, other] = [await startFakeHub(port), await startFakeHub(port)]
  let served = announced([item(1)], hubs)
  const test = await openTestApp({
    now: NOW,
    hosts: ['lavigie.example'],
    feeds: [FEED],
    answer: (address) => (address === 'lavigie.example/flux.xml' ? served : undefined),
    routes: new Map([
      ['hub.example', { host: '127.0.0.1', port: hub.port }],
      ['autre-hub.example', { host: '127.0.0.1', port: other.port }],
    ]),
    ...(hasAddress ? { door: { publicAddress: ADDRESS, port } } : {}),
    timeouts: { headersSeconds: 1, totalSeconds: 1 },
  })
  open.push(hub.close, other.close, () => test.close())
  const beat = async (at: number): Promise<void> => {
    test.setNow(at)
    await test.app.beat()
  }
  return {
    test,
    hub,
    other,
    serve: (next) => {
      served = next
    },
    beat,
    beatUntil: (at, isSo) =>
      until(async () => {
        await beat(at)
        return isSo()
      }),
    readings: () => test.requests().filter((line) => line === 'lavigie.example/flux.xml 200').length,
    titles: async () => {
      const seen = await test.app.storage.articles.seenBetween(0, NOW + 365 * DAY)
      return seen.map(({ title }) => title)
    },
  }
}

/** Read, asked for and granted. */
export async function subscribed(hubs?: readonly string[]): Promise<Scene & { readonly form: HubForm }> {
  const scene = await openScene(hubs)
  await scene.beat(NOW)
  // The feed has been read in the first beat: the second one asks the hub.
  await scene.beatUntil(NOW + MINUTE, async () => (await states(scene)).includes('active'))
  await until(() => scene.hub.verifications.length === 1)
  return { ...scene, form: only(scene.hub.forms) }
}

export async function states({ test }: Pick<Scene, 'test'>): Promise<readonly string[]> {
  return (await test.app.storage.hubs.list()).map(({ state }) => state)
}

function only<Item>(items: readonly Item[]): Item {
  const [first] = items
  if (first === undefined || items.length !== 1) throw new Error(`${items.length} items`)
  return first
}

/** Waits for what happens by itself, two seconds at most. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let times = 0; times < 400; times++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('it never happened')
}
