// A peer over the same feeds: fetches and parses, keeps nothing, asks no robots.txt. Tells its parent how long it took.
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { parseFeed as parseByHtmlparser } from 'htmlparser2'
import RssParser from 'rss-parser'
import { Agent, fetch } from 'undici'
import { createConnector } from '../src/feeds/addresses.ts'
import { mapConcurrently } from '../src/services/map-concurrently.ts'
import { addressOf, hostOf, type Peer, type PeerReport, type PressPlan } from './refresh-plan.ts'

/** As many as we ask at once. */
const AT_ONCE = 32

const [, , name = '', port = '', planned = ''] = process.argv
const plan: PressPlan = JSON.parse(planned)
const places = Array.from({ length: plan.feedCount }, (_, place) => place)
const routes = new Map(places.map((place) => [hostOf(place), { host: '127.0.0.1', port: Number(port) }]))
const dispatcher = new Agent({ pipelining: 0, connect: createConnector({ connectSeconds: 10, routes }) })

/** How many items it finds. */
const READERS: Readonly<Record<Peer, (place: number) => Promise<number>>> = {
  // It dials by itself, and reads no compression.
  'rss-parser': async (place) => {
    const parser = new RssParser({ headers: { host: hostOf(place) } })
    return (await parser.parseURL(`http://127.0.0.1:${port}/flux/${place}`)).items.length
  },
  feedsmith: async (place) => {
    const { feed } = parseByFeedsmith(await textOf(place))
    return 'items' in feed ? (feed.items?.length ?? 0) : 0
  },
  htmlparser2: async (place) => parseByHtmlparser(await textOf(place))?.items.length ?? 0,
}

async function textOf(place: number): Promise<string> {
  return (await fetch(addressOf(place), { dispatcher })).text()
}

function isPeer(given: string): given is Peer {
  return Object.hasOwn(READERS, given)
}

if (!isPeer(name)) throw new Error(`${name} is no peer`)
const read = READERS[name]
const startedAt = performance.now()
const counts = await mapConcurrently(places, AT_ONCE, read)
const seconds = (performance.now() - startedAt) / 1000
const { user, system } = process.cpuUsage()
const report: PeerReport = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  residentMegabytes: process.resourceUsage().maxRSS / 1000,
  itemCount: counts.reduce((sum, count) => sum + count, 0),
}
process.send?.(report)
process.exit()
