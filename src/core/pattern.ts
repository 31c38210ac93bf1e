// Regular expressions in linear time: RE2 reads them, never the engine of JavaScript, which one line can keep busy for
// years. Knows no article.
import { createRequire } from 'node:module'
import type * as Re2 from 're2js'

/** Characters of an expression, and instructions of its program: the time that it takes grows with both. */
const LONGEST_PATTERN = 300
const LARGEST_PROGRAM = 300

/**
 * No further into a text, in UTF-16 code units: 8,000 words. With the largest program the worst expression that we know,
 * `(a|b)*a(a|b){90}c`, takes half a second there; a usual one some microseconds.
 */
const MOST_READ = 50_000

/** What RE2 does not take, by what it says; the French sentences are in locale/filter.ts. */
export type PatternProblem =
  | 'parenthesis-open'
  | 'parenthesis-closed'
  | 'bracket-open'
  | 'range'
  | 'look-around'
  | 'back-reference'
  | 'repeat-what'
  | 'repeat-count'
  | 'escape'
  | 'too-large'
  | 'empty'
  | 'other'

/** Undefined when all is well. */
export function patternProblem(source: string): PatternProblem | undefined {
  const read = compile(source)
  return typeof read === 'string' ? read : undefined
}

/** Whether a text has the pattern anywhere; `^` and `$` stand for the ends of a line. One with a problem is nowhere. */
export function preparePattern(source: string): (plainText: string) => boolean {
  const read = compile(source)
  return typeof read === 'string' ? () => false : (text) => read.test(text.slice(0, MOST_READ))
}

/** Loaded with the first expression: 12 MB that most never need. */
let engine: typeof Re2 | undefined
const loadEngine = (): typeof Re2 => (engine ??= createRequire(import.meta.url)('re2js'))

function compile(source: string): Re2.RE2JS | PatternProblem {
  if (source.trim() === '') return 'empty'
  if (source.length > LONGEST_PATTERN) return 'too-large'
  const { RE2JS, RE2JSSyntaxException } = loadEngine()
  try {
    const compiled = RE2JS.compile(withoutAccents(source), RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE)
    return compiled.programSize() > LARGEST_PROGRAM ? 'too-large' : compiled
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return problemOf(error.error, error.input ?? '')
    throw error
  }
}

/** As the text that it is looked for in; capitals stay, for `\\S` is not `\\s`. */
const withoutAccents = (source: string): string =>
  source
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[œŒ]/gu, 'oe')
    .replaceAll(/[æÆ]/gu, 'ae')
    .replaceAll(/[’‘ʼ`´]/gu, "'")
    .replaceAll(/[^\S\n]/gu, ' ')

function problemOf(message: string, input: string): PatternProblem {
  if (/\(\?<?[=!]/u.test(input)) return 'look-around'
  if (/^\\[1-9k]/u.test(input)) return 'back-reference'
  return PROBLEMS.find(([said]) => message.includes(said))?.[1] ?? 'other'
}

/** By what RE2 says, https://github.com/google/re2/blob/main/re2/re2.h, `ErrorCode`. */
const PROBLEMS: readonly (readonly [said: string, problem: PatternProblem])[] = [
  ['missing closing )', 'parenthesis-open'],
  ['unexpected )', 'parenthesis-closed'],
  ['missing closing ]', 'bracket-open'],
  ['invalid character class range', 'range'],
  ['missing argument to repetition', 'repeat-what'],
  ['invalid nested repetition', 'repeat-what'],
  ['invalid repeat count', 'repeat-count'],
  ['invalid escape', 'escape'],
  ['trailing backslash', 'escape'],
  ['nests too deeply', 'too-large'],
  ['expression too large', 'too-large'],
]
