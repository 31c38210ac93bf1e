// The words of a time expression as values: numbers, months, weekdays, parts, units. Resolves nothing.
import { MONTHS } from './months.ts'
import type { Part, Season, Unit } from './day-ranges.ts'
import { fold } from './normalise.ts'
import { NUMBER_WORDS } from './number-words.ts'
import { WEEKDAYS } from './weekdays.ts'

const B = ' '
const MONTH = '(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]*\\.?'
const WEEKDAY = WEEKDAYS.join('|')

/** The numbers of counted times, those that are only about as much with them. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS,
  ['une', 1],
  ['vingt-cinq', 25],
  ['dizaine', 10],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['centaine', 100],
])

/** Pieces of expressions over folded words with single blanks; each has one group or more, all named. */
export const PIECES = {
  day: '(?<day>1er|\\d{1,2})',
  month: `(?<month>${MONTH})`,
  year: '(?<year>\\d{4})',
  weekday: `(?<weekday>${WEEKDAY})`,
  part: "(?<part>debut|mi|fin|milieu|courant)(?:-| )(?:du |de la |de l'|des |de |d')?",
  season: '(?<season>printemps|ete|automne|hiver)',
  near: '(?<near>dernier|derniere|prochain|prochaine|passe|passee|suivant|suivante|precedent|precedente|ecoule|ecoulee)s?',
  count: `(?<count>\\d+(?:[.,]\\d+)?|(?:une )?(?:${[...NUMBERS.keys()].toSorted((one, other) => other.length - one.length).join('|')}))(?: de | d')?`,
  unit: '(?<unit>heure|jour|semaine|mois|annee|an|decennie|siecle|nuit|trimestre|week-end)s?',
} as const

/** Small letters without accents, one kind of apostrophe and blank, marks of quotation gone. */
export const plainWords = (text: string): string =>
  fold(text)
    .replace(/["«»“”]/gu, '')
    .replace(/[\s\u00A0\u202F]+/gu, B)
    .trim()

const FOLDED_MONTHS = MONTHS.map((month) => fold(month))

/** 0 is January; from its first letters on. */
export function monthOf(word: string): number {
  const letters = word.replace('.', '')
  const whole = FOLDED_MONTHS.indexOf(letters)
  return whole >= 0 ? whole : FOLDED_MONTHS.findIndex((month) => month.startsWith(letters.slice(0, 4)))
}

/** 0 is Sunday. */
export const weekdayOf = (word: string): number => WEEKDAYS.findIndex((name) => name === word)

/** «courant mars» is the whole month: undefined. */
export function partOf(word: string): Part | undefined {
  if (word === 'debut') return 'début'
  if (word === 'fin') return 'fin'
  return word === 'mi' || word === 'milieu' ? 'mi' : undefined
}

export const seasonOf = (word: string): Season =>
  word === 'ete' ? 'été' : word === 'printemps' || word === 'automne' ? word : 'hiver'

/** Hours and nights count as days where there are enough of them. */
export function unitOf(word: string): Unit | undefined {
  switch (word) {
    case 'jour':
    case 'nuit':
      return 'jour'
    case 'semaine':
    case 'mois':
    case 'an':
      return word
    case 'annee':
      return 'an'
    case 'decennie':
      return 'décennie'
    case 'siecle':
      return 'siècle'
    default:
      return undefined
  }
}

/** Undefined for what is no number: «quelques». */
export function numberOf(words: string): number | undefined {
  const value = Number(words.replace(',', '.'))
  if (Number.isFinite(value)) return value
  const key = words.replace(/^une (?=[a-z]+aine)/u, '')
  return NUMBERS.get(key)
}

const ROMAN: ReadonlyMap<string, number> = new Map(
  ['xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx', 'xxi'].map((roman, at) => [roman, 15 + at]),
)

/** `XIXe`, `19e`. */
export function centuryOf(word: string): number {
  const bare = word.replace(/(?:e|eme)$/u, '')
  return ROMAN.get(bare) ?? Number(bare)
}
