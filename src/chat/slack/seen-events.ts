// Which events came already to this process: Slack sends again what it thinks lost. Forgets after a while, never grows, and
// begins anew with each start (docs/threat-model.md says what that leaves open).
import { MINUTE, type Instant } from '../../core/calendar.ts'

/** Slack tries for the last time five minutes after the first (docs.slack.dev, Events API, retries). */
const REMEMBERED: Instant = 10 * MINUTE

/** A workspace of thousands of people presses less in ten minutes; an id takes some 100 octets. */
const MOST_REMEMBERED = 10_000

export interface SeenEvents {
  /** True the first time for any of the ids; false when one of them was seen. Empty ids do not count. */
  isNew(ids: readonly string[]): boolean
}

export function createSeenEvents(now: () => Instant): SeenEvents {
  const seen = new Map<string, Instant>()
  const forget = (): void => {
    for (const [id, at] of seen) {
      if (seen.size <= MOST_REMEMBERED && now() - at < REMEMBERED) return
      seen.delete(id)
    }
  }
  return {
    isNew(ids) {
      forget()
      const known = ids.filter((id) => id !== '')
      const isSeen = known.some((id) => seen.has(id))
      for (const id of known) if (!seen.has(id)) seen.set(id, now())
      return !isSeen
    },
  }
}
