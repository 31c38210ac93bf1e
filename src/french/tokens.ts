// Words of a French text with their offsets. Knows elision and numbers; knows no grammar.

/** A word or a number in UTF-16 code units of the text that was given. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

// Numbers keep their separators (12,5 · 25'000 · 1.200 · 1 900); words keep inner hyphens (Saint-Malo).
const WORD =
  /\d{1,3}(?:[.'’ \u00A0\u202F]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?|[\p{L}\p{M}]+(?:[-‑][\p{L}\p{M}\p{N}]+)*|\p{N}+/gu
const ELIDED = /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)$/i

/** Words and numbers, in order. An elided article (`l'`, `d'`, `qu'`) is dropped, the word after it stays. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    const end = match.index + word.length
    const next = text.charCodeAt(end)
    if ((next === 0x27 || next === 0x2019) && ELIDED.test(word)) continue
    tokens.push({ text: word, start: match.index, end })
  }
  return tokens
}

/** Words as people count them: what blanks separate. Reads no further than `most` words. */
export function countWords(text: string, most = Infinity): number {
  let count = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code > 0x20 && code < 0xa0) || !isBlankCode(code)) {
      if (isInside) continue
      if (++count === most) return count
      isInside = true
    } else isInside = false
  }
  return count
}

/** The blanks of `\s`, ECMA-262 section 12.2 and 12.3, without an expression for each character. */
function isBlankCode(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code < 0x1680) return code === 0xa0
  return (code >= 0x2000 && code <= 0x200a) || OTHER_BLANKS.has(code)
}
const OTHER_BLANKS: ReadonlySet<number> = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
