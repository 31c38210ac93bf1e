// What the kinds of time expressions mean on a day of publication: by the tense, by what was named before, by what is
// nearest. Which words are of which kind is in date-rules.
import { monthOf, numberOf, unitOf } from './date-words.ts'
import {
  calendarDay,
  centuryRange,
  type DayNumber,
  dayNumber,
  type DayRange,
  fromTo,
  monthRange,
  nearest,
  oneDay,
  shifted,
  type Unit,
  weekRange,
  yearRange,
  yearsRange,
} from './day-ranges.ts'
import type { Tense } from './verb-tenses.ts'

/** What an expression means, and how it serves those that follow. */
export interface Named {
  readonly range: DayRange
  /** In what it is told: «février 2019 … un mois plus tôt» is a month again. */
  readonly unit: Unit
  /** It says its year: what follows is of that time. */
  readonly hasYear: boolean
  /** «la veille» and «un an plus tard» count from it. */
  readonly isAnchor: boolean
}

/** What is known where an expression stands. */
export interface DateSetting {
  readonly published: DayNumber
  /** The last one before it that others can count from. */
  readonly last: Named | undefined
  /** It stands near enough for its year to be meant here too. */
  readonly isNearLast: boolean
  /** Plain words before and behind. */
  readonly before: string
  readonly behind: string
  readonly tense: () => Tense
}

export type Groups = Readonly<Record<string, string | undefined>>

export const named = (range: DayRange | undefined, unit: Unit, hasYear = false): Named | undefined =>
  range && { range, unit, hasYear, isAnchor: true }

/** A clock alone says no day that others could count from. */
export const passing = (range: DayRange): Named => ({ range, unit: 'jour', hasYear: false, isAnchor: false })

