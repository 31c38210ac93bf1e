// A meeting as the words of one sentence put it, and the sentence that it is read from. Tells neither who its people are nor
// on which day.
import type { ToldStatus } from './meeting-status.ts'
import type { Party } from './party.ts'
import type { MeetingKind } from './told-meeting.ts'
import { endOf, type Row, rowEnd, startOf } from './unit-row.ts'

/** Who stands where. */
export interface Sides {
  /** Who goes, calls or receives; equals are all subjects. Both are empty where the people were told before. */
  readonly subjects: readonly Party[]
  readonly objects: readonly Party[]
  /** 0 to 1, by judgement: 0.9 where both sides stand beside the word that tells it, 0.4 where one side is missing. */
  readonly confidence: number
}

export interface Reading extends Sides {
  readonly kind: MeetingKind
  readonly status: ToldStatus
  /** Offsets, in the text, of the words that tell it. */
  readonly start: number
  readonly end: number
  /** What the verb or noun itself says: «déjeuner» is in person. */
  readonly isInPerson: boolean
  /** «a appelé», «a téléphoné à». */
  readonly isCall?: true
}

/** A sentence of `text` as a row. */
export interface RowOfText {
  readonly text: string
  readonly row: Row
}

/** Between two offsets, in small letters. */
export const textBetween = ({ text }: RowOfText, start: number, end: number): string =>
  text.slice(start, end).toLowerCase()

/** In small letters, the units before the one at `at`, `most` of them. */
export const textBefore = (sentence: RowOfText, at: number, most: number): string =>
  textBetween(sentence, startOf(sentence.row, Math.max(0, at - most)), startOf(sentence.row, at))

/** In small letters, what stands behind the unit at `at`, within the sentence and `most` characters. */
export function textBehind(sentence: RowOfText, at: number, most: number): string {
  const end = endOf(sentence.row, at)
  return textBetween(sentence, end, Math.min(rowEnd(sentence.row), end + most))
}
