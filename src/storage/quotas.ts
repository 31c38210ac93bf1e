// What workspaces have used in a stretch of time, counted for all processes together. Knows no limit of its own.
import type { QuotaStore } from '../ports.ts'
import type { Session } from './session.ts'

export function quotaStore(session: Session): QuotaStore {
  return {
    // One statement, so that of two processes who take the last one gets it.
    take: async (workspaceId, { kind, name, expiresAt }, most) => {
      const row = await session.database
        .insertInto('quota_uses')
        .values({ workspace_id: workspaceId, kind, period: name, uses: 1, expires_at: expiresAt })
        .onConflict((conflict) =>
          conflict
            .columns(['workspace_id', 'kind', 'period'])
            .doUpdateSet((use) => ({ uses: use('quota_uses.uses', '+', 1) }))
            .where('quota_uses.uses', '<', most),
        )
        .returning('uses')
        .executeTakeFirst()
      return row !== undefined
    },

    giveBack: async (workspaceId, { kind, name }) => {
      await session.database
        .updateTable('quota_uses')
        .set((use) => ({ uses: use('uses', '-', 1) }))
        .where('workspace_id', '=', workspaceId)
        .where('kind', '=', kind)
        .where('period', '=', name)
        .where('uses', '>', 0)
        .execute()
    },

    forgetBefore: async (now) => {
      await session.database.deleteFrom('quota_uses').where('expires_at', '<=', now).execute()
    },
  }
}
