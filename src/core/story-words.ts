// The words of one text as numbers, read once for stories and for reprints. Never keeps a text.
import { WEEKDAYS } from '../french/weekdays.ts'
import {
  hashWord,
  IS_CAPITAL,
  IS_FIGURE,
  IS_STOP,
  readPlacedWords,
  type PlacedWords,
} from '../french/words.ts'

/** The words of one text, in order; every list has one value a word. */
export interface StoryWords {
  readonly count: number
  /** Of the whole word; `5.253`, `5 253` and `5253` are one. */
  readonly hashes: Int32Array
  /** Of what inflections share, below `STORY_KEYS`; of a figure, all of its digits. */
  readonly keys: Int32Array
  /** A sum of `IS_CONTENT`, `IS_CAPITALISED`, `OPENS`, `IS_DIGITS` and `IS_NUMBER`. */
  readonly kinds: Uint8Array
}

/** Carries a subject: neither a stop word nor a single letter. */
export const IS_CONTENT = 1
/** Three letters or more, the first a capital. */
export const IS_CAPITALISED = 2
/** Opens a sentence, a quotation or the text: its capital says nothing. */
export const OPENS = 4
/** Written in figures. */
export const IS_DIGITS = 8
/** A number in letters, from two on. */
export const IS_NUMBER = 16

/**
 * There are this many keys: small integers for maps, and many enough for the 40,000 words of two weeks, of which one
 * in fifty shares its key with another.
 */
export const STORY_KEYS = 2 ** 21

/** The key of `french/words` as one of `STORY_KEYS`: MurmurHash3's first step, its highest bits. */
export function storyKey(key: number): number {
  return Math.imul(key ^ (key >>> 16), 0x85ebca6b) >>> 11
}

const numberedFrom = (first: number, words: readonly string[]): ReadonlyMap<number, number> =>
  new Map(words.map((word, at) => [hashWord(word), first + at]))

const NUMBERS: ReadonlySet<number> = new Set(
  `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante
  cinquante soixante cent cents mille`
    .split(/\s+/)
    .map((word) => hashWord(word)),
)

/** By hash, 0 is Sunday. */
export const WEEKDAY_BY_HASH = numberedFrom(0, WEEKDAYS)
/** By hash, 0 is January. */
export const MONTH_BY_HASH = numberedFrom(
  0,
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' '),
)
/** By hash, the day of a month in figures. */
export const DAY_BY_HASH: ReadonlyMap<number, number> = new Map([
  ...numberedFrom(
    1,
    Array.from({ length: 31 }, (_, at) => String(at + 1)),
  ),
  ...numberedFrom(
    1,
    Array.from({ length: 9 }, (_, at) => `0${at + 1}`),
  ),
  [hashWord('1er'), 1],
])

/** A word of a text, as it will stand in the lists. */
interface ReadWord {
  readonly hash: number
  readonly key: number
  readonly kinds: number
  /** Of the last of the words that were taken together. */
  readonly last: number
}

/** Linear in the length of the text. An elided article (`l’`) is dropped; `Saint-Malo` is one word. */
export function readStoryWords(text: string): StoryWords {
  const read = readPlacedWords(text)
  const words = {
    count: 0,
    hashes: new Int32Array(read.count),
    keys: new Int32Array(read.count),
    kinds: new Uint8Array(read.count),
  }
  for (let at = 0; at < read.count; at++) {
    const kind = read.kinds[at] ?? 0
    const next = text.charCodeAt(read.ends[at] ?? 0)
    if ((kind & IS_STOP) !== 0 && isApostrophe(next)) continue
    if ((kind & IS_FIGURE) !== 0) at = put(words, readFigure(text, read, at))
    else if (isHyphen(next)) at = put(words, readCompound(text, read, at, words.count === 0))
    else {
      // Nine words of ten: nothing is made for them.
      const hash = read.hashes[at] ?? 0
      const looks = (kind & IS_CAPITAL) === 0 ? 0 : capitalKinds(text, read, at, words.count === 0)
      words.hashes[words.count] = hash
      words.keys[words.count] = storyKey(read.keys[at] ?? 0)
      words.kinds[words.count++] = kindsOf(read, at, hash) | looks
    }
  }
  return words
}

