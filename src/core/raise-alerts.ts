// When an alert rings: which stories have just reached enough independent publishers. Writes no word and stores nothing.
import { fold } from '../french/normalise.ts'
import { type Alert, coolDownOf, windowOf } from './alert.ts'
import { dayOf, HOUR, type Instant, MINUTE } from './calendar.ts'
import { type PlacedArticle, standInsOf } from './importance.ts'
import { isQuiet, lastQuietHours, type Stretch } from './quiet-hours.ts'

export interface AlertNews {
  /** Current versions of what is watched and may be seen, in order of sight; `watchedSince` says how far back. */
  readonly articles: readonly PlacedArticle[]
  /** By the id of an article that others repeat, when it was published, be it watched or not. */
  readonly originals: ReadonlyMap<string, Instant>
  /** What was told in its channel, at least within its cool-down and its day. */
  readonly raised: readonly PastAlert[]
  /** Ids of stories that its readers do not want. */
  readonly muted: ReadonlySet<string>
  readonly now: Instant
}

export interface PastAlert {
  /** As they are called now: stories that became one have one id. */
  readonly storyIds: readonly string[]
  /** No story alone had reached enough: what was watched had, in all of them together. */
  readonly isTogether: boolean
  /** Not by another alert of the same channel, whose readers know the story all the same. */
  readonly isOwn: boolean
  readonly raisedAt: Instant
}

export interface Raising {
  /** The story of most publishers first. */
  readonly storyIds: readonly string[]
  /** What made it ring, in order of sight. */
  readonly articles: readonly PlacedArticle[]
  readonly publisherCount: number
  /** What was seen or published before this instant is none of it. */
  readonly startedAt: Instant
  /** When the last publisher that was needed came. */
  readonly reachedAt: Instant
  /** It was reached in the quiet hours, and waited for their end. */
  readonly isLate: boolean
  readonly isTogether: boolean
  /** None follows on this day. */
  readonly isLast: boolean
}

/** What was reached longer ago, while the program stood still, is no alert any more: the next digest tells it. */
const STALE_AFTER: Instant = 30 * MINUTE

/** A night is told as long after its end: to a program that starts at noon it is a matter for digests. */
const MORNING: Instant = 3 * HOUR

type Rule = Pick<
  Alert,
  | 'watch'
  | 'publishers'
  | 'minutes'
  | 'coolDownHours'
  | 'quietHours'
  | 'mostADay'
  | 'zone'
  | 'since'
  | 'suspendedAt'
>

/** How far back `articles` must go for what may ring at `now`. */
export function watchedSince(rule: Rule, now: Instant): Instant {
  return Math.min(now, ...stretchesOf(rule, now).map(({ after }) => after)) - windowOf(rule)
}

/** What the alert has to tell at `now` that it has not told, the greatest first. */
export function raiseAlerts(rule: Rule, news: AlertNews): readonly Raising[] {
  const today = dayOf(news.now, rule.zone)
  const toldToday = news.raised.filter(
    ({ raisedAt, isOwn }) => isOwn && dayOf(raisedAt, rule.zone) === today,
  ).length
  const left = Math.max(0, rule.mostADay - toldToday)
  const stretches = stretchesOf(rule, news.now)
  if (left === 0 || stretches.length === 0) return []
  const reached = stretches.flatMap((stretch) => reachedIn(rule, news, stretch))
  const fresh = oncePerStory(reached)
  const raisings = [...together(fresh.filter(({ isLate }) => isLate)), ...fresh.filter((one) => !one.isLate)]
  return raisings
    .toSorted((one, other) => other.publisherCount - one.publisherCount || one.reachedAt - other.reachedAt)
    .slice(0, left)
    .map((raising, index) => ({ ...raising, isLast: toldToday + index + 1 >= rule.mostADay }))
}

interface RingingTime extends Stretch {
  readonly isLate: boolean
}

/** The instants at which what is reached is told now: the last ones, and in the morning those of the night. */
function stretchesOf(rule: Rule, now: Instant): readonly RingingTime[] {
  const { quietHours, zone, since = 0, suspendedAt } = rule
  if (suspendedAt !== undefined) return []
  if (quietHours !== undefined && isQuiet(quietHours, now, zone)) return []
  const recent = { after: Math.max(now - STALE_AFTER, since), until: now, isLate: false }
  if (quietHours === undefined || quietHours.from === quietHours.to) return [recent]
  const night = lastQuietHours(quietHours, now, zone)
  const awake = { ...recent, after: Math.max(recent.after, night.until - 1) }
  // The first minute that is not quiet belongs to the day.
  const asleep = { after: Math.max(night.after - 1, since), until: night.until - 1, isLate: true }
  return now - night.until > MORNING || asleep.after >= asleep.until ? [awake] : [asleep, awake]
}

