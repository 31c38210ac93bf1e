// The private channel with a person, asked for once. Posts nothing there.
import type { DiscordApi } from './api.ts'
import { createBoundedMap } from './bounded-map.ts'
import { createdSchema } from './payloads.ts'

/** People with a digest of their own, and room for those who asked. */
const REMEMBERED = 10_000

/** Gives the channel's id by the person's. Throws as the API. */
export function createDirectChannels(
  api: DiscordApi,
): (person: string, signal: AbortSignal) => Promise<string> {
  const known = createBoundedMap<string>(REMEMBERED)
  return async (person, signal) => {
    const channelId =
      known.get(person) ??
      createdSchema.parse(
        await api.call('POST', '/users/@me/channels', { body: { recipient_id: person }, signal }),
      ).id
    known.set(person, channelId)
    return channelId
  }
}
