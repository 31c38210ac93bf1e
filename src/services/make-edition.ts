// Makes one edition of a digest out of what storage holds, and shows one. Posts nothing.
import type { SentenceReference } from '../core/article.ts'
import { DAY, type Instant } from '../core/calendar.ts'
import { type ComposedEdition, composeInSteps } from '../core/compose-edition.ts'
import type { Digest } from '../core/digest.ts'
import {
  type Edition,
  type EditionChoice,
  editionId,
  type EditionStory,
  type ShownEdition,
  type ShownSentence,
  type ShownStory,
} from '../core/edition.ts'
import { digestFilter } from '../core/digest-filter.ts'
import { printFilter } from '../core/printed-filter.ts'
import { type EditionTrace, traceOf } from '../core/trace.ts'
import type { Storage } from '../ports.ts'
import type { Compositions } from './compositions.ts'
import type { Candidates, Composition } from './edition-candidates.ts'
import { inTurns } from './in-turns.ts'
import { shownBefore, toldBefore, type ToldStory } from './told-before.ts'

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
  return (await makeTracedEdition(storage, digest, moment)).edition
}

/** The same, with what became of every article that was considered. */
export async function makeTracedEdition(
  storage: Storage,
  digest: Digest,
  moment: EditionMoment,
): Promise<{ readonly edition: Edition; readonly trace: EditionTrace }> {
  const { slotAt, now } = moment
  const since = Math.max(await settledUntil(storage, digest, now), now - LONGEST_WINDOW)
  const { until, composed, told } = await composeSince(
    storage,
    digest,
    since,
    moment,
    async (candidates) => ({
      shown: await shownBefore(storage, digest, candidates.askedIds, since),
      told: await toldBefore(storage, digest.name, candidates, moment),
    }),
  )
  const edition: Edition = {
    id: editionId(digest.name, slotAt),
    digestName: digest.name,
    title: digest.title,
    zone: digest.schedule.zone,
    slotAt,
    madeAt: now,
    since,
    until,
    articleCount: composed.articleCount,
    foldedCount: composed.foldedCount,
    stories: composed.stories.map((story) => continued(story, told)),
    choice: { rankedCount: composed.rankedCount, drops: countDrops(composed) },
  }
  return { edition, trace: composed.trace }
}

function countDrops({ dropped }: ComposedEdition): EditionChoice['drops'] {
  const byKind = Map.groupBy(dropped, ({ reason }) => reason.kind)
  return Object.fromEntries([...byKind].map(([kind, list]) => [kind, list.length]))
}

/** Here and not where it is composed: every digest has its own earlier edition, and shares the composition. */
function continued(story: EditionStory, told: Known['told']): EditionStory {
  const before = told.get(story.storyId)
  return before === undefined
    ? story
    : { ...story, continues: { editionId: before.editionId, slotAt: before.slotAt } }
}

/** What readers know already. */
interface Known {
  /** Ids of articles. */
  readonly shown: ReadonlySet<string>
  /** By story. */
  readonly told: ReadonlyMap<string, ToldStory>
}

/** What there is to tell since an instant, but for what is known already. */
export async function composeSince(
  storage: Storage,
  digest: Digest,
  since: Instant,
  { now, compositions }: Pick<EditionMoment, 'now' | 'compositions'>,
  findKnown: (candidates: Candidates) => Promise<Known> = async () => ({ shown: new Set(), told: new Map() }),
): Promise<{ readonly until: Instant; readonly composed: Composition; readonly told: Known['told'] }> {
  const { feeds, feedIds } = await compositions.feedsOf(storage, digest.workspaceId)
  const until = await compositions.tellingTime(storage, now)
  const candidates = await compositions.candidates(storage, feedIds, since, until)
  const { shown, told } = await findKnown(candidates)
  const muted = await storage.reactions.muted(audiencesOf(digest), now)
  const unquoted = feeds.filter(({ isQuoted }) => isQuoted === false).map(({ id }) => id)
  const key = keyOf(digest, { shown, told }, { muted, unquoted }, now)
  const composed = await candidates.composeOnce(key, async () => {
    const steps = composeInSteps({
      digest,
      feeds,
      candidates: candidates.articles,
      shown,
      muted,
      told,
      // Where the clock went back, the last edition ended in the future; news are not old for that.
      since: Math.min(since, now),
      now,
      zone: digest.schedule.zone,
      brief: compositions.setsOf,
      tellOnce: compositions.tellOnce,
    })
    const made = await inTurns(steps)
    const filter = digestFilter(digest)
    const line = filter === undefined ? {} : { filter: printFilter(filter) }
    return { ...made, trace: traceOf(made, { madeAt: now, limit: digest.maxStories, ...line }) }
  })
  return { until, composed, told }
}

/** Equal for editions that may share a composition: which earlier edition told a story makes no other one. */
function keyOf(
  { feeds, withWords, withoutWords, filter, rubrics, maxStories, maxWords, schedule }: Digest,
  { shown, told }: Known,
  { muted, unquoted }: { readonly muted: ReadonlySet<string>; readonly unquoted: readonly string[] },
  now: Instant,
): string {
  const { zone } = schedule
  const definition = { feeds, withWords, withoutWords, filter, rubrics, maxStories, maxWords, zone, unquoted }
  const stories = [...told].map(([storyId, { slotAt, sentences }]) => ({ storyId, slotAt, sentences }))
  const inOrder = stories.toSorted((one, other) => (one.storyId < other.storyId ? -1 : 1))
  return JSON.stringify([definition, [...shown].toSorted(), [...muted].toSorted(), inOrder, now])
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
  return { ...edition, stories: await showStories(storage, edition.stories) }
}

export async function showStories(
  storage: Storage,
  stories: readonly EditionStory[],
): Promise<readonly ShownStory[]> {
  const references = stories.flatMap(({ brief, clashes = [] }) => [
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
  return stories.map(({ clashes = [], ...story }) => {
    const whole = clashes
      .map(({ kind, figures }) => ({ kind, figures: shown(figures) }))
      .filter(({ figures }, at) => figures.length === clashes[at]?.figures.length)
    return { ...story, sentences: shown(story.brief), ...(whole.length === 0 ? {} : { clashes: whole }) }
  })
}
