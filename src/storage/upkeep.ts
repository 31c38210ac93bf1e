// What upkeep did last. Draws no conclusion from it.
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
