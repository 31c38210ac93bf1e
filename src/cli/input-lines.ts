// A stream of bytes as lines. Only a line feed ends a line: JSON may hold U+2028, which node:readline breaks at.
import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'

export interface InputLine {
  /** From 1; empty lines count. */
  readonly number: number
  /** Without its line end. Bytes that are no UTF-8 are replaced: see `isUtf8`. */
  readonly text: string
  readonly isUtf8: boolean
}

const LINE_FEED = 0x0a

/** Rejects with what the stream says when it breaks. A line may have any length. */
export async function* readInputLines(input: Readable): AsyncGenerator<InputLine> {
  for await (const lines of readInputBatches(input)) yield* lines
}

/** The lines that came to their end together: whoever writes one line and waits gets a batch of one. */
export async function* readInputBatches(input: Readable): AsyncGenerator<readonly InputLine[]> {
  let pieces: Buffer[] = []
  let number = 0
  for await (const chunk of input) {
    let rest = bytesOf(chunk)
    const lines: InputLine[] = []
    for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED)) {
      lines.push(inputLine(++number, [...pieces, rest.subarray(0, end)]))
      pieces = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) pieces.push(rest)
    if (lines.length > 0) yield lines
  }
  if (pieces.length > 0) yield [inputLine(++number, pieces)]
}

function inputLine(number: number, pieces: readonly Buffer[]): InputLine {
  const bytes = Buffer.concat(pieces)
  // Windows ends lines with a carriage return too, and opens files with a byte order mark.
  const text = bytes.toString('utf8').replace(/\r$/, '')
  return { number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text, isUtf8: isUtf8(bytes) }
}

function bytesOf(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk
  return Buffer.from(chunk instanceof Uint8Array ? chunk : String(chunk))
}
