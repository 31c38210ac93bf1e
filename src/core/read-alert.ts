// What an alert watches and when it rings, read out of what people type in the chat. Saves nothing and writes no sentence.
import { ALERT_BOUNDS, type AlertDefinition, type AlertWatch, LEAST_FOR_ANY } from './alert.ts'
import { contentStems } from '../french/stems.ts'
import type { KnownNames } from './filter-names.ts'
import { readQuietHours } from './typed-values.ts'
import {
  type DefinitionMistake,
  isEverything,
  isRefusal,
  readFeeds,
  readPlace,
  readRubrics,
  readTitle,
  readWholeNumber,
  readWords,
  type Refusal,
  refuse,
} from './read-definition.ts'

/** The fields of an alert by the names of the options. */
export const ALERT_FIELDS = [
  'titre',
  'personne',
  'expression',
  'avec',
  'flux',
  'rubriques',
  'editeurs',
  'minutes',
  'pause',
  'nuit',
  'maximum',
  'fuseau',
] as const

export type AlertField = (typeof ALERT_FIELDS)[number]

export type AlertWords = Readonly<Partial<Record<AlertField, string>>>

export type AlertMistake =
  | DefinitionMistake
  /** A person and a phrase, or words: one thing is watched. */
  | { readonly code: 'watch-several' }
  /** Nothing of it can be looked for. */
  | { readonly code: 'watch-empty'; readonly given: string }
  | { readonly code: 'watch-long'; readonly most: number }
  /** One publisher is enough for any story: every article would ring. */
  | { readonly code: 'publishers-few'; readonly least: number }

export type AlertMistakes = Readonly<Partial<Record<AlertField, AlertMistake>>>

export type ReadAlert =
  | { readonly kind: 'read'; readonly definition: AlertDefinition }
  | { readonly kind: 'mistakes'; readonly mistakes: AlertMistakes }

/** Characters of a name or a phrase: more is a text. */
const LONGEST_WATCHED = 80

/** A field where nothing was typed stays as it is in `base`; an alert without a title is called by what it watches. */
export function readAlert(words: AlertWords, base: AlertDefinition, known: KnownNames): ReadAlert {
  const mistakes: Partial<Record<AlertField, AlertMistake>> = {}
  const take = <Meaning>(
    field: AlertField,
    read: (values: readonly string[]) => Meaning | Refusal,
    kept: Meaning,
  ): Meaning => {
    const value = words[field]?.trim() ?? ''
    if (value === '') return kept
    const meaning = read([value])
    if (!isRefusal(meaning)) return meaning
    mistakes[field] = meaning.mistake
    return kept
  }
  const watch = readWatch(words, base.watch, mistakes)
  const number = (
    field: AlertField & ('editeurs' | 'minutes' | 'pause' | 'maximum'),
    kept: number,
  ): number => {
    const { least, most } = ALERT_BOUNDS[BOUNDED[field]]
    return take(field, (values) => readWholeNumber(values, least, most), kept)
  }
  const definition = {
    title: take('titre', readTitle, base.title === '' ? titleOf(watch) : base.title),
    watch,
    feeds: take('flux', (values) => readFeeds(values, known.feeds), base.feeds),
    rubrics: take('rubriques', (values) => readRubrics(values, known.rubrics), base.rubrics),
    publishers: number('editeurs', base.publishers),
    minutes: number('minutes', base.minutes),
    coolDownHours: number('pause', base.coolDownHours),
    mostADay: number('maximum', base.mostADay),
    quietHours: take('nuit', readNight, base.quietHours),
    zone: take('fuseau', readPlace, base.zone),
  }
  if (watch.kind === 'any' && definition.publishers < LEAST_FOR_ANY && mistakes.editeurs === undefined)
    mistakes.editeurs = { code: 'publishers-few', least: LEAST_FOR_ANY }
  return Object.keys(mistakes).length > 0 ? { kind: 'mistakes', mistakes } : { kind: 'read', definition }
}

const BOUNDED = {
  editeurs: 'publishers',
  minutes: 'minutes',
  pause: 'coolDownHours',
  maximum: 'mostADay',
} as const

/** What an alert is called before anybody says otherwise. */
export function titleOf(watch: AlertWatch): string {
  switch (watch.kind) {
    case 'any':
      return 'Tous les sujets'
    case 'person':
      return watch.name
    case 'phrase':
      return watch.text
    case 'words':
      return watch.words.slice(0, 3).join(', ')
    default:
      return watch satisfies never
  }
}

const WATCHES = ['personne', 'expression', 'avec'] as const

function readWatch(
  words: AlertWords,
  kept: AlertWatch,
  mistakes: Partial<Record<AlertField, AlertMistake>>,
): AlertWatch {
  const typed = WATCHES.filter((field) => (words[field]?.trim() ?? '') !== '')
  const [field, other] = typed
  if (field === undefined) return kept
  if (other !== undefined) {
    mistakes[other] = { code: 'watch-several' }
    return kept
  }
  const given = (words[field] ?? '')
    .trim()
    .replaceAll(/[\s«»“”"]+/gu, ' ')
    .trim()
  if (isEverything([given])) return { kind: 'any' }
  if (field !== 'avec' && given.length > LONGEST_WATCHED) {
    mistakes[field] = { code: 'watch-long', most: LONGEST_WATCHED }
    return kept
  }
  if (field === 'personne' ? !/\p{L}/u.test(given) : contentStems(given).length === 0) {
    mistakes[field] = { code: 'watch-empty', given }
    return kept
  }
  if (field === 'personne') return { kind: 'person', name: given }
  if (field === 'expression') return { kind: 'phrase', text: given }
  const read = readWords([given])
  if (!isRefusal(read)) return { kind: 'words', words: read }
  mistakes[field] = read.mistake
  return kept
}

/** «22 h à 7 h»; «aucune» for day and night. */
function readNight([given = '']: readonly string[]): AlertDefinition['quietHours'] | Refusal {
  const read = readQuietHours(given)
  if (read === 'none') return undefined
  return 'code' in read ? refuse(read) : read
}
