// Cuts texts that are too long for a platform: between paragraphs, sentences, words, in this order. Loses no letter.
import { sentencesOf } from '../core/sentence.ts'

/** Where a text may be cut, the best places first; each gives the ends of the stretches that stay together. */
const SEAMS: readonly ((text: string) => readonly number[])[] = [
  (text) => endsOf(text, /\n+/gu),
  (text) => sentencesOf(text).map(({ end }) => end),
  (text) => endsOf(text, /(?<=[;:,])\s/gu),
  // Not at a no-break space: « 12 % » is one word.
  (text) => endsOf(text, /[^\S\u00A0\u202F]+/gu),
  (text) => [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length),
]

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/**
 * Pieces of which each is fit, in order, blanks around them dropped. `isFit` says whether a stretch is short enough,
 * which must hold for any part of a fit stretch; a single character counts as fit whatever it says.
 */
export function splitText(text: string, isFit: (text: string) => boolean): readonly string[] {
  return splitAt(text.trim(), isFit, 0)
}

function splitAt(text: string, isFit: (text: string) => boolean, depth: number): readonly string[] {
  const seam = SEAMS[depth]
  if (text === '') return []
  if (seam === undefined || isFit(text)) return [text]
  const pieces: string[] = []
  let open = ''
  let start = 0
  for (const end of [...seam(text), text.length]) {
    const stretch = text.slice(start, end)
    start = end
    if (isFit((open + stretch).trim())) {
      open += stretch
      continue
    }
    if (open.trim() !== '') pieces.push(open.trim())
    const parts = splitAt(stretch.trim(), isFit, depth + 1)
    pieces.push(...parts.slice(0, -1))
    open = parts.at(-1) ?? ''
    // Its blank goes before what follows, unless that begins another piece.
    if (open !== '') open += /\s+$/u.exec(stretch)?.[0] ?? ''
  }
  if (open.trim() !== '') pieces.push(open.trim())
  return pieces
}

function endsOf(text: string, blank: RegExp): readonly number[] {
  return [...text.matchAll(blank)].map(({ index, 0: found }) => index + found.length)
}
