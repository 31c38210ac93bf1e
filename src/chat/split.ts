// Cuts texts that are too long for a platform: between paragraphs, sentences, words, in this order. Loses no letter.
import { sentencesOf } from '../core/sentence.ts'

type IsFit = (text: string) => boolean

/** Where a text may be cut, the best places first; each gives the ends of the stretches that stay together. */
const SEAMS: readonly ((text: string) => readonly number[])[] = [
  (text) => endsOf(text, /\n+/gu),
  (text) => sentencesOf(text).map(({ end }) => end),
  (text) => endsOf(text, /(?<=[;:,])\s/gu),
  // Not at a no-break space: « 12 % » is one word.
  (text) => endsOf(text, /[^\S\u00A0\u202F]+/gu),
  (text) => characterEnds(text),
]

/**
 * Pieces of which each is fit, in order, blanks around them dropped. `isFit` says whether a stretch is short enough,
 * which must hold for any part of a fit stretch; a single character counts as fit whatever it says.
 */
export function splitText(text: string, isFit: IsFit): readonly string[] {
  return splitAt(text.trim(), isFit, 0)
}

function splitAt(text: string, isFit: IsFit, depth: number): readonly string[] {
  const seam = SEAMS[depth]
  if (text === '') return []
  if (seam === undefined || isFit(text)) return [text]
  const ends = [...seam(text), text.length]
  const pieces: string[] = []
  // From `start` to `end` all is fit; the stretch that comes next is the one at `next`.
  let [start, end, next] = [0, 0, 0]
  const close = (): void => {
    pieces.push(text.slice(start, end).trim())
    start = end
  }
  while (next < ends.length) {
    const reached = endOfFit(next, ends.length, (at) => isFit(text.slice(start, ends[at]).trim()))
    if (reached > next) {
      end = ends[reached - 1] ?? end
      next = reached
    } else if (start < end) close()
    else {
      end = ends[next++] ?? text.length
      const stretch = text.slice(start, end)
      const parts = splitAt(stretch.trim(), isFit, depth + 1)
      pieces.push(...parts.slice(0, -1))
      // What is left of it stays open: the next stretch may go with it.
      start += stretch.trimEnd().length - (parts.at(-1)?.length ?? 0)
    }
  }
  close()
  return pieces.filter((piece) => piece !== '')
}

/** Of the numbers from `first` on, the first that is not fit, or `limit`; found in few looks, since all after it are unfit. */
function endOfFit(first: number, limit: number, isFit: (at: number) => boolean): number {
  let [fit, step] = [first - 1, 1]
  while (fit + step < limit && isFit(fit + step)) {
    fit += step
    step *= 2
  }
  let unfit = Math.min(fit + step, limit)
  while (unfit - fit > 1) {
    const middle = Math.floor((fit + unfit) / 2)
    if (isFit(middle)) fit = middle
    else unfit = middle
  }
  return unfit
}

function endsOf(text: string, blank: RegExp): readonly number[] {
  return [...text.matchAll(blank)].map(({ index, 0: found }) => index + found.length)
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** Characters as people count them. Below U+0300 each stands alone; the segmenter is slow. */
function characterEnds(text: string): readonly number[] {
  if (/^[\u0020-\u02FF]*$/u.test(text)) return Array.from(text, (_character, index) => index + 1)
  return [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length)
}
