// Discord's ids hold the instant at which they were made. Reads and makes such instants, no ids of messages.
import type { Instant } from '../../core/calendar.ts'
import { DISCORD_EPOCH } from './limits.ts'

/** Below any id of this instant or later, above any earlier one; reference, snowflakes. */
export function snowflakeAt(at: Instant): string {
  return (BigInt(Math.max(Math.floor(at) - DISCORD_EPOCH, 0)) << 22n).toString()
}
