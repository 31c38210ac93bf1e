// Which workspace follows which feed, and how it calls it. Keeps the rows of followed feeds; never reads a feed.
import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Following } from '../core/following.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { fold } from '../french/normalise.ts'
import type { FollowingStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import { addState, isFollowed } from './feeds.ts'
import { removeFeedsWhere } from './removed-feeds.ts'
import type { Session } from './session.ts'
import type { FollowingRow } from './tables.ts'

export function followingStore(session: Session, clock: () => Instant): FollowingStore {
  return {
    of: (workspaceId) => followingsOf(session, workspaceId),

    list: async (feedIds) => {
      const all = session.database
        .selectFrom('followings')
        .selectAll()
        .orderBy('workspace_id')
        .orderBy('feed_id')
      if (feedIds === undefined) return (await all.execute()).map(toFollowing)
      const rows = []
      for (const batch of inBatches(feedIds))
        rows.push(...(await all.where('feed_id', 'in', batch).execute()))
      return rows.map(toFollowing)
    },

    get: async (workspaceId, feedId) => {
      const row = await session.database
        .selectFrom('followings')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('feed_id', '=', feedId)
        .executeTakeFirst()
      return row && toFollowing(row)
    },

    save: (following, now) => session.within((inner) => save(inner, following, now)),
    remove: (workspaceId, feedId) => session.within((inner) => remove(inner, workspaceId, feedId, clock())),
  }
}

/** Sorted here: no database need know that «Échos» comes before «Figaro». */
async function followingsOf({ database }: Session, workspaceId: WorkspaceId): Promise<readonly Following[]> {
  const rows = await database
    .selectFrom('followings')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('title')
    .orderBy('feed_id')
    .execute()
  return rows
    .map((row) => ({ following: toFollowing(row), key: fold(row.title) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ following }) => following)
}

/** A feed that is there already, of the file or of another workspace, stays as it is. */
async function save({ database }: Session, following: Following, now: Instant): Promise<void> {
  const { feedId, url, title, publisher } = following
  await database
    .insertInto('feeds')
    .values({ id: feedId, url, title, publisher, rubric: '', origin: 'chat' })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await addState(database, feedId, now)
  const row = fromFollowing(following)
  await database
    .insertInto('followings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'feed_id']).doUpdateSet(row))
    .execute()
}

async function remove(
  session: Session,
  workspaceId: WorkspaceId,
  feedId: string,
  now: Instant,
): Promise<void> {
  await session.database
    .deleteFrom('followings')
    .where('workspace_id', '=', workspaceId)
    .where('feed_id', '=', feedId)
    .execute()
  await removeFeedsWhere(
    session,
    (build) =>
      build.and([build('id', '=', feedId), build('origin', '=', 'chat'), build.not(isFollowed(build))]),
    now,
  )
}

export function toFollowing(row: Selectable<FollowingRow>): Following {
  return {
    workspaceId: row.workspace_id,
    feedId: row.feed_id,
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    rubric: row.rubric,
    addedBy: row.added_by,
    addedByName: row.added_by_name,
    addedAt: row.added_at,
    ...(row.suspended_at !== null && { suspendedAt: row.suspended_at }),
    ...(row.is_quoted === 0 && { isQuoted: false }),
  }
}

function fromFollowing(following: Following): Insertable<FollowingRow> {
  return {
    workspace_id: following.workspaceId,
    feed_id: following.feedId,
    url: following.url,
    title: following.title,
    publisher: following.publisher,
    rubric: following.rubric,
    added_by: following.addedBy,
    added_by_name: following.addedByName,
    added_at: following.addedAt,
    suspended_at: following.suspendedAt ?? null,
    is_quoted: following.isQuoted === false ? 0 : 1,
  }
}
