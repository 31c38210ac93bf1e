// Articles with all their versions, and what they tell, page after page. Decides nothing about who sees what.
import { type RawBuilder, type Selectable, sql, type SqlBool } from 'kysely'
import type { ExportedArticle, ExportedRecords } from '../core/export.ts'
import { fullText } from '../core/kept-passages.ts'
import type { ToldMeeting } from '../french/told-meeting.ts'
import { appearancesOf } from './appearances.ts'
import { toWordless } from './article-rows.ts'
import { toOffice } from './offices.ts'
import { isBehind, paged, ROWS_A_PAGE } from './paged-reading.ts'
import { feedsAsked } from './seen-sentences.ts'
import type { Session } from './session.ts'
import type { Feeds } from './stem-index.ts'
import { toStatement } from './statements.ts'
import type { ArticleRow, Tables } from './tables.ts'

/** Of 5 kB a version, and some have ten. */
const ARTICLES_A_PAGE = 100

type Pages<Noun extends keyof ExportedRecords> = AsyncGenerator<readonly ExportedRecords[Noun][]>
type FeedIds = ReadonlySet<string> | undefined

/** The article stood in one of these feeds, first or later; true of all when no feeds are asked. As in fact-places. */
function isSeen(feeds: Feeds | undefined): RawBuilder<SqlBool> {
  if (feeds === undefined) return sql<SqlBool>`1 = 1`
  return sql<SqlBool>`(articles.feed_id in (${feeds}) or exists (
    select 1 from article_appearances
    where article_appearances.article_id = articles.id
      and article_appearances.feed_id || '' in (${feeds})))`
}

export async function* articlePages(session: Session, feedIds: FeedIds): Pages<'articles'> {
  const feeds = feedsAsked(session, feedIds)
  const rowPages = paged<Selectable<ArticleRow>>(ARTICLES_A_PAGE, (last) =>
    session.database
      .selectFrom('articles')
      .selectAll()
      .where(isBehind(['articles.id'], last && [last.id]))
      .where(isSeen(feeds))
      .orderBy('articles.id')
      .limit(ARTICLES_A_PAGE)
      .execute(),
  )
  for await (const rows of rowPages) yield await withParts(session, rows, feeds)
}

/** All that stands in other tables about the articles of a page. */
async function withParts(
  session: Session,
  rows: readonly Selectable<ArticleRow>[],
  feeds: Feeds | undefined,
): Promise<readonly ExportedArticle[]> {
  const ids = rows.map(({ id }) => id)
  const versions = Map.groupBy(await versionsOf(session, ids), (version) => version.article_id)
  const appearances = await appearancesOf(session, ids)
  const originals = await seenOriginals(session, rows, feeds)
  return rows.map((row) => ({
    ...toWordless(row),
    ...(row.thinned_at !== null && { thinnedAt: row.thinned_at }),
    storyId: row.story_id,
    ...(row.duplicate_of !== null && originals.has(row.duplicate_of) && { duplicateOf: row.duplicate_of }),
    appearances: appearances.get(row.id) ?? [],
    versions: (versions.get(row.id) ?? []).map(({ version, title, lead, text }) => ({
      version,
      title,
      lead,
      text: fullText(text),
    })),
  }))
}

function versionsOf({ database }: Session, ids: readonly string[]) {
  return database
    .selectFrom('article_versions')
    .selectAll()
    .where('article_id', 'in', ids)
    .orderBy('article_id')
    .orderBy('version')
    .execute()
}

/** What the rows repeat, of what may be seen. */
async function seenOriginals(
  { database }: Session,
  rows: readonly Selectable<ArticleRow>[],
  feeds: Feeds | undefined,
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap((row) => row.duplicate_of ?? [])
  if (feeds === undefined || ids.length === 0) return new Set(ids)
  const seen = await database
    .selectFrom('articles')
    .select('id')
    .where('id', 'in', ids)
    .where(isSeen(feeds))
    .execute()
  return new Set(seen.map(({ id }) => id))
}

