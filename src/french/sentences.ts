// Where sentences begin and end in French news as it arrives: glued, quoted, abbreviated. Never changes a text.
import { bareIntertitleEnd, dashedIntertitles } from './intertitles.ts'
import { isLower, isUpper, skipBlanks, skipBlanksBefore } from './characters.ts'
import { sentenceEnd } from './sentence-ends.ts'
import { gluedStarts } from './sentence-glue.ts'
import { straightQuotes, type QuoteRole } from './straight-quotes.ts'
import { lineStarts } from './text-lines.ts'
import { webAddresses } from './web-addresses.ts'

/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The sentences of a text, in order, trimmed of outer blanks. Together they hold every letter and every figure
 * of the text; titles, intertitles and agency marks are sentences of their own. Linear in the length of the text.
 */
export function splitSentences(text: string): readonly Span[] {
  const quotes = straightQuotes(text)
  const intertitles = dashedIntertitles(text)
  const fixed = fixedCuts(text, quotes, intertitles)
  const whole = [...webAddresses(text), ...intertitles].toSorted((one, other) => one.start - other.start)
  const cuts = markedCuts(text, quotes, fixed, whole)
  return spansBetween(text, cuts)
}

/** Cuts that need no mark: lines, intertitles, glue. Ascending. */
function fixedCuts(
  text: string,
  quotes: ReadonlyMap<number, QuoteRole>,
  intertitles: readonly Span[],
): readonly number[] {
  const dashed = intertitles.flatMap(({ start, end }) => [start, end])
  return lineStarts(text)
    .concat(dashed, gluedStarts(text, quotes), signOffStart(text))
    .toSorted((a, b) => a - b)
}

/** `… déclaré.so/rh/sp`: who wrote, in the letters of an agency, behind the last sentence of a text. */
function signOffStart(text: string): readonly number[] {
  const tail = text.slice(-LONGEST_SIGN_OFF)
  const found = SIGN_OFF.exec(tail)?.[1]
  return found === undefined ? [] : [text.length - found.length]
}
const LONGEST_SIGN_OFF = 80
const SIGN_OFF = /[.!?…"»”)]\s?((?:\p{L}{2,6}-){0,9}\p{L}{2,6}\/(?:\p{L}{2,6}[/-]){0,9}\p{L}{2,6}\.?\s*)$/u

const MARKS = /[.!?…]+/g
const isMark = (character: string): boolean =>
  character === '.' || character === '!' || character === '?' || character === '…'

/** All cuts, ascending: the fixed ones and those after a stop, a mark or an ellipsis outside of `whole` stretches. */
function markedCuts(
  text: string,
  quotes: ReadonlyMap<number, QuoteRole>,
  fixed: readonly number[],
  whole: readonly Span[],
): readonly number[] {
  const cuts: number[] = []
  let [nextFixed, nextWhole, start] = [0, 0, 0]
  // `test` moves on from match to match and, unlike `matchAll`, makes nothing on its way.
  for (MARKS.lastIndex = 0; MARKS.test(text);) {
    const end = MARKS.lastIndex
    let index = end - 1
    while (isMark(text.charAt(index - 1))) index--
    for (let cut = fixed[nextFixed]; cut !== undefined && cut <= index; cut = fixed[++nextFixed]) {
      cuts.push(cut)
      start = cut
    }
    while ((whole[nextWhole]?.end ?? Infinity) <= index) nextWhole++
    if (index > (whole[nextWhole]?.start ?? Infinity)) continue
    const cut = sentenceEnd(text, index, end, start, quotes)
    if (cut === undefined) continue
    cuts.push(cut)
    start = cut
  }
  return cuts.concat(fixed.slice(nextFixed)).toSorted((a, b) => a - b)
}

function spansBetween(text: string, cuts: readonly number[]): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const cut of cuts.concat(text.length)) {
    if (cut <= start) continue
    const span = trimmed(text, start, cut)
    const title = span && bareIntertitleEnd(text, span.start, span.end)
    if (span !== undefined && title !== undefined)
      spans.push(
        { start: span.start, end: skipBlanksBefore(text, span.start, title) },
        { start: title, end: span.end },
      )
    else if (span !== undefined) spans.push(span)
    start = cut
  }
  return spans
}

const SOLID = /[\p{L}\p{N}]/u

/** Without outer blanks; undefined when no letter and no figure is left. */
function trimmed(text: string, start: number, end: number): Span | undefined {
  const first = skipBlanks(text, start, end)
  const last = skipBlanksBefore(text, start, end)
  const initial = text.charAt(first)
  const isSolid = isUpper(initial) || isLower(initial) || SOLID.test(text.slice(first, last))
  return first < last && isSolid ? { start: first, end: last } : undefined
}
