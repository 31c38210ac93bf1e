// Who says what, as articles report it. Never decides who is who.
import type { Article } from '../core/article.ts'
import type { Found } from '../core/fact.ts'
import type { Statement } from '../french/statements.ts'
import { inBatches } from './batches.ts'
import type { StatementRow } from './fact-tables.ts'
import { type FactsAt, inOrder, isOfFeeds, withArticles, type SeenFeeds } from './fact-places.ts'
import type { Session } from './session.ts'

export async function saveStatements(
  { database }: Session,
  told: readonly FactsAt<Statement>[],
): Promise<void> {
  const rows = told.flatMap(([place, statements]) =>
    statements.map(({ speaker, isQuoted, start, end }, ordinal) => ({
      ...place,
      ordinal,
      speaker,
      is_quoted: Number(isQuoted),
      start_offset: start,
      end_offset: end,
    })),
  )
  for (const batch of inBatches(rows)) await database.insertInto('statements').values(batch).execute()
}

/** One statement of SQL a name, as in meetings. */
export async function statementsOf(
  session: Session,
  names: readonly string[],
  limit: number,
  feeds: SeenFeeds | undefined,
): Promise<readonly Found<Statement>[]> {
  const rows = []
  for (const name of new Set(names))
    rows.push(
      ...(await session.database
        .selectFrom('statements')
        .selectAll()
        .where('speaker', '=', name)
        .where(isOfFeeds('statements', feeds))
        .orderBy('published_at', 'desc')
        .orderBy('article_id')
        .orderBy('ordinal')
        .limit(limit)
        .execute()),
    )
  const found = await withArticles(session, rows.toSorted(inOrder).slice(0, limit))
  return found.map(([row, article]) => ({ fact: toStatement(row), article }))
}

export async function statementsIn(
  { database }: Session,
  articles: readonly Article[],
): Promise<readonly Found<Statement>[]> {
  const byArticle = new Map<string, StatementRow[]>()
  for (const batch of inBatches(articles.map(({ id }) => id))) {
    const rows = await database
      .selectFrom('statements')
      .selectAll()
      .where('article_id', 'in', batch)
      .orderBy('ordinal')
      .execute()
    for (const row of rows) byArticle.set(row.article_id, [...(byArticle.get(row.article_id) ?? []), row])
  }
  return articles.flatMap((article) =>
    (byArticle.get(article.id) ?? [])
      .filter(({ version }) => version === article.version)
      .map((row) => ({ fact: toStatement(row), article })),
  )
}

export function toStatement({
  speaker,
  is_quoted: isQuoted,
  start_offset: start,
  end_offset: end,
}: StatementRow): Statement {
  return { speaker, isQuoted: isQuoted === 1, start, end }
}
