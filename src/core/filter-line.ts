// A filter on one line, as people type it and as it is told back: «(Lavrov OU "cessez-le-feu") SAUF sport». Asks no
// article.
import type { Condition, Filter, FilterLanguage } from './filter.ts'
import type { Where } from './filter-reading.ts'
import { allOf, anyOf, noneOf, plainQuoted, plainWords } from './filter-shape.ts'
import {
  endingAt,
  type FilterPrefix,
  type FilterToken,
  readFilterTokens,
  type TokenMistake,
} from './filter-tokens.ts'
import { closestWord, foldWord } from './closest.ts'
import { NAMED_LANGUAGES } from '../french/language.ts'
import { type PatternProblem, patternProblem } from './pattern.ts'
import { printFilter } from './printed-filter.ts'

export type FilterMistake =
  | TokenMistake
  | { readonly code: 'line-empty' }
  | { readonly code: 'line-long'; readonly most: number }
  | { readonly code: 'conditions-many'; readonly most: number }
  | { readonly code: 'deep'; readonly most: number }
  | { readonly code: 'parenthesis-missing'; readonly after: string }
  | { readonly code: 'parenthesis-extra'; readonly after: string }
  /** `given` is the operator, the prefix or the parenthesis behind which, or before which, nothing stands. */
  | { readonly code: 'nothing-behind'; readonly given: string }
  | { readonly code: 'nothing-before'; readonly given: string }
  /** Nothing but words that every article has, or signs. */
  | { readonly code: 'says-nothing'; readonly given: string }
  | { readonly code: 'language-unknown'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'pattern-wrong'; readonly given: string; readonly problem: PatternProblem }
  /** An expression where a name is wanted. */
  | { readonly code: 'pattern-as-name'; readonly given: string }

export type ReadFilter =
  | { readonly kind: 'read'; readonly filter: Filter }
  | { readonly kind: 'mistake'; readonly mistake: FilterMistake }

/** Characters of a line, conditions in it, and parentheses within each other: more is no filter that anybody reads. */
const [LONGEST_LINE, MOST_CONDITIONS, DEEPEST] = [1000, 50, 8]

/** Never throws. What is told back (`printFilter`) is as long as a line may be, at most. */
export function readFilterLine(line: string): ReadFilter {
  const text = line.normalize('NFC').trim()
  if (text === '') return mistaken({ code: 'line-empty' })
  if (text.length > LONGEST_LINE) return mistaken({ code: 'line-long', most: LONGEST_LINE })
  const tokens = readFilterTokens(text)
  if ('code' in tokens) return mistaken(tokens)
  const state: State = { line: text, tokens, at: 0, depth: 0, conditions: 0 }
  const filter = readExcept(state, EVERYWHERE)
  if (isMistake(filter)) return mistaken(filter)
  const rest = nextOf(state)
  // Whatever else stands here would have been read.
  if (rest.kind === 'close') return mistaken({ code: 'parenthesis-extra', after: endingAt(text, rest.start) })
  const isLong = printFilter(filter).length > LONGEST_LINE
  return isLong ? mistaken({ code: 'line-long', most: LONGEST_LINE }) : { kind: 'read', filter }
}

const mistaken = (mistake: FilterMistake): ReadFilter => ({ kind: 'mistake', mistake })

interface State {
  readonly line: string
  readonly tokens: readonly FilterToken[]
  at: number
  depth: number
  conditions: number
}

/** What a prefix says of the words behind it. */
interface Scope {
  readonly of: 'words' | 'person' | 'place' | 'publisher' | 'rubric' | 'feed' | 'language'
  readonly where: Where
}
const EVERYWHERE: Scope = { of: 'words', where: 'everywhere' }

type Reading = Filter | FilterMistake

const isMistake = (reading: Reading): reading is FilterMistake => 'code' in reading

const END: FilterToken = { kind: 'end', start: 0, end: 0 }
const nextOf = ({ tokens, at }: State): FilterToken => tokens[at] ?? tokens.at(-1) ?? END
const textOf = ({ line }: State, { start, end }: FilterToken): string => line.slice(start, end)

/** Takes the next token when it is of this kind. */
function takes(state: State, kind: FilterToken['kind']): boolean {
  if (nextOf(state).kind !== kind) return false
  state.at++
  return true
}

/** «A OU B SAUF C OU D»: what is not wanted binds least. */
function readExcept(state: State, scope: Scope): Reading {
  const kept: Filter[] = []
  const unwanted: Filter[] = []
  if (nextOf(state).kind !== 'except') {
    const wanted = readAny(state, scope)
    if (isMistake(wanted)) return wanted
    kept.push(wanted)
  }
  while (takes(state, 'except')) {
    const one = readAny(state, scope)
    if (isMistake(one)) return one
    unwanted.push(one)
  }
  return allOf([...kept, ...(unwanted.length === 0 ? [] : [noneOf(unwanted)])])
}

function readAny(state: State, scope: Scope): Reading {
  const filters: Filter[] = []
  do {
    const one = readAll(state, scope)
    if (isMistake(one)) return one
    filters.push(one)
  } while (takes(state, 'or'))
  return anyOf(filters)
}

/** «A ET B», «A B», «A NON B». */
function readAll(state: State, scope: Scope): Reading {
  const filters: Filter[] = []
  do {
    const one = readOne(state, scope)
    if (isMistake(one)) return one
    filters.push(one)
  } while (takes(state, 'and') || opensOne(nextOf(state)))
  return allOf(filters)
}

