// The ledger of what goes where: written before sending, closed after. Never sends anything.
import { createHash } from 'node:crypto'
import { HOUR, MINUTE, type Instant } from './calendar.ts'
import type { Delivery, Edition } from './edition.ts'

/** First wait after a failed posting; it doubles each time. */
const FIRST_WAIT: Instant = MINUTE
const LONGEST_WAIT: Instant = HOUR

/** A morning digest that comes the next day helps nobody: after this long a delivery is given up, and said. */
const GIVEN_UP_AFTER: Instant = 24 * HOUR

/**
 * How long a part belongs to the process that began to send it, in milliseconds: another one that finds it `sending`
 * must not post it too while the first is still at it. A posting takes seconds, and a minute when Slack asks for a pause.
 */
const SENDING_TIME: Instant = 2 * MINUTE

/** Failures after which a part no longer holds back those behind it: half an hour, with the waits above. */
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
  return createHash('sha256').update(`${editionId}\n${channel}\n${part}`).digest('base64url').slice(0, 22)
}

/** Noted before the platform is called, so that a crash leaves a trace, and nobody else sends it meanwhile. */
export function beginAttempt(delivery: Delivery, now: Instant): Delivery {
  return {
    ...delivery,
    state: 'sending',
    attempts: delivery.attempts + 1,
    nextAttemptAt: now + SENDING_TIME,
  }
}

/** Whether the parts behind this one wait: always for the lead, a while for the others, so that they come in order. */
export function holdsBack({ part, state, attempts }: Delivery): boolean {
  const isOpen = state === 'pending' || state === 'sending'
  return isOpen && (part === 0 || attempts <= HOLDING_ATTEMPTS)
}

export function closeDelivery(delivery: Delivery, handle: string): Delivery {
  return { ...delivery, state: 'posted', handle }
}

/** After a failure: stays doubtful, since the platform may have accepted before the line was cut. */
export function postponeDelivery(delivery: Delivery, slotAt: Instant, now: Instant): Delivery {
  if (now - slotAt > GIVEN_UP_AFTER) return { ...delivery, state: 'abandoned' }
  const wait = Math.min(FIRST_WAIT * 2 ** Math.min(delivery.attempts - 1, 10), LONGEST_WAIT)
  return { ...delivery, nextAttemptAt: now + wait }
}
