// Puts a sentence of an article, or a title, between guillemets. Changes none of its words.
import { NARROW_SPACE } from './sentence.ts'
import { typeset } from './typography.ts'

/** A sentence that is a quotation from end to end keeps the guillemets that it has. */
export function guillemets(sentence: string): string {
  const isQuoted = /^«[^«»]*»$/u.test(sentence)
  if (isQuoted) return sentence
  // Within guillemets French quotes with “ ”: a reader must see where our quotation ends.
  const inner = sentence.replaceAll(/«\s?([^«»]*?)\s?»/gu, '“$1”')
  return `«${NARROW_SPACE}${inner}${NARROW_SPACE}»`
}

/** A title within our sentence: «« Le Courrier »», «« La “Belle Hélène” est rentrée »». */
export function titled(title: string): string {
  return guillemets(typeset(title))
}
