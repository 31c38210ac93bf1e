// Which parts of an edition go where, in which order. Never sends anything.
import type { Delivery, Edition } from './edition.ts'
import { shortKey } from './short-key.ts'

/** Failures after which a part no longer holds back those behind it: half an hour, with the waits of `sending`. */
const HOLDING_ATTEMPTS = 5

/** Every part of an edition for every channel, none sent yet. `partCount` is the lead message and one part a story. */
export function planDeliveries(
  edition: Edition,
  channels: readonly string[],
  partCount: number,
): readonly Delivery[] {
  return channels.flatMap((channel) =>
    Array.from({ length: partCount }, (_, part) => ({
      id: deliveryId(edition.id, channel, part),
      editionId: edition.id,
      channel,
      part,
      state: 'pending' as const,
      attempts: 0,
      nextAttemptAt: edition.madeAt,
    })),
  )
}

/** 22 characters that name one part in one channel for ever: fits Discord's nonce (25) and Slack's metadata. */
function deliveryId(editionId: string, channel: string, part: number): string {
  return shortKey(`${editionId}\n${channel}\n${part}`)
}

/** Whether the parts behind this one wait: always for the lead, a while for the others, so that they come in order. */
export function holdsBack({ part, state, attempts }: Delivery): boolean {
  const isOpen = state === 'pending' || state === 'sending'
  return isOpen && (part === 0 || attempts <= HOLDING_ATTEMPTS)
}
