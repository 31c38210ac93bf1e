// Discord's ids, which hold the instant at which they were made. Makes such instants, no ids of messages.
import type { Instant } from '../../core/calendar.ts'
import { DISCORD_EPOCH } from './limits.ts'

/** A name, or the sign of a person before it, is no id and must not become a part of an address. */
export function isSnowflake(text: string): boolean {
  return /^\d{15,22}$/u.test(text)
}

/** Below any id of this instant or later, above any earlier one; reference, snowflakes. */
export function snowflakeAt(at: Instant): string {
  return (BigInt(Math.max(Math.floor(at) - DISCORD_EPOCH, 0)) << 22n).toString()
}
