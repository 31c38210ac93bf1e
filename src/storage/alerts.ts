// Alerts that were set up in the chat. Knows neither those of the file nor what any of them told.
import type { Selectable } from 'kysely'
import type { Alert } from '../core/alert.ts'
import type { AlertStore } from '../ports.ts'
import type { Session } from './session.ts'
import type { ChatAlertRow } from './tables.ts'

export function alertStore(session: Session): AlertStore {
  return {
    list: async () =>
      (await session.database.selectFrom('chat_alerts').selectAll().orderBy('name').execute()).map(toAlert),

    of: async (workspaceId) => {
      const rows = await session.database
        .selectFrom('chat_alerts')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .orderBy('name')
        .execute()
      return rows.map(toAlert)
    },

    get: async (name) => {
      const row = await session.database
        .selectFrom('chat_alerts')
        .selectAll()
        .where('name', '=', name)
        .executeTakeFirst()
      return row && toAlert(row)
    },

    save: (alert) => saveAlert(session, alert),

    remove: async (name) => {
      await session.database.deleteFrom('chat_alerts').where('name', '=', name).execute()
    },
  }
}

/** A name belongs to the workspace that had it first: nobody writes over what another one has set up. */
async function saveAlert({ database }: Session, alert: Alert): Promise<void> {
  const { name, workspaceId } = alert
  if (workspaceId === undefined) throw new Error(`Alert ${name} belongs to no workspace: it is of the file.`)
  const definition = JSON.stringify(alert)
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('chat_alerts')
    .values({ name, workspace_id: workspaceId, definition })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ definition }).where('chat_alerts.workspace_id', '=', workspaceId),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) throw new Error(`Alert ${name} belongs to another workspace.`)
}

/** Only `saveAlert` writes this column. */
export function toAlert({ definition }: Selectable<ChatAlertRow>): Alert {
  return JSON.parse(definition)
}
