// Workspaces that installed the app, with sealed tokens, and states that are out. Opens no seal, judges no answer.
import type { Selectable } from 'kysely'
import type { Installation } from '../core/installation.ts'
import type { InstallationStore } from '../ports.ts'
import type { InstallationRow } from './installation-tables.ts'
import type { Session } from './session.ts'

export function installationStore(session: Session): InstallationStore {
  return {
    ...renewalStore(session),
    ...stateStore(session),

    get: async (workspaceId) => {
      const row = await session.database
        .selectFrom('installations')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirst()
      return row && toInstallation(row)
    },

    list: async () => {
      const rows = await session.database
        .selectFrom('installations')
        .selectAll()
        .orderBy('workspace_id')
        .execute()
      return rows.map(toInstallation)
    },

    save: async (installation) => {
      const changed = fromInstallation(installation)
      await session.database
        .insertInto('installations')
        .values({ workspace_id: installation.workspaceId, ...changed })
        .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(changed))
        .execute()
    },

    remove: async (workspaceId) => {
      await session.database.deleteFrom('installations').where('workspace_id', '=', workspaceId).execute()
    },
  }
}

/** One statement each, so that of two processes one gets it. */
function renewalStore(session: Session): Pick<InstallationStore, 'replace' | 'lendRenewal'> {
  return {
    replace: async (read, next) => {
      const { numUpdatedRows } = await session.database
        .updateTable('installations')
        .set(fromInstallation(next))
        .where('workspace_id', '=', read.workspaceId)
        .where('sealed', '=', read.sealed)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    lendRenewal: async (workspaceId, now, until) => {
      const { numUpdatedRows } = await session.database
        .updateTable('installations')
        .set({ lent_until: until })
        .where('workspace_id', '=', workspaceId)
        .where('lent_until', '<=', now)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

function stateStore(session: Session): Pick<InstallationStore, 'addState' | 'takeState'> {
  return {
    addState: async ({ digest, expiresAt }, now) => {
      await session.database.deleteFrom('installation_states').where('expires_at', '<=', now).execute()
      await session.database
        .insertInto('installation_states')
        .values({ digest, expires_at: expiresAt })
        .execute()
    },

    takeState: async (digest, now) => {
      const { numDeletedRows } = await session.database
        .deleteFrom('installation_states')
        .where('digest', '=', digest)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}

function toInstallation(row: Selectable<InstallationRow>): Installation {
  return {
    workspaceId: row.workspace_id,
    sealed: row.sealed,
    keyId: row.key_id,
    installedAt: row.installed_at,
    renewedAt: row.renewed_at,
  }
}

/** Whoever writes tokens has renewed them: nobody else is at it. */
function fromInstallation({ sealed, keyId, installedAt, renewedAt }: Installation) {
  return { sealed, key_id: keyId, installed_at: installedAt, renewed_at: renewedAt, lent_until: 0 }
}
