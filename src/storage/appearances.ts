// In which other feeds an article stood. Never decides which of them counts.
import type { Appearance } from '../core/article.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

/** What repeats of its article where that stood. */
const PLACED = ['article_people', 'meetings', 'meeting_keys', 'offices', 'statements'] as const

/** The first feed of an article is its own and is not noted here. */
export async function noteAppearance(
  { database }: Session,
  articleId: string,
  { feedId, rubric }: Appearance,
): Promise<void> {
  await database
    .insertInto('article_appearances')
    .values({ article_id: articleId, feed_id: feedId, rubric })
    .onConflict((conflict) => conflict.columns(['article_id', 'feed_id']).doUpdateSet({ rubric }))
    .execute()
  const { numUpdatedRows } = await database
    .updateTable('articles')
    .set({ stood_elsewhere: 1 })
    .where('id', '=', articleId)
    .where('stood_elsewhere', '=', 0)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  for (const table of PLACED)
    await database
      .updateTable(table)
      .set({ stood_elsewhere: 1 })
      .where('article_id', '=', articleId)
      .execute()
}

/** By article, in order of feeds; an article that stood in one feed only is not in the map. */
export async function appearancesOf(
  { database }: Session,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Appearance[]>> {
  const found = new Map<string, Appearance[]>()
  for (const batch of inBatches(articleIds)) {
    const rows = await database
      .selectFrom('article_appearances')
      .selectAll()
      .where('article_id', 'in', batch)
      .orderBy('feed_id')
      .execute()
    for (const { article_id: articleId, feed_id: feedId, rubric } of rows)
      found.set(articleId, [...(found.get(articleId) ?? []), { feedId, rubric }])
  }
  return found
}
