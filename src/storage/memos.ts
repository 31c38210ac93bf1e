// What a button refers to and is too long to travel in it. Never says what it is for.
import type { Insertable, Selectable } from 'kysely'
import type { Instant } from '../core/calendar.ts'
import type { Memo, MemoContent } from '../core/memo.ts'
import type { MemoStore } from '../ports.ts'
import type { Session } from './session.ts'
import type { MemoRow } from './tables.ts'

export function memoStore(session: Session): MemoStore {
  return {
    save: (memo) => save(session, memo),

    get: async (id, now) => {
      const row = await session.database
        .selectFrom('memos')
        .selectAll()
        .where('id', '=', id)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return row && toMemo(row)
    },

    take: (id, now) => take(session, id, now),

    removeExpired: async (now) => {
      await session.database.deleteFrom('memos').where('expires_at', '<=', now).execute()
    },
  }
}

async function save({ database }: Session, memo: Memo): Promise<void> {
  const { id, ...changed } = fromMemo(memo)
  await database
    .insertInto('memos')
    .values({ id, ...changed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute()
}

/** One statement, so that of two processes one gets it. */
async function take({ database }: Session, id: string, now: Instant): Promise<Memo | undefined> {
  const row = await database
    .deleteFrom('memos')
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
  return row && toMemo(row)
}

function toMemo(row: Selectable<MemoRow>): Memo {
  // Only `fromMemo` writes this column.
  const content: MemoContent = JSON.parse(row.content)
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    person: row.person,
    expiresAt: row.expires_at,
    content,
  }
}

function fromMemo(memo: Memo): Insertable<MemoRow> {
  return {
    id: memo.id,
    workspace_id: memo.workspaceId,
    person: memo.person,
    expires_at: memo.expiresAt,
    content: JSON.stringify(memo.content),
  }
}
