// The log of placements, written with each article. Never decides where one belongs.
import type { Instant } from '../core/calendar.ts'
import type { Placement } from '../core/story.ts'
import type { LoggedPlacement, PlacementStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import type { Session } from './session.ts'

export function placementStore(session: Session): PlacementStore {
  return {
    last: () => last(session),
    after: (position, limit) => after(session, position, limit),
    forgetBefore: (instant) => forgetBefore(session, instant),
  }
}

/** In the transaction that adds the articles: writers take turns, so positions are in the order of the commits. */
export async function logPlacements(
  { database }: Session,
  placed: readonly { readonly placement: Placement; readonly at: Instant }[],
): Promise<void> {
  const rows = placed.map(({ placement: { articleId, storyId, duplicateOf, unites = [] }, at }) => ({
    article_id: articleId,
    story_id: storyId,
    duplicate_of: duplicateOf ?? null,
    unites: unites.length === 0 ? null : JSON.stringify(unites),
    placed_at: at,
  }))
  for (const batch of inBatches(rows)) await database.insertInto('placements').values(batch).execute()
}

async function last({ database }: Session): Promise<number> {
  const row = await database
    .selectFrom('placements')
    .select('position')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.position ?? 0
}

async function after(
  { database }: Session,
  position: number,
  limit: number,
): Promise<readonly LoggedPlacement[]> {
  const rows = await database
    .selectFrom('placements')
    .selectAll()
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    position: row.position,
    placement: {
      articleId: row.article_id,
      storyId: row.story_id,
      ...(row.duplicate_of !== null && { duplicateOf: row.duplicate_of }),
      // Only `logPlacement` writes this column.
      ...(row.unites !== null && { unites: JSON.parse(row.unites) }),
    },
  }))
}

/** The newest stays: a database may give the position of a row that went to the next one. */
async function forgetBefore(session: Session, instant: Instant): Promise<void> {
  const newest = await last(session)
  await session.database
    .deleteFrom('placements')
    .where('placed_at', '<', instant)
    .where('position', '<', newest)
    .execute()
}
