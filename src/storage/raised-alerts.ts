// What alerts have told, how far each message got, and how far its edits did. Never sends anything.
import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { RaisedAlert, ToldAlert } from '../core/raised-alert.ts'
import type { RaisedAlertStore } from '../ports.ts'
import { inBatches } from './batches.ts'
import { fromSending, toSending } from './sendings.ts'
import type { Session } from './session.ts'
import { presentStories } from './story-ids.ts'
import type { RaisedAlertRow } from './tables.ts'

export function raisedAlertStore(session: Session): RaisedAlertStore {
  return {
    add: (raised) => add(session, raised),

    get: async (id) => {
      const row = await session.database
        .selectFrom('raised_alerts')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toRaised(row)
    },

    raisedSince: (alertNames, instant) => raisedSince(session, alertNames, instant),
    presentStories: (storyIds) => presentStories(session, storyIds),
    toPost: (now) => toPost(session, now),
    toEdit: (now) => toEdit(session, now),

    save: async (raised) => {
      const { id, ...changed } = fromRaised(raised)
      await session.database.updateTable('raised_alerts').set(changed).where('id', '=', id).execute()
    },

    claim: (read, attempt) => claim(session, read, attempt),
  }
}

async function add({ database }: Session, raised: RaisedAlert): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('raised_alerts')
    .values(fromRaised(raised))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

async function raisedSince(
  { database }: Session,
  alertNames: readonly string[],
  instant: Instant,
): Promise<readonly RaisedAlert[]> {
  const found: RaisedAlert[] = []
  for (const batch of inBatches(alertNames)) {
    const rows = await database
      .selectFrom('raised_alerts')
      .selectAll()
      .where('alert_name', 'in', batch)
      .where('raised_at', '>=', instant)
      .execute()
    found.push(...rows.map(toRaised))
  }
  return found.toSorted((one, other) => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1))
}

async function toPost({ database }: Session, now: Instant): Promise<readonly RaisedAlert[]> {
  const rows = await database
    .selectFrom('raised_alerts')
    .selectAll()
    .where('state', 'in', ['pending', 'sending'])
    .where('next_attempt_at', '<=', now)
    .orderBy('raised_at')
    .orderBy('id')
    .execute()
  return rows.map(toRaised)
}

async function toEdit({ database }: Session, now: Instant): Promise<readonly RaisedAlert[]> {
  const rows = await database
    .selectFrom('raised_alerts')
    .selectAll()
    .where('state', '=', 'posted')
    .where('edits', '=', 'open')
    .whereRef('shown_revision', '<', 'revision')
    .where('next_edit_at', '<=', now)
    .orderBy('raised_at')
    .orderBy('id')
    .execute()
  return rows.map(toRaised)
}

/** One statement, so that of two processes one wins. */
async function claim({ database }: Session, read: RaisedAlert, attempt: RaisedAlert): Promise<boolean> {
  const { id, ...changed } = fromRaised(attempt)
  const { numUpdatedRows } = await database
    .updateTable('raised_alerts')
    .set(changed)
    .where('id', '=', id)
    .where('state', '=', read.state)
    .where('attempts', '=', read.attempts)
    .where('next_attempt_at', '=', read.nextAttemptAt)
    .where('revision', '=', read.revision)
    .where('shown_revision', '=', read.shownRevision)
    .where('edit_attempts', '=', read.editAttempts)
    .where('next_edit_at', '=', read.nextEditAt)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export function toRaised(row: Selectable<RaisedAlertRow>): RaisedAlert {
  // Only `fromRaised` writes this column.
  const told: ToldAlert = JSON.parse(row.told)
  return {
    id: row.id,
    alertName: row.alert_name,
    title: row.title,
    zone: row.zone,
    ...(row.workspace_id !== null && { workspaceId: row.workspace_id }),
    storyId: row.story_id,
    episode: row.episode,
    raisedAt: row.raised_at,
    told,
    revision: row.revision,
    shownRevision: row.shown_revision,
    editAttempts: row.edit_attempts,
    nextEditAt: row.next_edit_at,
    edits: row.edits,
    ...toSending(row),
  }
}

function fromRaised(raised: RaisedAlert): Insertable<RaisedAlertRow> {
  return {
    id: raised.id,
    alert_name: raised.alertName,
    title: raised.title,
    zone: raised.zone,
    workspace_id: raised.workspaceId ?? null,
    story_id: raised.storyId,
    episode: raised.episode,
    raised_at: raised.raisedAt,
    told: JSON.stringify(raised.told),
    revision: raised.revision,
    shown_revision: raised.shownRevision,
    edit_attempts: raised.editAttempts,
    next_edit_at: raised.nextEditAt,
    edits: raised.edits,
    ...fromSending(raised),
  }
}
