// A quoted sentence as it is shown: its words, what an editor adds in square brackets, French typography.
// Never changes a letter of it.
import type { Insertion } from '../core/editorial-brackets.ts'
import type { ShownSentence } from '../core/edition.ts'
import { typeset } from './typography.ts'
import { NO_BREAK_SPACE } from './sentence.ts'

/** A stretch of an article, and what stands in brackets within it, in order, by the offsets of the article. */
export interface EditedSentence {
  readonly text: string
  /** Where it begins in the article. */
  readonly start: number
  readonly insertions?: readonly Insertion[] | undefined
}

/** «Il [Sergueï Lavrov] l’a déclaré mercredi [5 octobre].» Insertions outside of the sentence are left out. */
export function displaySentence({ text, start, insertions = [] }: EditedSentence): string {
  let shown = ''
  let from = 0
  for (const { at, text: inserted } of insertions) {
    const place = at - start
    if (place < from || place > text.length) continue
    shown += text.slice(from, place)
    shown += /(?:^|[\s([«“"'’-])$/u.test(shown) ? `${inserted} ` : ` ${inserted}`
    from = place
  }
  const whole = (shown + text.slice(from)).replace(BLANKS, ' ')
  return typeset(whole).replace(DATE_IN_BRACKETS, `$1${NO_BREAK_SPACE}`)
}

/** A sentence of an edition as it is read. */
export function displayShown({ text, reference: { start, insertions } }: ShownSentence): string {
  return displaySentence({ text, start, insertions })
}

/** Runs of blanks and line ends, which a page wraps as it likes. */
const BLANKS = /\s{2,}|[\t\n\v\f\r\u2028\u2029]/gu

/** The number never parts from its month. */
const DATE_IN_BRACKETS = /(?<=\[)(\d{1,2}|1er) (?=\p{Ll}+(?: \d{4})?\])/gu
