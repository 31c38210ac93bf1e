// Where the lines of a text begin. A line broken by a mailer in mid-sentence goes on.

/** Lines shorter than this, in characters, are items or titles, never broken by width: mailers break near 72. */
const SHORTEST_BROKEN_LINE = 50

/** Offsets after each line end that separates two sentences. */
export function lineStarts(text: string): readonly number[] {
  const starts: number[] = []
  let lineStart = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const isLong = at - lineStart >= SHORTEST_BROKEN_LINE
    if (!(isLong && isBrokenAt(text, at))) starts.push(at + 1)
    lineStart = at + 1
  }
  return starts
}

/** A small letter or a comma before the line end and a small letter after it, without a blank line. */
function isBrokenAt(text: string, at: number): boolean {
  return (
    /[\p{Ll},] ?\r?$/u.test(text.slice(at - 3, at)) &&
    /^ ?\p{Ll}[\p{L}'’]* /u.test(text.slice(at + 1, at + 20))
  )
}