const AHEAD =
  /(?:a partir|a compter|d'ici|jusqu'a|jusqu'au|pour|avant|des|demain,)(?: (?:a|de|le|la|au|du))*(?: \d+ ?h\d*)?$/u

/** Whether the days lie ahead of the publication; undefined where nothing tells. */
function isAhead({ before, tense }: DateSetting): boolean | undefined {
  const told = tense()
  if (told !== 'unsure') return told === 'future'
  return AHEAD.test(before) ? true : undefined
}

export const yearOf = (groups: Groups): number | undefined =>
  groups['year'] === undefined ? undefined : Number(groups['year'])
export const dayOf = (word: string | undefined): number => Number.parseInt(word ?? '', 10)

/** «dernier» is -1, «prochain» 1, «précédent» and «suivant» the same but counted from what was named last. */
function stepOf(
  { near }: Groups,
  { published, last }: DateSetting,
): { step: number; from: DayNumber } | undefined {
  if (near === undefined) return undefined
  const step = /^(?:prochain|suivant)/u.test(near) ? 1 : -1
  const from = /^(?:suivant|precedent)/u.test(near) ? (last?.range.first ?? published) : published
  return { step, from }
}

/**
 * The range of a year that is not told: by «dernier» and «prochain», by the time told of before, by the tense, else the
 * nearest.
 */
export function ofSomeYear(
  make: (year: number) => DayRange,
  groups: Groups,
  setting: DateSetting,
  followsTense: boolean,
): DayRange | undefined {
  const year = yearOf(groups)
  if (year !== undefined) return make(year)
  const { published, last, isNearLast } = setting
  const step = stepOf(groups, setting)
  const isCounted = last?.hasYear === true && isNearLast
  const pivot = step?.from ?? (isCounted ? last.range.first : published)
  const around = calendarDay(pivot).year
  const ranges = [around - 2, around - 1, around, around + 1, around + 2].map(make)
  if (step !== undefined)
    return step.step > 0
      ? ranges.find(({ first }) => first > pivot)
      : ranges.findLast((range) => range.last < pivot)
  const close = nearest(ranges, pivot)
  if (isCounted || !followsTense || close === undefined) return close
  const tense = setting.tense()
  if (tense === 'unsure') return close
  return tense === 'future'
    ? ranges.find((range) => range.last >= published)
    : ranges.findLast(({ first }) => first <= published)
}

/** By «dernier» and «prochain»; its own day; else by the tense, and behind where nothing tells. */
export function weekdayRange(weekday: number, groups: Groups, setting: DateSetting): DayRange {
  const { published } = setting
  const step = stepOf(groups, setting)
  const from = step?.from ?? published
  const behind = (calendarDay(from).weekday - weekday + 7) % 7
  const ahead = (7 - behind) % 7
  // Of yesterday one says «hier»: «samedi dernier», told on a Sunday, is the Saturday before.
  if (step !== undefined)
    return oneDay(from + (step.step > 0 ? ahead || 7 : -(behind > 1 ? behind : behind + 7)))
  if (behind === 0) return oneDay(published)
  return oneDay(published + (isAhead(setting) === true ? ahead : -behind))
}

/** Saturday and Sunday: those of now on both days, else by the tense. */
export function weekendRange(setting: DateSetting, step?: number): DayRange {
  const { published } = setting
  const saturday = weekRange(published).first + 5
  if (step !== undefined) {
    const isOn = published >= saturday
    const first = step < 0 ? saturday - 7 : isOn ? saturday + 7 : saturday
    return fromTo(first, first + 1)
  }
  const isBehind = published < saturday && isAhead(setting) === false
  const first = isBehind ? saturday - 7 : saturday
  return fromTo(first, first + 1)
}

/** Days are counted exactly, weeks give or take three days, months two weeks; a year is the year of the calendar. */
export function aroundCount(published: DayNumber, count: number, unit: Unit, isExact: boolean): DayRange {
  const isWeeks = unit === 'jour' && (Math.abs(count) === 8 || Math.abs(count) === 15) && !isExact
  const day = isWeeks
    ? published + 7 * Math.sign(count) * (Math.abs(count) === 8 ? 1 : 2)
    : shifted(published, count, unit)
  if (isWeeks || unit === 'semaine') return fromTo(day - 3, day + 3)
  if (unit === 'jour') return oneDay(day)
  return unit === 'mois' ? fromTo(day - 15, day + 15) : yearRange(calendarDay(day).year)
}

export interface Counted {
  readonly count: number
  readonly unit: Unit
  /** Written in figures other than 15: «8 jours» are eight days. */
  readonly isExact: boolean
}

/** Hours are days where they fill some. */
export function countedOf({ count = '', unit = '', half }: Groups): Counted | undefined {
  const number = numberOf(count)
  if (number === undefined) return undefined
  const whole = half === undefined ? number : number + 0.5
  if (unit === 'heure') return { count: Math.max(1, Math.round(whole / 24)), unit: 'jour', isExact: true }
  const own = unitOf(unit)
  if (own === undefined) return undefined
  if (own === 'an' && half !== undefined) return { count: 12 * whole, unit: 'mois', isExact: true }
  return { count: whole, unit: own, isExact: /^\d/u.test(count) && count !== '15' }
}

/** From a day, in the unit of what was named last. */
export function inUnitOf({ unit, hasYear }: Named, day: DayNumber): Named | undefined {
  const { year, month } = calendarDay(day)
  if (unit === 'an') return named(yearRange(year), 'an', hasYear)
  return unit === 'mois'
    ? named(monthRange(year, month), 'mois', hasYear)
    : named(oneDay(day), 'jour', hasYear)
}

/** The same unit, one before or after: «semaine dernière», «an prochain», «siècle dernier». */
export function neighbour(groups: Groups, setting: DateSetting): Named | undefined {
  const step = stepOf(groups, setting)
  if (step === undefined) return undefined
  const { year, month } = calendarDay(step.from)
  switch (groups['what'] ?? '') {
    case 'semaine':
      return named(weekRange(step.from, step.step), 'semaine')
    case 'mois':
      return named(monthRange(year, month + step.step), 'mois')
    case 'an':
    case 'annee':
      return named(yearRange(year + step.step), 'an')
    case 'week-end':
      return named(weekendRange(setting, step.step), 'semaine')
    case 'nuit':
      return named(
        step.step > 0 ? fromTo(step.from, step.from + 1) : fromTo(step.from - 1, step.from),
        'jour',
      )
    case 'siecle':
      return named(centuryRange(Math.floor((year - 1) / 100) + 1 + step.step), 'siècle')
    case 'decennie':
      return named(
        yearsRange(year - (year % 10) + 10 * step.step, year - (year % 10) + 10 * step.step + 9),
        'décennie',
      )
    default:
      return undefined
  }
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...['premier', 'premiere', '1er', '1ere'].map((word): [string, number] => [word, 1]),
  ...['deuxieme', 'second', 'seconde', '2e'].map((word): [string, number] => [word, 2]),
  ...['troisieme', '3e'].map((word): [string, number] => [word, 3]),
  ...['quatrieme', '4e', 'dernier', 'derniere'].map((word): [string, number] => [word, 4]),
])

/** «premier semestre», «2e trimestre 2018», «première quinzaine de juin». */
export function portion(groups: Groups, setting: DateSetting): Named | undefined {
  const order = ORDINALS.get(groups['order'] ?? '') ?? 1
  const { what, month } = groups
  if (what === 'trimestre' || what === 'semestre') {
    const [months, count] = what === 'trimestre' ? [3, order] : [6, Math.min(order, 2)]
    const make = (year: number): DayRange =>
      fromTo(dayNumber(year, months * (count - 1), 1), dayNumber(year, months * count, 0))
    return named(ofSomeYear(make, groups, setting, true), 'mois', groups['year'] !== undefined)
  }
  if (month === undefined) return undefined
  const [days, first] = what === 'quinzaine' ? [15, 15 * (Math.min(order, 2) - 1)] : [7, 7 * (order - 1)]
  const make = (year: number): DayRange => {
    const whole = monthRange(year, monthOf(month))
    const isLast = what === 'quinzaine' ? order > 1 : order > 3
    return fromTo(whole.first + first, isLast ? whole.last : whole.first + first + days - 1)
  }
  return named(ofSomeYear(make, groups, setting, true), 'semaine', groups['year'] !== undefined)
}
