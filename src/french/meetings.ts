// Who met whom in running French news text. Tells meetings apart from interviews, matches and successes.
import type { ToldMeeting } from './told-meeting.ts'

/** In order of their sentences. `published` is `YYYY-MM-DD`; without it weekdays are not resolved. */
export function findMeetings(_text: string, _published?: string): readonly ToldMeeting[] {
  return []
}
