// Makes one edition of a digest out of what storage holds, and shows one. Posts nothing.
import { rankedSets } from '../core/brief.ts'
import type { SentenceReference } from '../core/article.ts'
import { DAY, type Instant } from '../core/calendar.ts'
import { type ComposedEdition, composeEdition } from '../core/compose-edition.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition, ShownEdition, ShownSentence } from '../core/edition.ts'
import type { Storage } from '../ports.ts'
import type { Compositions } from './compositions.ts'
import { visibleFeedIds, visibleFeeds } from './visible-feeds.ts'

/** What a first edition looks back over, before the digest was first heard of. */
const FIRST_WINDOW: Instant = DAY

/** After a long silence an edition still tells no more than a week. */
const LONGEST_WINDOW: Instant = 7 * DAY

/** For when an edition is made, and what else is made in the same breath. */
export interface EditionMoment {
  readonly slotAt: Instant
  readonly now: Instant
  /** Editions made together share what they have in common. */
  readonly compositions: Compositions
}

/** Everything first seen since the last edition of this digest, composed in order of importance. */
export async function makeEdition(storage: Storage, digest: Digest, moment: EditionMoment): Promise<Edition> {
  const { slotAt, now } = moment
  const since = Math.max(await settledUntil(storage, digest, now), now - LONGEST_WINDOW)
  const { until, composed } = await composeSince(storage, digest, since, moment, (articleIds) =>
    toldBefore(storage, digest, articleIds),
  )
  const drops = Object.fromEntries(
    [...Map.groupBy(composed.dropped, ({ reason }) => reason.kind)].map(([kind, list]) => [
      kind,
      list.length,
    ]),
  )
  return {
    id: `${digest.name}@${new Date(slotAt).toISOString()}`,
    digestName: digest.name,
    title: digest.title,
    zone: digest.schedule.zone,
    slotAt,
    madeAt: now,
    since,
    until,
    articleCount: composed.articleCount,
    foldedCount: composed.foldedCount,
    stories: composed.stories,
    choice: { rankedCount: composed.rankedCount, drops },
  }
}

/** What there is to tell since an instant, but for what was `told` already. */
export async function composeSince(
  storage: Storage,
  digest: Digest,
  since: Instant,
  { now, compositions }: Pick<EditionMoment, 'now' | 'compositions'>,
  told: (articleIds: readonly string[]) => Promise<ReadonlySet<string>> = () => Promise.resolve(new Set()),
): Promise<{ readonly until: Instant; readonly composed: ComposedEdition }> {
  const feeds = await visibleFeeds(storage, digest.workspaceId)
  const feedIds = await visibleFeedIds(storage, digest.workspaceId)
  const until = await compositions.tellingTime(storage, now)
  const candidates = await compositions.candidates(storage, feedIds, since, until)
  const shown = await told(candidates.askedIds)
  const muted = await storage.reactions.muted(audiencesOf(digest), now)
  const { withWords, withoutWords, rubrics, maxStories, maxWords } = digest
  const { zone } = digest.schedule
  const definition = { feeds: digest.feeds, withWords, withoutWords, rubrics, maxStories, maxWords, zone }
  const unquoted = feeds.filter(({ isQuoted }) => isQuoted === false).map(({ id }) => id)
  const key = JSON.stringify([definition, [...shown].toSorted(), [...muted].toSorted(), unquoted, now])
  const composed = candidates.composeOnce(key, () =>
    composeEdition({
      digest,
      feeds,
      candidates: candidates.articles,
      shown,
      muted,
      told: new Map(),
      // Where the clock went back, the last edition ended in the future; news are not old for that.
      since: Math.min(since, now),
      now,
      zone,
      brief: rankedSets,
    }),
  )
  return { until, composed }
}

/** Beyond so many channels nobody reads two digests in each of them, and asking about each would take long. */
const MOST_SHARED_CHANNELS = 3

/** What earlier editions of this digest told, and what other digests told wherever this one goes. */
async function toldBefore(
  { editions }: Storage,
  { name, channels }: Digest,
  articleIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const own = await editions.shown(name, articleIds)
  if (channels.length > MOST_SHARED_CHANNELS) return own
  let everywhere: ReadonlySet<string> | undefined
  for (const channel of channels) {
    const here = await editions.shownIn(channel, articleIds)
    everywhere = everywhere?.intersection(here) ?? here
  }
  return everywhere === undefined ? own : own.union(everywhere)
}

/** Whose «Masquer ce sujet» counts: everybody whom the digest is for. */
function audiencesOf({ channels, owner, workspaceId }: Digest): readonly string[] {
  const platform = workspaceId?.split(':', 1)[0]
  return owner === undefined || platform === undefined ? channels : [...channels, `${platform}:@${owner}`]
}

/** Up to where the news were told. Slots that were dropped told nothing: their news are still to come. */
async function settledUntil(storage: Storage, digest: Digest, now: Instant): Promise<Instant> {
  const last = await storage.editions.last(digest.name)
  if (last !== undefined) return last.until
  return ((await storage.editions.announcedAt(digest.name)) ?? now) - FIRST_WINDOW
}

/** The edition with the text of each sentence cut from the stored version it refers to. */
export async function showEdition(storage: Storage, edition: Edition): Promise<ShownEdition> {
  const references = edition.stories.flatMap(({ brief, clashes = [] }) => [
    ...brief,
    ...clashes.flatMap(({ figures }) => figures),
  ])
  const texts = await storage.articles.cut(references)
  const textOf = new Map(references.map((reference, position) => [reference, texts[position]]))
  const shown = (wanted: readonly SentenceReference[]): readonly ShownSentence[] =>
    wanted.flatMap((reference) => {
      const text = textOf.get(reference)
      return text === undefined ? [] : [{ text, reference }]
    })
  return {
    ...edition,
    stories: edition.stories.map(({ clashes = [], ...story }) => {
      const whole = clashes
        .map(({ kind, figures }) => ({ kind, figures: shown(figures) }))
        .filter(({ figures }, at) => figures.length === clashes[at]?.figures.length)
      return { ...story, sentences: shown(story.brief), ...(whole.length === 0 ? {} : { clashes: whole }) }
    }),
  }
}
