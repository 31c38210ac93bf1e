// Whether an article names a place, as a place: «à Paris», «la mairie de Paris», but neither «Paris Match» nor «Denzel
// Washington». A country stands for its capital too. Draws no map.
import { COUNTRIES } from '../french/countries.ts'
import { countryOfName } from '../french/demonyms.ts'
import { fold } from '../french/normalise.ts'
import { OPENING_WORDS } from '../french/not-names.ts'
import { STOP_WORDS } from '../french/stop-words.ts'
import type { FilterReading, Where } from './filter-reading.ts'

export function preparePlace(name: string, where: Where): (article: FilterReading) => boolean {
  const wanted = namesOf(name)
    .map(partsOf)
    .filter((parts) => parts.length > 0)
  return ({ article, whole, plain, people }) => {
    const folded = plain(where)
    const near = wanted.filter(([first = '']) => folded.includes(first))
    if (near.length === 0) return false
    const text = where === 'title' ? article.title : whole
    const words = readWords(text)
    return near.some((parts) =>
      placesIn(text, words, parts).some(
        ({ start, end }) => !people().some((person) => person.start < end && start < person.end),
      ),
    )
  }
}

/** Those of a country, its capital among them; else the name alone. Folded. */
function namesOf(name: string): readonly string[] {
  const key = countryOfName(name)
  const country = COUNTRIES.find((candidate) => candidate.key === key)
  return country === undefined ? [fold(name)] : [country.key, ...country.names, ...country.capitals]
}

/** What stands between blanks, hyphens and apostrophes. «Le Havre» is «Havre»: one is «au Havre». */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')
  return parts.length > 1 && /^(?:le|la|les|l)$/u.test(parts[0] ?? '') ? parts.slice(1) : parts
}

interface PlaceWord {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly isCapital: boolean
}

/** The parts of words that hyphens join are words of their own. */
function readWords(text: string): readonly PlaceWord[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({
    key: fold(word),
    start: index,
    end: index + word.length,
    isCapital: /^\p{Lu}/u.test(word),
  }))
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where the name stands, and is not part of a longer one. */
function placesIn(text: string, words: readonly PlaceWord[], parts: readonly string[]): readonly Stretch[] {
  return words.flatMap((first, at) => {
    const last = words[at + parts.length - 1]
    if (!first.isCapital || last === undefined) return []
    const isThere = parts.every(
      (part, offset) =>
        words[at + offset]?.key === part && (offset === 0 || isJoined(text, words, at + offset)),
    )
    if (!isThere || goesBack(text, words, at) || goesOn(text, words, at + parts.length)) return []
    return [{ start: first.start, end: last.end }]
  })
}

/** By a blank, a hyphen or an apostrophe to the word before. */
function isJoined(text: string, words: readonly PlaceWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  return (
    before !== undefined &&
    word !== undefined &&
    word.start - before.end === 1 &&
    /[ \u00A0\u202F'’‑-]/u.test(text.charAt(before.end))
  )
}

/** «Grand Paris», «Saint-Denis»; but not «Selon Paris» and «À Paris», which open a sentence. */
function goesBack(text: string, words: readonly PlaceWord[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (before === undefined || word === undefined || !isJoined(text, words, at)) return false
  const joint = text.charAt(before.end)
  if (/[‑-]/u.test(joint)) return true
  if (/['’]/u.test(joint) || !before.isCapital) return false
  return !STOP_WORDS.has(before.key) && !OPENING_WORDS.has(before.key)
}

/** «Paris Match», «Paris-Nice», «Soudan du Sud». */
function goesOn(text: string, words: readonly PlaceWord[], at: number): boolean {
  const [last, next] = [words[at - 1], words[at]]
  if (last === undefined || next === undefined || !isJoined(text, words, at)) return false
  if (/[‑-]/u.test(text.charAt(last.end)) || next.isCapital) return true
  return LONGER_COUNTRY.test(text.slice(last.end, last.end + LONGEST_END))
}

/** What makes another country of one. */
const LONGER_COUNTRY = /^[ \u00A0](?:du (?:Nord|Sud)|[ée]quatoriale|populaire)(?!\p{L})/u
const LONGEST_END = 16
