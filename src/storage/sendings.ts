// The columns that all that is sent has in common. Never sends anything.
import type { Sending } from '../core/sending.ts'
import type { SendingRow } from './tables.ts'

export function toSending(row: SendingRow): Sending {
  return {
    channel: row.channel,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    ...(row.doubtful_since !== null && { doubtfulSince: row.doubtful_since }),
    ...(row.handle !== null && { handle: row.handle }),
  }
}

export function fromSending(sending: Sending): SendingRow {
  return {
    channel: sending.channel,
    state: sending.state,
    attempts: sending.attempts,
    next_attempt_at: sending.nextAttemptAt,
    doubtful_since: sending.doubtfulSince ?? null,
    handle: sending.handle ?? null,
  }
}