export async function countArticles(session: Session, feedIds: FeedIds): Promise<number> {
  const { count } = await session.database
    .selectFrom('articles')
    .where(isSeen(feedsAsked(session, feedIds)))
    .select((columns) => columns.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** In the order of the table: no index leads from an article to its keys. */
export async function* keyPages(session: Session, feedIds: FeedIds): Pages<'keys'> {
  const feeds = feedsAsked(session, feedIds)
  const rowPages = paged<Selectable<Tables['article_keys']>>(ROWS_A_PAGE, (last) =>
    session.database
      .selectFrom('article_keys')
      .selectAll()
      .where(isBehind(['key'], last && [last.key]))
      .where(isOfSeen(feeds))
      .orderBy('key')
      .limit(ROWS_A_PAGE)
      .execute(),
  )
  for await (const rows of rowPages) yield rows.map(({ key, article_id: articleId }) => ({ key, articleId }))
}

/** The row is about an article that is seen. */
function isOfSeen(feeds: Feeds | undefined): RawBuilder<SqlBool> {
  if (feeds === undefined) return sql<SqlBool>`1 = 1`
  return sql<SqlBool>`exists (select 1 from articles where articles.id = article_id and ${isSeen(feeds)})`
}

export const peoplePages = (session: Session, feedIds: FeedIds): Pages<'people'> =>
  told(session, feedIds, async (ids) => {
    const rows = await session.database
      .selectFrom('article_people')
      .select(['article_id', 'name'])
      .where('article_id', 'in', ids)
      .orderBy('article_id')
      .orderBy('name')
      .execute()
    return rows.map(({ article_id: articleId, name }) => ({ articleId, name }))
  })

export const officePages = (session: Session, feedIds: FeedIds): Pages<'offices'> =>
  told(session, feedIds, async (ids) =>
    (await factsOf(session, 'offices', ids)).map((row) => ({ ...placeOf(row), ...toOffice(row) })),
  )

export const meetingPages = (session: Session, feedIds: FeedIds): Pages<'meetings'> =>
  told(session, feedIds, async (ids) =>
    (await factsOf(session, 'meetings', ids)).map((row) => {
      // Only `saveMeetings` writes this column.
      const meeting: ToldMeeting = JSON.parse(row.meeting)
      return { ...placeOf(row), ...meeting }
    }),
  )

export const statementPages = (session: Session, feedIds: FeedIds): Pages<'statements'> =>
  told(session, feedIds, async (ids) =>
    (await factsOf(session, 'statements', ids)).map((row) => ({ ...placeOf(row), ...toStatement(row) })),
  )

/** What the articles tell that stood in these feeds, a page of articles at a time. */
async function* told<Fact>(
  session: Session,
  feedIds: FeedIds,
  tell: (articleIds: readonly string[]) => Promise<readonly Fact[]>,
): AsyncGenerator<readonly Fact[]> {
  const feeds = feedsAsked(session, feedIds)
  const idPages = paged<{ readonly id: string }>(ROWS_A_PAGE, (last) =>
    session.database
      .selectFrom('articles')
      .select('id')
      .where(isBehind(['articles.id'], last && [last.id]))
      .where(isSeen(feeds))
      .orderBy('articles.id')
      .limit(ROWS_A_PAGE)
      .execute(),
  )
  for await (const rows of idPages) yield await tell(rows.map(({ id }) => id))
}

async function factsOf<Table extends 'offices' | 'meetings' | 'statements'>(
  { database }: Session,
  table: Table,
  articleIds: readonly string[],
): Promise<readonly Selectable<Tables[Table]>[]> {
  const { rows } = await sql<Selectable<Tables[Table]>>`
    select * from ${sql.table(table)} where article_id in (${sql.join(articleIds)})
    order by article_id, ordinal`.execute(database)
  return rows
}

const placeOf = ({
  article_id: articleId,
  version,
}: {
  readonly article_id: string
  readonly version: number
}) => ({
  articleId,
  version,
})

export async function countTold(
  session: Session,
  table: 'article_keys' | 'article_people' | 'offices' | 'meetings' | 'statements',
  feedIds: FeedIds,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where ${isOfSeen(feedsAsked(session, feedIds))}`.execute(
    session.database,
  )
  return rows[0]?.count ?? 0
}
