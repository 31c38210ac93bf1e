// The states of feeds that were removed: they wait for their feed to come back. Knows nothing of who removes or follows.
import type { Expression, ExpressionBuilder, Insertable, SqlBool } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { FeedStateRow } from './feed-tables.ts'
import type { Session } from './session.ts'
import type { Tables } from './tables.ts'

/** Which feeds. */
type Condition = (build: ExpressionBuilder<Tables, 'feeds'>) => Expression<SqlBool>

/** Their states go aside; with the feed itself they would be lost. */
export async function removeFeedsWhere(
  { database }: Session,
  condition: Condition,
  now: Instant,
): Promise<void> {
  const states = await database
    .selectFrom('feed_states')
    .innerJoin('feeds', 'feeds.id', 'feed_states.feed_id')
    .selectAll('feed_states')
    .where((build) => condition(build))
    .execute()
  for (const state of states) {
    const kept = { removed_at: now, state: JSON.stringify(state) }
    await database
      .insertInto('removed_feeds')
      .values({ feed_id: state.feed_id, ...kept })
      .onConflict((conflict) => conflict.column('feed_id').doUpdateSet(kept))
      .execute()
  }
  await database.deleteFrom('feeds').where(condition).execute()
}

/** As it was, but to be read at once; undefined for a feed that was never here, or is forgotten. */
export async function takeRemovedState(
  { database }: Pick<Session, 'database'>,
  feedId: string,
  now: Instant,
): Promise<Insertable<FeedStateRow> | undefined> {
  const row = await database
    .deleteFrom('removed_feeds')
    .where('feed_id', '=', feedId)
    .returning('state')
    .executeTakeFirst()
  if (row === undefined) return undefined
  // Only `removeFeedsWhere` writes this column.
  const state: Insertable<FeedStateRow> = JSON.parse(row.state)
  return { ...state, next_read_at: now }
}

export async function forgetRemoved({ database }: Session, before: Instant): Promise<void> {
  await database.deleteFrom('removed_feeds').where('removed_at', '<', before).execute()
}
