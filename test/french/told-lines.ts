// What the reader of meetings tells, as lines that people can read. Checks nothing.
import { findMeetings } from '../../src/french/meetings.ts'
import type { Participant, ToldMeeting } from '../../src/french/told-meeting.ts'

/** A Wednesday. */
const PUBLISHED = '2016-08-24'

const meetingsOf = (text: string, title = ''): readonly ToldMeeting[] =>
  findMeetings(text, { published: PUBLISHED, title })

/** `Paul Kerbrat + Luc Morin → (les élus)`: who meets whom, equals with `+` alone, groups and unnamed offices in brackets. */
export const whoMet = (text: string, title?: string): readonly string[] =>
  meetingsOf(text, title).map(({ participants }) => sidesOf(participants))

export const statusesOf = (text: string): readonly string[] => meetingsOf(text).map(({ status }) => status)

export const kindsOf = (text: string): readonly string[] => meetingsOf(text).map(({ kind }) => kind)

export const modesOf = (text: string): readonly string[] => meetingsOf(text).map(({ mode }) => mode)

export const placesOf = (text: string): readonly string[] => meetingsOf(text).map(({ place = '' }) => place)

/** `2016-08-26`, or first and last day with `/` between; `''` without a day. */
export const daysOf = (text: string): readonly string[] =>
  meetingsOf(text).map(({ from = '', to = '' }) => (from === to ? from : `${from}/${to}`))

function sidesOf(participants: readonly Participant[]): string {
  const sides = (['subject', 'object'] as const).map((side) =>
    participants
      .filter((participant) => participant.side === side)
      .map(({ kind, name }) => (kind === 'group' ? `(${name})` : name))
      .join(' + '),
  )
  return sides.filter((names) => names !== '').join(' → ')
}