/** Stories that alone reached enough; else, of something that is watched, all that is left of it. */
function reachedIn(rule: Rule, news: AlertNews, stretch: RingingTime): readonly Raising[] {
  const stories = Map.groupBy(
    news.articles.filter(({ placement }) => !news.muted.has(placement.storyId)),
    ({ placement }) => placement.storyId,
  )
  const coolDowns = coolDownsOf(rule, news)
  const alone: Raising[] = []
  const left: PlacedArticle[] = []
  for (const [storyId, articles] of stories) {
    const quietUntil = coolDowns.get(storyId)
    const found = firstReached(rule, news, articles, laterThan(stretch, quietUntil))
    if (found !== undefined)
      alone.push({ ...found, storyIds: [storyId], isLate: stretch.isLate, isTogether: false, isLast: false })
    else if (quietUntil === undefined) left.push(...articles)
  }
  const togetherUntil = Math.max(
    0,
    ...news.raised
      .filter(({ isTogether, isOwn }) => isTogether && isOwn)
      .map(({ raisedAt }) => raisedAt + coolDownOf(rule)),
  )
  const all =
    rule.watch.kind === 'any'
      ? undefined
      : firstReached(rule, news, left.toSorted(bySight), laterThan(stretch, togetherUntil))
  if (all === undefined) return alone
  return [
    ...alone,
    {
      ...all,
      storyIds: storiesByPublishers(all.articles),
      isLate: stretch.isLate,
      isTogether: true,
      isLast: false,
    },
  ]
}

function laterThan({ after, until }: Stretch, instant: Instant = 0): Stretch {
  return { after: Math.max(after, instant), until }
}

/** Until when each story that was told is not told again. */
function coolDownsOf(rule: Rule, { raised }: AlertNews): ReadonlyMap<string, Instant> {
  const until = new Map<string, Instant>()
  for (const { storyIds, raisedAt } of raised)
    for (const storyId of storyIds)
      until.set(storyId, Math.max(until.get(storyId) ?? 0, raisedAt + coolDownOf(rule)))
  return until
}

/** The first moment of a stretch at which enough publishers had been seen, and had published, within the minutes. */
function firstReached(
  rule: Rule,
  { originals }: AlertNews,
  articles: readonly PlacedArticle[],
  { after: start, until }: Stretch,
): Pick<Raising, 'articles' | 'publisherCount' | 'startedAt' | 'reachedAt'> | undefined {
  if (articles.length < rule.publishers) return undefined
  for (const { firstSeenAt: at } of articles) {
    if (at <= start || at > until) continue
    const since = at - windowOf(rule)
    const within = articles.filter(
      (article) => article.firstSeenAt <= at && isNews(article, originals, since),
    )
    const publisherCount = countIndependent(within)
    if (publisherCount >= rule.publishers)
      return { articles: within, publisherCount, startedAt: since, reachedAt: at }
  }
  return undefined
}

/**
 * Whether an article is news since an instant: seen and published after it, with a date of its own, and no reprint of
 * what was published before. So archives that come back and a feed that was just added raise nothing.
 */
export function isNews(
  { firstSeenAt, publishedAt, isUndated, placement }: PlacedArticle,
  originals: ReadonlyMap<string, Instant>,
  since: Instant,
): boolean {
  const originalAt = originals.get(placement.duplicateOf ?? '') ?? publishedAt
  return isUndated !== true && firstSeenAt > since && publishedAt > since && originalAt > since
}

/** Reprints of one text count once, and so do all feeds of one publisher. */
export function countIndependent(articles: readonly PlacedArticle[]): number {
  return new Set([...standInsOf(articles).values()].map(({ publisher }) => fold(publisher).trim())).size
}

/** What a night brought is one message; so is what one stretch and the next one both found. */
function together(raisings: readonly Raising[]): readonly Raising[] {
  const [first, ...others] = raisings.toSorted((one, other) => other.publisherCount - one.publisherCount)
  if (first === undefined || others.length === 0) return raisings
  const articles = raisings.flatMap((raising) => raising.articles)
  return [
    {
      ...first,
      storyIds: [first, ...others].flatMap(({ storyIds }) => storyIds),
      articles: articles.toSorted(bySight),
      publisherCount: countIndependent(articles),
      startedAt: Math.min(...raisings.map(({ startedAt }) => startedAt)),
      isTogether: raisings.some(({ isTogether }) => isTogether),
    },
  ]
}

/** In the night and again in the morning: the night was first. */
function oncePerStory(raisings: readonly Raising[]): readonly Raising[] {
  const seen = new Set<string>()
  return raisings.filter(({ storyIds }) => {
    const isKnown = storyIds.some((storyId) => seen.has(storyId))
    for (const storyId of storyIds) seen.add(storyId)
    return !isKnown
  })
}

function storiesByPublishers(articles: readonly PlacedArticle[]): readonly string[] {
  const stories = [...Map.groupBy(articles, ({ placement }) => placement.storyId)]
  return stories
    .map(([storyId, members]) => ({ storyId, count: countIndependent(members) }))
    .toSorted((one, other) => other.count - one.count || (one.storyId < other.storyId ? -1 : 1))
    .map(({ storyId }) => storyId)
}

function bySight(one: PlacedArticle, other: PlacedArticle): number {
  return one.firstSeenAt - other.firstSeenAt || (one.id < other.id ? -1 : 1)
}
