// Which weekly reports are settled. Never makes one.
import type { ReportStore } from '../ports.ts'
import type { Session } from './session.ts'

export function reportStore({ database }: Session): ReportStore {
  return {
    settledWeeks: async () => {
      const rows = await database.selectFrom('health_reports').selectAll().execute()
      return new Map(rows.map((row) => [row.workspace_id, row.week]))
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
