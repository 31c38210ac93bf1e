// Workspaces that the bot is or was a member of, with their settings. Never decides who may change them.
import type { Insertable, Selectable } from 'kysely'
import type { Workspace, WorkspaceSettings } from '../core/workspace.ts'
import type { WorkspaceStore } from '../ports.ts'
import type { Session } from './session.ts'
import type { WorkspaceRow } from './tables.ts'

export function workspaceStore(session: Session): WorkspaceStore {
  return {
    get: async (id) => {
      const row = await session.database
        .selectFrom('workspaces')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row && toWorkspace(row)
    },

    list: async () =>
      (await session.database.selectFrom('workspaces').selectAll().orderBy('id').execute()).map(toWorkspace),

    save: async (workspace) => {
      const { id, ...changed } = fromWorkspace(workspace)
      await session.database
        .insertInto('workspaces')
        .values({ id, ...changed })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute()
    },
  }
}

export function toWorkspace(row: Selectable<WorkspaceRow>): Workspace {
  // Only `fromWorkspace` writes this column.
  const settings: WorkspaceSettings = JSON.parse(row.settings)
  return {
    id: row.id,
    name: row.name,
    joinedAt: row.joined_at,
    ...(row.left_at !== null && { leftAt: row.left_at }),
    settings,
  }
}

function fromWorkspace(workspace: Workspace): Insertable<WorkspaceRow> {
  return {
    id: workspace.id,
    name: workspace.name,
    joined_at: workspace.joinedAt,
    left_at: workspace.leftAt ?? null,
    settings: JSON.stringify(workspace.settings),
  }
}
