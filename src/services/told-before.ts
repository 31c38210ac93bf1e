// What earlier editions told: which articles need not come again, and which sentences of a story its readers know.
import type { SentenceReference } from '../core/article.ts'
import { DAY, type Instant } from '../core/calendar.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition, EditionStory } from '../core/edition.ts'
import { STORY_MEMORY } from '../core/story-shelf.ts'
import type { Storage } from '../ports.ts'
import type { Compositions } from './compositions.ts'
import type { Candidates } from './edition-candidates.ts'

/** Beyond so many channels nobody reads two digests in each of them, and asking about each would take long. */
const MOST_SHARED_CHANNELS = 3

/** A story that was silent for so long is begun anew: nobody remembers the edition of a month ago. */
const REMEMBERED: Instant = 14 * DAY

/**
 * What an article repeats was seen at most so long before it, and shown after it was seen; a clock that was a week ahead
 * then would have been noticed.
 */
const ORIGINALS_BEFORE: Instant = STORY_MEMORY + 7 * DAY

/**
 * What earlier editions of this digest told, and what other digests told wherever this one goes; of articles seen since
 * `since`, and of those that they repeat.
 */
export async function shownBefore(
  { editions }: Storage,
  { name, channels }: Digest,
  articleIds: readonly string[],
  since: Instant,
): Promise<ReadonlySet<string>> {
  const own = await editions.shown(name, articleIds)
  if (channels.length > MOST_SHARED_CHANNELS) return own
  let everywhere: ReadonlySet<string> | undefined
  for (const channel of channels) {
    const here = await editions.shownIn(channel, articleIds, since - ORIGINALS_BEFORE)
    everywhere = everywhere?.intersection(here) ?? here
  }
  return everywhere === undefined ? own : own.union(everywhere)
}

/** What a digest told of a story before. */
export interface ToldStory {
  /** The last edition that did. */
  readonly editionId: string
  readonly slotAt: Instant
  /** Of all editions that did, the oldest first. */
  readonly sentences: readonly string[]
}

/** By story, for stories of the candidates; of this digest alone: its readers may read no other. */
export async function toldBefore(
  storage: Storage,
  digestName: string,
  candidates: Candidates,
  { now, compositions }: { readonly now: Instant; readonly compositions: Compositions },
): Promise<ReadonlyMap<string, ToldStory>> {
  const members = await candidates.members(storage)
  const told = new Map<string, { readonly edition: Edition; readonly brief: readonly SentenceReference[] }>()
  for (const edition of await storage.traces.showing([...members.keys()], digestName)) {
    if (edition.slotAt < now - REMEMBERED) continue
    for (const { storyId, story } of storiesOf(edition, members))
      told.set(storyId, { edition, brief: [...(told.get(storyId)?.brief ?? []), ...story.brief] })
  }
  const texts = await compositions.cut(
    storage,
    [...told.values()].flatMap(({ brief }) => brief),
  )
  return new Map(
    [...told].map(
      ([
        storyId,
        {
          edition: { id: editionId, slotAt },
          brief,
        },
      ]) => [
        storyId,
        { editionId, slotAt, sentences: brief.flatMap((reference) => texts.get(reference) ?? []) },
      ],
    ),
  )
}

/** The stories of an edition by where their articles belong. */
function storiesOf(
  { stories }: Edition,
  members: ReadonlyMap<string, string>,
): readonly { readonly storyId: string; readonly story: EditionStory }[] {
  return stories.flatMap((story) => {
    const storyId = story.sources
      .map(({ articleId }) => members.get(articleId))
      .find((found) => found !== undefined)
    return storyId === undefined ? [] : [{ storyId, story }]
  })
}
