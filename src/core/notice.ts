// What the bot says of its own accord, outside any edition: written down first, sent once. Never sends it.
import type { Instant } from './calendar.ts'
import type { Sending } from './sending.ts'
import type { MessageText } from './message.ts'
import { shortKey } from './short-key.ts'
import type { WorkspaceId } from './workspace.ts'

export interface Notice extends Sending {
  readonly id: string
  readonly workspaceId: WorkspaceId
  readonly message: MessageText
  readonly createdAt: Instant
}

/** `occasion` is what there is one notice about: the same occasion never makes two. */
export function newNotice(
  workspaceId: WorkspaceId,
  channel: string,
  occasion: string,
  message: MessageText,
  now: Instant,
): Notice {
  return {
    id: shortKey(`${workspaceId}\n${occasion}`),
    workspaceId,
    channel,
    message,
    createdAt: now,
    state: 'pending',
    attempts: 0,
    nextAttemptAt: now,
  }
}
