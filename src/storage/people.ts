// Who is named in which article, and the names that begin as somebody types. Never decides what a name is.
import type { Instant } from '../core/calendar.ts'
import { fold } from '../french/normalise.ts'
import type { NamingArticle, PeopleIndex } from '../ports.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

/** Parameters of one statement that name feeds; SQLite takes 32,766 in all. */
const FEEDS_A_STATEMENT = 30_000

/**
 * Articles that names are taken from while nothing is typed. Measured on 50,000 articles that name 300,000 people in
 * 2,000 feeds: 13 ms, 85 ms for all of them.
 */
const NEWEST_ARTICLES = 2_000

/** Sorts after whatever a word can hold: U+10FFFF is no letter. */
export const LAST_CHARACTER = '\u{10ffff}'

export function peopleIndex(session: Session): PeopleIndex {
  return {
    index: (articleId, names) => session.together((inner) => indexAll(inner, [{ articleId, names }])),
    indexAll: (named) => session.together((inner) => indexAll(inner, named)),
    suggest: (typed, feedIds, limit) => suggest(session, typed, feedIds, limit),
  }
}

/** Folded words with one blank between them: «Jean-Luc d’Été» gives `jean luc d ete`. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

async function indexAll(session: Session, named: readonly NamingArticle[]): Promise<void> {
  const known = await namedIn(
    session,
    named.map(({ articleId }) => articleId),
  )
  const added: NamesAt[] = []
  for (const { articleId, names } of named) {
    const found = known.get(articleId)
    if (found === undefined)
      throw new Error(`People are named in articles: there is no article ${articleId}.`)
    const { place, names: before } = found
    const after = new Set(names)
    await forget(session, articleId, [...before.difference(after)])
    if (before.size > 0) await date(session, articleId, place.published_at)
    added.push({ place: { article_id: articleId, ...place }, names: [...after.difference(before)] })
  }
  await noteNames(session, added)
  await learnNames(
    session,
    added.flatMap(({ names }) => names),
  )
}

/** What rows about an article repeat of it. */
interface Place {
  readonly feed_id: string
  readonly stood_elsewhere: number
  readonly published_at: Instant
}

/** Who is named in one article. */
export interface NamesAt {
  readonly place: Place & { readonly article_id: string }
  readonly names: readonly string[]
}

interface NamedArticle {
  readonly place: Place
  readonly names: Set<string>
}

/** What articles are, and who is named in them so far. */
async function namedIn(
  { database }: Session,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, NamedArticle>> {
  const found = new Map<string, NamedArticle>()
  for (const batch of inBatches(articleIds))
    for (const { id, name, ...place } of await database
      .selectFrom('articles')
      .leftJoin('article_people', 'article_id', 'id')
      .select(['id', 'articles.feed_id', 'articles.stood_elsewhere', 'articles.published_at', 'name'])
      .where('id', 'in', batch)
      .execute()) {
      const { names } = found.get(id) ?? { names: new Set() }
      if (name !== null) names.add(name)
      found.set(id, { place, names })
    }
  return found
}

/** Names of before the column was there, and those that stay. */
async function date({ database }: Session, articleId: string, publishedAt: Instant): Promise<void> {
  await database
    .updateTable('article_people')
    .set({ published_at: publishedAt })
    .where('article_id', '=', articleId)
    .where('published_at', '!=', publishedAt)
    .execute()
}

async function forget({ database }: Session, articleId: string, names: readonly string[]): Promise<void> {
  for (const batch of inBatches(names)) {
    await database
      .deleteFrom('article_people')
      .where('article_id', '=', articleId)
      .where('name', 'in', batch)
      .execute()
    await database
      .deleteFrom('people_words')
      .where('name', 'in', batch)
      .where((build) =>
        build.not(
          build.exists(
            build
              .selectFrom('article_people')
              .select('article_people.name')
              .whereRef('article_people.name', '=', 'people_words.name'),
          ),
        ),
      )
      .execute()
  }
}

/** Names that the articles do not have yet. */
export async function noteNames({ database }: Session, named: readonly NamesAt[]): Promise<void> {
  const rows = named.flatMap(({ place: { article_id, feed_id, stood_elsewhere, published_at }, names }) =>
    names.map((name) => ({ article_id, name, feed_id, stood_elsewhere, published_at })),
  )
  for (const batch of inBatches(rows)) await database.insertInto('article_people').values(batch).execute()
}

/** The words by which somebody may begin to type a name. All articles share them: two transactions might wait for each other. */
export async function learnNames({ database }: Session, names: readonly string[]): Promise<void> {
  for (const batch of inBatches([...new Set(names)].flatMap(entriesOf)))
    await database
      .insertInto('people_words')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** «Jean Castex» is found from its first word on and from its second. */
function entriesOf(name: string): readonly { readonly words: string; readonly name: string }[] {
  const words = wordsOf(name)
  return words.map((_, start) => ({ words: words.slice(start).join(' '), name }))
}

async function suggest(
  session: Session,
  typed: string,
  feedIds: ReadonlySet<string>,
  limit: number,
): Promise<readonly string[]> {
  if (limit < 1) return []
  const words = wordsOf(typed).join(' ')
  const batches = inBatches([...feedIds], FEEDS_A_STATEMENT)
  const counts = new Map<string, number>()
  for (const batch of batches) {
    const counted = countNamed(session, words, batch)
    const rows = await (batches.length === 1 ? counted.limit(Math.floor(limit)) : counted).execute()
    for (const { name, count } of rows) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts]
    .toSorted(([one, often], [other, seldom]) => seldom - often || (one < other ? -1 : 1))
    .slice(0, Math.floor(limit))
    .map(([name]) => name)
}

/** Names from one of whose words on `words` stand, with the number of articles; of the newest articles for no words. */
function countNamed({ database }: Session, words: string, feedIds: readonly string[]) {
  const counted = database
    .selectFrom('article_people')
    .select((columns) => ['name', columns.fn.countAll<number>().as('count')])
    .groupBy('name')
    .orderBy('count', 'desc')
    .orderBy('name')
  if (words === '')
    return counted.where('article_id', 'in', (build) =>
      build
        .selectFrom('articles')
        .select('id')
        .where('feed_id', 'in', feedIds)
        .orderBy('first_seen_at', 'desc')
        .limit(NEWEST_ARTICLES),
    )
  return counted.where('feed_id', 'in', feedIds).where('name', 'in', (build) =>
    build
      .selectFrom('people_words')
      .select('name')
      .where('words', '>=', words)
      .where('words', '<', words + LAST_CHARACTER),
  )
}
