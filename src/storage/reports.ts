// Which weekly reports are settled. Never makes one.
import type { ReportStore } from '../ports.ts'
import type { Session } from './session.ts'

export function reportStore({ database }: Session): ReportStore {
  return {
    settledWeek: async (workspaceId) => {
      const row = await database
        .selectFrom('health_reports')
        .select('week')
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirst()
      return row?.week
    },

    settleWeek: async (workspaceId, week) => {
      await database
        .insertInto('health_reports')
        .values({ workspace_id: workspaceId, week })
        .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ week }))
        .execute()
    },
  }
}
