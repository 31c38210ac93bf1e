// Counts of the work that waits, each out of an index. Changes nothing, reads no article.
import type { Instant } from '../core/calendar.ts'
import type { Turn } from '../core/waiting-draft.ts'
import type { MeasuredFeed, MeasureStore, OpenMessages, WaitingWork } from '../ports.ts'
import { TURNS } from './drafts.ts'
import { toFeed, toState } from './feeds.ts'
import type { Session } from './session.ts'

const OPEN = ['pending', 'sending'] as const

export function measureStore(session: Session): MeasureStore {
  return {
    feeds: (after, limit) => feedsBehind(session, after, limit),
    drafts: async () => ({
      recent: await waitingDrafts(session, 'recent'),
      old: await waitingDrafts(session, 'old'),
      unreadable: await waitingDrafts(session, 'unreadable'),
    }),
    openMessages: () => openMessages(session),
    undelivered: (before) => undelivered(session, before),
  }
}

async function feedsBehind(
  { database }: Session,
  after: string,
  limit: number,
): Promise<readonly MeasuredFeed[]> {
  const rows = await database
    .selectFrom('feeds')
    .innerJoin('feed_states', 'feed_states.feed_id', 'feeds.id')
    .selectAll()
    .where('id', '>', after)
    .where('origin', '!=', 'import')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ feed: toFeed(row), state: toState(row) }))
}

/** Of one turn: asked for all of them at once, the earliest would be looked for among all drafts. */
async function waitingDrafts({ database }: Session, turn: Turn): Promise<WaitingWork> {
  const place = TURNS.indexOf(turn)
  const { count } = await database
    .selectFrom('drafts')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('turn', '=', place)
    .executeTakeFirstOrThrow()
  const first = await database
    .selectFrom('drafts')
    .select('waiting_since')
    .where('turn', '=', place)
    .orderBy('waiting_since')
    .limit(1)
    .executeTakeFirst()
  return { count: Number(count), ...(first !== undefined && { since: first.waiting_since }) }
}

async function openMessages(session: Session): Promise<OpenMessages> {
  const [deliveries, notices, alerts] = [
    await countOpen(session, 'deliveries'),
    await countOpen(session, 'notices'),
    await countOpen(session, 'raised_alerts'),
  ]
  return { deliveries, notices, alerts }
}

async function countOpen(
  { database }: Session,
  table: 'deliveries' | 'notices' | 'raised_alerts',
): Promise<number> {
  const { count } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('state', 'in', OPEN)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function undelivered({ database }: Session, before: Instant): Promise<number> {
  const { count } = await database
    .selectFrom('editions')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('id', 'in', (build) =>
      build.selectFrom('deliveries').select('edition_id').where('state', 'in', OPEN),
    )
    .where('slot_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(count)
}
