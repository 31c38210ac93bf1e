// Tries the filter of a digest on the articles of the last days. Saves nothing, and keeps nobody waiting for long.
import type { Instant } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import { prepareChoice } from '../core/digest-filter.ts'
import { type FilterTrial, MOST_TRIED_LISTED, TRIAL_TIME, type TriedArticle } from '../core/filter-trial.ts'
import type { PlacedArticle } from '../core/importance.ts'
import type { ShownTrial } from '../locale/filter-trial.ts'
import type { Clock, Storage } from '../ports.ts'
import { inTurns } from './in-turns.ts'
import { visibleFeedIds, visibleFeeds } from './visible-feeds.ts'

/** Read at once, a fraction of the time looked at: the texts of a week of 120 feeds would fill 60 MB. */
const SLICES = 56

/** Articles between which others have a turn. */
const TRIED_AT_ONCE = 25

/** No more articles, and no longer, in milliseconds: whoever asked is waiting. */
const [MOST_TRIED, LONGEST_TRIAL]: readonly [number, Instant] = [20_000, 4_000]

/** What makes articles wanted or not. */
export type TriedDigest = Pick<
  Digest,
  'feeds' | 'rubrics' | 'withWords' | 'withoutWords' | 'filter' | 'workspaceId'
>

interface Tally {
  readonly kept: TriedArticle[]
  readonly dropped: TriedArticle[]
  keptCount: number
  droppedCount: number
}

/** On articles of the digest's feeds and rubrics alone; from the newest back. `since` when it is not a week. */
export async function tryFilter(
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
  digest: TriedDigest,
  since?: Instant,
): Promise<FilterTrial> {
  const feedIds = await visibleFeedIds(storage, digest.workspaceId)
  const refusalOf = prepareChoice(digest, await visibleFeeds(storage, digest.workspaceId))
  const startedAt = clock.now()
  const oldest = since ?? startedAt - TRIAL_TIME
  const slice = Math.max(1, Math.ceil((startedAt - oldest) / SLICES))
  const tally: Tally = { kept: [], dropped: [], keptCount: 0, droppedCount: 0 }
  let until = startedAt
  while (until > oldest) {
    const from = Math.max(oldest, until - slice)
    const seen = await storage.articles.seenBetween(from, until)
    await inTurns(tryEach(visibleOf(seen, feedIds).toReversed(), refusalOf, tally))
    until = from
    if (tally.keptCount + tally.droppedCount >= MOST_TRIED || clock.now() - startedAt > LONGEST_TRIAL) break
  }
  const { kept, dropped, keptCount, droppedCount } = tally
  return { keptCount, droppedCount, tried: [...kept, ...dropped], since: until, isCut: until > oldest }
}

function visibleOf(
  articles: readonly PlacedArticle[],
  feedIds: ReadonlySet<string>,
): readonly PlacedArticle[] {
  return articles.filter(
    ({ feedId, appearances }) =>
      feedIds.has(feedId) || appearances.some((appearance) => feedIds.has(appearance.feedId)),
  )
}

function* tryEach(
  articles: readonly PlacedArticle[],
  refusalOf: ReturnType<typeof prepareChoice>,
  tally: Tally,
): Generator<undefined, void, undefined> {
  for (const [at, article] of articles.entries()) {
    if (at % TRIED_AT_ONCE === 0) yield undefined
    const refusal = refusalOf(article)
    if (refusal === undefined) {
      tally.keptCount++
      list(tally.kept, { articleId: article.id, isKept: true, because: [] })
    } else if (refusal.by === 'words') {
      tally.droppedCount++
      list(tally.dropped, { articleId: article.id, isKept: false, because: refusal.because })
    }
  }
}

function list(tried: TriedArticle[], one: TriedArticle): void {
  if (tried.length < MOST_TRIED_LISTED) tried.push(one)
}

/** The tried articles with what they say of themselves; those that are gone since are left out. */
export async function showTried(
  storage: Storage,
  tried: FilterTrial['tried'],
): Promise<readonly ShownTrial[]> {
  const articles = await storage.articles.get(tried.map(({ articleId }) => articleId))
  const byId = new Map(articles.map((article) => [article.id, article]))
  return tried.flatMap((one) => {
    const article = byId.get(one.articleId)
    return article === undefined ? [] : [{ ...one, article }]
  })
}
