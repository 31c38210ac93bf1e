// What a digest tells and when, read out of what people type in the chat. Saves nothing and writes no sentence.
import type { Zone } from './calendar.ts'
import { closestWord, foldWord } from './closest.ts'
import { type Digest, LEAST_WORDS, MOST_STORIES, MOST_WORDS } from './digest.ts'
import type { Filter } from './filter.ts'
import { type FilterMistake, readFilterLine } from './filter-line.ts'
import { knownFilter, type KnownNames, type NameMistake } from './filter-names.ts'
import { plainWords } from './filter-shape.ts'
import { findExactly, findKeyed, foldTitle, type KeyedTitle, keyTitles, type Titled } from './find-titled.ts'
import { zoneOfPlace } from './french-places.ts'
import { WEEKDAYS } from '../french/weekdays.ts'
import { readDays, readHour, readNumber, readZone, type ValueMistake } from './typed-values.ts'

/** The fields of a digest by the names of the options and of the form. */
export const DEFINITION_FIELDS = [
  'titre',
  'jours',
  'heures',
  'fuseau',
  'flux',
  'rubriques',
  'avec',
  'sans',
  'filtre',
  'sujets',
  'mots',
] as const

export type DefinitionField = (typeof DEFINITION_FIELDS)[number]

/** What was typed in each field; nothing where nothing was. A choice of a list is a value of its own. */
export type DefinitionWords = Readonly<Partial<Record<DefinitionField, readonly string[]>>>

export type Definition = Pick<
  Digest,
  | 'title'
  | 'schedule'
  | 'feeds'
  | 'rubrics'
  | 'withWords'
  | 'withoutWords'
  | 'filter'
  | 'maxStories'
  | 'maxWords'
>

export type DefinitionMistake =
  | ValueMistake
  | NameMistake
  | { readonly code: 'filter'; readonly mistake: FilterMistake }
  | { readonly code: 'title-long'; readonly most: number }
  /** Another digest here is called so. */
  | { readonly code: 'title-taken'; readonly given: string }
  | { readonly code: 'hours-many'; readonly most: number }
  | { readonly code: 'words-many'; readonly most: number }
  | { readonly code: 'word-long'; readonly most: number }

export type DefinitionMistakes = Readonly<Partial<Record<DefinitionField, DefinitionMistake>>>

export type ReadDefinition =
  | { readonly kind: 'read'; readonly definition: Definition }
  | { readonly kind: 'mistakes'; readonly mistakes: DefinitionMistakes }

/** A title of more characters does not fit into a heading: Slack, header block, 150 with the rest. */
const LONGEST_TITLE = 100

/** More editions a day are no review any more, and a channel without peace. */
const MOST_HOURS = 6

/** Words of a filter, and characters of each: more is a mistake in the separator. */
const [MOST_FILTER_WORDS, LONGEST_FILTER_WORD] = [20, 60]

/** Commas within the title of a feed, and one: a longer run of parts is looked for in vain. */
const MOST_TITLE_PARTS = 10

/** A field where nothing was typed stays as it is in `base`. */
export function readDefinition(words: DefinitionWords, base: Definition, known: KnownNames): ReadDefinition {
  const mistakes: Partial<Record<DefinitionField, DefinitionMistake>> = {}
  const take = <Meaning>(
    field: DefinitionField,
    read: (values: readonly string[]) => Meaning | Refusal,
    kept: Meaning,
  ): Meaning => {
    const values = words[field]?.map((value) => value.trim()).filter((value) => value !== '') ?? []
    if (values.length === 0) return kept
    const meaning = read(values)
    if (!isRefusal(meaning)) return meaning
    mistakes[field] = meaning.mistake
    return kept
  }
  const filter = take<Filter | undefined>('filtre', (values) => readFilterField(values, known), base.filter)
  const definition = {
    title: take('titre', readTitle, base.title),
    schedule: {
      days: take('jours', readAllDays, base.schedule.days),
      hours: take('heures', readHours, base.schedule.hours),
      zone: take('fuseau', readPlace, base.schedule.zone),
    },
    feeds: take('flux', (values) => readFeeds(values, known.feeds), base.feeds),
    rubrics: take('rubriques', (values) => readRubrics(values, known.rubrics), base.rubrics),
    withWords: take('avec', readWords, base.withWords),
    withoutWords: take('sans', readWords, base.withoutWords),
    maxStories: take('sujets', (values) => readWholeNumber(values, 1, MOST_STORIES), base.maxStories),
    maxWords: take('mots', (values) => readWholeNumber(values, LEAST_WORDS, MOST_WORDS), base.maxWords),
    ...(filter === undefined ? {} : { filter }),
  }
  return Object.keys(mistakes).length > 0 ? { kind: 'mistakes', mistakes } : { kind: 'read', definition }
}

