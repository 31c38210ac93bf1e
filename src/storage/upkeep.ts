// What upkeep did last, and what it takes for settled. Draws no conclusion from it.
import type { SettledUnknown } from '../core/backup.ts'
import type { Instant } from '../core/calendar.ts'
import type { UpkeepStore } from '../ports.ts'
import type { Session } from './session.ts'

export function upkeepStore(session: Session): UpkeepStore {
  return {
    note: async (task, at, detail) => {
      const noted = { at, detail: JSON.stringify(detail) }
      await session.database
        .insertInto('upkeep')
        .values({ task, ...noted })
        .onConflict((conflict) => conflict.column('task').doUpdateSet(noted))
        .execute()
    },
    settleUnknown: (copiedAt, now) => session.within((inner) => settleUnknown(inner, copiedAt, now)),
    last: async (task) => {
      const row = await session.database
        .selectFrom('upkeep')
        .selectAll()
        .where('task', '=', task)
        .executeTakeFirst()
      return row && { at: row.at, detail: JSON.parse(row.detail) }
    },
  }
}

/** Whose slot is settled at `now` has missed none: that instant is no slot, so the schedule goes on from it. */
async function settleUnknown(
  { database }: Session,
  copiedAt: Instant,
  now: Instant,
): Promise<SettledUnknown> {
  const { numUpdatedRows: digests } = await database
    .updateTable('digest_slots')
    .set({ last_slot_at: now, next_slot_at: null })
    .where('next_slot_at', '<=', now)
    .executeTakeFirstOrThrow()
  let messages = 0
  for (const table of ['deliveries', 'notices', 'raised_alerts'] as const) {
    const { numUpdatedRows } = await database
      .updateTable(table)
      .set((build) => ({
        doubtful_since: build.fn.coalesce(build.ref('doubtful_since'), build.val(copiedAt)),
      }))
      .where('state', 'in', ['pending', 'sending'])
      .executeTakeFirstOrThrow()
    messages += Number(numUpdatedRows)
  }
  return { digests: Number(digests), messages }
}
