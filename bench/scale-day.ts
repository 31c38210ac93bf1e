// One more day of a world: its articles, hour by hour, through the real reading of drafts. Fetches nothing.
import { identityKeys } from '../src/core/article-identity.ts'
import type { ArticleDraft } from '../src/core/article.ts'
import { DAY, HOUR, type Instant } from '../src/core/calendar.ts'
import type { StoryShelf } from '../src/core/story-shelf.ts'
import { waitingDraft } from '../src/core/waiting-draft.ts'
import { SILENT_METER } from '../src/meter.ts'
import type { Clock, FeedReader, Storage } from '../src/ports.ts'
import { readDrafts } from '../src/services/read-drafts.ts'
import type { Corpus, CorpusArticle } from './scale-corpus.ts'
import { SILENT_LOG } from './scale-log.ts'
import { feedNumber, placeOfRound, WORLD_ENDS_AT } from './scale-plan.ts'

/** The whole of every article is in its feed: no page is asked for. */
export const NO_READER: FeedReader = {
  readFeed: unasked,
  readPage: unasked,
  discover: unasked,
  readOutline: unasked,
  close: async () => undefined,
}

async function unasked(): Promise<never> {
  throw new Error('The bench of scale reads no web.')
}

/** Rounds of the same names lie so far apart that nothing is taken for a reprint of them. */
const UNLIKE_THE_NEWEST = 30

/** Drafts of the articles that come in `]from, until]`, both after the end of the world as it was made. */
export function draftsBetween(
  { articles, renamer }: Corpus,
  from: Instant,
  until: Instant,
): readonly ArticleDraft[] {
  const drafts: ArticleDraft[] = []
  // Round -1 begins where the world ends; its last article stands at the beginning of round -2.
  for (let round = -1; placeOfRound(round + 1).instantOf(Infinity) < until; round--) {
    const { instantOf } = placeOfRound(round)
    const rename = renamer(UNLIKE_THE_NEWEST - round)
    for (const article of articles) {
      const publishedAt = instantOf(article.publishedAt)
      if (publishedAt > from && publishedAt <= until)
        drafts.push(draftOf(article, round, publishedAt, rename))
    }
  }
  return drafts
}

function draftOf(
  { id, title, text }: CorpusArticle,
  round: number,
  publishedAt: Instant,
  rename: (text: string) => string,
): ArticleDraft {
  const feed = feedNumber(id, round)
  const { idOf, feedOf, publisherOf } = placeOfRound(round)
  const url = `https://journal-${feed}.pressoir.example/${idOf(id)}`
  const words = { title: rename(title), lead: '', text: rename(text) }
  const publisher = publisherOf('', id)
  return {
    keys: identityKeys({ guid: url, url, ...words }, feedOf(id), publisher),
    feedId: feedOf(id),
    publisher,
    rubric: '',
    url,
    title: words.title,
    lead: '',
    body: words.text,
    publishedAt,
  }
}

export interface MovedClock extends Clock {
  readonly set: (instant: Instant) => void
}

export function movedClock(instant: Instant): MovedClock {
  let now = instant
  return {
    now: () => now,
    set: (next) => {
      now = next
    },
  }
}

interface ReadingTools {
  readonly storage: Storage
  readonly shelf: StoryShelf
  readonly clock: MovedClock
}

/** The articles of one day in the hours in which they come. */
export async function readHours(
  { storage, shelf, clock }: ReadingTools,
  corpus: Corpus,
  dayEndsAt: Instant,
  onHour: (read: () => Promise<void>, count: number) => Promise<void>,
): Promise<void> {
  for (let hour = dayEndsAt - DAY + HOUR; hour <= dayEndsAt; hour += HOUR) {
    const drafts = draftsBetween(corpus, hour - HOUR, hour)
    clock.set(hour)
    await storage.drafts.add(drafts.map((draft) => waitingDraft(draft, false, hour)))
    const { signal } = new AbortController()
    await onHour(
      () =>
        readDrafts({
          storage,
          shelf,
          clock,
          reader: NO_READER,
          log: SILENT_LOG,
          meter: SILENT_METER,
          signal,
        }),
      drafts.length,
    )
  }
}

/** When the day after the last one that this world has lived ends: every day ends at the hour of the digests. */
export async function nextDayEnd(storage: Storage): Promise<Instant> {
  const toldUntil = (await storage.editions.toldUntil()) ?? WORLD_ENDS_AT
  return WORLD_ENDS_AT + (Math.floor((toldUntil - WORLD_ENDS_AT) / DAY) + 1) * DAY
}
