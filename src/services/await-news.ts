// Waits until feeds that were due are read, and what they brought: an edition is to have it. Reads nothing itself.
import type { Instant } from '../core/calendar.ts'
import type { Clock, Storage } from '../ports.ts'

interface NewsTools {
  readonly storage: Storage
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** How often it is looked again: at first often, for one feed is read in less; then less, for ten thousand are many rows. */
const FIRST_PAUSE = 50
const LONGEST_PAUSE = 2_000

/** Others read them. What becomes due meanwhile is for the next edition. Ends after `seconds` at the latest, or when told to. */
export async function awaitNews({ storage, clock, signal }: NewsTools, seconds: number): Promise<void> {
  const endsAt = performance.now() + seconds * 1000
  // Asked for what was due then, storage would name what was read since as well: as read by a clock that is ahead.
  const dueNow = async () => (await storage.feeds.due(clock.now())).map(({ feed }) => feed.id)
  const awaited = new Set(await dueNow())
  const isRead = async (): Promise<boolean> => {
    if ((await dueNow()).some((id) => awaited.has(id))) return false
    awaited.clear()
    fetchedAt ??= clock.now()
    const { since } = (await storage.measures.drafts()).recent
    return since === undefined || since > fetchedAt
  }
  let fetchedAt: Instant | undefined
  for (let wait = FIRST_PAUSE; !(await isRead()); wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    if (signal.aborted || performance.now() >= endsAt) return
    await pause(wait)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
