// When many new feeds are read for the first time: not all at once, and no host before the others. Reads none.
import { MINUTE, type Instant } from './calendar.ts'
import { webSite } from './web-site.ts'

/**
 * New feeds a minute. Each brings a whole list of articles to read, and a beat must leave time for the feeds that were
 * there before; 2,000 new ones are read within fifty minutes.
 */
const FIRST_READINGS_A_MINUTE = 40

/** Each item with the instant of its first reading: the first feed of every host, then the second of each, and so on. */
export function firstReadings<Item extends { readonly url: string }>(
  items: readonly Item[],
  now: Instant,
): readonly { readonly item: Item; readonly at: Instant }[] {
  const seen = new Map<string, number>()
  const ranked = items.map((item) => {
    const { host } = webSite(item.url)
    const rank = seen.get(host) ?? 0
    seen.set(host, rank + 1)
    return { item, rank }
  })
  return ranked
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }, place) => ({ item, at: now + Math.floor(place / FIRST_READINGS_A_MINUTE) * MINUTE }))
}

/** How long until the last of so many feeds has been read, in minutes. */
export function minutesOfFirstReadings(count: number): number {
  return Math.ceil(count / FIRST_READINGS_A_MINUTE)
}
