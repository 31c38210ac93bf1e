// The words of sentences as numbers, quickly: what a word is, what its inflections share, what kind it is. Ranks nothing.
import { fold } from './normalise.ts'
import { STOP_WORDS } from './stop-words.ts'

/** The words of several sentences in a row; everything but `firsts` has one value a word. */
export interface Words {
  readonly count: number
  /** Index of the first word of each sentence; one more at the end, which is `count`. */
  readonly firsts: Int32Array
  /** Of the whole word without accents and capitals: equal words have equal ones. */
  readonly hashes: Int32Array
  /** Of the letters that inflections share: `élection` and `élections`. */
  readonly keys: Int32Array
  /** Letters and figures, at most 255. */
  readonly lengths: Uint8Array
  /** A sum of `IS_STOP`, `IS_CAPITAL` and `IS_FIGURE`. */
  readonly kinds: Uint8Array
}

/**
 * The words of one text with their offsets in it, one value a word. Their keys lose more endings than those of `Words`:
 * plurals, then `er`, `ée` and `e`, so that `annonces`, `annoncer` and `annoncées` share one.
 */
export interface PlacedWords extends Words {
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Carries no subject. */
export const IS_STOP = 1
/** Begins with a capital letter. */
export const IS_CAPITAL = 2
/** Begins with a figure. */
export const IS_FIGURE = 4

/**
 * Letters of a folded word that make its key. Seven letters without a final e, s, x or es ranked sentences as well
 * as Snowball stems did (31.0 / 11.2 / 20.3 against 31.0 / 11.2 / 20.3 on 1,249 articles) and cost a twentieth.
 */
const KEY_LETTERS = 7

/** Latin letters and figures to the code of their folded form; 0 for what separates words. */
const FOLDED = Uint16Array.from({ length: 0x250 }, (_, code) => {
  const folded = fold(String.fromCharCode(code))
  if (!/^[\p{L}\p{N}]/u.test(folded)) return 0
  // A ligature stays one letter: `cœur` must not become `cour`.
  return folded.length === 1 ? folded.charCodeAt(0) : 0x100 + (code & ~1)
})
const CAPITALS = Uint8Array.from({ length: 0x250 }, (_, code) =>
  /\p{Lu}/u.test(String.fromCharCode(code)) ? IS_CAPITAL : 0,
)
const [LETTER_E, LETTER_R, LETTER_S, LETTER_X] = [0x65, 0x72, 0x73, 0x78]

/** Stands for an accent written after its letter: part of the word, but of no key. */
const COMBINING = 0x300

/** Folded code of a letter or figure; 0 for anything else. Letters of other alphabets stand for themselves. */
function foldedCode(code: number): number {
  if (code < 0x250) return FOLDED[code] ?? 0
  if (code >= 0x300 && code < 0x370) return COMBINING
  return (code >= 0x370 && code < 0x2000) || code >= 0x2c00 ? code : 0
}

/** FNV-1a over 16-bit units, http://www.isthe.com/chongo/tech/comp/fnv: two of 1,000 words collide once in 8,000 texts. */
const HASH_START = 0x811c9dc5 | 0
const HASH_PRIME = 0x01000193
const mix = (hash: number, code: number): number => Math.imul(hash ^ code, HASH_PRIME)

/** The hash that `readWords` gives a word; what is no letter and no figure is passed over. */
export function hashWord(word: string): number {
  let hash = HASH_START
  for (let at = 0; at < word.length; at++) {
    const folded = foldedCode(word.charCodeAt(at))
    if (folded !== 0 && folded !== COMBINING) hash = mix(hash, folded)
  }
  return hash
}

const STOP_HASHES: ReadonlySet<number> = new Set(Array.from(STOP_WORDS, hashWord))

/** Words are runs of letters and figures: `l’élection` has two. Linear in the length of the sentences. */
export function readWords(sentences: readonly string[]): Words {
  const most = sentences.reduce((sum, { length }) => sum + ((length + 1) >> 1), 0)
  const words = {
    count: 0,
    firsts: new Int32Array(sentences.length + 1),
    hashes: new Int32Array(most),
    keys: new Int32Array(most),
    lengths: new Uint8Array(most),
    kinds: new Uint8Array(most),
  }
  for (const [position, sentence] of sentences.entries()) {
    words.firsts[position] = words.count
    readSentence(sentence, words)
  }
  words.firsts[sentences.length] = words.count
  return words
}

type Filling = { count: number } & PlacedWords

function roomFor(most: number): Filling {
  return {
    count: 0,
    firsts: new Int32Array(2),
    hashes: new Int32Array(most),
    keys: new Int32Array(most),
    lengths: new Uint8Array(most),
    kinds: new Uint8Array(most),
    starts: new Int32Array(most),
    ends: new Int32Array(most),
  }
}

/** Room for the words of most articles, made once: 200 kB. */
const USUAL_WORDS = 8192
const usualRoom = roomFor(USUAL_WORDS)

/** The words of one text, and where they stand. To be used before the next text is read: the lists are shared. */
export function readPlacedWords(text: string): PlacedWords {
  const most = (text.length + 1) >> 1
  const words = most > USUAL_WORDS ? roomFor(most) : usualRoom
  words.count = 0
  readSentence(text, words, words)
  words.firsts[1] = words.count
  return words
}

/** The hash of the first n letters of the word that is being read at n. Made once, for there are twenty words in a sentence. */
const prefixes = new Int32Array(KEY_LETTERS + 1)

function readSentence(
  sentence: string,
  words: { count: number } & Words,
  places?: Pick<PlacedWords, 'starts' | 'ends'>,
): void {
  const end = sentence.length
  for (let at = 0; at < end;) {
    const initial = sentence.charCodeAt(at++)
    let folded = foldedCode(initial)
    if (folded === 0) continue
    const isFigure = folded >= 0x30 && folded <= 0x39
    const start = at - 1
    let [length, hash, last, beforeLast] = [0, HASH_START, 0, 0]
    while (folded !== 0) {
      if (folded !== COMBINING) {
        hash = mix(hash, folded)
        if (++length <= KEY_LETTERS) prefixes[length] = hash
        beforeLast = last
        last = folded
      }
      if (at === end) break
      folded = foldedCode(sentence.charCodeAt(at++))
    }
    const wordEnd = folded === 0 ? at - 1 : at
    const isPlaced = places !== undefined
    const keyLength = isPlaced
      ? stemLengthOf(sentence, wordEnd, length)
      : keyLengthOf(length, last, beforeLast)
    const isSubject = (length > 1 || isFigure) && !STOP_HASHES.has(hash)
    words.hashes[words.count] = hash
    words.keys[words.count] = prefixes[keyLength] ?? 0
    words.lengths[words.count] = Math.min(length, 255)
    words.kinds[words.count] =
      (isSubject ? 0 : IS_STOP) | (CAPITALS[initial] ?? 0) | (isFigure ? IS_FIGURE : 0)
    if (isPlaced) places.starts[words.count] = start
    if (isPlaced) places.ends[words.count] = wordEnd
    words.count++
  }
}

/** Short words lose their ending; longer ones are cut before it. */
function keyLengthOf(length: number, last: number, beforeLast: number): number {
  if (length > KEY_LETTERS) return KEY_LETTERS
  if (length <= 2) return length
  if (last === LETTER_S && beforeLast === LETTER_E) return length - 2
  return last === LETTER_S || last === LETTER_X || last === LETTER_E ? length - 1 : length
}

/** A stem of two letters is as good as its word; so is one of four before `er` and the second `e`. */
const [LEAST_STEM, LEAST_VERB] = [2, 4]

/** How many of the first letters are the key of the word that ends at `end`, at most `KEY_LETTERS`. */
function stemLengthOf(text: string, end: number, length: number): number {
  let left = length
  const isLast = (letter: number): boolean =>
    foldedCode(text.charCodeAt(end - 1 - (length - left))) === letter
  if (left > LEAST_STEM && (isLast(LETTER_S) || isLast(LETTER_X))) left--
  if (left > LEAST_VERB && isLast(LETTER_R)) {
    left--
    if (!isLast(LETTER_E)) left++
  }
  if (left > LEAST_STEM && isLast(LETTER_E)) left--
  if (left > LEAST_VERB && isLast(LETTER_E)) left--
  return Math.min(left, KEY_LETTERS)
}

/** Whether a word carries a subject. */
export function isTelling({ kinds }: Words, word: number): boolean {
  return ((kinds[word] ?? 0) & IS_STOP) === 0
}
