// What each workspace was told is broken. Never decides what is worth telling.
import type { AlarmStore } from '../ports.ts'
import type { Session } from './session.ts'

export function alarmStore(session: Session): AlarmStore {
  return {
    list: async () => {
      const rows = await session.database
        .selectFrom('alarms')
        .selectAll()
        .orderBy('since_at')
        .orderBy('workspace_id')
        .orderBy('subject')
        .execute()
      return rows.map((row) => ({
        workspaceId: row.workspace_id,
        subject: row.subject,
        since: row.since_at,
        ...(row.condition !== null && { condition: row.condition }),
      }))
    },

    raise: async ({ workspaceId, subject, since, condition }) => {
      await session.database
        .insertInto('alarms')
        .values({ workspace_id: workspaceId, subject, since_at: since, condition: condition ?? null })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'subject']).doNothing())
        .execute()
    },

    clear: async (workspaceId, subject) => {
      await session.database
        .deleteFrom('alarms')
        .where('workspace_id', '=', workspaceId)
        .where('subject', '=', subject)
        .execute()
    },
  }
}
