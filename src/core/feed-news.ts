// What is worth telling about feeds: who fell into another condition, who came out of one, and what goes into one message.
// Tells nobody.
import type { Alarm } from './alarm.ts'
import { HOUR, type Instant } from './calendar.ts'
import { type ConditionKind, type FeedCondition, RETURN_AFTER, toldAfter } from './feed-condition.ts'
import { webSite } from './web-site.ts'

/**
 * What would be told within this time is told along: sites that share a fault, or a rule against us, are found out one
 * by one, since each feed is read at hours of its own.
 */
const TOLD_ALONG: Instant = 6 * HOUR

/** Of one site the half of the usual time is enough: what befell one of its feeds befell them all. */
const TOLD_ALONG_OF_SITE = 0.5

/** What was told before counts as `told`; undefined while nothing was. */
interface Observed {
  readonly url: string
  readonly condition: FeedCondition
  readonly alarm: Pick<Alarm, 'since' | 'condition'> | undefined
}

export type FeedNews =
  | { readonly kind: 'fell'; readonly condition: FeedCondition }
  | { readonly kind: 'returned'; readonly told: ConditionKind; readonly since: Instant }

/** An alarm of an older version knows no condition: the feed failed. */
function toldKind(alarm: Observed['alarm']): ConditionKind | undefined {
  return alarm === undefined ? undefined : (alarm.condition ?? 'failing')
}

function newsOf({ condition, alarm }: Observed, now: Instant): FeedNews | undefined {
  const told = toldKind(alarm)
  const lasted = now - condition.since
  if (alarm !== undefined && told !== undefined && condition.kind === 'healthy')
    return lasted >= RETURN_AFTER ? { kind: 'returned', told, since: alarm.since } : undefined
  if (condition.kind === told) return undefined
  return lasted >= toldAfter(condition) ? { kind: 'fell', condition } : undefined
}

/** What nearly is news, when something of its kind is. */
function alongWith(
  { url, condition, alarm }: Observed,
  news: readonly (readonly [Observed, FeedNews])[],
  now: Instant,
): FeedNews | undefined {
  if (condition.kind === toldKind(alarm)) return undefined
  const alike = news.filter(([, { kind }]) => kind === 'fell').map(([observed]) => observed)
  const same = alike.filter((other) => other.condition.kind === condition.kind)
  if (same.length === 0) return undefined
  const isOfSite = same.some((other) => webSite(other.url).host === webSite(url).host)
  const least = isOfSite ? toldAfter(condition) * TOLD_ALONG_OF_SITE : toldAfter(condition) - TOLD_ALONG
  return now - condition.since >= least ? { kind: 'fell', condition } : undefined
}

/** All that goes into one message now, in the order given; nothing while nothing is ripe. */
export function feedNews<Item extends Observed>(
  items: readonly Item[],
  now: Instant,
): readonly (readonly [Item, FeedNews])[] {
  const ripe = items.flatMap((item): (readonly [Item, FeedNews])[] => {
    const news = newsOf(item, now)
    return news === undefined ? [] : [[item, news]]
  })
  if (ripe.length === 0) return []
  const isRipe = new Map(ripe)
  return items.flatMap((item): (readonly [Item, FeedNews])[] => {
    const news = isRipe.get(item) ?? alongWith(item, ripe, now)
    return news === undefined ? [] : [[item, news]]
  })
}