/** Wraps a mistake, so that no meaning is taken for one: meanings are texts, numbers and lists. */
export interface Refusal {
  readonly mistake: DefinitionMistake
}

export function refuse(mistake: DefinitionMistake): Refusal {
  return { mistake }
}

export function isRefusal(meaning: unknown): meaning is Refusal {
  return typeof meaning === 'object' && meaning !== null && 'mistake' in meaning
}

export function readTitle(values: readonly string[]): string | Refusal {
  const title = values.join(' ').replaceAll(/\s+/gu, ' ')
  return title.length > LONGEST_TITLE ? refuse({ code: 'title-long', most: LONGEST_TITLE }) : title
}

function readAllDays(values: readonly string[]): readonly number[] | Refusal {
  const days = new Set<number>()
  for (const part of partsOf(values)) {
    const read = daysOfPart(part)
    if ('code' in read) return refuse(read)
    for (const day of read) days.add(day)
  }
  if (days.size === 0) return refuse({ code: 'day', given: values.join(' ') })
  return [...days].toSorted((one, other) => one - other)
}

function daysOfPart(part: string): readonly number[] | ValueMistake {
  const read = readDays(part)
  return 'code' in read ? (daysFromTo(part) ?? read) : read
}

/** «du lundi au vendredi», «lundi-vendredi»; «du samedi au lundi» goes over the end of the week. */
function daysFromTo(part: string): readonly number[] | undefined {
  const [, from = '', to = ''] = /^(?:du )?(\p{L}+) (?:au |a )?(\p{L}+)$/u.exec(foldWord(part)) ?? []
  const [first, last] = [from, to].map((name) => WEEKDAYS.findIndex((weekday) => weekday === name))
  if (first === undefined || last === undefined || first < 0 || last < 0) return undefined
  const count = ((last - first + WEEKDAYS.length) % WEEKDAYS.length) + 1
  return Array.from({ length: count }, (_, index) => (first + index) % WEEKDAYS.length)
}

function readHours(values: readonly string[]): readonly string[] | Refusal {
  const hours = new Set<string>()
  for (const part of partsOf(values)) {
    const read = readHour(part.replace(/^(?:à|a|vers)\s+/iu, '').replace(/^midi$/iu, '12:00'))
    if (typeof read !== 'string') return refuse(read)
    hours.add(read)
  }
  if (hours.size === 0) return refuse({ code: 'hour-unreadable', given: values.join(' ') })
  if (hours.size > MOST_HOURS) return refuse({ code: 'hours-many', most: MOST_HOURS })
  return [...hours].toSorted()
}

/** A town will do where its zone is certain. Exported for the zone of a workspace. */
export function readZoneOrPlace(typed: string): Zone | ValueMistake {
  return zoneOfPlace(typed) ?? readZone(typed)
}

export function readPlace(values: readonly string[]): Zone | Refusal {
  const zone = readZoneOrPlace(values.join(' '))
  return typeof zone === 'string' ? zone : refuse(zone)
}

