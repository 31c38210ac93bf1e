// The day of a meeting: the nearest to the words that tell it. Leaves out the day on which it was said.
import type { DatedExpression } from './dates.ts'
import type { Reading } from './meeting-reading.ts'
import { nearestOf } from './nearest.ts'
import { fold } from './normalise.ts'
import { SPEECH } from './roles.ts'
import type { Span } from './sentences.ts'
import { wordSet } from './word-set.ts'

/** A day before a meeting is so much farther than one behind it, by judgement. */
const BEFORE_WEIGHT = 1.2

/** `dates` are those of the text. */
export function dayOfMeeting(
  text: string,
  sentence: Span,
  { start, end }: Reading,
  dates: readonly DatedExpression[],
): DatedExpression | undefined {
  const isWithin = (date: Span): boolean => date.start >= sentence.start && date.end <= sentence.end
  return nearestOf(
    dates.filter((date) => isWithin(date) && !isOfSpeech(text, date) && !isPeriod(text, date)),
    (date) => (date.start >= start ? Math.max(0, date.start - end) : (start - date.end) * BEFORE_WEIGHT),
  )
}

/** Characters before a day in which the verb of speech stands. */
const MOST_BEFORE = 40

/** «a annoncé mercredi la porte-parole», «déclarait ce lundi»: when it was said. */
function isOfSpeech(text: string, { start }: DatedExpression): boolean {
  const before = text.slice(Math.max(0, start - MOST_BEFORE), start)
  const [last = '', beforeLast = ''] = (before.match(/\p{L}+/gu) ?? []).slice(-2).toReversed()
  return isSaid(last) || (LEADS_TO_DAY.has(last) && isSaid(beforeLast))
}

const isSaid = (word: string): boolean =>
  SPEECH.has(fold(word)) || SPEECH.has(fold(word).replace(/e?s$/u, 'e'))

const LEADS_TO_DAY = wordSet('le la ce dès ainsi aussi')

/** «depuis lundi», «jusqu’à mardi», «d’ici au 5 mai»: no day of a meeting. */
const isPeriod = (text: string, { start, end }: DatedExpression): boolean =>
  BEFORE_PERIOD.test(text.slice(Math.max(0, start - LONGEST_BEFORE_PERIOD), start)) ||
  /^(?:depuis|jusqu)/iu.test(text.slice(start, end))

const BEFORE_PERIOD = /(?:depuis|jusqu|entre|avant|d['’]ici|pendant|pour) (?:à |au |le |la |l['’])?$/iu

/** «pendant le», in characters, and more. */
const LONGEST_BEFORE_PERIOD = 14