const opensOne = ({ kind }: FilterToken): boolean =>
  kind === 'not' || kind === 'open' || kind === 'prefix' || isValue(kind)

const isValue = (kind: FilterToken['kind']): boolean =>
  kind === 'word' || kind === 'phrase' || kind === 'pattern'

function readOne(state: State, scope: Scope): Reading {
  const token = nextOf(state)
  switch (token.kind) {
    case 'not':
    case 'except': {
      state.at++
      const unwanted = readOne(state, scope)
      return isMistake(unwanted) ? unwanted : noneOf([unwanted])
    }
    case 'open':
      return readGroup(state, scope)
    case 'prefix':
      return readScoped(state, scope, token.prefix)
    case 'word':
      return readWords(state, scope)
    case 'phrase':
    case 'pattern':
      state.at++
      return counted(
        state,
        token.kind === 'phrase' ? phraseOf(token.text, scope) : patternOf(token.text, scope),
      )
    case 'and':
    case 'or':
    case 'close':
    case 'end':
      return nothingAt(state)
    default:
      return token satisfies never
  }
}

function readGroup(state: State, scope: Scope): Reading {
  state.at++
  state.depth++
  if (state.depth > DEEPEST) return { code: 'deep', most: DEEPEST }
  const filter = readExcept(state, scope)
  if (isMistake(filter)) return filter
  state.depth--
  if (takes(state, 'close')) return filter
  return { code: 'parenthesis-missing', after: endingAt(state.line, nextOf(state).start) }
}

const SCOPES: Readonly<Record<Exclude<FilterPrefix, 'titre'>, Scope['of']>> = {
  personne: 'person',
  lieu: 'place',
  editeur: 'publisher',
  rubrique: 'rubric',
  flux: 'feed',
  langue: 'language',
}

function readScoped(state: State, scope: Scope, prefix: FilterPrefix): Reading {
  const before = state.tokens[state.at - 1]
  state.at++
  if (prefix === 'titre') return readOne(state, { ...scope, where: 'title' })
  const of = SCOPES[prefix]
  const isOfTitle = of === 'person' || of === 'place'
  const isTwice = scope.of !== 'words' || (scope.where === 'title' && !isOfTitle)
  if (isTwice) return { code: 'nothing-behind', given: before === undefined ? '' : textOf(state, before) }
  return readOne(state, { ...scope, of })
}

/** Words in a row belong together: «réforme des retraites», «éditeur:Le Monde». */
function readWords(state: State, scope: Scope): Reading {
  const words: string[] = []
  for (let token = nextOf(state); token.kind === 'word'; token = nextOf(state)) {
    words.push(token.text)
    state.at++
  }
  const given = words.join(' ')
  if (scope.of !== 'words') return counted(state, nameOf(given, scope))
  const plain = plainWords(given)
  return counted(
    state,
    plain === '' ? { code: 'says-nothing', given } : { kind: 'words', words: plain, where: scope.where },
  )
}

function counted(state: State, reading: Condition | FilterMistake): Reading {
  state.conditions++
  return state.conditions > MOST_CONDITIONS ? { code: 'conditions-many', most: MOST_CONDITIONS } : reading
}

function phraseOf(text: string, scope: Scope): Condition | FilterMistake {
  if (scope.of !== 'words') return nameOf(text, scope)
  const words = plainQuoted(text)
  return words === '' ? { code: 'says-nothing', given: text } : { kind: 'phrase', words, where: scope.where }
}

function patternOf(source: string, scope: Scope): Condition | FilterMistake {
  if (scope.of !== 'words') return { code: 'pattern-as-name', given: source }
  const problem = patternProblem(source)
  if (problem !== undefined) return { code: 'pattern-wrong', given: source, problem }
  return { kind: 'pattern', source, where: scope.where }
}

function nameOf(text: string, { of, where }: Scope): Condition | FilterMistake {
  const name = plainQuoted(text)
  if (name === '') return { code: 'says-nothing', given: text }
  switch (of) {
    case 'person':
    case 'place':
      return { kind: of, name, where }
    case 'publisher':
    case 'rubric':
    case 'feed':
      return { kind: of, name }
    case 'language':
    case 'words':
      return languageCondition(name)
    default:
      return of satisfies never
  }
}

function languageCondition(given: string): Condition | FilterMistake {
  const language = LANGUAGES.get(foldWord(given))
  if (language !== undefined) return { kind: 'language', language }
  return { code: 'language-unknown', given, closest: closestWord(given, LANGUAGES.keys()) }
}

const LANGUAGES: ReadonlyMap<string, FilterLanguage> = new Map<string, FilterLanguage>([
  ...NAMED_LANGUAGES.map((code) => [code, code] as const),
  ['francais', 'fr'],
  ['anglais', 'en'],
  ['allemand', 'de'],
  ['neerlandais', 'nl'],
  ['flamand', 'nl'],
  ['espagnol', 'es'],
  ['italien', 'it'],
  ['portugais', 'pt'],
  ['catalan', 'ca'],
  ['roumain', 'ro'],
  ['etrangere', 'foreign'],
  ['autre', 'foreign'],
])

/** The operator, prefix or parenthesis that stands alone here. */
function nothingAt(state: State): FilterMistake {
  const [before, token] = [state.tokens[state.at - 1], nextOf(state)]
  if (before !== undefined) return { code: 'nothing-behind', given: textOf(state, before) }
  if (token.kind === 'close') return { code: 'parenthesis-extra', after: '' }
  return { code: 'nothing-before', given: textOf(state, token) }
}
