// JSON that a hasty program wrote or a broken download cut, made whole again. Never invents a value.

export interface MendedJson {
  /** Valid JSON, as far as this can be done. */
  readonly text: string
  /** The text breaks off: what was not whole is left out. */
  readonly isTruncated: boolean
}

/**
 * Escapes control characters in strings, drops commas before an end, and closes what is open after the last value that
 * is whole. Linear in the length.
 */
export function mendJson(source: string): MendedJson {
  const scan = new Scan(source)
  for (const character of source) scan.read(character)
  return scan.finish()
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' }

class Scan {
  private readonly pieces: string[] = []
  private readonly open: string[] = []
  /** The last place where everything open could be closed: after a whole value of a list. */
  private safe = { pieces: 0, open: [] as readonly string[] }
  private isInString = false
  private isEscaped = false
  private isDone = false

  constructor(source: string) {
    this.isDone = source.trim() === ''
  }

  read(character: string): void {
    if (this.isDone) return
    if (this.isInString) this.readInString(character)
    else this.readOutside(character)
  }

  private readInString(character: string): void {
    if (character < ' ') {
      this.pieces.push(JSON.stringify(character).slice(1, -1))
      return
    }
    this.pieces.push(character)
    if (this.isEscaped) this.isEscaped = false
    else if (character === '\\') this.isEscaped = true
    else if (character === '"') this.isInString = false
  }

  private readOutside(character: string): void {
    if (character === '"') this.isInString = true
    if (character === '{' || character === '[') this.open.push(character)
    const isEnd = character === '}' || character === ']'
    if (isEnd) {
      this.dropComma()
      this.open.pop()
    }
    this.pieces.push(character)
    if (isEnd && (this.open.at(-1) ?? '[') === '[') {
      this.safe = { pieces: this.pieces.length, open: [...this.open] }
    }
    this.isDone = isEnd && this.open.length === 0
  }

  private dropComma(): void {
    while (/^\s$/.test(this.pieces.at(-1) ?? '')) this.pieces.pop()
    if (this.pieces.at(-1) === ',') this.pieces.pop()
  }

  finish(): MendedJson {
    if (this.isDone) return { text: this.pieces.join(''), isTruncated: false }
    const closers = this.safe.open.toReversed().map((opener) => CLOSERS[opener] ?? '')
    return { text: this.pieces.slice(0, this.safe.pieces).join('') + closers.join(''), isTruncated: true }
  }
}
