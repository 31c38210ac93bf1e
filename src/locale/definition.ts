// A digest's definition in French: its days and hours, what it reads, how long it is, and what is wrong with what
// somebody typed. Reads nothing.
import type { Zone } from '../core/calendar.ts'
import { isSameData } from '../core/change.ts'
import type { Schedule } from '../core/digest.ts'
import { zoneLabel } from '../core/french-places.ts'
import { printFilter } from '../core/printed-filter.ts'
import {
  DEFINITION_FIELDS,
  type Definition,
  type DefinitionField,
  type DefinitionMistake,
} from '../core/read-definition.ts'
import { WEEKDAYS } from '../french/weekdays.ts'
import { shorten } from './blocks.ts'
import { explainMistake } from './configuration.ts'
import { explainFilterMistake } from './filter-mistakes.ts'
import { titled } from './guillemets.ts'
import { counted } from './plural.ts'
import { enumerate, french, NO_BREAK_SPACE } from './sentence.ts'
import { typeset } from './typography.ts'

/** «du lundi au vendredi à 8 h», «le lundi et le jeudi à 7 h 30 et 18 h»; the zone when it is not the reader's. */
export function scheduleWords(schedule: Schedule, zone: Zone): string {
  const elsewhere = schedule.zone === zone ? '' : `, heure de ${zoneLabel(schedule.zone)}`
  return `${daysWords(schedule.days)} à ${hoursWords(schedule.hours)}${elsewhere}`
}

/** Days as `Schedule` holds them. */
export function daysWords(days: readonly number[]): string {
  // A week begins on Monday.
  const week = days.map((day) => (day + 6) % 7).toSorted((one, other) => one - other)
  const [first = 0, last = 0] = [week[0], week.at(-1)]
  if (week.length === WEEKDAYS.length) return 'tous les jours'
  if (week.length > 2 && last - first === week.length - 1) return `du ${dayName(first)} au ${dayName(last)}`
  return enumerate(week.map((day) => `le ${dayName(day)}`))
}

function dayName(daysAfterMonday: number): string {
  return WEEKDAYS[(daysAfterMonday + 1) % 7] ?? ''
}

/** «8 h et 18 h 30», of `HH:MM`. */
export function hoursWords(hours: readonly string[]): string {
  const told = hours.map((hour) => {
    const [whole = '', minutes = ''] = hour.split(':')
    const parts = [String(Number(whole)), 'h', ...(minutes === '00' ? [] : [minutes])]
    return parts.join(NO_BREAK_SPACE)
  })
  return enumerate(told)
}

export const FIELD_LABELS: Readonly<Record<DefinitionField, string>> = {
  titre: 'Titre',
  jours: 'Jours',
  heures: 'Heures',
  fuseau: 'Fuseau horaire',
  flux: 'Flux',
  rubriques: 'Rubriques',
  avec: 'Avec l’un de ces mots',
  sans: 'Sans aucun de ces mots',
  filtre: 'Filtre',
  sujets: 'Nombre de sujets',
  mots: 'Mots par sujet',
}

/** What stands in one field, as people read it. */
function fieldWords(definition: Definition, field: DefinitionField): string {
  switch (field) {
    case 'titre':
      return typeset(definition.title)
    case 'jours':
      return daysWords(definition.schedule.days)
    case 'heures':
      return hoursWords(definition.schedule.hours)
    case 'fuseau':
      return zoneLabel(definition.schedule.zone)
    case 'flux':
      return listed(definition.feeds, 'tous')
    case 'rubriques':
      return listed(definition.rubrics, 'toutes')
    case 'avec':
      return listed(definition.withWords, 'aucun tri')
    case 'sans':
      return listed(definition.withoutWords, 'aucun tri')
    case 'filtre':
      return definition.filter === undefined ? 'aucun' : printFilter(definition.filter)
    case 'sujets':
      return `${definition.maxStories} au plus`
    case 'mots':
      return `${definition.maxWords} au plus`
    default:
      return field satisfies never
  }
}

/** A list of more names tells how many there are besides: a message bears only so many characters. */
const NAMED = 8

export function listed(names: readonly string[], whenEmpty: string): string {
  if (names.length === 0) return whenEmpty
  const others = names.length - NAMED
  const named = names.slice(0, NAMED).map(typeset).join(', ')
  return others > 0 ? `${named} et ${counted(others, 'autre')}` : named
}

