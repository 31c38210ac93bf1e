// A text of which only some passages are kept, each at its place: offsets into it hold for ever. ADR 0033.

/** A stretch of a text, in UTF-16 code units. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** No text begins with it: control characters are dropped where texts are read. */
const MARK = '\u0001'

/** As it is stored. */
interface KeptText {
  /** Of the whole text. */
  readonly length: number
  readonly passages: readonly (readonly [start: number, text: string])[]
}

/** What is stored for a text of which these stretches stay; what overlaps or touches is one passage. */
export function keepPassages(text: string, stretches: readonly Stretch[]): string {
  const passages = united(stretches).map(({ start, end }) => [start, text.slice(start, end)] as const)
  const kept: KeptText = { length: text.length, passages }
  return MARK + JSON.stringify(kept)
}

/** The text with empty lines where nothing is kept; a whole text as it is. */
export function fullText(stored: string): string {
  if (!stored.startsWith(MARK)) return stored
  // Only `keepPassages` writes what begins with the mark.
  const { length, passages }: KeptText = JSON.parse(stored.slice(MARK.length))
  let text = ''
  for (const [start, passage] of passages) text += '\n'.repeat(Math.max(0, start - text.length)) + passage
  return text + '\n'.repeat(Math.max(0, length - text.length))
}

function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const inOrder = stretches.toSorted((one, other) => one.start - other.start)
  return inOrder.reduce<readonly Stretch[]>((before, { start, end }) => {
    const last = before.at(-1)
    if (last === undefined || start > last.end) return [...before, { start, end }]
    return [...before.slice(0, -1), { start: last.start, end: Math.max(last.end, end) }]
  }, [])
}

/** The sentences that a stretch stands in, whole: a fact is proved by its sentence. */
export function wholeSentences(
  stretches: readonly Stretch[],
  sentences: readonly Stretch[],
): readonly Stretch[] {
  return stretches.flatMap((stretch) => [
    stretch,
    ...sentences.filter(({ start, end }) => start < stretch.end && stretch.start < end),
  ])
}
