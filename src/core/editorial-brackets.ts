// What an editor adds in square brackets to sentences that are quoted: the date of «mercredi», the name behind «il».
// Never changes a word of them, and adds nothing that the article leaves open.
import { findDatedDays, findRelativeDays } from '../french/relative-days.ts'
import { MONTHS } from '../french/months.ts'
import type { Span } from '../french/sentences.ts'
import { DAY, dayOf, type Day, type Instant, wallClock, type Zone } from './calendar.ts'

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
  /** Where its readers are: what «mercredi» is told by. */
  readonly zone?: Zone | undefined
}

/** Most French-speaking papers are written by this clock or one an hour away. */
const USUAL_ZONE: Zone = 'Europe/Paris'

/** What is published before this hour was written the evening before: «hier» may be either day. */
const FIRST_HOUR = 5

/** For each of the sentences, in the order in which they are shown, what stands in brackets within it, in order. */
export function editorialBrackets(
  article: BracketedArticle,
  spans: readonly Span[],
): readonly (readonly Insertion[])[] {
  const days = dayBrackets(article, spans)
  return spans.map((_, order) => days[order] ?? [])
}

/** A day is dated once in a brief, and not where a sentence before has its date. */
function dayBrackets(
  { text, publishedAt, zone = USUAL_ZONE }: BracketedArticle,
  spans: readonly Span[],
): readonly (readonly Insertion[])[] {
  if (publishedAt === undefined) return []
  const published = dayOf(publishedAt, zone)
  const isEarly = wallClock(publishedAt, zone).hour < FIRST_HOUR
  const told = new Set<number>()
  return spans.map((span) => {
    const insertions: Insertion[] = []
    const dated = findDatedDays(text, span, published)
    for (const { end, daysAway, kind } of findRelativeDays(text, span, published)) {
      if ((isEarly && kind === 'named') || told.has(daysAway)) continue
      told.add(daysAway)
      if (dated.some((day) => day.daysAway === daysAway)) continue
      insertions.push({ at: end, text: `[${dateOf(published, daysAway)}]` })
    }
    for (const { daysAway } of dated) told.add(daysAway)
    return insertions
  })
}

/** «5 octobre», «1er janvier 2017» where the year is another one. */
function dateOf(published: Day, daysAway: number): string {
  const date = new Date(Date.parse(published) + daysAway * DAY)
  const day = date.getUTCDate() === 1 ? '1er' : String(date.getUTCDate())
  const year = date.getUTCFullYear()
  const month = MONTHS[date.getUTCMonth()] ?? ''
  return `${day} ${month}${published.startsWith(String(year)) ? '' : ` ${year}`}`
}
