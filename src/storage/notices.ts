// What the bot has to say of its own accord, and how far it got with it. Never sends anything.
import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { MessageText } from '../core/message.ts'
import type { Notice } from '../core/notice.ts'
import type { NoticeStore } from '../ports.ts'
import { fromSending, toSending } from './sendings.ts'
import type { Session } from './session.ts'
import type { NoticeRow } from './tables.ts'

export function noticeStore(session: Session): NoticeStore {
  return {
    add: (notice) => add(session, notice),

    get: async (id) => {
      const row = await session.database
        .selectFrom('notices')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toNotice(row)
    },

    open: (now) => openNotices(session, now),

    save: async (notice) => {
      const { id, ...changed } = fromNotice(notice)
      await session.database
        .insertInto('notices')
        .values({ id, ...changed })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute()
    },

    claim: (read, attempt) => claim(session, read, attempt),
  }
}

async function add({ database }: Session, notice: Notice): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('notices')
    .values(fromNotice(notice))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

async function openNotices({ database }: Session, now: Instant): Promise<readonly Notice[]> {
  const rows = await database
    .selectFrom('notices')
    .selectAll()
    .where('state', 'in', ['pending', 'sending'])
    .where('next_attempt_at', '<=', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toNotice)
}

/** One statement, so that of two processes one wins. */
async function claim({ database }: Session, read: Notice, attempt: Notice): Promise<boolean> {
  const { id, ...changed } = fromNotice(attempt)
  const { numUpdatedRows } = await database
    .updateTable('notices')
    .set(changed)
    .where('id', '=', id)
    .where('state', '=', read.state)
    .where('attempts', '=', read.attempts)
    .where('next_attempt_at', '=', read.nextAttemptAt)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export function toNotice(row: Selectable<NoticeRow>): Notice {
  // Only `fromNotice` writes this column.
  const message: MessageText = JSON.parse(row.message)
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    message,
    createdAt: row.created_at,
    ...toSending(row),
  }
}

function fromNotice(notice: Notice): Insertable<NoticeRow> {
  return {
    id: notice.id,
    workspace_id: notice.workspaceId,
    message: JSON.stringify(notice.message),
    created_at: notice.createdAt,
    ...fromSending(notice),
  }
}
