// Whether one article repeats another almost to the word. Never decides which of them is shown.
import { HOUR, type Instant } from './calendar.ts'
import { containment, distinct, keySet } from './key-sets.ts'
import { IS_CONTENT, IS_DIGITS, IS_NUMBER, readStoryWords, type StoryWords } from './story-words.ts'

/** What a comparison needs of an article. */
export interface ReprintTrace {
  readonly publishedAt: Instant
  /** The folded words of the whole text as one number; equal texts have equal ones. */
  readonly textHash: number
  /** Hashes of the runs of five folded words, ascending, each once. */
  readonly shingles: Uint32Array
  readonly wordCount: number
  /** Numbers written in figures, without their separators, of title and text. */
  readonly figures: Uint32Array
  /** The folded words of the title as one number. */
  readonly titleHash: number
  readonly titleWordCount: number
  /** Numbers of the title, in figures and in words. */
  readonly titleFigures: Uint32Array
  /** The keys of the title's words that carry a subject. */
  readonly titleWords: Uint32Array
  /** Those of title and text. */
  readonly words: Uint32Array
  /** Numbers of title and text, in figures and in words. */
  readonly numbers: Uint32Array
}

/** How far apart in time two prints of one text are, at most: 72 hours finds 99 % of them (findings, feeds). */
const REPRINT_SPAN: Instant = 72 * HOUR

/** Words in a shingle; containment of 5-grams (findings, feeds; Broder 1997). */
const SHINGLE_WORDS = 5

/** Share of the newer article's shingles that the older one must have; 0.7 to 0.8 in findings, feeds. */
const MIN_CONTAINMENT = 0.75

/**
 * Under the very title of the older one an article is its next edition when this share of the shorter text stands in
 * the longer: in the articles of 2020 fourteen titles came so again, grown or cut by up to a half.
 */
const MIN_EDITION_CONTAINMENT = 0.6

/** Within a day a corrected figure makes no other article of one title; the next day’s forecast is one. */
const EDITION_SPAN: Instant = 24 * HOUR

/**
 * Share of the newer article's figures that the older one must have: a new toll is an update, no reprint. A text that
 * keeps all of the older one's figures may add some: «dimanche», then «dimanche 21 juin».
 */
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
  const [title, text] = [readStoryWords(article.title), readStoryWords(article.text)]
  const words = keySet([...valuesOf('keys', title, IS_CONTENT), ...valuesOf('keys', text, IS_CONTENT)])
  return traceWords(title, text, words, article.publishedAt)
}

/** The same from words that were read already; `words` are the keys of those that carry a subject. */
export function traceWords(
  title: StoryWords,
  text: StoryWords,
  words: Uint32Array,
  publishedAt: Instant,
): ReprintTrace {
  const titleFigures = valuesOf('hashes', title, IS_DIGITS)
  const titleNumbers = valuesOf('hashes', title, IS_DIGITS | IS_NUMBER)
  let hashes: Int32Array | undefined = text.hashes.subarray(0, text.count)
  let shingles: Uint32Array = new Uint32Array()
  return {
    publishedAt,
    textHash: hashAll(text),
    // Most articles are never compared with one that is nearly the same: made when first asked for.
    get shingles() {
      if (hashes !== undefined) shingles = hashRuns(hashes)
      hashes = undefined
      return shingles
    },
    wordCount: text.count,
    figures: keySet(titleFigures.concat(valuesOf('hashes', text, IS_DIGITS))),
    titleHash: hashAll(title),
    titleWordCount: title.count,
    titleFigures: keySet(titleNumbers),
    titleWords: keySet(valuesOf('keys', title, IS_CONTENT)),
    words,
    numbers: keySet(titleNumbers.concat(valuesOf('hashes', text, IS_DIGITS | IS_NUMBER))),
  }
}

/**
 * Whether `newer` is `older` once more: reprinted, shortened, under another title, or edited under the same one. Another
 * title over a quarter of new words or changed figures is an update, and no reprint; order matters therefore.
 */
