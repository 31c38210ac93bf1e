// Makes one edition of a digest out of what storage holds, and shows one. Posts nothing.
import type { Article } from '../core/article.ts'
import { pressBrief } from '../core/brief.ts'
import { DAY, type Instant } from '../core/calendar.ts'
import { composeEdition } from '../core/compose-edition.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition, ShownEdition } from '../core/edition.ts'
import type { Storage } from '../ports.ts'
import { tellingTime } from './telling-time.ts'

/** What a first edition looks back over, before the digest was first heard of. */
const FIRST_WINDOW: Instant = DAY

/** After a long silence an edition still tells no more than a week. */
const LONGEST_WINDOW: Instant = 7 * DAY

/** A brief of a story has one or two sentences: 58 and 38 % of professional abstracts do (findings, briefs). */
const MAX_SENTENCES = 2

/** Everything first seen since the last edition of this digest, composed in order of importance. */
export async function makeEdition(
  storage: Storage,
  digest: Digest,
  slotAt: Instant,
  now: Instant,
): Promise<Edition> {
  const since = Math.max(await settledUntil(storage, digest, now), now - LONGEST_WINDOW)
  const until = await tellingTime(storage, now)
  const candidates = await storage.articles.seenBetween(since, until)
  // A reprint of what was shown yesterday is as old as its original.
  const asked = candidates.flatMap(({ id, placement: { duplicateOf } }) => [id, duplicateOf ?? id])
  const shown = await storage.editions.shown(digest.name, [...new Set(asked)])
  const { stories, articleCount, foldedCount } = composeEdition({
    digest,
    feeds: await storage.feeds.list(),
    candidates,
    shown,
    // Where the clock went back, the last edition ended in the future; news are not old for that.
    since: Math.min(since, now),
    now,
    brief: (article: Article) =>
      pressBrief(article, { maxSentences: MAX_SENTENCES, maxWords: digest.maxWords }),
  })
  return {
    id: `${digest.name}@${new Date(slotAt).toISOString()}`,
    digestName: digest.name,
    title: digest.title,
    zone: digest.schedule.zone,
    slotAt,
    madeAt: now,
    since,
    until,
    articleCount,
    foldedCount,
    stories,
  }
}

/** Up to where the news were told. Slots that were dropped told nothing: their news are still to come. */
async function settledUntil(storage: Storage, digest: Digest, now: Instant): Promise<Instant> {
  const last = await storage.editions.last(digest.name)
  if (last !== undefined) return last.until
  return ((await storage.editions.announcedAt(digest.name)) ?? now) - FIRST_WINDOW
}

/** The edition with the text of each sentence cut from the stored version it refers to. */
export async function showEdition(storage: Storage, edition: Edition): Promise<ShownEdition> {
  const references = edition.stories.flatMap(({ brief }) => brief)
  const texts = await storage.articles.cut(references)
  const textOf = new Map(references.map((reference, position) => [reference, texts[position]]))
  return {
    ...edition,
    stories: edition.stories.map((story) => ({
      ...story,
      sentences: story.brief.flatMap((reference) => {
        const text = textOf.get(reference)
        return text === undefined ? [] : [{ text, reference }]
      }),
    })),
  }
}
