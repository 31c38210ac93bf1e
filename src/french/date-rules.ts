// Which words of a time expression are of which kind: a table of patterns over plain words, the most specific first.
import { centuryOf, monthOf, partOf, PIECES, seasonOf, weekdayOf } from './date-words.ts'
import {
  aroundCount,
  countedOf,
  type DateSetting,
  dayOf,
  type Groups,
  inUnitOf,
  type Named,
  named,
  neighbour,
  ofSomeYear,
  passing,
  portion,
  weekdayRange,
  weekendRange,
  yearOf,
} from './date-readers.ts'
import {
  calendarDay,
  centuryRange,
  dayNumber,
  type DayRange,
  fromTo,
  monthRange,
  oneDay,
  partOfDecade,
  partOfMonth,
  partOfYear,
  seasonRange,
  shifted,
  weekRange,
  yearRange,
  yearsRange,
} from './day-ranges.ts'

interface DateRule {
  readonly pattern: RegExp
  /** Undefined where the words have no such meaning here: the next rule is asked. */
  readonly read: (groups: Groups, setting: DateSetting) => Named | undefined
}

const {
  day: DAY,
  month: MONTH,
  year: YEAR,
  weekday: WEEKDAY,
  part: PART,
  season: SEASON,
  near: NEAR,
} = PIECES
const COUNTED = `${PIECES.count} ?${PIECES.unit}(?<half> et demie?)?`
const ANY_DAY = '(?:1er|\\d{1,2})'
const FIRST_MONTH = MONTH.replace('?<month>', '?<firstMonth>')
const LINK = '(?:, ?| et | ou | au | a |-)(?:le |les |du |au )*'

const rule = (pattern: string, read: DateRule['read']): DateRule => ({
  pattern: new RegExp(`^(?:${pattern})`, 'u'),
  read,
})

/** «12 et 13 mai», «27 juillet au 6 août 2019»: the last month and year are those of all. */
function listed(groups: Groups, setting: DateSetting): Named | undefined {
  const { month = '', firstMonth, one, day } = groups
  const make = (year: number): DayRange => {
    const last = dayNumber(year, monthOf(month), dayOf(day))
    const firstYear = firstMonth !== undefined && monthOf(firstMonth) > monthOf(month) ? year - 1 : year
    const first = dayNumber(firstYear, monthOf(firstMonth ?? month), dayOf(one))
    return fromTo(Math.min(first, last), last)
  }
  return named(ofSomeYear(make, groups, setting, false), 'jour', groups['year'] !== undefined)
}

/** The year in which the day has the weekday that is told, where there is one. */
function dated(groups: Groups, setting: DateSetting): Named | undefined {
  const { month = '', day, weekday } = groups
  const make = (year: number): DayRange => oneDay(dayNumber(year, monthOf(month), dayOf(day)))
  const hasYear = groups['year'] !== undefined
  if (weekday !== undefined && !hasYear) {
    const { year } = calendarDay(setting.published)
    const right = [year, year - 1, year + 1]
      .map(make)
      .find(({ first }) => calendarDay(first).weekday === weekdayOf(weekday))
    if (right !== undefined) return named(right, 'jour')
  }
  return named(ofSomeYear(make, groups, setting, false), 'jour', hasYear)
}

const inMonth = (groups: Groups, setting: DateSetting): Named | undefined => {
  const { month = '', part = '' } = groups
  const own = partOf(part)
  const index = monthOf(month)
  const make = (year: number): DayRange =>
    own === undefined ? monthRange(year, index) : partOfMonth(year, index, own)
  return named(ofSomeYear(make, groups, setting, true), 'mois', groups['year'] !== undefined)
}

function inYear(groups: Groups, setting: DateSetting): Named | undefined {
  const part = partOf(groups['part'] ?? '')
  const { year: here } = calendarDay(setting.published)
  const year =
    yearOf(groups) ??
    (groups['near'] === undefined ? here : here + (groups['near'].startsWith('pro') ? 1 : -1))
  return named(
    part === undefined ? yearRange(year) : partOfYear(year, part),
    'an',
    yearOf(groups) !== undefined,
  )
}

const inSeason = (groups: Groups, setting: DateSetting): Named | undefined =>
  named(
    ofSomeYear((year) => seasonRange(year, seasonOf(groups['season'] ?? '')), groups, setting, true),
    'mois',
    groups['year'] !== undefined,
  )

/** `1980`, `80`: the twentieth century where it is not said. */
const decadeOf = (word: string): number => (word.length === 2 ? 1900 + Number(word) : Number(word))

function decades({ one = '', two, part = '' }: Groups): Named | undefined {
  const [first, last] = [decadeOf(one), decadeOf(two ?? one)]
  const own = partOf(part)
  return named(own === undefined ? yearsRange(first, last + 9) : partOfDecade(first, own), 'décennie')
}

