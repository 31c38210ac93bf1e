// A meeting as one sentence tells it: who, how, where, when, and whether it took place. Found in meetings.
import type { Span } from './sentences.ts'

export type MeetingKind = 'encounter' | 'talk' | 'visit' | 'reception' | 'negotiation' | 'summit'

export type MeetingStatus = 'done' | 'planned' | 'possible' | 'cancelled' | 'postponed' | 'refused' | 'denied'

export type MeetingMode = 'in-person' | 'telephone' | 'video' | 'unknown'

export interface Participant {
  /**
   * The longest form that the article has, without a civility: `Sergueï Lavrov`. Of a group, or of a holder of an office
   * whom the article never names, the words themselves: `une délégation de l’opposition`.
   */
  readonly name: string
  readonly kind: 'person' | 'group'
  /** As the article says it, without an article: `ministre russe des Affaires étrangères`. */
  readonly office?: string
  /** Of offices.ts: what this office shares with its other names. */
  readonly officeKey?: string
  /** Who goes, calls or receives stands before whoever is met; equals are all `subject`. */
  readonly side: 'subject' | 'object'
}

/** `start` and `end` are those of the sentence, in UTF-16 code units of the article. */
export interface ToldMeeting extends Span {
  readonly kind: MeetingKind
  readonly status: MeetingStatus
  readonly mode: MeetingMode
  /** Two or more, or one who met somebody unknown; none twice. */
  readonly participants: readonly Participant[]
  readonly place?: string
  /** First and last day, `YYYY-MM-DD`; both or neither. */
  readonly from?: string
  readonly to?: string
  /** Who says so, as it stands: `la porte-parole du ministère, Maria Zakharova`. */
  readonly attribution?: string
  /** 0 to 1. */
  readonly confidence: number
}
