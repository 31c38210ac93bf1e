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
  for (const { index, 0: mark } of text.matchAll(MARKS)) {
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
  const marks = text.matchAll(/["«»“”\n]/g)
  let mark = marks.next()
  let isOpen = false
  return spans.map(({ start }) => {
    for (; mark.value !== undefined && mark.value.index < start; mark = marks.next()) {
      const [found] = mark.value
      isOpen = found === '"' ? roles.get(mark.value.index) === 'opens' : found === '«' || found === '“'
    }
    return isOpen
  })
}
