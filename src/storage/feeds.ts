// Feeds and where we stand with each. Never reads one.
import type { ExpressionBuilder, Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'
import { mayBeInTrouble } from '../core/feed-condition.ts'
import type { Feed, FeedMove, FeedState } from '../core/feed.ts'
import type { FeedStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import { forgetRemoved, removeFeedsWhere, takeRemovedState } from './removed-feeds.ts'
import { readHistory, writeHistory } from './feed-histories.ts'
import type { Session } from './session.ts'
import type { FeedRow, FeedStateRow } from './feed-tables.ts'
import type { Tables } from './tables.ts'

export function feedStore(session: Session, clock: () => Instant): FeedStore {
  return {
    list: async () =>
      (await session.database.selectFrom('feeds').selectAll().orderBy('title').orderBy('id').execute()).map(
        toFeed,
      ),

    shared: () => sharedFeeds(session),
    get: (feedIds) => getFeeds(session, feedIds),

    save: (feeds, now) => session.within((inner) => saveFeeds(inner, feeds, now)),

    everDeclared: async () => {
      const rows = await session.database.selectFrom('declared_feeds').select('feed_id').execute()
      return new Set(rows.map((row) => row.feed_id))
    },

    remove: (feedIds) => session.within((inner) => removeFeeds(inner, feedIds, clock())),

    forgetRemoved: (before) => forgetRemoved(session, before),

    states: (feedIds) => statesOf(session, feedIds),

    troubled: () => troubledStates(session),

    due: (now) => dueFeeds(session, now),

    makeDue: (feedId, now) => makeDue(session, feedId, now),

    saveState: async (state) => {
      const row = fromState(state)
      await session.database
        .insertInto('feed_states')
        .values(row)
        .onConflict((conflict) => conflict.column('feed_id').doUpdateSet(row))
        .execute()
    },
  }
}

async function sharedFeeds({ database }: Session): Promise<readonly Feed[]> {
  const shared = database.selectFrom('feeds').selectAll().where('origin', 'in', ['file', 'import'])
  return (await shared.orderBy('title').orderBy('id').execute()).map(toFeed)
}

async function getFeeds({ database }: Session, feedIds: readonly string[]): Promise<readonly Feed[]> {
  const found = []
  for (const batch of inBatches(feedIds))
    found.push(...(await database.selectFrom('feeds').selectAll().where('id', 'in', batch).execute()))
  return found.map(toFeed).toSorted(byTitle)
}

async function troubledStates({ database }: Session): Promise<readonly FeedState[]> {
  const troubled = database.selectFrom('feed_states').selectAll().where('may_be_in_trouble', '=', 1)
  return (await troubled.orderBy('feed_id').execute()).map(toState)
}

/** As the databases sort: what was asked for in several pieces comes in one order. */
function byTitle(one: Feed, other: Feed): number {
  if (one.title === other.title) return one.id < other.id ? -1 : 1
  return one.title < other.title ? -1 : 1
}

async function statesOf(
  { database }: Session,
  feedIds: readonly string[] | undefined,
): Promise<readonly FeedState[]> {
  const all = database.selectFrom('feed_states').selectAll().orderBy('feed_id')
  if (feedIds === undefined) return (await all.execute()).map(toState)
  const found = []
  for (const batch of inBatches(feedIds)) found.push(...(await all.where('feed_id', 'in', batch).execute()))
  return found.map(toState)
}

async function saveFeeds({ database }: Session, feeds: readonly Feed[], now: Instant): Promise<void> {
  for (const { id, isQuoted, ...words } of feeds) {
    const changed = { ...words, is_quoted: isQuoted === false ? 0 : 1 }
    await database
      .insertInto('feeds')
      .values({ id, ...changed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .execute()
    await addState(database, id, now)
    if (changed.origin !== 'chat')
      await database
        .insertInto('declared_feeds')
        .values({ feed_id: id })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
}

/** A new feed is due at once; a known one keeps its state, and one that was removed finds it again. */
export async function addState(database: Session['database'], feedId: string, now: Instant): Promise<void> {
  const known = await takeRemovedState({ database }, feedId, now)
  await database
    .insertInto('feed_states')
    .values(known ?? fromState({ feedId, validators: {}, nextReadAt: now, failureCount: 0 }))
    .onConflict((conflict) => conflict.column('feed_id').doNothing())
    .execute()
}

/**
 * A feed that workspaces follow does not go with the file that declared it: it stays with its state, as one of the
 * chat, without the rubric that the file gave it.
 */
async function removeFeeds(session: Session, feedIds: readonly string[], now: Instant): Promise<void> {
  for (const batch of inBatches(feedIds)) {
    await session.database
      .updateTable('feeds')
      .set({ origin: 'chat', rubric: '', is_quoted: 1 })
      .where('id', 'in', batch)
      .where(isFollowed)
      .execute()
    await removeFeedsWhere(
      session,
      (build) => build.and([build('id', 'in', batch), build.not(isFollowed(build))]),
      now,
    )
  }
}

/** Whether any workspace follows the feed, be it suspended or left. */
export function isFollowed(build: ExpressionBuilder<Tables, 'feeds'>) {
  return build.exists(
    build.selectFrom('followings').select('feed_id').whereRef('followings.feed_id', '=', 'feeds.id'),
  )
}

/** A workspace that nobody has noted is taken for one that the bot is in. */
function isWantedInTheChat(build: ExpressionBuilder<Tables, 'feeds'>) {
  return build.exists(
    build
      .selectFrom('followings')
      .leftJoin('workspaces', 'workspaces.id', 'followings.workspace_id')
      .select('followings.feed_id')
      .whereRef('followings.feed_id', '=', 'feeds.id')
      .where('followings.suspended_at', 'is', null)
      .where('workspaces.left_at', 'is', null),
  )
}

/** What came from a file has no address to read; what only the chat has is read while somebody there wants it. */
export function isRead(build: ExpressionBuilder<Tables, 'feeds'>) {
  return build.and([
    build('feeds.origin', '!=', 'import'),
    build.or([build('feeds.origin', '!=', 'chat'), isWantedInTheChat(build)]),
  ])
}

/** A server that fails and asked for rest is left in peace. */
async function makeDue({ database }: Session, feedId: string, now: Instant): Promise<void> {
  await database
    .updateTable('feed_states')
    .set({ next_read_at: now })
    .where('feed_id', '=', feedId)
    .where('next_read_at', '>', now)
    .where((build) =>
      build.or([
        build('failure_count', '=', 0),
        build('rest_until', 'is', null),
        build('rest_until', '<=', now),
      ]),
    )
    .execute()
}

async function dueFeeds(
  { database }: Session,
  now: Instant,
): Promise<readonly { readonly feed: Feed; readonly state: FeedState }[]> {
  const rows = await database
    .selectFrom('feeds')
    .innerJoin('feed_states', 'feed_states.feed_id', 'feeds.id')
    .selectAll()
    // Read later than now: the clock was ahead then, and what it planned means nothing.
    .where((column) => column.or([column('next_read_at', '<=', now), column('last_read_at', '>', now)]))
    .where((column) => isRead(column))
    .orderBy('next_read_at')
    .orderBy('feeds.id')
    .execute()
  return rows.map((row) => ({ feed: toFeed(row), state: toState(row) }))
}

export function toFeed({ id, url, title, publisher, rubric, origin, is_quoted }: Selectable<FeedRow>): Feed {
  return { id, url, title, publisher, rubric, origin, ...(is_quoted === 0 && { isQuoted: false }) }
}

export function toState(row: Selectable<FeedStateRow>): FeedState {
  return {
    feedId: row.feed_id,
    validators: {
      ...(row.etag !== null && { etag: row.etag }),
      ...(row.last_modified !== null && { lastModified: row.last_modified }),
    },
    ...(row.last_read_at !== null && { lastReadAt: row.last_read_at }),
    ...(row.last_success_at !== null && { lastSuccessAt: row.last_success_at }),
    nextReadAt: row.next_read_at,
    failureCount: row.failure_count,
    ...(row.last_failure !== null && { lastFailure: toFailure(row.last_failure) }),
    ...(row.failing_since !== null && { failingSince: row.failing_since }),
    ...(row.trouble_since !== null && { troubleSince: row.trouble_since }),
    ...(row.answering_since !== null && { answeringSince: row.answering_since }),
    ...(row.rest_until !== null && { restUntil: row.rest_until }),
    ...(row.history !== null && { history: readHistory(row.history) }),
    ...(row.move !== null && { move: toMove(row.move) }),
  }
}

/** Only `fromState` writes this column. */
function toFailure(json: string): Failure {
  return JSON.parse(json)
}

/** Only `fromState` writes this column. */
function toMove(json: string): FeedMove {
  return JSON.parse(json)
}

function fromState(state: FeedState): Insertable<FeedStateRow> {
  return {
    feed_id: state.feedId,
    etag: state.validators.etag ?? null,
    last_modified: state.validators.lastModified ?? null,
    last_read_at: state.lastReadAt ?? null,
    last_success_at: state.lastSuccessAt ?? null,
    next_read_at: state.nextReadAt,
    failure_count: state.failureCount,
    last_failure: state.lastFailure === undefined ? null : JSON.stringify(state.lastFailure),
    failing_since: state.failingSince ?? null,
    trouble_since: state.troubleSince ?? null,
    answering_since: state.answeringSince ?? null,
    rest_until: state.restUntil ?? null,
    history: state.history === undefined ? null : writeHistory(state.history),
    move: state.move === undefined ? null : JSON.stringify(state.move),
    may_be_in_trouble: Number(mayBeInTrouble(state)),
  }
}
