// The editions of one slot, made and sent as the heartbeat does it, to platforms that take everything. Measures only.
import { HOUR, type Instant } from '../src/core/calendar.ts'
import { currentDigests } from '../src/services/current.ts'
import { deliverOpen } from '../src/services/deliver.ts'
import { archiveAndTell, makeDue, type PublishTools } from '../src/services/publish.ts'
import { SILENT_METER } from '../src/meter.ts'
import type { Storage } from '../src/ports.ts'
import { type Cost, costOf } from './scale-cost.ts'
import { type MovedClock } from './scale-day.ts'
import { SILENT_LOG } from './scale-log.ts'
import { acceptingPlatforms } from './scale-platforms.ts'

export interface MadeSlot {
  readonly cost: Cost
  readonly editionCount: number
  readonly storyCount: number
}

/** Every digest hears of its next slot an hour before. */
export async function announceSlot(storage: Storage, clock: MovedClock, slotAt: Instant): Promise<void> {
  const now = clock.now()
  clock.set(slotAt - HOUR)
  await makeDue(publishing(storage, clock), await currentDigests(storage, []))
  clock.set(now)
}

export async function makeSlot(storage: Storage, clock: MovedClock, slotAt: Instant): Promise<MadeSlot> {
  clock.set(slotAt)
  const { cost, result } = await costOf(async () =>
    makeDue(publishing(storage, clock), await currentDigests(storage, [])),
  )
  return {
    cost,
    editionCount: result.length,
    storyCount: result.reduce((sum, { stories }) => sum + stories.length, 0),
  }
}

export interface SentSlot {
  /** Writing the archive down, whose files go nowhere. */
  readonly archiving: Cost
  readonly sending: Cost
  readonly messageCount: number
}

export async function sendSlot(storage: Storage, clock: MovedClock): Promise<SentSlot> {
  const tools = publishing(storage, clock)
  const { length: messageCount } = await storage.editions.openDeliveries(clock.now())
  const { cost: archiving } = await costOf(() => archiveAndTell(tools))
  const { cost: sending } = await costOf(() => deliverOpen(tools))
  return { archiving, sending, messageCount }
}

function publishing(storage: Storage, clock: MovedClock): PublishTools {
  const { signal } = new AbortController()
  return {
    storage,
    platforms: acceptingPlatforms(),
    writeArchive: async () => undefined,
    clock,
    log: SILENT_LOG,
    meter: SILENT_METER,
    signal,
  }
}
