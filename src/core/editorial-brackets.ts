// What an editor adds in square brackets to sentences that are quoted: the date of «mercredi», the name behind «il».
// Never changes a word of them, and adds nothing that the article leaves open.
import { antecedentOfOpening } from '../french/antecedents.ts'
import { isHanging } from '../french/quotable.ts'
import { findShortNames } from '../french/short-names.ts'
import { findDatedDays, findRelativeDays, type RelativeDay } from '../french/relative-days.ts'
import { MONTHS } from '../french/months.ts'
import type { Span } from '../french/sentences.ts'
import { DAY, type Day, dayAt, dayOf, type Instant, USUAL_ZONE, wallClock, type Zone } from './calendar.ts'

/** Shown at `at`, an offset into the text of the article, in UTF-16 code units. */
export interface Insertion {
  readonly at: number
  /** With its brackets: `[5 octobre]`. */
  readonly text: string
}

export interface BracketedArticle {
  readonly text: string
  /** Without it no day is told. */
  readonly publishedAt?: Instant | undefined
  /** Where its text was changed later: a sentence may be of either moment. */
  readonly updatedAt?: Instant | undefined
  /** Where its readers are: what «mercredi» is told by. */
  readonly zone?: Zone | undefined
}

/** What is published before this hour was written the evening before: «hier» may be either day. */
const FIRST_HOUR = 5

/** For each of the sentences, in the order in which they are shown, what stands in brackets within it, in order. */
export function editorialBrackets(
  article: BracketedArticle,
  spans: readonly Span[],
): readonly (readonly Insertion[])[] {
  const days = dayBrackets(article, spans)
  const names = nameBrackets(article.text, spans)
  return spans.map((_, order) =>
    [...(names[order] ?? []), ...(days[order] ?? [])].toSorted((one, other) => one.at - other.at),
  )
}

/**
 * Whether a sentence that opens on «Il», «Elle», «Ce dernier» can be shown without the one before it: one person is
 * meant, whom `editorialBrackets` names, and nothing else in it hangs.
 */
export function canResolveOpening({ text }: Pick<BracketedArticle, 'text'>, span: Span): boolean {
  const antecedent = antecedentOfOpening(text, span)
  return antecedent !== undefined && !isHanging(`${antecedent.name}${text.slice(antecedent.at, span.end)}`)
}

/**
 * «Il [Sergueï Lavrov] a déclaré» where the sentence before is not shown; «M. [John] Kerry» where the full name is not,
 * as French papers complete a name that they quote. Each person once.
 */
function nameBrackets(text: string, spans: readonly Span[]): readonly (readonly Insertion[])[] {
  const told = new Set<string>()
  return spans.map((span, order) => {
    const insertions: Insertion[] = []
    const previous = spans[order - 1]
    const opening = follows(text, previous, span) ? undefined : antecedentOfOpening(text, span)
    if (opening !== undefined) {
      told.add(opening.name)
      insertions.push({ at: opening.at, text: `[${opening.name}]` })
    }
    for (const { at, given, fullName } of findShortNames(text, span)) {
      const isShown = spans
        .slice(0, order + 1)
        .some(({ start, end }) => text.slice(start, Math.min(end, at)).includes(fullName))
      if (isShown || told.has(fullName)) continue
      told.add(fullName)
      insertions.push({ at, text: `[${given}]` })
    }
    return insertions
  })
}

/** Nothing but blanks between the two: the reader has just read who is meant. */
function follows(text: string, previous: Span | undefined, { start }: Span): boolean {
  return previous !== undefined && previous.end <= start && text.slice(previous.end, start).trim() === ''
}

/** A day is dated once in a brief, and not where a sentence before has its date. */
function dayBrackets(
  { text, publishedAt, updatedAt = publishedAt, zone = USUAL_ZONE }: BracketedArticle,
  spans: readonly Span[],
): readonly (readonly Insertion[])[] {
  if (publishedAt === undefined || updatedAt === undefined) return []
  const clock = wallClock(publishedAt, zone)
  const published = dayAt(clock)
  const updated = updatedAt === publishedAt ? published : dayOf(updatedAt, zone)
  const isEarly = clock.hour < FIRST_HOUR
  const told = new Set<number>()
  return spans.map((span) => {
    const insertions: Insertion[] = []
    const dated = findDatedDays(text, span, published)
    for (const { end, daysAway, kind } of certainDays(text, span, published, updated)) {
      if ((isEarly && kind === 'named') || told.has(daysAway)) continue
      told.add(daysAway)
      if (dated.some((day) => day.daysAway === daysAway)) continue
      insertions.push({ at: end, text: `[${dateOf(published, daysAway)}]` })
    }
    for (const { daysAway } of dated) told.add(daysAway)
    return insertions
  })
}

/** Those that are the same day whether a sentence was written when its article was published or when it was changed. */
function certainDays(text: string, span: Span, published: Day, updated: Day): readonly RelativeDay[] {
  const days = findRelativeDays(text, span, published)
  if (updated === published || days.length === 0) return days
  const later = (Date.parse(updated) - Date.parse(published)) / DAY
  const others = findRelativeDays(text, span, updated)
  return days.filter(({ start, daysAway }) =>
    others.some((other) => other.start === start && other.daysAway + later === daysAway),
  )
}

/** «5 octobre», «1er janvier 2017» where the year is another one. */
function dateOf(published: Day, daysAway: number): string {
  const date = new Date(Date.parse(published) + daysAway * DAY)
  const day = date.getUTCDate() === 1 ? '1er' : String(date.getUTCDate())
  const year = date.getUTCFullYear()
  const month = MONTHS[date.getUTCMonth()] ?? ''
  return `${day} ${month}${published.startsWith(String(year)) ? '' : ` ${year}`}`
}
