// Where the quotations of a text begin and end, marks included; those within others are left out. Names no speaker.
import type { Span } from './sentences.ts'
import { straightQuotes } from './straight-quotes.ts'

const MARKS = /["«»“”\n]/g
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
])

/** A quotation that goes on for longer has lost its closing mark, in characters. */
const LONGEST_QUOTATION = 3000

/** In order. Straight ones never pass the end of a line; one whose closing mark is lost ends with its line. */
export function quotedSpans(text: string): readonly Span[] {
  const roles = straightQuotes(text)
  const spans: Span[] = []
  let open: { readonly start: number; readonly closer: string } | undefined
  for (MARKS.lastIndex = 0; MARKS.test(text);) {
    const at = MARKS.lastIndex - 1
    const mark = text.charAt(at)
    if (
      open !== undefined &&
      (at - open.start > LONGEST_QUOTATION || (mark === '\n' && open.closer === '"'))
    ) {
      const lineEnd = text.indexOf('\n', open.start)
      spans.push({ start: open.start, end: lineEnd < 0 ? text.length : lineEnd })
      open = undefined
    }
    if (open === undefined) {
      const closer = CLOSERS.get(mark)
      if (closer !== undefined && (mark !== '"' || roles.get(at) === 'opens')) open = { start: at, closer }
    } else if (mark === '"' && open.closer === '"' && roles.get(at) === 'opens') {
      // The mark before has lost its closing one.
      open = { start: at, closer: '"' }
    } else if (mark === open.closer && (mark !== '"' || roles.get(at) === 'closes')) {
      spans.push({ start: open.start, end: at + 1 })
      open = undefined
    }
  }
  return spans
}
