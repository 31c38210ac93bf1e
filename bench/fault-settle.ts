// After the last fault: everything is whole again, and the clock moves on to what waits until nothing does. Judges nothing.
import { setTimeout as pause } from 'node:timers/promises'
import { type Instant, MINUTE } from '../src/core/calendar.ts'
import type { Delivery } from '../src/core/edition.ts'
import { SECOND } from './fault-clock.ts'
import type { FaultScene } from './fault-scene.ts'

/** Milliseconds of the machine between two looks: a beat and the work that it offers take less on a quiet one. */
const LOOK_EVERY = 500

/** Nothing was done in so many looks: whoever waits, waits for its hour. */
const QUIET_LOOKS = 4

/** Feeds are read in this time at the latest, unless a clock was wrong by an hour. */
const FEED_STEP: Instant = 20 * MINUTE

/** A day of feeds and attempts, and the half minute that a dead process keeps its lanes. */
const MOST_LOOKS = 1200

/** False when something still waits at the end of all patience. */
export async function settle(scene: FaultScene): Promise<boolean> {
  const { jump, now } = scene
  let before = ''
  let quietLooks = 0
  for (let look = 0; look < MOST_LOOKS; look++) {
    await pause(LOOK_EVERY)
    const state = await stateOf(scene).catch(() => undefined)
    if (state === undefined) continue
    if (state.isDone) return true
    quietLooks = state.told === before ? quietLooks + 1 : 0
    before = state.told
    if (quietLooks < QUIET_LOOKS) continue
    const next = nextAttempt(state.open, now())
    if (next !== undefined) jump(next - now() + SECOND)
    else if (state.open.length === 0) jump(FEED_STEP)
    quietLooks = 0
  }
  return false
}

interface State {
  readonly open: readonly Delivery[]
  readonly isDone: boolean
  /** Changes when anything was done. */
  readonly told: string
}

async function stateOf({ storage, press, owed, now }: FaultScene): Promise<State> {
  const open = await storage.editions.openDeliveries(Number.MAX_SAFE_INTEGER)
  const drafts = await storage.drafts.lanes()
  const articles = await storage.articles.count()
  const made = new Set((await storage.editions.madeSince(0)).map(({ id }) => id))
  const dueSlots = [...owed].filter(([id, slotAt]) => slotAt <= now() && !made.has(id)).length
  const unarchived = await storage.editions.unarchived()
  const isRead = articles >= press.printed.length && drafts.length === 0
  return {
    open,
    isDone: open.length === 0 && isRead && dueSlots === 0 && unarchived.length === 0,
    told: JSON.stringify([open, drafts, articles, dueSlots, unarchived]),
  }
}

/** What is due already waits for a part before it, or for whoever has the lane of a dead process. */
function nextAttempt(open: readonly Delivery[], now: Instant): Instant | undefined {
  const planned = open.map(({ nextAttemptAt }) => nextAttemptAt).filter((at) => at > now)
  return planned.length === 0 ? undefined : Math.min(...planned)
}
