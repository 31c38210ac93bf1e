// What articles tell, saved and found again. Never reads a text, and never decides who is who.
import { sql } from 'kysely'
import type { Article } from '../core/article.ts'
import type { ArticleFacts } from '../core/fact.ts'
import type { FactStore, TellingArticle } from '../ports.ts'
import { getArticles } from './articles.ts'
import { articlesNaming, bearers, wordsOfNames } from './bearers.ts'
import { inBatches } from './batches.ts'
import { type FactPlace, placeIn, seenFeeds } from './fact-places.ts'
import { meetingsBetween, meetingsOf, meetingsTold, meetingsWithStems, saveMeetings } from './meetings.ts'
import { provenTerms, saveOffices, termsOf } from './offices.ts'
import type { Session } from './session.ts'
import { saveStatements, statementsIn, statementsOf } from './statements.ts'

/**
 * Measured on 1,000,000 articles in 500 feeds, 50,000 of which name one person, with 340,000 meetings: 200 of the meetings
 * of that person 15 ms; her offices 20 ms, 125 ms seen through half of the feeds, which must then be counted one by one;
 * 100 statements 4 ms; who bears a surname 10 ms; a week of meetings 18 ms.
 */
export function factStore(session: Session): FactStore {
  return {
    save: (article, facts, factsVersion) =>
      session.together((inner) => saveAll(inner, [{ article, facts }], factsVersion)),
    saveAll: (told, factsVersion) => session.together((inner) => saveAll(inner, told, factsVersion)),
    toRead: (factsVersion, limit) => toRead(session, factsVersion, limit),
    bearers: async (words, limit, feedIds) =>
      bearers(session, words, whole(limit), await seenFeeds(session, feedIds)),
    wordsOfNames: (beginning) => wordsOfNames(session, beginning),
    articlesNaming: async (names, limit, feedIds) =>
      articlesNaming(session, names, whole(limit), await seenFeeds(session, feedIds)),
    meetingsOf: async (asked, limit, feedIds) =>
      meetingsOf(session, asked, whole(limit), await seenFeeds(session, feedIds)),
    meetingsOfGroup: async (stems, limit, feedIds) =>
      meetingsWithStems(session, 'group', stems, whole(limit), await seenFeeds(session, feedIds)),
    meetingsAt: async (stems, limit, feedIds) =>
      meetingsWithStems(session, 'place', stems, whole(limit), await seenFeeds(session, feedIds)),
    meetingsBetween: async (from, to, limit, feedIds) =>
      meetingsBetween(session, [from, to], whole(limit), await seenFeeds(session, feedIds)),
    meetingsToldSince: async (since, limit, feedIds) =>
      meetingsTold(session, since, whole(limit), await seenFeeds(session, feedIds)),
    termsOf: async (names, feedIds) => termsOf(session, 'name', names, await seenFeeds(session, feedIds)),
    officesOf: async (names, feedIds) => provenTerms(session, names, await seenFeeds(session, feedIds)),
    holdersOf: async (officeKeys, feedIds) =>
      termsOf(session, 'office_key', officeKeys, await seenFeeds(session, feedIds)),
    statementsIn: (articles) => statementsIn(session, articles),
    statementsOf: async (names, limit, feedIds) =>
      statementsOf(session, names, whole(limit), await seenFeeds(session, feedIds)),
  }
}

/** A negative limit would mean none. */
const whole = (limit: number): number => Math.max(0, Math.floor(limit))

async function saveAll(
  session: Session,
  told: readonly TellingArticle[],
  factsVersion: number,
): Promise<void> {
  const current: (readonly [FactPlace, ArticleFacts])[] = []
  const former: string[] = []
  for (const [version, of] of Map.groupBy(told, ({ article }) => article.version)) {
    const found = await noteRead(
      session,
      of.map(({ article }) => article.id),
      version,
      factsVersion,
    )
    // Between reading the facts and saving them the article may have got another version, with facts of its own.
    for (const { article, facts } of of) {
      const row = found.get(article.id)
      if (row !== undefined) current.push([placeIn(article, row.stood_elsewhere), facts])
      if (row?.has_facts === 1) former.push(article.id)
    }
  }
  await forget(session, former)
  await addFacts(session, current)
}

/** Of articles that have none. */
export async function addFacts(
  session: Session,
  told: readonly (readonly [FactPlace, ArticleFacts])[],
): Promise<void> {
  await saveMeetings(
    session,
    told.map(([place, { meetings }]) => [place, meetings]),
  )
  await saveOffices(
    session,
    told.map(([place, { offices }]) => [place, offices]),
  )
  await saveStatements(
    session,
    told.map(([place, { statements }]) => [place, statements]),
  )
}

interface ReadRow {
  readonly stood_elsewhere: number
  /** Those of an earlier reading: most articles have none, and four deletions are saved. Keys stand with meetings. */
  readonly has_facts: number
}

/** Of those that have this version still. */
async function noteRead(
  { database }: Session,
  articleIds: readonly string[],
  version: number,
  factsVersion: number,
): Promise<ReadonlyMap<string, ReadRow>> {
  const found = new Map<string, ReadRow>()
  for (const batch of inBatches(articleIds))
    for (const { id, ...row } of await database
      .updateTable('articles')
      .set({ facts_version: factsVersion })
      .where('id', 'in', batch)
      .where('version', '=', version)
      .returning(['id', 'stood_elsewhere', HAS_FACTS.as('has_facts')])
      .execute())
      found.set(id, row)
  return found
}

const HAS_FACTS = sql<number>`case
  when exists (select 1 from meetings where meetings.article_id = articles.id)
    or exists (select 1 from offices where offices.article_id = articles.id)
    or exists (select 1 from statements where statements.article_id = articles.id)
  then 1 else 0 end`

async function forget({ database }: Session, articleIds: readonly string[]): Promise<void> {
  for (const batch of inBatches(articleIds))
    for (const table of ['meeting_keys', 'meetings', 'offices', 'statements'] as const)
      await database.deleteFrom(table).where('article_id', 'in', batch).execute()
}

async function toRead(session: Session, factsVersion: number, limit: number): Promise<readonly Article[]> {
  const rows = await session.database
    .selectFrom('articles')
    .select('id')
    .where('facts_version', '<', factsVersion)
    .orderBy('facts_version')
    .orderBy('first_seen_at', 'desc')
    .limit(whole(limit))
    .execute()
  return getArticles(
    session,
    rows.map(({ id }) => id),
  )
}
