// Who bears a name, and where they are named. Never decides who is who.
import type { Article } from '../core/article.ts'
import type { Bearer } from '../core/fact.ts'
import { getArticles } from './articles.ts'
import { inOrder, isOfFeeds, type SeenFeeds } from './fact-places.ts'
import { LAST_CHARACTER, wordsOf } from './people.ts'
import type { Session } from './session.ts'

/** Entries looked through for words that begin alike: 15 ms. Two letters begin some 20,000 of 300,000 names. */
const MOST_ENTRIES = 50_000

export async function bearers(
  { database }: Session,
  typed: readonly string[],
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly Bearer[]> {
  const words = [...new Set(typed.flatMap(wordsOf))]
  if (words.length === 0) return []
  let asked = database
    .selectFrom('article_people')
    .select((build) => ['name', build.fn.countAll<number>().as('article_count')])
    .where(isOfFeeds('article_people', feeds))
    .groupBy('name')
    .orderBy('article_count', 'desc')
    .orderBy('name')
    .limit(limit)
  for (const word of words)
    asked = asked.where('name', 'in', (build) =>
      build
        .selectFrom('people_words')
        .select('people_words.name')
        .where('words', '>=', word)
        .where('words', '<', word + LAST_CHARACTER),
    )
  const rows = await asked.execute()
  return rows.map(({ name, article_count: articleCount }) => ({ name, articleCount }))
}

export async function wordsOfNames({ database }: Session, beginning: string): Promise<readonly string[]> {
  const [word, ...others] = wordsOf(beginning)
  if (word === undefined || others.length > 0) return []
  const rows = await database
    .selectFrom('people_words')
    .select('words')
    .where('words', '>=', word)
    .where('words', '<', word + LAST_CHARACTER)
    .orderBy('words')
    .limit(MOST_ENTRIES)
    .execute()
  return [...new Set(rows.map(({ words }) => words.split(' ', 1)[0] ?? ''))]
}

/** One statement a name: each stops at `limit`, while a list of names would be read and sorted whole. */
export async function articlesNaming(
  session: Session,
  names: readonly string[],
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly Article[]> {
  const rows = []
  for (const name of new Set(names))
    rows.push(
      ...(await session.database
        .selectFrom('article_people')
        .select(['article_id', 'published_at'])
        .where('name', '=', name)
        .where(isOfFeeds('article_people', feeds))
        .orderBy('published_at', 'desc')
        .orderBy('article_id')
        .limit(limit)
        .execute()),
    )
  const ordered = rows.map((row) => ({ ...row, ordinal: 0 })).toSorted(inOrder)
  return getArticles(session, [...new Set(ordered.map((row) => row.article_id))].slice(0, limit))
}