function ago(groups: Groups, { published }: DateSetting): Named | undefined {
  const counted = countedOf(groups)
  return counted && named(aroundCount(published, -counted.count, counted.unit, counted.isExact), counted.unit)
}

function since(groups: Groups, { published }: DateSetting): Named | undefined {
  const counted = countedOf(groups)
  return counted && named(fromTo(shifted(published, -counted.count, counted.unit), published), counted.unit)
}

function within(groups: Groups, setting: DateSetting): Named | undefined {
  const counted = countedOf(groups)
  if (counted === undefined) return undefined
  const { published, behind } = setting
  if (groups['all'] !== undefined || /^(?:a venir|qui viennent)/u.test(behind))
    return named(fromTo(published, shifted(published, counted.count, counted.unit)), counted.unit)
  return named(aroundCount(published, counted.count, counted.unit, counted.isExact), counted.unit)
}

function later(groups: Groups, { published, last }: DateSetting): Named | undefined {
  const counted = countedOf(groups)
  if (counted === undefined) return undefined
  const sign = /tard|apres/u.test(groups['sense'] ?? '') ? 1 : -1
  const anchor = last ?? { range: oneDay(published), unit: 'jour', hasYear: false, isAnchor: true }
  return inUnitOf(anchor, shifted(anchor.range.first, sign * counted.count, counted.unit))
}

const DAYS_TOLD: ReadonlyMap<string, number> = new Map([
  ['avant-veille', -2],
  ['veille', -1],
  ['lendemain', 1],
  ['surlendemain', 2],
])
const DAYS_NAMED: ReadonlyMap<string, number> = new Map([
  ['avant-hier', -2],
  ['hier', -1],
  ["aujourd'hui", 0],
  ['demain', 1],
  ['apres-demain', 2],
])

/** Of now: «ce matin», «cette semaine», «cet été». */
function ofNow({ what = '' }: Groups, setting: DateSetting): Named | undefined {
  const { published } = setting
  const { year, month } = calendarDay(published)
  switch (what) {
    case 'semaine':
      return named(weekRange(published), 'semaine')
    case 'mois':
      return named(monthRange(year, month), 'mois')
    case 'annee':
      return named(yearRange(year), 'an')
    case 'week-end':
      return named(weekendRange(setting), 'semaine')
    default:
      return named(oneDay(published), 'jour')
  }
}

/** The day that the text speaks of; of a night the morning, as its small hours are told. */
function atClock({ published, last }: DateSetting): Named {
  const isDay = last?.unit === 'jour' && last.range.last - last.range.first <= 1
  return passing(oneDay(isDay ? last.range.last : published))
}

function fromNight({ weekday = '' }: Groups, setting: DateSetting): Named | undefined {
  const { first } = weekdayRange(weekdayOf(weekday), {}, setting)
  return named(fromTo(first, first + 1), 'jour')
}

function weekdays(groups: Groups, setting: DateSetting): Named | undefined {
  return named(weekdayRange(weekdayOf(groups['weekday'] ?? ''), groups, setting), 'jour')
}

const years = (groups: Groups): Named | undefined =>
  named(yearsRange(Number(groups['one']), Number(groups['two'] ?? groups['one'])), 'an')

