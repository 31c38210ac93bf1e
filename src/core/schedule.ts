// When a digest appears: the slots of a schedule and what becomes of missed ones. Never asks what time it is.
import { Cron } from 'croner'
import { HOUR, type Instant, MINUTE } from './calendar.ts'
import type { Schedule } from './digest.ts'

/**
 * A slot that was missed by less than this is still published, in milliseconds. A morning review helps until lunch
 * (8 h → 14 h), an evening one until midnight (18 h → 24 h); beyond, it would stand beside the next edition, which
 * covers the same news anyway, since an edition looks back to the one before it.
 */
export const MISSED_SLOT_LIMIT: Instant = 6 * HOUR

/** The heartbeat comes once a minute and an edition takes less: beyond this delay something had stopped us. */
const LATE_AFTER: Instant = 5 * MINUTE

/** What the database knows about a digest's slots. Undefined: never settled yet. */
export interface SlotMemory {
  /** The last slot that got its edition. */
  readonly lastSlotAt?: Instant | undefined
  /** The slot that was announced. */
  readonly nextSlotAt?: Instant | undefined
}

export interface SettledSlots {
  /** The slot to publish now; `isLate` when the edition has to say so. */
  readonly due?: { readonly slotAt: Instant; readonly isLate: boolean }
  /** Slots that passed and get no edition, oldest first. */
  readonly dropped: readonly Instant[]
  /** Always after `now`. */
  readonly nextSlotAt: Instant
}

/**
 * The first slot strictly after an instant. An hour that the spring change skips falls on the first minute after
 * the gap, an hour that autumn repeats counts once, at its first occurrence. Throws RangeError when there is none.
 */
export function nextSlot(schedule: Schedule, after: Instant): Instant {
  const { days, hours, zone } = schedule
  const name = `${zone} ${days.join(',')} ${hours.join(',')}`
  const known = knownSlots.get(name)
  if (known !== undefined && known.after <= after && after < known.slot) return known.slot
  const slot = earliest(clocksOf(schedule), after)
  if (knownSlots.size >= KNOWN_SLOTS) knownSlots.clear()
  knownSlots.set(name, { after, slot })
  return slot
}

/** By schedule, a stretch without slots and the one at its end. croner takes 5 ms for one, and each beat asks for all. */
const knownSlots = new Map<string, { readonly after: Instant; readonly slot: Instant }>()

/** Schedules remembered, some 200 octets each. */
const KNOWN_SLOTS = 2000

/** The slots in ]after, until], oldest first. */
export function slotsBetween(schedule: Schedule, after: Instant, until: Instant): readonly Instant[] {
  const clocks = clocksOf(schedule)
  const slots: Instant[] = []
  for (let slot = earliest(clocks, after); slot <= until; slot = earliest(clocks, slot)) slots.push(slot)
  return slots
}

/**
 * What to do now about the slots up to `now`: the last missed one is published if it is young enough, the others are
 * dropped. A first start waits for the next slot, and so does a schedule that was changed by hand: hours that nobody
 * announced are not missed, and their news go into the next edition.
 */
export function settleSlots(
  schedule: Schedule,
  memory: SlotMemory & { readonly now: Instant },
): SettledSlots {
  const { now } = memory
  const missed = missedSlots(schedule, memory, now)
  const last = missed.at(-1)
  const nextSlotAt = nextSlot(schedule, now)
  if (last === undefined || now - last > MISSED_SLOT_LIMIT) return { dropped: missed, nextSlotAt }
  return {
    due: { slotAt: last, isLate: now - last > LATE_AFTER },
    dropped: missed.slice(0, -1),
    nextSlotAt,
  }
}

/** Announced slots up to `now` without an edition. A last slot in the future means that the clock was wrong then. */
function missedSlots(schedule: Schedule, memory: SlotMemory, now: Instant): readonly Instant[] {
  const last = memory.lastSlotAt !== undefined && memory.lastSlotAt <= now ? memory.lastSlotAt : undefined
  const announced = memory.nextSlotAt ?? last
  if (announced === undefined || announced > now || !isSlot(schedule, announced)) return []
  const from = memory.nextSlotAt === undefined ? announced : announced - 1
  return slotsBetween(schedule, Math.max(from, last ?? from), now)
}

function isSlot(schedule: Schedule, instant: Instant): boolean {
  return nextSlot(schedule, instant - 1) === instant
}

/**
 * One clock an hour of the day: croner gets both changes right for a single time of day (a «fixed-time job»), while
 * a list of hours would run twice in the repeated hour of autumn.
 */
function clocksOf(schedule: Schedule): readonly Cron[] {
  return schedule.hours.map((hour) => {
    const [hours, minutes] = hour.split(':').map(Number)
    const pattern = `${minutes} ${hours} * * ${schedule.days.join(',')}`
    return new Cron(pattern, { timezone: schedule.zone, paused: true, mode: '5-part' })
  })
}

/** Cron knows whole seconds only: the start is rounded down, and what is not later than `after` is passed over. */
function earliest(clocks: readonly Cron[], after: Instant): Instant {
  const candidates = clocks.map((clock) => runAfter(clock, after))
  const first = Math.min(...candidates)
  if (!Number.isFinite(first)) throw new RangeError('a schedule without any slot')
  return first
}

function runAfter(clock: Cron, after: Instant): Instant {
  const second = new Date(Math.floor((after - 1) / 1000) * 1000)
  return (
    clock
      .nextRuns(2, second)
      .map(Number)
      .find((run) => run > after) ?? Infinity
  )
}
