// The alerts that may ring now: those of the file and those of the chat. Changes none.
import type { Alert } from '../core/alert.ts'
import type { Storage } from '../ports.ts'

/** Not those that are suspended, nor those of workspaces that the bot has left. */
export async function currentAlerts(storage: Storage, declared: readonly Alert[]): Promise<readonly Alert[]> {
  const inChat = await storage.alerts.list()
  if (inChat.length === 0) return declared
  const left = new Set(
    (await storage.workspaces.list()).flatMap(({ id, leftAt }) => (leftAt === undefined ? [] : [id])),
  )
  const running = inChat.filter(
    ({ workspaceId, suspendedAt }) =>
      suspendedAt === undefined && (workspaceId === undefined || !left.has(workspaceId)),
  )
  return [...declared, ...running]
}
