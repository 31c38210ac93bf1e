// The meetings that a text tells. How French tells them is in french; nobody outside asks it directly.
import { findMeetings } from '../french/meetings.ts'
import type { ToldMeeting } from '../french/told-meeting.ts'

export type { ToldMeeting }
import type { Day } from './calendar.ts'

/** In order of their sentences; days are told when the day of publication is known. */
export function meetingsOf(
  text: string,
  setting: { readonly published: Day | undefined; readonly title: string },
): readonly ToldMeeting[] {
  return findMeetings(text, setting)
}
