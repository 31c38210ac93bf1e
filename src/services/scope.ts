// On whose behalf somebody asks: which workspace's feeds they see, and in which zone they live. Changes nothing.
import { splitChannel } from '../core/channel.ts'
import type { ChatContext } from '../core/request.ts'
import { isPersonal, type WorkspaceId } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'

/**
 * The workspace that a request counts for. In private, outside any server, it is the one where the person has a digest
 * of their own, if there is one: that is where they read from.
 */
export async function workspaceOf(storage: Storage, from: ChatContext): Promise<WorkspaceId> {
  if (!isPersonal(from.workspaceId)) return from.workspaceId
  const { platform } = splitChannel(from.channel)
  const own = (await storage.digests.list()).find(
    ({ owner, workspaceId }) =>
      owner === from.person && workspaceId !== undefined && workspaceId.startsWith(`${platform}:`),
  )
  return own?.workspaceId ?? from.workspaceId
}

/** `slack:@U0123`: where the person is reached in private, and their name in reactions. */
export function privateChannelOf({ channel, person }: Pick<ChatContext, 'channel' | 'person'>): string {
  return `${splitChannel(channel).platform}:@${person}`
}

/**
 * Whether what the file sends to these channels may be known where somebody asks. One token of Slack serves one
 * workspace, so all of its channels are one's own; where workspaces of Slack install the app by themselves, and on
 * Discord, nobody says which workspace a channel of the file belongs to, so only the channel itself is.
 */
export function isDeclaredFor(
  channels: readonly string[],
  { channel: asked }: Pick<ChatContext, 'channel'>,
  { isSlackShared = false }: { readonly isSlackShared?: boolean },
): boolean {
  const isAllOfSlack = !isSlackShared && splitChannel(asked).platform === 'slack'
  return channels.some((channel) => channel === asked || (isAllOfSlack && channel.startsWith('slack:')))
}
