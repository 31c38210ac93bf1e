// In which other feeds an article stood. Never decides which of them counts.
import type { Appearance } from '../core/article.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

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
