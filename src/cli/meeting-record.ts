// A meeting as the command line gives it to programs.
import type { ToldMeeting } from '../core/meetings.ts'
import { MEETING_KINDS, MEETING_MODES, MEETING_STATUSES } from '../locale/meeting-terms.ts'

export function meetingRecord(meeting: ToldMeeting): object {
  const { kind, status, mode, participants, place, start, end } = meeting
  const named = (wanted: 'person' | 'group'): readonly string[] =>
    participants.filter((participant) => participant.kind === wanted).map(({ name }) => name)
  return {
    kind: MEETING_KINDS[kind],
    status: MEETING_STATUSES[status],
    mode: MEETING_MODES[mode],
    people: named('person'),
    groups: named('group'),
    place: place ?? '',
    date: dayWords(meeting),
    start,
    end,
  }
}

/** As precise as the text: `2016-08-26`, `2016-08` for a whole month, `2016` for a year, else the first day. */
function dayWords({ from = '', to = '' }: ToldMeeting): string {
  if (from === to) return from
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28
    ? from.slice(0, 7)
    : from
}
