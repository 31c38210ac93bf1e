// Which meetings of a period are to come, were held, or fell through. Groups none, tells none.
import type { KnownPerson } from './person.ts'
import { type Day, DAY, dayAt, dayOf, daysBetween, type Instant, wallClock, type Zone } from './calendar.ts'
import type { Meeting } from './meeting.ts'

export interface AskedMeetings {
  readonly person?: KnownPerson
  /** First and last day, both included; without it, the days around today, or all days of a person. */
  readonly period?: Period
}

export interface Period {
  readonly from: Day
  readonly to: Day
}

/** Days back and ahead that a list covers unless another period is asked for. */
const DAYS_BACK = 7
const DAYS_AHEAD = 60

export interface MeetingLists {
  /** From today to Sunday. */
  readonly thisWeek: readonly Meeting[]
  readonly later: readonly Meeting[]
  readonly held: readonly Meeting[]
  /** Cancelled, put off, refused, denied. */
  readonly fallen: readonly Meeting[]
}

export function usualPeriod(now: Instant, zone: Zone): Period {
  return { from: dayOf(now - DAYS_BACK * DAY, zone), to: dayOf(now + DAYS_AHEAD * DAY, zone) }
}

/**
 * What is to come by its day, what was held the latest first. What nobody dates is listed where it fell through, and
 * where no period is asked for.
 */
export function listMeetings(
  meetings: readonly Meeting[],
  period: Period | undefined,
  now: Instant,
  zone: Zone,
): MeetingLists {
  const today = dayOf(now, zone)
  const sunday = sundayOf(now, zone)
  const inside = meetings
    .filter((meeting) => period === undefined || isWithin(meeting, period))
    .toSorted(byDay)
  const ahead = inside.filter((meeting) => isToCome(meeting, today))
  return {
    thisWeek: ahead.filter(({ from: day = '' }) => day <= sunday),
    later: ahead.filter(({ from: day = '' }) => day > sunday),
    held: inside.filter(({ status, from: day = '' }) => status === 'done' && day <= today).toReversed(),
    fallen: meetings.filter(
      (meeting) => FALLEN.has(meeting.status) && (meeting.from === undefined || inside.includes(meeting)),
    ),
  }
}

function isToCome({ status, from, to = from }: Meeting, today: Day): boolean {
  return (status === 'planned' || status === 'possible') && to !== undefined && to >= today
}

/** Days of a stretch beyond which it tells of no day: «en 2015» is not this week, but is in 2015. */
const VAGUE_DAYS = 31

/** Told for a day of the period. */
export function isWithin({ from, to = from }: Meeting, period: Period): boolean {
  if (from === undefined || to === undefined || from > period.to || to < period.from) return false
  return daysBetween(from, to) <= VAGUE_DAYS || (from >= period.from && to <= period.to)
}

/** From the first day told to the last one; undefined where none is told. */
export function periodOfAll(meetings: readonly Meeting[]): Period | undefined {
  const days = meetings.flatMap(({ from, to = from }) =>
    from === undefined || to === undefined ? [] : [from, to],
  )
  const [from] = days.toSorted()
  const to = days.toSorted().at(-1)
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** The latest day first; whoever is told without a day stands by the day of the article. */
export function latestFirst(meetings: readonly Meeting[], zone: Zone): readonly Meeting[] {
  const dayOfMeeting = ({ from, proofs: [proof] }: Meeting): Day =>
    from ?? (proof === undefined ? '' : dayOf(proof.article.publishedAt, zone))
  const dated = meetings.map((meeting) => ({ meeting, day: dayOfMeeting(meeting) }))
  return dated
    .toSorted((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0))
    .map(({ meeting }) => meeting)
}

const FALLEN: ReadonlySet<Meeting['status']> = new Set(['cancelled', 'postponed', 'refused', 'denied'])

const byDay = (one: Meeting, other: Meeting): number => {
  const [day = '', otherDay = ''] = [one.from, other.from]
  return day < otherDay ? -1 : day > otherDay ? 1 : 0
}

function sundayOf(now: Instant, zone: Zone): Day {
  const { weekday } = wallClock(now, zone)
  // By noon, so that no change of clocks loses a day.
  const { year, month, day } = wallClock(now, zone)
  const noon = Date.UTC(year, month - 1, day, 12)
  return dayAt(wallClock(noon + ((7 - weekday) % 7) * DAY, 'UTC'))
}
