// Writes down what a button will refer to. Knows nothing of what it is for.
import { MEMO_LIFE, type MemoContent } from '../core/memo.ts'
import type { ChatContext } from '../core/request.ts'
import { shortKey } from '../core/short-key.ts'
import type { Clock, Storage } from '../ports.ts'

interface MemoTools {
  readonly storage: Storage
  readonly clock: Clock
}

/** Gives the memo's id. The same content for the same person at the same instant is the same memo. */
export async function keepMemo(
  { storage, clock }: MemoTools,
  { workspaceId, person }: Pick<ChatContext, 'workspaceId' | 'person'>,
  content: MemoContent,
): Promise<string> {
  const now = clock.now()
  const id = shortKey(JSON.stringify([workspaceId, person, now, content]))
  await storage.memos.save({ id, workspaceId, person, content, expiresAt: now + MEMO_LIFE })
  return id
}

/** The memo if it is still there, and this person's: nobody else's press counts. */
export async function findMemo(
  { storage, clock }: MemoTools,
  { workspaceId, person }: Pick<ChatContext, 'workspaceId' | 'person'>,
  id: string,
): Promise<MemoContent | undefined> {
  const memo = await storage.memos.get(id, clock.now())
  if (memo === undefined || memo.workspaceId !== workspaceId) return undefined
  return memo.person === '' || memo.person === person ? memo.content : undefined
}
