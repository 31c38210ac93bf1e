// Calls that Slack puts off, made again after as long as it asks. Repeats nothing that Slack may have carried out.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '../../core/calendar.ts'
import { TurnRefused } from './pace.ts'
import { pauseOf } from './post-failures.ts'

export interface Patience {
  readonly mostWaits: number
  readonly longestWait: Instant
}

/** Throws what the last attempt threw, and at once what is no matter of waiting. */
export async function patiently<Result>(
  { mostWaits, longestWait }: Patience,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let waits = 0; ; waits++) {
    try {
      return await work()
    } catch (error) {
      const pause = error instanceof TurnRefused ? error.waitMilliseconds : pauseOf(error)
      if (pause === undefined || pause > longestWait || waits === mostWaits) throw error
      await sleep(pause)
    }
  }
}
