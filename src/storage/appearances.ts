// In which other feeds an article stood. Never decides which of them counts.
import type { Appearance } from '../core/article.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

/** The first feed of an article is its own and is not noted here. Gives whether this one is new. */
export async function noteAppearance(
  { database }: Session,
  articleId: string,
  { feedId, rubric }: Appearance,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('article_appearances')
    .values({ article_id: articleId, feed_id: feedId, rubric })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) return true
  await database
    .updateTable('article_appearances')
    .set({ rubric })
    .where('article_id', '=', articleId)
    .where('feed_id', '=', feedId)
    .execute()
  return false
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