export function isReprint(newer: ReprintTrace, older: ReprintTrace): boolean {
  if (Math.abs(newer.publishedAt - older.publishedAt) > REPRINT_SPAN) return false
  const isSameText = newer.textHash === older.textHash && newer.wordCount === older.wordCount
  const isSameTitle = newer.titleHash === older.titleHash && newer.titleWordCount === older.titleWordCount
  const shortest = Math.min(newer.wordCount, older.wordCount)
  if (shortest < SHORT_TEXT_WORDS) {
    const isLongEnough = newer.wordCount + newer.titleWordCount >= MIN_WORDS
    return isSameText && isLongEnough && isSameTitle
  }
  if (!isAbout(newer, older)) return false
  if (isSameText) return true
  return isSameTitle ? isNextEdition(newer, older) : isNearlyContained(newer, older)
}

function isNearlyContained(newer: ReprintTrace, older: ReprintTrace): boolean {
  return (
    containment(newer.shingles, older.shingles) >= MIN_CONTAINMENT &&
    sharedFigures(newer.titleFigures, older.numbers) === 1 &&
    keepsFigures(newer, older)
  )
}

/** Grown, cut or corrected. */
function isNextEdition(newer: ReprintTrace, older: ReprintTrace): boolean {
  const isGrown = newer.shingles.length > older.shingles.length
  const [short, long] = isGrown ? [older, newer] : [newer, older]
  const share = containment(short.shingles, long.shingles)
  const isSoon = Math.abs(newer.publishedAt - older.publishedAt) <= EDITION_SPAN
  return (
    (share >= MIN_CONTAINMENT && isSoon) || (share >= MIN_EDITION_CONTAINMENT && keepsFigures(short, long))
  )
}

function keepsFigures(newer: ReprintTrace, older: ReprintTrace): boolean {
  return (
    sharedFigures(newer.figures, older.figures) >= MIN_SHARED_FIGURES ||
    sharedFigures(older.figures, newer.figures) === 1
  )
}

/**
 * One word of the new title stands in the other article: a subscription notice served in place of fifty texts would
 * otherwise fold the fifty into one.
 */
function isAbout(newer: ReprintTrace, older: ReprintTrace): boolean {
  return newer.titleWords.length === 0 || containment(newer.titleWords, older.words) > 0
}

function sharedFigures(part: Uint32Array, whole: Uint32Array): number {
  return part.length === 0 ? 1 : containment(part, whole)
}

/** Of the words of some kind, in order. */
function valuesOf(list: 'hashes' | 'keys', words: StoryWords, kinds: number): number[] {
  const values: number[] = []
  for (let at = 0; at < words.count; at++)
    if (((words.kinds[at] ?? 0) & kinds) !== 0) values.push(words[list][at] ?? 0)
  return values
}

/** 31 to the fourth: what the word that falls out of a run weighs in its sum. */
const FIRST_OF_RUN = 31 ** (SHINGLE_WORDS - 1)

function hashRuns(hashes: Int32Array): Uint32Array {
  const runs = new Uint32Array(Math.max(0, hashes.length - SHINGLE_WORDS + 1))
  let sum = 0
  for (let at = 0; at < hashes.length; at++) {
    sum = (Math.imul(sum, 31) + (hashes[at] ?? 0)) | 0
    const start = at - SHINGLE_WORDS + 1
    if (start < 0) continue
    runs[start] = mix(sum)
    sum = (sum - Math.imul(hashes[start] ?? 0, FIRST_OF_RUN)) | 0
  }
  return distinct(runs)
}

function hashAll({ count, hashes }: StoryWords): number {
  let hash = 0
  for (let at = 0; at < count; at++) hash = mix(Math.imul(hash, 31) + (hashes[at] ?? 0))
  return hash
}

/** Spreads the bits of a number over 30: MurmurHash3's last step. Two different runs collide once in a thousand million. */
function mix(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) & 0x3fffffff
}
