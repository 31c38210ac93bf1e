// The words and signs of a filter as people type it: «Lavrov OU "cessez-le-feu" SAUF /foot(ball)?/». Knows no grammar.
import { closestWord, foldWord } from './closest.ts'

export type FilterToken = {
  /** Where it stands in the line, in UTF-16 code units. */
  readonly start: number
  readonly end: number
} & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'except' | 'not' | 'end' }
  | { readonly kind: 'prefix'; readonly prefix: FilterPrefix }
  | { readonly kind: 'word' | 'phrase' | 'pattern'; readonly text: string }
)

/** What stands before a colon, without accents. */
export type FilterPrefix = 'titre' | 'personne' | 'lieu' | 'editeur' | 'rubrique' | 'flux' | 'langue'

/** `after` is the end of what was read before. */
export type TokenMistake =
  /** `given` is what begins with the mark that is not closed. */
  | { readonly code: 'quote-open'; readonly given: string }
  | { readonly code: 'pattern-open'; readonly given: string }
  | { readonly code: 'comma'; readonly after: string }
  | { readonly code: 'sign'; readonly given: string }
  | { readonly code: 'star'; readonly given: string }
  | { readonly code: 'prefix-unknown'; readonly given: string; readonly closest?: string | undefined }

const PREFIXES: ReadonlyMap<string, FilterPrefix> = new Map<string, FilterPrefix>([
  ['titre', 'titre'],
  ['personne', 'personne'],
  ['qui', 'personne'],
  ['lieu', 'lieu'],
  ['ville', 'lieu'],
  ['pays', 'lieu'],
  ['editeur', 'editeur'],
  ['source', 'editeur'],
  ['media', 'editeur'],
  ['journal', 'editeur'],
  ['rubrique', 'rubrique'],
  ['flux', 'flux'],
  ['langue', 'langue'],
])

/** In any letters. */
const OPERATORS: ReadonlyMap<string, 'and' | 'or' | 'except' | 'not'> = new Map([
  ['et', 'and'],
  ['ou', 'or'],
  ['sauf', 'except'],
  ['non', 'not'],
])

/** In capitals alone: «or» and «sans» are words too. */
const LOUD_OPERATORS: ReadonlyMap<string, 'and' | 'or' | 'except' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
  ['SANS', 'except'],
  ['PAS', 'not'],
])

export function operatorOf(word: string): 'and' | 'or' | 'except' | 'not' | undefined {
  return OPERATORS.get(foldWord(word)) ?? LOUD_OPERATORS.get(word)
}

/** All marks that open or close a phrase: keyboards put “ ” for straight ones, or « » for both. */
export const QUOTES = '"“”„«»'
const closing = (mark: string): RegExp => (mark === '«' || mark === '»' ? /[«»]/u : /["“”„]/u)

/** What ends a word. */
const WORD = new RegExp(String.raw`[^\s()${QUOTES},;:]+`, 'uy')

/** A last token of the kind `end` closes the list. */
export function readFilterTokens(line: string): readonly FilterToken[] | TokenMistake {
  const tokens: FilterToken[] = []
  for (let at = 0; at < line.length;) {
    const blank = /^\s+/u.exec(line.slice(at))?.[0].length ?? 0
    at += blank
    if (at >= line.length) break
    const token = tokenAt(line, at)
    if ('code' in token) return token
    tokens.push(token)
    at = token.end
  }
  return [...tokens, { kind: 'end', start: line.length, end: line.length }]
}

function tokenAt(line: string, start: number): FilterToken | TokenMistake {
  const sign = line.charAt(start)
  const end = start + 1
  if (sign === '(') return { kind: 'open', start, end }
  if (sign === ')') return { kind: 'close', start, end }
  if (QUOTES.includes(sign)) return phraseAt(line, start)
  if (sign === '/') return patternAt(line, start)
  if (sign === ',' || sign === ';') return { code: 'comma', after: endingAt(line, start) }
  // «-sport», as search engines take it.
  if (/^[-−][\p{L}\p{N}(/"“„«]/u.test(line.slice(start, start + 2))) return { kind: 'not', start, end }
  return wordAt(line, start)
}

function phraseAt(line: string, start: number): FilterToken | TokenMistake {
  const length = line.slice(start + 1).search(closing(line.charAt(start)))
  if (length < 0) return { code: 'quote-open', given: beginningAt(line, start) }
  const end = start + 1 + length
  return { kind: 'phrase', text: line.slice(start + 1, end).trim(), start, end: end + 1 }
}

/** `\\/` is a slash of the pattern itself. Letters behind it, as in `/…/i`, say what is so in any case. */
function patternAt(line: string, start: number): FilterToken | TokenMistake {
  const read = /^\/((?:[^/\\]|\\.)*)\/(?:[iu]+(?![\p{L}\p{N}]))?/su.exec(line.slice(start))
  if (read === null) return { code: 'pattern-open', given: beginningAt(line, start) }
  return { kind: 'pattern', text: read[1] ?? '', start, end: start + read[0].length }
}

function wordAt(line: string, start: number): FilterToken | TokenMistake {
  WORD.lastIndex = start
  const text = WORD.exec(line)?.[0] ?? ''
  if (text === '') return { code: 'sign', given: line.charAt(start) }
  const end = start + text.length
  // «personne : Macron», as French sets a colon.
  const colon = /^\s*:/u.exec(line.slice(end))?.[0].length ?? 0
  const prefix = colon === 0 ? undefined : PREFIXES.get(foldWord(text))
  if (prefix !== undefined) return { kind: 'prefix', prefix, start, end: end + colon }
  if (colon === 1 && /^\p{L}+$/u.test(text))
    return { code: 'prefix-unknown', given: text, closest: closestWord(text, PREFIXES.keys()) }
  const clock = /^\d+$/u.test(text) ? /^:\d+/u.exec(line.slice(end))?.[0] : undefined
  if (clock !== undefined) return { kind: 'word', text: text + clock, start, end: end + clock.length }
  const operator = operatorOf(text)
  if (operator !== undefined) return { kind: operator, start, end }
  if (/\p{L}.*\*/u.test(text)) return { code: 'star', given: text }
  return /[\p{L}\p{N}]/u.test(text) ? { kind: 'word', text, start, end } : { code: 'sign', given: text }
}

/** Characters told of what stands around a mistake. */
const TOLD_AROUND = 24

/** The end of what stands before, from a whole word on. */
export function endingAt(line: string, at: number): string {
  const before = line.slice(0, at).trimEnd()
  if (before.length <= TOLD_AROUND) return before
  const end = before.slice(-TOLD_AROUND)
  return `…${end.slice(Math.max(0, end.search(/(?<=\s)\S/u)))}`
}

function beginningAt(line: string, at: number): string {
  return line.length - at <= TOLD_AROUND ? line.slice(at) : `${line.slice(at, at + TOLD_AROUND).trimEnd()}…`
}
