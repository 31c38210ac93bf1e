// Starts the publishers of a replay and sets their clock. Serves nothing itself.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Instant } from '../src/core/calendar.ts'

export interface Publishers {
  readonly port: number
  /** Resolves with the number of requests answered so far, when the publishers' clock stands at `now`. */
  setNow(now: Instant): Promise<number>
  close(): void
}

export async function startPublishers(path: string, from: Instant, until: Instant): Promise<Publishers> {
  const child = fork(join(import.meta.dirname, 'replay-publishers.ts'), [path, String(from), String(until)])
  const answer = async (): Promise<Readonly<Record<string, number>>> => {
    const [message] = await once(child, 'message')
    return message
  }
  const { port = 0 } = await answer()
  return {
    port,
    setNow: async (now) => {
      child.send(now)
      const { requests = 0 } = await answer()
      return requests
    },
    close: () => child.disconnect(),
  }
}
