// Status and way of a meeting in French words. Never says who met.
import type { MeetingMode, MeetingStatus } from '../french/told-meeting.ts'

/** As the command line gives them to programs, and as people read them. */
export const MEETING_STATUS_WORDS: Readonly<Record<MeetingStatus, string>> = {
  done: 'passé',
  planned: 'prévu',
  possible: 'possible',
  cancelled: 'annulé',
  postponed: 'reporté',
  refused: 'refusé',
  denied: 'démenti',
}

export const MEETING_MODE_WORDS: Readonly<Record<MeetingMode, string>> = {
  'in-person': 'en personne',
  telephone: 'téléphone',
  video: 'visioconférence',
  unknown: 'non précisé',
}
