// The log of what was changed in the chat. Never changes anything itself.
import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Change, ChangeSubject } from '../core/change.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { ChangeStore } from '../ports.ts'
import type { Session } from './session.ts'
import type { ChangeRow } from './tables.ts'

export function changeStore(session: Session): ChangeStore {
  return {
    add: async (change) => {
      await session.database.insertInto('changes').values(fromChange(change)).execute()
    },

    get: async (id) => {
      const row = await session.database
        .selectFrom('changes')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toChange(row)
    },

    all: async (instant) => {
      const rows = await session.database
        .selectFrom('changes')
        .selectAll()
        .where('made_at', '>=', instant)
        .orderBy('made_at')
        .orderBy('id')
        .execute()
      return rows.map(toChange)
    },

    since: async (workspaceId, instant) => {
      const rows = await session.database
        .selectFrom('changes')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .where('made_at', '>', instant)
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(toChange)
    },

    latest: (workspaceId, limit, skip) => latest(session, workspaceId, limit, skip),
    markUndone: (id, at) => markUndone(session, id, at),
  }
}

async function latest(
  { database }: Session,
  workspaceId: WorkspaceId,
  limit: number,
  skip: number,
): Promise<readonly Change[]> {
  const rows = await database
    .selectFrom('changes')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(skip)
    .execute()
  return rows.map(toChange)
}

/** One statement, so that of two who press at once one takes the change back. */
async function markUndone({ database }: Session, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('changes')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export function toChange(row: Selectable<ChangeRow>): Change {
  // Only `fromChange` writes this column.
  const subject: ChangeSubject = JSON.parse(row.subject)
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    madeAt: row.made_at,
    person: row.person,
    personName: row.person_name,
    channel: row.channel,
    subject,
    ...(row.undoes !== null && { undoes: row.undoes }),
    ...(row.undone_at !== null && { undoneAt: row.undone_at }),
  }
}

function fromChange(change: Change): Insertable<ChangeRow> {
  return {
    id: change.id,
    workspace_id: change.workspaceId,
    made_at: change.madeAt,
    person: change.person,
    person_name: change.personName,
    channel: change.channel,
    subject: JSON.stringify(change.subject),
    undoes: change.undoes ?? null,
    undone_at: change.undoneAt ?? null,
  }
}
