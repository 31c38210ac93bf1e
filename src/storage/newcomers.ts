// New articles in two steps of one transaction. Writes the same rows as the stores of articles, sentences, facts and people.
import { sql } from 'kysely'
import type { AddedArticle, Newcomer, NewcomerStore } from '../ports.ts'
import { fromArticle } from './article-rows.ts'
import { addTexts, settle } from './articles.ts'
import { inBatches } from './batches.ts'
import { placeIn } from './fact-places.ts'
import { addFacts } from './facts.ts'
import { learnNames, noteNames } from './people.ts'
import { addSentences, countSentences } from './search.ts'
import type { Session } from './session.ts'

export function newcomerStore(session: Session): NewcomerStore {
  return {
    write: (newcomers, factsVersion) => session.together((inner) => writeAll(inner, newcomers, factsVersion)),
    place: (newcomers, placed) => session.together((inner) => placeAll(inner, newcomers, placed)),
  }
}

/** Before anything else: a shelf that is filled from storage in the turn of this transaction does not find what it is to place. */
const NOT_YET_SEEN = Number.MIN_SAFE_INTEGER

async function writeAll(
  session: Session,
  newcomers: readonly Newcomer[],
  factsVersion: number,
): Promise<void> {
  const articles = newcomers.map(({ article }) => article)
  const rows = articles.map((article) => ({
    ...fromArticle(article),
    first_seen_at: NOT_YET_SEEN,
    story_id: article.id,
    duplicate_of: null,
    facts_version: factsVersion,
  }))
  for (const batch of inBatches(rows)) await session.database.insertInto('articles').values(batch).execute()
  await addTexts(session, articles)
  await addSentences(session, newcomers)
  await addFacts(
    session,
    newcomers.map(({ article, facts }) => [placeIn(article, 0), facts]),
  )
  await noteNames(
    session,
    newcomers.map(({ article, names }) => ({ place: placeIn(article, 0), names })),
  )
}

async function placeAll(
  session: Session,
  newcomers: readonly Newcomer[],
  placed: readonly AddedArticle[],
): Promise<void> {
  for (const batch of inBatches(placed)) {
    const places = batch.map(
      ({ article: { id, firstSeenAt }, placement: { storyId, duplicateOf } }) =>
        sql`(${id}, ${storyId}, ${duplicateOf ?? null}, cast(${firstSeenAt} as bigint))`,
    )
    const { numAffectedRows } =
      await sql`with placed (id, story, original, seen) as (values ${sql.join(places)})
      update articles set story_id = story, duplicate_of = original, first_seen_at = seen
      from placed where articles.id = placed.id`.execute(session.database)
    if (numAffectedRows !== BigInt(batch.length))
      throw new Error('Articles are placed that were not written ahead.')
  }
  await settle(session, placed)
  await countSentences(session, newcomers)
  await learnNames(
    session,
    newcomers.flatMap(({ names }) => names),
  )
}
