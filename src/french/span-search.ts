// Finds spans by where they stand, among spans in order that do not overlap.
import type { Span } from './sentences.ts'

/** Index of the first that begins at `offset` or behind it; their number when none does. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Those that begin within `[start, end)`. */
export function spansWithin<Item extends Span>(
  spans: readonly Item[],
  { start, end }: Span,
): readonly Item[] {
  return spans.slice(firstFrom(spans, start), firstFrom(spans, end))
}

/** The one that holds `offset` between its first and last character, both excluded. */
export function spanAround<Item extends Span>(spans: readonly Item[], offset: number): Item | undefined {
  const span = spans[firstFrom(spans, offset) - 1]
  return span !== undefined && span.start < offset && offset < span.end - 1 ? span : undefined
}
