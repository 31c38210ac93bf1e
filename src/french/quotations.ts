// Whether quotation marks and brackets come in pairs, and where a quotation is still open. Changes nothing.
import type { Span } from './sentences.ts'
import { straightQuotes } from './straight-quotes.ts'

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['»', '«'],
  ['”', '“'],
  [')', '('],
  [']', '['],
])
const MARKS = /["«»“”()[\]]/g

/** True when every mark that opens is closed, in order, and none closes what was not opened. */
export function isBalanced(text: string): boolean {
  const roles = straightQuotes(text)
  const open: string[] = []
  // `test` moves on from match to match and, unlike `matchAll`, makes nothing on its way.
  for (MARKS.lastIndex = 0; MARKS.test(text);) {
    const index = MARKS.lastIndex - 1
    const mark = text.charAt(index)
    const opener = mark === '"' ? '"' : PAIRS.get(mark)
    const closes = mark === '"' ? roles.get(index) === 'closes' : opener !== undefined
    if (!closes) open.push(mark)
    else if (open.pop() !== opener) return false
  }
  return open.length === 0
}

/** For each span, in order, whether it begins inside a quotation opened before it on the same line. */
export function areInsideQuotations(text: string, spans: readonly Span[]): readonly boolean[] {
  const roles = straightQuotes(text)
  let mark = nextQuote(text, 0)
  let isOpen = false
  return spans.map(({ start }) => {
    for (; mark < start; mark = nextQuote(text, mark + 1)) {
      const found = text.charAt(mark)
      isOpen = found === '"' ? roles.get(mark) === 'opens' : found === '«' || found === '“'
    }
    return isOpen
  })
}

const QUOTE_OR_LINE_END = /["«»“”\n]/g

/** Where the next mark or line end is, from `from` on; Infinity when there is none. */
function nextQuote(text: string, from: number): number {
  QUOTE_OR_LINE_END.lastIndex = from
  return QUOTE_OR_LINE_END.test(text) ? QUOTE_OR_LINE_END.lastIndex - 1 : Infinity
}

/** Whether a quotation is opened that nothing closes before its line, or the next quotation: its mark was lost. */
export function hasLostQuote(text: string): boolean {
  const roles = straightQuotes(text)
  let isOpen = false
  for (let mark = nextQuote(text, 0); mark < text.length; mark = nextQuote(text, mark + 1)) {
    const found = text.charAt(mark)
    const opens = found === '"' ? roles.get(mark) === 'opens' : found === '«' || found === '“'
    if (isOpen && (opens || found === '\n')) return true
    isOpen = opens
  }
  return isOpen
}