/** Titles may hold commas: the longest run of parts that names a feed counts. */
export function readFeeds(values: readonly string[], feeds: readonly Titled[]): readonly string[] | Refusal {
  if (isEverything(values)) return []
  const titles = new Set<string>()
  const known = keyTitles(feeds)
  for (const value of values) {
    const parts = value.split(/[,;]/u).map((part) => part.trim())
    for (let at = 0; at < parts.length;) {
      const whole = longestTitle(parts.slice(at, at + MOST_TITLE_PARTS), known)
      const read = whole ?? readFeed(parts[at] ?? '', known)
      if (isRefusal(read)) return read
      if (read.title !== '') titles.add(read.title)
      at += read.length
    }
  }
  return [...titles]
}

interface ReadTitle {
  readonly title: string
  /** How many parts it took. */
  readonly length: number
}

function longestTitle(parts: readonly string[], feeds: readonly KeyedTitle<Titled>[]): ReadTitle | undefined {
  for (let length = parts.length; length > 0; length--) {
    const feed = findExactly(feeds, parts.slice(0, length).join(', '))
    if (feed !== undefined) return { title: feed.title, length }
  }
  return undefined
}

function readFeed(given: string, feeds: readonly KeyedTitle<Titled>[]): ReadTitle | Refusal {
  if (given === '') return { title: '', length: 1 }
  const found = findKeyed(feeds, given)
  switch (found.kind) {
    case 'one':
      return { title: found.found.title, length: 1 }
    case 'several':
      return refuse({ code: 'feed-ambiguous', given, titles: found.titles })
    case 'unknown':
      return refuse({ code: 'feed-unknown', given, closest: found.closest })
    default:
      return found satisfies never
  }
}

export function readRubrics(
  values: readonly string[],
  rubrics: readonly string[],
): readonly string[] | Refusal {
  if (isEverything(values)) return []
  const read = new Set<string>()
  for (const given of partsOf(values, false)) {
    const rubric = rubrics.find((candidate) => foldTitle(candidate) === foldTitle(given))
    if (rubric === undefined)
      return refuse({ code: 'rubric-unknown', given, closest: closestWord(given, rubrics) })
    read.add(rubric)
  }
  return [...read]
}

export function readWords(values: readonly string[]): readonly string[] | Refusal {
  if (isEverything(values)) return []
  const plain = partsOf(values, false).map((word) => word.replaceAll(/[\s"«»“”]+/gu, ' ').trim())
  const words = [...new Set(plain.filter((word) => word !== ''))]
  if (words.length > MOST_FILTER_WORDS) return refuse({ code: 'words-many', most: MOST_FILTER_WORDS })
  if (words.some((word) => word.length > LONGEST_FILTER_WORD))
    return refuse({ code: 'word-long', most: LONGEST_FILTER_WORD })
  const empty = words.find((word) => plainWords(word) === '')
  if (empty !== undefined) return refuse({ code: 'filter', mistake: { code: 'says-nothing', given: empty } })
  return words
}

/** Undefined for «aucun». */
export function readFilterField(values: readonly string[], known: KnownNames): Filter | undefined | Refusal {
  if (isEverything(values)) return undefined
  const read = readFilterLine(values.join(' '))
  if (read.kind === 'mistake') return refuse({ code: 'filter', mistake: read.mistake })
  const filter = knownFilter(read.filter, known)
  return 'code' in filter ? refuse(filter) : filter
}

export function readWholeNumber(values: readonly string[], least: number, most: number): number | Refusal {
  const read = readNumber(least, most)(values.join(' '))
  return typeof read === 'number' ? read : refuse(read)
}

/** «tous», «toutes», «aucun», «-»: what was chosen before is chosen no more. */
export function isEverything(values: readonly string[]): boolean {
  const [only, ...more] = values
  return more.length === 0 && /^(?:tous|toutes|tout|aucun|aucune|rien|-)$/.test(foldWord(only ?? '') || '-')
}

/** What stands between commas; days and hours are joined by «et» as well. */
function partsOf(values: readonly string[], isJoinedByAnd = true): readonly string[] {
  const separator = isJoinedByAnd ? /[,;\n]|\s+et\s+/iu : /[,;\n]/u
  return values
    .flatMap((value) => value.split(separator))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
