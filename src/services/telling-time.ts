// Which instant counts as now for what is seen and told: time that never goes back. Reads no clock.
import type { Instant } from '../core/calendar.ts'
import type { Storage } from '../ports.ts'

/**
 * `now`, or just after the end of the latest edition where the clock says an earlier hour. An edition tells what was
 * seen up to its end: an article stored later must count as seen later, even when the clock went back or stands still.
 */
export async function tellingTime(storage: Storage, now: Instant): Promise<Instant> {
  const toldUntil = await storage.editions.toldUntil()
  return toldUntil === undefined ? now : Math.max(now, toldUntil + 1)
}
