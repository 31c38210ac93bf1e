// What an answer is: values with the sentence that proves each, or an honest «nothing». Chooses nothing.
import type { MeetingMode, MeetingStatus } from '../french/told-meeting.ts'
import type { Article, SentenceReference } from './article.ts'
import type { Day } from './calendar.ts'

/** A sentence found for a question. Higher scores are better and comparable within one search. */
export interface FoundSentence {
  readonly reference: SentenceReference
  readonly text: string
  readonly article: Article
  readonly score: number
}

/** In how many sentences each stem occurs, and how many sentences there are. */
export interface StemFrequencies {
  readonly total: number
  readonly of: ReadonlyMap<string, number>
}

/** A verbatim sentence and where it stands. */
export interface Evidence {
  readonly reference: SentenceReference
  readonly text: string
  readonly article: Article
}

export interface AnswerEntry {
  /** A person, place, day, figure, role or quotation; «Oui» or «Non»; or the sentence itself. */
  readonly text: string
  /** What `text` is: a value of its own, or no more than the sentence of `evidence`. */
  readonly isValue: boolean
  readonly evidence: Evidence
  readonly status?: MeetingStatus
  readonly mode?: MeetingMode
  readonly place?: string
  /** First and last day of what is answered, where the sentence tells it. */
  readonly from?: Day
  readonly to?: Day
  /** Recalled from long ago beside recent news. */
  readonly isBackground?: true
  /** 0 to 1: share of what was asked that the sentence, its title and its neighbours carry. */
  readonly confidence: number
  /** Publishers that say so independently, at least 1. */
  readonly sourceCount: number
}

/** Somebody whom the question may mean. */
export interface MeantPerson {
  readonly name: string
  readonly office?: string
}

export type Answer =
  /** Best first; never empty. */
  | { readonly kind: 'found'; readonly answers: readonly AnswerEntry[] }
  /** Sentences that come nearest, best first; they answer nothing. */
  | { readonly kind: 'nothing'; readonly nearest: readonly Evidence[] }
  | { readonly kind: 'which'; readonly persons: readonly MeantPerson[] }

export const NOTHING: Answer = { kind: 'nothing', nearest: [] }
