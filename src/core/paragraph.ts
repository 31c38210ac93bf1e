// The paragraph in which a sentence stands, short enough to quote. Changes no letter of it.
import { sentencesOf } from './sentence.ts'

export interface SurroundingText {
  readonly before: string
  readonly sentence: string
  readonly after: string
}

/**
 * Characters shown of a paragraph beside its sentence: enough to see what was meant, and no reading in place of the
 * article (findings, law).
 */
const MOST_CONTEXT = 500

/** Whole sentences around [start, end[ within its paragraph, nearest first, as long as there is room. */
export function surroundingText(text: string, start: number, end: number): SurroundingText {
  const paragraphStart = text.lastIndexOf('\n', start - 1) + 1
  const nextLine = text.indexOf('\n', end)
  const paragraph = text.slice(paragraphStart, nextLine === -1 ? text.length : nextLine)
  const neighbours = sentencesOf(paragraph).map((span) => ({
    start: paragraphStart + span.start,
    end: paragraphStart + span.end,
  }))
  let [from, to] = [start, end]
  const earlier = neighbours.filter((span) => span.end <= start).toReversed()
  const later = neighbours.filter((span) => span.start >= end)
  const isRoomFor = (first: number, last: number): boolean => last - first - (end - start) <= MOST_CONTEXT
  for (let index = 0; index < Math.max(earlier.length, later.length); index++) {
    const [previous, next] = [earlier[index], later[index]]
    if (previous !== undefined && isRoomFor(previous.start, to)) from = previous.start
    else earlier.length = index
    if (next !== undefined && isRoomFor(from, next.end)) to = next.end
    else later.length = index
  }
  return { before: text.slice(from, start), sentence: text.slice(start, end), after: text.slice(end, to) }
}
