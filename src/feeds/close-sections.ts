// Comments and CDATA sections that a damaged feed leaves open, closed again. Never reads what is in them.

const CDATA = '<![CDATA['
const CDATA_END = ']]>'

/**
 * Closes CDATA sections that were left open, at the end tag of their element, and unmasks comments without an end;
 * otherwise either would hide all that follows. `repairs` counts them. Linear in the length.
 */
export function closeSections(source: string): { readonly source: string; readonly repairs: number } {
  const lastCommentEnd = source.lastIndexOf('-->')
  const sections = new SectionEnds(source)
  const pieces: string[] = []
  let [from, repairs] = [0, 0]
  const repair = (end: number, inserted: string, resume: number): void => {
    pieces.push(source.slice(from, end), inserted)
    from = resume
    repairs += 1
  }
  for (let at = source.indexOf('<!'); at >= 0; at = source.indexOf('<!', at + 2)) {
    if (source.startsWith('<!--', at)) {
      if (at + 4 <= lastCommentEnd) at = source.indexOf('-->', at + 4)
      else repair(at, '', at + 4)
    } else if (source.startsWith(CDATA, at)) {
      const close = sections.missingEnd(at)
      if (close !== undefined) repair(close, CDATA_END, close)
      at = Math.max(at, (close ?? sections.endAfter(at)) - 2)
    }
  }
  return repairs === 0 ? { source, repairs } : { source: pieces.join('') + source.slice(from), repairs }
}

/** Where sections end and should end. The next `]]>` is looked for once, however many sections open before it. */
class SectionEnds {
  private readonly source: string
  private end = -1

  constructor(source: string) {
    this.source = source
  }

  /** The next `]]>`; the end of the source when there is none. */
  endAfter(at: number): number {
    if (this.end < at) {
      const found = this.source.indexOf(CDATA_END, at)
      this.end = found < 0 ? this.source.length : found
    }
    return this.end
  }

  /** Where `]]>` is missing for the section that opens at `at`; undefined when nothing is missing. */
  missingEnd(at: number): number | undefined {
    const end = this.endAfter(at)
    const found = this.source.indexOf(CDATA, at + CDATA.length)
    const next = found < 0 ? this.source.length : found
    const isEnded = end < this.source.length
    if (isEnded && end < next) return undefined
    const name = /<([\w.:-]+)(?:\s[^<>]*)?>\s*$/.exec(this.source.slice(Math.max(0, at - 200), at))?.[1]
    const inside = this.source.slice(at, Math.min(end, next))
    const close = name === undefined ? -1 : inside.indexOf(`</${name}`)
    if (close >= 0) return at + close
    return isEnded ? undefined : Math.min(this.source.length, at + CDATA.length)
  }
}
