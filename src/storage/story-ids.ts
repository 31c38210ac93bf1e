// What an old id of a story leads to now. The id of a story is that of its first article, which tells where it belongs.
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

/** By the id asked for: the story of that name, or the one that took its articles. */
export async function presentStories(
  { database }: Session,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map(storyIds.map((id) => [id, id]))
  for (const batch of inBatches([...found.keys()])) {
    const rows = await database
      .selectFrom('articles')
      .select(['id', 'story_id'])
      .where('id', 'in', batch)
      .execute()
    for (const row of rows) found.set(row.id, row.story_id)
  }
  return found
}
