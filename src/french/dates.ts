// The time expressions of a text with the days that they mean, by the day of publication and the tense around them.
// Where they stand is found in time-expressions; which days a name covers, in day-ranges.
import { tenseAt } from './clause-tense.ts'
import { plainWords } from './date-words.ts'
import type { DateSetting, Named } from './date-readers.ts'
import { DATE_RULES } from './date-rules.ts'
import { dayNumber, dayOfText, type DayRange, dayText } from './day-ranges.ts'
import { type Span, splitSentences } from './sentences.ts'
import { findTimeExpressions } from './time-expressions.ts'
import { WEEKDAYS } from './weekdays.ts'

export interface DatedExpression extends Span {
  /** First and last day, both included, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
}

/**
 * The expressions of a text whose days can be told, in order. `published` is the day of publication, `YYYY-MM-DD`;
 * without it nothing is found: even a date may lack its year.
 */
export function findDates(text: string, published: string): readonly DatedExpression[] {
  const publishedOn = dayOfText(published)
  if (publishedOn === undefined) return []
  const found: DatedExpression[] = []
  let last: Named | undefined
  let lastEnd = 0
  for (const { span, sentence } of inSentences(text)) {
    const isNearLast = span.start - lastEnd <= NEAR
    const named = resolve(text, span, sentence, { published: publishedOn, last, isNearLast })
    if (named === undefined || !isTold(named.range)) continue
    if (named.isAnchor) [last, lastEnd] = [named, span.end]
    found.push({ ...span, from: dayText(named.range.first), to: dayText(named.range.last) })
  }
  return found
}

/** Each expression with the sentence around it: the tense is that of a clause. */
function inSentences(text: string): readonly { readonly span: Span; readonly sentence: Span }[] {
  const sentences = splitSentences(text)
  let at = 0
  return joined(text, findTimeExpressions(text))
    .flatMap((span) => apart(text, span))
    .map((span) => {
      while (at + 1 < sentences.length && (sentences[at]?.end ?? 0) <= span.start) at++
      return { span, sentence: sentences[at] ?? { start: 0, end: text.length } }
    })
}

function resolve(
  text: string,
  span: Span,
  sentence: Span,
  known: Pick<DateSetting, 'published' | 'last' | 'isNearLast'>,
): Named | undefined {
  const words = plainWords(text.slice(span.start, span.end))
  const setting: DateSetting = {
    ...known,
    before: plainWords(text.slice(Math.max(0, span.start - LOOKED_AROUND), span.start)),
    behind: plainWords(text.slice(span.end, span.end + LOOKED_AROUND)),
    tense: () =>
      tenseAt(
        text.slice(sentence.start, sentence.end),
        span.start - sentence.start,
        span.end - sentence.start,
      ),
  }
  for (const { pattern, read } of DATE_RULES) {
    const match = pattern.exec(words)
    if (match === null) continue
    const named = read(match.groups ?? {}, setting)
    if (named !== undefined) return named
  }
  return undefined
}

/** «18h samedi» is one. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const before = whole.at(-1)
    const isOne =
      before !== undefined &&
      span.start === before.end + 1 &&
      CLOCK.test(text.slice(before.start, before.end)) &&
      WEEKDAY_AHEAD.test(text.slice(span.start, span.end))
    if (isOne) whole.splice(-1, 1, { start: before.start, end: span.end })
    else whole.push(span)
  }
  return whole
}
const CLOCK = /^(?:\d{1,2}[ \u00A0]?h(?:\d\d)?|midi|minuit)$/iu
const WEEKDAY_AHEAD = new RegExp(`^(?:${WEEKDAYS.join('|')})(?!\\p{L})`, 'iu')

/** «dimanche et mardi prochain» are two. */
function apart(text: string, span: Span): readonly Span[] {
  const second = TWO_WEEKDAYS.exec(text.slice(span.start, span.end))
  if (second === null) return [span]
  const [{ length: whole }, first = ''] = second
  return [
    { start: span.start, end: span.start + first.length },
    { start: span.start + whole, end: span.end },
  ]
}
const TWO_WEEKDAYS = new RegExp(
  `^((?:ce[ \\u00A0])?(?:${WEEKDAYS.join('|')}))[ \\u00A0]et[ \\u00A0](?=(?:${WEEKDAYS.join('|')})(?!\\p{L}))`,
  'iu',
)

/** «il y a 300 000 ans» is before all calendars. */
const isTold = ({ first, last }: DayRange): boolean => first >= FIRST_DAY && last <= LAST_DAY
const [FIRST_DAY, LAST_DAY] = [dayNumber(1, 0, 1), dayNumber(9999, 11, 31)]

/** Characters between a date with its year and one that is of the same year: a sentence or two. */
const NEAR = 250

/** Characters on either side that tell how an expression is meant. */
const LOOKED_AROUND = 30
