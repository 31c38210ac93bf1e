// Feeds with their state and history, those that were removed too, page after page. Decides nothing about who sees what.
import { type Selectable, sql } from 'kysely'
import type { ExportedFeed } from '../core/export.ts'
import type { FeedState } from '../core/feed.ts'
import { toFeed, toState } from './feeds.ts'
import type { FeedStateRow } from './feed-tables.ts'
import { isBehind, paged } from './paged-reading.ts'
import type { Session } from './session.ts'

/** A history of eight weeks is 2 kB. */
const FEEDS_A_PAGE = 200

/** What is followed, what was removed, and what the file once declared: its articles are there for all. */
const KNOWN = sql`(
  select id from feeds union select feed_id from removed_feeds union select feed_id from declared_feeds)`

interface KnownFeedRow {
  readonly id: string
}

export async function* feedPages(session: Session): AsyncGenerator<readonly ExportedFeed[]> {
  const idPages = paged<KnownFeedRow>(FEEDS_A_PAGE, async (last) => {
    const { rows } = await sql<KnownFeedRow>`
      select id from ${KNOWN} as known where ${isBehind(['id'], last && [last.id])}
      order by id limit ${FEEDS_A_PAGE}`.execute(session.database)
    return rows
  })
  for await (const rows of idPages)
    yield await describe(
      session,
      rows.map(({ id }) => id),
    )
}

async function describe({ database }: Session, ids: readonly string[]): Promise<readonly ExportedFeed[]> {
  const feeds = await database.selectFrom('feeds').selectAll().where('id', 'in', ids).execute()
  const states = await database.selectFrom('feed_states').selectAll().where('feed_id', 'in', ids).execute()
  const removed = await database.selectFrom('removed_feeds').selectAll().where('feed_id', 'in', ids).execute()
  const declared = await database
    .selectFrom('declared_feeds')
    .selectAll()
    .where('feed_id', 'in', ids)
    .execute()
  const feedOf = new Map(feeds.map((row) => [row.id, toFeed(row)]))
  const stateOf = new Map(states.map((row) => [row.feed_id, toState(row)]))
  const removedOf = new Map(removed.map((row) => [row.feed_id, row]))
  const areDeclared = new Set(declared.map((row) => row.feed_id))
  return ids.map((id) => {
    const gone = removedOf.get(id)
    const state = stateOf.get(id) ?? (gone && toState(keptState(gone.state)))
    return {
      id,
      ...feedOf.get(id),
      isDeclared: areDeclared.has(id),
      ...(gone !== undefined && { removedAt: gone.removed_at }),
      ...(state !== undefined && { state: lifeOf(state) }),
    }
  })
}

/** Only `removeFeedsWhere` writes this column. */
function keptState(json: string): Selectable<FeedStateRow> {
  return JSON.parse(json)
}

/** Without what the server gave us to ask «anything new since?». */
function lifeOf({
  feedId: _feedId,
  validators: _validators,
  ...life
}: FeedState): NonNullable<ExportedFeed['state']> {
  return life
}

export async function countFeeds({ database }: Session): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${KNOWN} as known`.execute(
    database,
  )
  return rows[0]?.count ?? 0
}
