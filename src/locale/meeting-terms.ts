// The kinds, states and ways of a meeting in French words, as the command line and the chat name them.
import type { MeetingKind, MeetingMode, MeetingStatus } from '../french/told-meeting.ts'

export const MEETING_KINDS: Readonly<Record<MeetingKind, string>> = {
  encounter: 'rencontre',
  talk: 'entretien',
  visit: 'visite',
  reception: 'accueil',
  negotiation: 'négociation',
  summit: 'sommet',
}

export const MEETING_STATUSES: Readonly<Record<MeetingStatus, string>> = {
  done: 'passé',
  planned: 'prévu',
  possible: 'possible',
  cancelled: 'annulé',
  postponed: 'reporté',
  refused: 'refusé',
  denied: 'démenti',
}

export const MEETING_MODES: Readonly<Record<MeetingMode, string>> = {
  'in-person': 'en personne',
  telephone: 'téléphone',
  video: 'visioconférence',
  unknown: 'non précisé',
}
