// Who says what, as articles report it. Never decides who is who.
import type { Found } from '../core/fact.ts'
import type { Statement } from '../french/statements.ts'
import { inBatches } from './batches.ts'
import { type FactPlace, inOrder, isOfFeeds, withArticles } from './fact-places.ts'
import type { Feeds } from './search.ts'
import type { Session } from './session.ts'

export async function saveStatements(
  { database }: Session,
  place: FactPlace,
  statements: readonly Statement[],
): Promise<void> {
  const rows = statements.map(({ speaker, isQuoted, start, end }, ordinal) => ({
    ...place,
    ordinal,
    speaker,
    is_quoted: Number(isQuoted),
    start_offset: start,
    end_offset: end,
  }))
  for (const batch of inBatches(rows)) await database.insertInto('statements').values(batch).execute()
}

/** One statement of SQL a name, as in meetings. */
export async function statementsOf(
  session: Session,
  names: readonly string[],
  limit: number,
  feeds: Feeds | undefined,
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
  return found.map(([{ speaker, is_quoted: isQuoted, start_offset: start, end_offset: end }, article]) => ({
    fact: { speaker, isQuoted: isQuoted === 1, start, end },
    article,
  }))
}
