// Which meetings of a period are to come, were held, or fell through. Groups none, tells none.
import type { KnownPerson } from './person.ts'
import { type Day, DAY, dayAt, dayOf, type Instant, wallClock, type Zone } from './calendar.ts'
import type { Meeting } from './meeting.ts'

export interface AskedMeetings {
  readonly person?: KnownPerson
  /** First and last day, both included; without it, the days around today. */
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

/** What is to come by its day, what was held the latest first. What nobody dates is listed where it fell through only. */
export function listMeetings(
  meetings: readonly Meeting[],
  { from, to }: Period,
  now: Instant,
  zone: Zone,
): MeetingLists {
  const today = dayOf(now, zone)
  const sunday = sundayOf(now, zone)
  const isInside = (meeting: Meeting): boolean => isWithin(meeting, { from, to })
  const isAhead = (meeting: Meeting): boolean =>
    (meeting.status === 'planned' || meeting.status === 'possible') && (meeting.to ?? '') >= today
  const inside = meetings.filter(isInside).toSorted(byDay)
  const ahead = inside.filter(isAhead)
  return {
    thisWeek: ahead.filter(({ from: day = '' }) => day <= sunday),
    later: ahead.filter(({ from: day = '' }) => day > sunday),
    held: inside.filter(({ status, from: day = '' }) => status === 'done' && day <= today).toReversed(),
    fallen: meetings.filter(
      (meeting) => FALLEN.has(meeting.status) && (meeting.from === undefined || isInside(meeting)),
    ),
  }
}

/** Told for a day of the period. */
export function isWithin(meeting: Meeting, { from, to }: Period): boolean {
  return meeting.from !== undefined && meeting.from <= to && (meeting.to ?? meeting.from) >= from
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
