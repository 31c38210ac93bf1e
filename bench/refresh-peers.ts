// A peer over the same feeds: fetches and parses, keeps nothing, asks no robots.txt. Tells its parent how long it took.
import { parseFeed as parseByFeedsmith } from 'feedsmith'
import { parseFeed as parseByHtmlparser } from 'htmlparser2'
import RssParser from 'rss-parser'
import { Agent, fetch } from 'undici'
import { mapConcurrently } from '../src/services/map-concurrently.ts'
import { hostOf, type Peer, type PeerReport, type PressPlan } from './refresh-plan.ts'

/** As many as we ask at once. */
const AT_ONCE = 32

const [, , name = '', port = '', planned = ''] = process.argv
const plan: PressPlan = JSON.parse(planned)
const dispatcher = new Agent({ pipelining: 0 })

/** How many items it finds. */
const READERS: Readonly<Record<Peer, (address: string, host: string) => Promise<number>>> = {
  'rss-parser': async (address, host) =>
    (await new RssParser({ headers: { host } }).parseURL(address)).items.length,
  feedsmith: async (address, host) => {
    const { feed } = parseByFeedsmith(await textOf(address, host))
    return 'items' in feed ? (feed.items?.length ?? 0) : 0
  },
  htmlparser2: async (address, host) => parseByHtmlparser(await textOf(address, host))?.items.length ?? 0,
}

async function textOf(address: string, host: string): Promise<string> {
  return (await fetch(address, { dispatcher, headers: { host, 'accept-encoding': 'gzip' } })).text()
}

function isPeer(given: string): given is Peer {
  return Object.hasOwn(READERS, given)
}

if (!isPeer(name)) throw new Error(`${name} is no peer`)
const read = READERS[name]
const places = Array.from({ length: plan.feedCount }, (_, place) => place)
const startedAt = performance.now()
const counts = await mapConcurrently(places, AT_ONCE, (place) =>
  read(`http://127.0.0.1:${port}/flux/${place}`, hostOf(place)),
)
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
