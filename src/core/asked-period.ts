// The period that a question names, «en août», «depuis lundi», as days. Knows no clock: the day of asking is given.
import { findDates } from '../french/dates.ts'
import type { QuestionWord } from '../french/question-line.ts'
import type { Day } from './calendar.ts'

export interface AskedPeriod {
  /** First and last day, both included; one of them open in «avant mai», «depuis lundi». */
  readonly from?: Day
  readonly to?: Day
}

const SINCE = new Set(['depuis', 'apres', 'des'])
const UNTIL = new Set(['avant', 'jusqu', 'jusque'])
/** They belong to the expression behind them. */
const BEFORE = new Set(
  'en au a le la les l ce cette du de depuis apres des avant jusqu jusque pendant durant lors d entre et'.split(
    ' ',
  ),
)

/** The period and its words; undefined without a day of asking and for a question that names none. */
export function periodOf(
  text: string,
  words: readonly QuestionWord[],
  on: Day | undefined,
): { readonly period: AskedPeriod; readonly words: readonly QuestionWord[] } | undefined {
  const found = on === undefined ? [] : findDates(text, on)
  const [first] = found
  const last = found.at(-1)
  if (first === undefined || last === undefined) return undefined
  const isInside = ({ start, end }: QuestionWord): boolean =>
    found.some((date) => date.start < end && start < date.end)
  let at = words.findIndex(isInside)
  if (at < 0) return undefined
  const taken = words.filter(isInside)
  const kept: QuestionWord[] = []
  while (at > 0 && BEFORE.has(words[at - 1]?.key ?? '')) {
    const word = words[--at]
    if (word !== undefined) kept.push(word)
  }
  const has = (some: ReadonlySet<string>): boolean => kept.some(({ key }) => some.has(key))
  const period = has(SINCE)
    ? { from: first.from }
    : has(UNTIL)
      ? { to: last.to }
      : { from: first.from, to: last.to }
  return { period, words: [...kept, ...taken] }
}
