// Other people and places in a text of the same length, so that offsets hold. Seeded: twice gives the same.
import { fold } from '../src/french/normalise.ts'
import { isPlaceName } from '../src/french/place-names.ts'
import { stem } from '../src/french/stems.ts'

/** Gives the renaming of a round. */
export type Renamer = (round: number) => (text: string) => string

/** One round in ten speaks of the people of the first one: whoever is in the news is in a tenth of an archive. */
const SAME_PEOPLE_EVERY = 10

/** Other families of names: 100 times those of the corpus are as many people as a million articles name. */
const FAMILIES = 100

/** Shorter words are particles, initials, and half of the dictionary. */
const WORD = /[\p{L}-]{4,}/gu

/** What is renamed: people and places alone, or the rarer words as well, so that no two rounds share more than the common ones. */
export type Renamed = 'names' | 'rare-words-too'

/** Words of at most so many texts in a hundred are rare: those that tell one event from another. */
const RARE_PERCENT = 2

/** Of a rare word the beginning changes: its ending still says what kind of word it is, and its stem changes with it. */
const BEGINNING = 4

const VOWELS = 'aeiouy'
const CONSONANTS = 'bcdfghjklmnpqrstvwxz'

/**
 * `people` are full names; what is renamed are their last words, and places: as they stand, folded, and as stems. A name
 * that is a word of the `texts` too stays.
 */
export function createRenamer(
  people: readonly string[],
  texts: readonly string[],
  renamed: Renamed = 'names',
): Renamer {
  const written = new Set(texts.flatMap((text) => text.match(WORD) ?? []))
  const surnames = new Set(people.map((name) => name.split(/\s+/u).at(-1) ?? ''))
  const names = [...written].filter(
    (word) =>
      /^\p{Lu}/u.test(word) && !written.has(word.toLowerCase()) && (surnames.has(word) || isPlaceName(word)),
  )
  const known = new Set(names.flatMap((name) => [name, fold(name), stem(name)]))
  const rare = renamed === 'names' ? new Set<string>() : rareWords(texts)
  const families = new Map<number, Map<string, string>>()
  const cut = rememberedCuts((word) => known.has(word) || rare.has(word))
  return (round) => {
    if (round % SAME_PEOPLE_EVERY === 0) return (text) => text
    const family = round % FAMILIES
    const others = families.get(family) ?? new Map<string, string>()
    families.set(family, others)
    return (text) => {
      const parts = cut(text)
      if (parts.length === 1) return text
      let made = ''
      for (const [place, part] of parts.entries())
        made += place % 2 === 0 ? part : otherWord(part, family, others, known.has(part))
      return made
    }
  }
}

/** In small letters and at the beginning of a sentence, and as stems. */
function rareWords(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const word of new Set(text.match(WORD))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const most = (texts.length * RARE_PERCENT) / 100
  const rare = [...counts].flatMap(([word, count]) =>
    count <= most && word.length > BEGINNING && word === word.toLowerCase() ? [word] : [],
  )
  return new Set(rare.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), stem(word)]))
}

/** What stands between names, and the names, in turns: each text of the corpus is cut once. */
function rememberedCuts(isName: (word: string) => boolean): (text: string) => readonly string[] {
  const remembered = new Map<string, readonly string[]>()
  return (text) => {
    const known = remembered.get(text)
    if (known !== undefined) return known
    const parts: string[] = []
    let from = 0
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!isName(word)) continue
      parts.push(text.slice(from, index), word)
      from = index + word.length
    }
    parts.push(text.slice(from))
    remembered.set(text, parts)
    return parts
  }
}

/** Vowels become vowels, a folded word the folded other word, the beginning of a word that of the other one. */
function otherWord(word: string, family: number, known: Map<string, string>, isName: boolean): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const made = Array.from(word, (letter, place) =>
    isName || place < BEGINNING ? otherLetter(letter, family * 7 + place * 3) : letter,
  ).join('')
  known.set(word, made)
  return made
}

function otherLetter(letter: string, steps: number): string {
  const plain = fold(letter)
  for (const letters of [VOWELS, CONSONANTS]) {
    const place = letters.indexOf(plain)
    if (place === -1 || plain.length !== 1) continue
    const other = letters[(place + steps) % letters.length] ?? letter
    return plain === letter.toLowerCase() && letter === plain
      ? other
      : isCapital(letter)
        ? other.toUpperCase()
        : other
  }
  return letter
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase()
