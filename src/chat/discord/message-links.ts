// Where a message of ours stands on Discord: its address names the server, which is asked once a channel.
import type { OutgoingMessage } from '../../core/message.ts'
import { earlierHandles, linkEarlier } from '../earlier.ts'
import type { DiscordApi } from './api.ts'
import { createBoundedMap } from './bounded-map.ts'
import { channelSchema } from './payloads.ts'

export type LinkEarlier = (
  message: OutgoingMessage,
  place: { readonly channelId: string; readonly isPrivate: boolean },
  signal: AbortSignal,
) => Promise<OutgoingMessage>

/** Of channels: their server never changes. */
const REMEMBERED = 5000

/** In the place of a server, for a conversation with one person. */
const PRIVATE = '@me'

/** With its references to earlier messages as links; with their words alone where the server cannot be found. */
export function createMessageLinks(api: DiscordApi): LinkEarlier {
  const servers = createBoundedMap<string>(REMEMBERED)
  const serverOf = async (channelId: string, signal: AbortSignal): Promise<string> => {
    const known = servers.get(channelId)
    if (known !== undefined) return known
    try {
      const answer = await api.call('GET', `/channels/${channelId}`, { signal })
      const found = channelSchema.parse(answer).guild_id ?? ''
      servers.set(channelId, found)
      return found
    } catch {
      // The post that follows says better what is wrong; that there is no link is not worth a failure.
      return ''
    }
  }
  return async (message, { channelId, isPrivate }, signal) => {
    const handles = earlierHandles(message).filter((handle) => /^\d+$/u.test(handle))
    if (handles.length === 0) return linkEarlier(message, new Map())
    const server = isPrivate ? PRIVATE : await serverOf(channelId, signal)
    if (server === '') return linkEarlier(message, new Map())
    return linkEarlier(
      message,
      new Map(
        handles.map((handle) => [handle, `https://discord.com/channels/${server}/${channelId}/${handle}`]),
      ),
    )
  }
}
