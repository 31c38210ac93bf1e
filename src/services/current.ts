// The digests that have editions and the alerts that may ring now: those of the file and those of the chat. Changes none.
import type { Alert } from '../core/alert.ts'
import type { Digest } from '../core/digest.ts'
import type { Storage } from '../ports.ts'

export async function currentDigests(
  storage: Storage,
  declared: readonly Digest[],
): Promise<readonly Digest[]> {
  return [...declared, ...(await running(storage, await storage.digests.list()))]
}

export async function currentAlerts(storage: Storage, declared: readonly Alert[]): Promise<readonly Alert[]> {
  return [...declared, ...(await running(storage, await storage.alerts.list()))]
}

/** Not those that are suspended, nor those of workspaces that the bot has left. */
async function running<Kind extends Pick<Digest | Alert, 'workspaceId' | 'suspendedAt'>>(
  storage: Storage,
  inChat: readonly Kind[],
): Promise<readonly Kind[]> {
  if (inChat.length === 0) return []
  const left = new Set(
    (await storage.workspaces.list()).flatMap(({ id, leftAt }) => (leftAt === undefined ? [] : [id])),
  )
  return inChat.filter(
    ({ workspaceId, suspendedAt }) =>
      suspendedAt === undefined && (workspaceId === undefined || !left.has(workspaceId)),
  )
}
