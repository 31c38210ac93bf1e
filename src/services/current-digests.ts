// The digests that have editions now: those of the file and those of the chat. Changes none.
import type { Digest } from '../core/digest.ts'
import type { Storage } from '../ports.ts'

/** Not those that are suspended, nor those of workspaces that the bot has left. */
export async function currentDigests(
  storage: Storage,
  declared: readonly Digest[],
): Promise<readonly Digest[]> {
  const inChat = await storage.digests.list()
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
