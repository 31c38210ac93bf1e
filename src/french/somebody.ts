// Whom a phrase of an article stands for, and what was told where it stands. Reads no text.
import type { Participant } from './told-meeting.ts'

/** Before it is known on which side. */
export type Somebody = Omit<Participant, 'side'>

/** Where a phrase stands, and what was told before. */
export interface Standing {
  /** Of the sentence. */
  readonly index: number
  /** Whom the sentence's own subject stands for, for «son homologue». */
  readonly subjects: readonly Somebody[]
  /** The people of the meeting that was told last, in its order. */
  readonly lastMet: readonly Somebody[]
}

/** Of a phrase in another sentence. */
export const NOTHING_BEFORE: Standing = { index: 0, subjects: [], lastMet: [] }

/** How many sentences back a pronoun or «les deux hommes» is followed, by judgement. */
export const MOST_SENTENCES_BACK = 3

export const isPerson = ({ kind }: Somebody): boolean => kind === 'person'