export const DATE_RULES: readonly DateRule[] = [
  rule(`nuit (?:de |du )${WEEKDAY}(?: \\d+)?(?: ${MONTH})? (?:a|au) `, fromNight),
  rule(`nuit (?:de |du )?(?<one>${ANY_DAY})(?: ${FIRST_MONTH})? au ${DAY} ${MONTH}(?: ${YEAR})?`, listed),
  rule(
    `(?:(?:ce )?week-ends? (?:des|du) |ce |\\S+di |dimanche )?(?<one>${ANY_DAY})(?: ${FIRST_MONTH})?(?: \\d{4})?(?:${LINK}${ANY_DAY})*?${LINK}${DAY} ?${MONTH}(?: ${YEAR})?`,
    listed,
  ),
  rule(
    `(?:ce )?(?:${WEEKDAY} )?(?:[a-z'-]+ ){0,3}?(?:le )?${DAY} ?${MONTH}(?: ${YEAR})?(?: ${NEAR})?`,
    dated,
  ),
  rule('(?<day>\\d{1,2})/(?<m>\\d{1,2})/(?<year>\\d{4})', ({ day, m, year }) =>
    named(oneDay(dayNumber(Number(year), Number(m) - 1, dayOf(day))), 'jour', true),
  ),
  rule(
    `(?:(?:\\d{1,2} ?h\\d*|midi|minuit) )?(?:ce )?${WEEKDAY}(?: (?:matin|soir|midi|apres-midi))?(?: ${NEAR})?`,
    weekdays,
  ),
  rule(`${PART}(?:mois (?:de |d'))?${MONTH}(?: ${YEAR}| ${NEAR})?`, inMonth),
  rule(`${PART}(?:annees )(?<one>\\d{4}|\\d0)`, decades),
  rule(`${PART}(?:annee )?${YEAR}`, inYear),
  rule(`${PART}annee(?: ${YEAR}| ${NEAR})?`, inYear),
  rule(`${PART}mois(?: ${NEAR})?`, (groups, { published }) => {
    const { year, month } = calendarDay(published)
    const part = partOf(groups['part'] ?? '')
    const there = month + (groups['near'] === undefined ? 0 : groups['near'].startsWith('pro') ? 1 : -1)
    return named(part === undefined ? monthRange(year, there) : partOfMonth(year, there, part), 'mois')
  }),
  rule(`${PART}${SEASON}(?: ${YEAR}| ${NEAR})?`, inSeason),
  rule(`${PART}semaine(?: ${NEAR})?`, ({ near }, { published }) =>
    named(weekRange(published, near === undefined ? 0 : near.startsWith('pro') ? 1 : -1), 'semaine'),
  ),
  rule(
    `(?<order>[a-z]+|1er|1ere|[234]e) (?<what>trimestre|semestre|quinzaine|semaine)(?: (?:de |d'|du )?(?:mois (?:de |d'))?${MONTH})?(?: (?:de l'annee )?${YEAR})?`,
    portion,
  ),
  rule(
    `(?:${PART})?(?<century>x[vi]+e?(?:me)?|\\d{1,2}e(?:me)?)(?: siecle)?`,
    ({ century = '', part = '' }) => named(centuryRange(centuryOf(century), partOf(part)), 'siècle'),
  ),
  rule(`(?:mois (?:de |d'))?${MONTH}(?: ${YEAR}| ${NEAR})?(?!.* ?[a-z])`, inMonth),
  rule(
    `(?:mois (?:de |d'))?${FIRST_MONTH}(?: et | a |-)(?:en )?${MONTH}(?: ${YEAR})?`,
    ({ firstMonth = '', month = '', ...groups }, setting) => {
      const make = (year: number): DayRange =>
        fromTo(monthRange(year, monthOf(firstMonth)).first, monthRange(year, monthOf(month)).last)
      return named(ofSomeYear(make, groups, setting, true), 'mois', groups['year'] !== undefined)
    },
  ),
  rule(`ce(?:tte|t)? ${SEASON}`, inSeason),
  rule(
    'ce(?:tte|t)? (?<what>matin|soir|midi|jour|apres-midi|matinee|soiree|nuit|semaine|mois|annee|week-end)',
    ofNow,
  ),
  rule(`${SEASON}(?: ${YEAR}| ${NEAR})?`, inSeason),
  rule(`(?<what>semaine|mois|annee|an|week-end|nuit|siecle|decennie|soiree|journee) ${NEAR}`, neighbour),
  rule("(?<name>avant-hier|hier|aujourd'hui|apres-demain|demain)", ({ name = '' }, { published }) =>
    named(oneDay(published + (DAYS_NAMED.get(name) ?? 0)), 'jour'),
  ),
  rule('(?<name>avant-veille|veille|surlendemain|lendemain)', ({ name = '' }, { published, last }) =>
    named(oneDay((last?.range.first ?? published) + (DAYS_TOLD.get(name) ?? 0)), 'jour'),
  ),
  rule(`il y a (?:[a-z' ]+?[ '])??${COUNTED}`, ago),
  rule(`depuis (?:[a-z' ]+?[ '])??${COUNTED}`, since),
  rule(`(?:dans (?<all>les )?|(?<all>d'ici (?:a )?))(?:[a-z' ]+?[ '])??${COUNTED}`, within),
  rule(
    `${PIECES.count} derni(?:ers|eres) ${PIECES.unit}|derni(?:ers|eres) ${PIECES.count} ?${PIECES.unit}`,
    since,
  ),
  rule(`prochain(?:e)?s ${COUNTED}`, (groups, setting) => within({ ...groups, all: 'les' }, setting)),
  rule(`${COUNTED} (?<sense>plus tard|plus tot|auparavant|avant|apres)`, later),
  rule('annee (?<one>\\d{4})', years),
  rule('annees? (?<one>\\d{4}|\\d0)(?:(?: et |-|, | a )(?<two>\\d{4}|\\d0))?', decades),
  rule('(?<one>\\d{4})(?: et | a | ou |-|/)(?<two>\\d{4})', years),
  rule('(?<one>\\d{4})$', years),
  rule('week-end', (_, setting) => named(weekendRange(setting), 'semaine')),
  rule('\\d{1,2} ?h|\\d{1,2} heures?|midi|minuit', (_, setting) => atClock(setting)),
]
