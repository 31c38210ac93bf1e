// Words of a French text with their offsets. Knows elision and numbers; knows no grammar.

/** A word or a number in UTF-16 code units of the text that was given. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

// Numbers keep their separators (12,5 · 25'000 · 1.200); words keep inner hyphens (Saint-Malo).
const WORD = /\d+(?:[.,'’  ]\d{3})*(?:[.,]\d+)?|[\p{L}\p{M}]+(?:[-‑][\p{L}\p{M}\p{N}]+)*|\p{N}+/gu
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
