// Spans as one text that may be cut anywhere: what must stay whole is a single character of it. Knows no rich text.
import type { Span } from '../../core/message.ts'

/** In the text a mark stands for what it begins, ends or is; none of them is a character of any text. */
const STRONG_BEGINS = '\uFDD0'
const STRONG_ENDS = '\uFDD1'
/** One of a plane without characters stands for each whole. */
const FIRST_WHOLE = 0xf_0000
const MARKS = /[\uFDD0\uFDD1]|[\u{F0000}-\u{FFFFD}]/gu

/** A span that leads to something. */
export type Pointer = Exclude<Span, { readonly kind: 'plain' | 'strong' }>

export interface MarkedText<Whole> {
  readonly text: string
  /** Each is the one character at its place in the plane. */
  readonly wholes: readonly Whole[]
}

/** `wholesOf` says what stands for a pointer; where nothing does, its words are words like others. */
export function markSpans<Whole>(
  spans: readonly Span[],
  wholesOf: (span: Pointer) => readonly Whole[],
): MarkedText<Whole> {
  const wholes: Whole[] = []
  const marked = spans.map((span) => {
    const words = span.text.replaceAll(MARKS, '\uFFFD')
    if (span.kind === 'plain') return words
    if (span.kind === 'strong') return words === '' ? '' : `${STRONG_BEGINS}${words}${STRONG_ENDS}`
    const core = words.trim()
    const found = wholesOf({ ...span, text: core })
    if (found.length === 0) return words
    const places = found.map((_whole, at) => String.fromCodePoint(FIRST_WHOLE + wholes.length + at))
    wholes.push(...found)
    // The blanks around it stay.
    return core === '' ? places.join('') : words.replace(core, () => places.join(''))
  })
  // Strong words that touch are strong together.
  return { text: marked.join('').replaceAll(`${STRONG_ENDS}${STRONG_BEGINS}`, ''), wholes }
}

export type Part<Whole> =
  | { readonly kind: 'words'; readonly text: string; readonly isStrong: boolean }
  | { readonly kind: 'whole'; readonly whole: Whole }

/** What a piece of the text is made of. */
export interface ReadPiece<Whole> {
  readonly parts: readonly Part<Whole>[]
  /** Whether its end is within strong words: so is the beginning of the next. */
  readonly isStrong: boolean
}

/** No part is empty. */
export function readPiece<Whole>(
  piece: string,
  wholes: readonly Whole[],
  isStrongAtFirst: boolean,
): ReadPiece<Whole> {
  const parts: Part<Whole>[] = []
  let isStrong = isStrongAtFirst
  for (const text of piece.split(/([\uFDD0\uFDD1]|[\u{F0000}-\u{FFFFD}])/u)) {
    const whole = wholes[(text.codePointAt(0) ?? 0) - FIRST_WHOLE]
    if (text === STRONG_BEGINS || text === STRONG_ENDS) isStrong = text === STRONG_BEGINS
    else if (whole !== undefined) parts.push({ kind: 'whole', whole })
    else if (text !== '') parts.push({ kind: 'words', text, isStrong })
  }
  return { parts, isStrong }
}
