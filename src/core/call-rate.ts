// How often somebody may call: so many times in a minute, then no more. Remembers one minute and nothing else.
import { MINUTE, type Instant } from './calendar.ts'

/** Whether one more call of this caller is within the limit; it is counted either way. */
export type CallRate = (caller: string) => boolean

export function createCallRate(callsAMinute: number, now: () => Instant): CallRate {
  const counts = new Map<string, number>()
  let minute = 0
  return (caller) => {
    const current = Math.floor(now() / MINUTE)
    if (current !== minute) counts.clear()
    minute = current
    const count = (counts.get(caller) ?? 0) + 1
    counts.set(caller, count)
    return count <= callsAMinute
  }
}
