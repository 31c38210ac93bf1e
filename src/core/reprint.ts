// Whether one article repeats another almost to the word. Never decides which of them is shown.
import { fold } from '../french/normalise.ts'
import { STOP_WORDS } from '../french/stop-words.ts'
import { tokenise } from '../french/tokens.ts'
import { HOUR, type Instant } from './calendar.ts'

/** What a comparison needs of an article: about 8 bytes a word. */
export interface ReprintTrace {
  readonly publishedAt: Instant
  /** The folded words of the whole text as one number; equal texts have equal ones. */
  readonly textHash: number
  /** Hashes of the runs of five folded words, ascending, each once. */
  readonly shingles: Uint32Array
  readonly wordCount: number
  /** Numbers written in figures, without their separators, of title and text. */
  readonly figures: ReadonlySet<string>
  /** The folded words of the title as one number. */
  readonly titleHash: number
  readonly titleWordCount: number
  readonly titleFigures: ReadonlySet<string>
  /** Hashes of the title's words that carry a subject. */
  readonly titleWords: Uint32Array
  /** Hashes of the words of title and text, ascending, each once. */
  readonly words: Uint32Array
}

/** How far apart in time two prints of one text are, at most: 72 hours finds 99 % of them (findings, feeds). */
const REPRINT_SPAN: Instant = 72 * HOUR

/** Words in a shingle; containment of 5-grams (findings, feeds; Broder 1997). */
const SHINGLE_WORDS = 5

/** Share of the newer article's shingles that the older one must have; 0.7 to 0.8 in findings, feeds. */
const MIN_CONTAINMENT = 0.75

/** Share of the newer article's figures that the older one must have: a new toll is an update, no reprint. */
const MIN_SHARED_FIGURES = 0.85

/** Under this many words a text proves nothing alone («Retrouvez l’intégralité du journal…»): the title must agree. */
const SHORT_TEXT_WORDS = 40

/** Under this many words, title and text together, nothing is folded: «La météo de demain» is said every day. */
const MIN_WORDS = 10

/** What `isReprint` compares. `text` is the whole text, its lead included. */
export function traceReprint(article: {
  readonly title: string
  readonly text: string
  readonly publishedAt: Instant
}): ReprintTrace {
  const words = foldedWords(article.text)
  const titleWords = foldedWords(article.title)
  const all = [...titleWords, ...words]
  return {
    publishedAt: article.publishedAt,
    textHash: hashWords(words, 0, words.length),
    shingles: hashRuns(words, SHINGLE_WORDS),
    wordCount: words.length,
    figures: figuresOf(all),
    titleHash: hashWords(titleWords, 0, titleWords.length),
    titleWordCount: titleWords.length,
    titleFigures: figuresOf(titleWords),
    titleWords: hashRuns(
      titleWords.filter((word) => !STOP_WORDS.has(word)),
      1,
    ),
    words: hashRuns(all, 1),
  }
}

/**
 * Whether `newer` is `older` once more: reprinted, shortened, or under another title. A text that adds a quarter of
 * new words or changes its figures is an update, and no reprint; order matters therefore.
 */
export function isReprint(newer: ReprintTrace, older: ReprintTrace): boolean {
  if (Math.abs(newer.publishedAt - older.publishedAt) > REPRINT_SPAN) return false
  const isSameText = newer.textHash === older.textHash && newer.wordCount === older.wordCount
  const shortest = Math.min(newer.wordCount, older.wordCount)
  if (shortest < SHORT_TEXT_WORDS) {
    const isLongEnough = newer.wordCount + newer.titleWordCount >= MIN_WORDS
    return isSameText && isLongEnough && newer.titleHash === older.titleHash
  }
  if (!isAbout(newer, older)) return false
  if (isSameText) return true
  return (
    containment(newer.shingles, older.shingles) >= MIN_CONTAINMENT &&
    sharedFigures(newer.figures, older.figures) >= MIN_SHARED_FIGURES &&
    sharedFigures(newer.titleFigures, older.figures) === 1
  )
}

/**
 * One word of the new title stands in the other article: a subscription notice served in place of fifty texts would
 * otherwise fold the fifty into one.
 */
function isAbout(newer: ReprintTrace, older: ReprintTrace): boolean {
  return newer.titleWords.length === 0 || containment(newer.titleWords, older.words) > 0
}

/** Share of the first set that stands in the second, 0 to 1; both ascending. 0 when the first is empty. */
function containment(part: Uint32Array, whole: Uint32Array): number {
  if (part.length === 0) return 0
  let position = 0
  let common = 0
  for (const shingle of part) {
    while (position < whole.length && (whole[position] ?? 0) < shingle) position++
    if (whole[position] === shingle) common++
  }
  return common / part.length
}

function sharedFigures(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 1
  return [...part].filter((figure) => whole.has(figure)).length / part.size
}

/** `5.253`, `5 253` and `5253` are one figure. */
function foldedWords(text: string): readonly string[] {
  return tokenise(fold(text)).map(({ text: word }) => (/^\d/.test(word) ? word.replace(/\D/g, '') : word))
}

function figuresOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.filter((word) => /^\d/.test(word)))
}

function hashRuns(words: readonly string[], length: number): Uint32Array {
  const hashes = new Set<number>()
  for (let start = 0; start + length <= words.length; start++)
    hashes.add(hashWords(words, start, start + length))
  return Uint32Array.from(hashes).toSorted()
}

/** FNV-1a over 32 bits: two different runs of words collide once in four thousand million. */
function hashWords(words: readonly string[], from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let index = from; index < to; index++) {
    const word = words[index] ?? ''
    for (let position = 0; position < word.length; position++) {
      hash = Math.imul(hash ^ word.charCodeAt(position), 0x01000193)
    }
    hash = Math.imul(hash ^ 0x20, 0x01000193)
  }
  return hash >>> 0
}