/** One line a thing that a reader should know: «du lundi au vendredi à 8 h · Sport · 7 sujets au plus». */
export function definitionLine(definition: Definition, zone: Zone): string {
  const { feeds, rubrics, withWords, withoutWords, filter, maxStories } = definition
  return [
    scheduleWords(definition.schedule, zone),
    feeds.length === 0 ? 'tous les flux' : listed(feeds, ''),
    ...(rubrics.length === 0
      ? []
      : [`${rubrics.length < 2 ? 'rubrique' : 'rubriques'} ${listed(rubrics, '')}`]),
    ...(withWords.length === 0 ? [] : [`avec ${alternatives(withWords, 'ou')}`]),
    ...(withoutWords.length === 0 ? [] : [`sans ${alternatives(withoutWords, 'ni')}`]),
    ...(filter === undefined ? [] : [french`filtre « ${printFilter(filter)} »`]),
    `${counted(maxStories, 'sujet')} au plus`,
  ].join(' · ')
}

function alternatives(words: readonly string[], last: string): string {
  const others = words.length - NAMED
  const named = words.slice(0, NAMED).map(titled)
  return enumerate(others > 0 ? [...named, counted(others, 'autre')] : named, last)
}

/** «Heures : 8 h → 9 h», one line a field that differs. */
export function definitionChanges(before: Definition, after: Definition): readonly string[] {
  return DEFINITION_FIELDS.flatMap((field) => {
    if (isSameData(valueOf(before, field), valueOf(after, field))) return []
    const [was, is] = [before, after].map((definition) => fieldWords(definition, field))
    // The names that differ stand beyond those that are told.
    if (was === is) return [french`${FIELD_LABELS[field]} : ${is ?? ''} (la fin de la liste change)`]
    return [french`${FIELD_LABELS[field]} : ${was ?? ''} → ${is ?? ''}`]
  })
}

function valueOf(definition: Definition, field: DefinitionField): unknown {
  const { schedule } = definition
  const values: Readonly<Record<DefinitionField, unknown>> = {
    titre: definition.title,
    jours: schedule.days,
    heures: schedule.hours,
    fuseau: schedule.zone,
    flux: definition.feeds,
    rubriques: definition.rubrics,
    avec: definition.withWords,
    sans: definition.withoutWords,
    filtre: definition.filter,
    sujets: definition.maxStories,
    mots: definition.maxWords,
  }
  return values[field]
}

/** Characters told of what somebody typed: it may be a whole article. */
const LONGEST_GIVEN = 80

/** A whole sentence, for beside a field or in a message. */
export function explainDefinitionMistake(mistake: DefinitionMistake): string {
  switch (mistake.code) {
    case 'number-range':
      return `Donnez un nombre entier de ${mistake.least} à ${mistake.most}.`
    case 'title-long':
      return french`Le titre est trop long : ${counted(mistake.most, 'caractère')} au plus.`
    case 'title-taken':
      return french`Une autre revue s’appelle déjà ${titled(mistake.given)}. Donnez un autre titre.`
    case 'hours-many':
      return `Donnez au plus ${counted(mistake.most, 'horaire')} par jour.`
    case 'words-many':
      return `Donnez ${counted(mistake.most, 'mot')} au plus, séparés par des virgules.`
    case 'word-long':
      return french`L’un des mots est trop long : ${counted(mistake.most, 'caractère')} au plus. Séparez les mots par des virgules.`
    case 'feed-ambiguous':
      return french`Plusieurs flux répondent à « ${shorten(mistake.given, LONGEST_GIVEN)} » : ${alternatives(mistake.titles.slice(0, 3), 'et')}. Donnez le titre entier.`
    case 'day':
    case 'hour-unreadable':
    case 'hour-outside':
    case 'quiet-hours':
    case 'zone':
      return explainTyped(mistake)
    case 'filter':
      return explainFilterMistake(mistake.mistake)
    case 'publisher-unknown':
    case 'feed-unknown':
    case 'rubric-unknown':
      return mistake.closest === undefined ? `${explainTyped(mistake)} ${SEE_FEEDS}` : explainTyped(mistake)
    default:
      return mistake satisfies never
  }
}

/** Rubrics stand beside the feeds there. */
const SEE_FEEDS = 'Voyez la liste avec /flux lister.'

/** Mistakes that the configuration file may hold as well. */
type SharedMistake = Extract<
  DefinitionMistake,
  {
    readonly code:
      | 'day'
      | 'hour-unreadable'
      | 'hour-outside'
      | 'quiet-hours'
      | 'zone'
      | 'feed-unknown'
      | 'rubric-unknown'
      | 'publisher-unknown'
  }
>

function explainTyped(mistake: SharedMistake): string {
  return explainMistake({ ...mistake, given: shorten(mistake.given, LONGEST_GIVEN) })
}