/** Gives where its last part stood. */
function put(
  words: { count: number } & Pick<StoryWords, 'hashes' | 'keys' | 'kinds'>,
  { hash, key, kinds, last }: ReadWord,
): number {
  words.hashes[words.count] = hash
  words.keys[words.count] = storyKey(key)
  words.kinds[words.count++] = kinds
  return last
}

function readFigure(text: string, read: PlacedWords, first: number): ReadWord {
  const last = lastOfFigure(text, read, first)
  const hash =
    last === first ? (read.hashes[first] ?? 0) : hashWord(text.slice(read.starts[first], read.ends[last]))
  return { hash, key: hash, kinds: IS_CONTENT | IS_DIGITS, last }
}

/** With all that hyphens join to it. The last part bears the plural. */
function readCompound(text: string, read: PlacedWords, first: number, isFirst: boolean): ReadWord {
  let hash = read.hashes[first] ?? 0
  let key = read.keys[first] ?? 0
  let kinds = kindsOf(read, first, hash)
  let last = first
  while (isHyphen(gapAfter(text, read, last).charCodeAt(0))) {
    last++
    const part = read.hashes[last] ?? 0
    key = Math.imul(hash, 31) + (read.keys[last] ?? 0)
    hash = (Math.imul(hash, 31) + part) | 0
    kinds |= kindsOf(read, last, part) & IS_CONTENT
  }
  const isCapital = ((read.kinds[first] ?? 0) & IS_CAPITAL) !== 0
  if (isCapital) kinds |= capitalKinds(text, read, first, isFirst, last > first)
  return { hash, key, kinds, last }
}

/** What the capital of a word says: nothing when the word has one or two letters. */
function capitalKinds(
  text: string,
  read: PlacedWords,
  at: number,
  isFirst: boolean,
  isCompound = false,
): number {
  if (!isCompound && (read.lengths[at] ?? 0) <= 2) return 0
  return IS_CAPITALISED | (isFirst || opensSentence(text, read.starts[at] ?? 0) ? OPENS : 0)
}

function kindsOf(read: PlacedWords, at: number, hash: number): number {
  const isContent = ((read.kinds[at] ?? 0) & IS_STOP) === 0
  return (isContent ? IS_CONTENT : 0) | (NUMBERS.has(hash) ? IS_NUMBER : 0)
}

/** Behind `l`, `d`, `qu`: as good as their word. */
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019

const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2011

const OPENING_MARKS = '.!?…»"“«\n'

/** After a full stop, a line break or an opening quotation mark. */
function opensSentence(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0 && at >= start - 3; at--) {
    const mark = text[at] ?? ''
    if (OPENING_MARKS.includes(mark)) return true
    if (mark.trim() !== '') return false
  }
  return false
}

const GROUPING = ".'’ \u00A0\u202F"

/** The last word of the figure that begins here: `12,5`, `1 200`, `1.200,50`. */
function lastOfFigure(text: string, read: PlacedWords, first: number): number {
  if (digitsOf(text, read, first) === 0) return first
  let last = first
  if (digitsOf(text, read, first) <= 3)
    while (GROUPING.includes(gapAfter(text, read, last)) && digitsOf(text, read, last + 1) === 3) last++
  const gap = gapAfter(text, read, last)
  const isDecimal = gap === ',' || (gap === '.' && last === first)
  return isDecimal && digitsOf(text, read, last + 1) > 0 ? last + 1 : last
}

/** What stands between a word and the next; nothing but one character joins figures. */
function gapAfter(text: string, { count, starts, ends }: PlacedWords, word: number): string {
  const end = ends[word] ?? 0
  return word + 1 < count && starts[word + 1] === end + 1 ? text.charAt(end) : '|'
}

/** How many digits a word has; 0 when it has anything else. */
function digitsOf(text: string, { starts, ends }: PlacedWords, word: number): number {
  const [start, end] = [starts[word] ?? 0, ends[word] ?? 0]
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return 0
  }
  return end - start
}
