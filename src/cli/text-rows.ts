// The rows of the verbs that read texts alone, checked by hand: these verbs start too often to load zod each time.
// Reads no file and no stream.
import { dayOf, type Day, USUAL_ZONE } from '../core/calendar.ts'
import { readInstant } from './instants.ts'
import type { RowSchema } from './jsonl.ts'

export const TEXT: RowSchema<{ readonly text: string }> = {
  safeParse(value) {
    const { text } = fieldsOf(value)
    return typeof text === 'string' ? { success: true, data: { text } } : invalid('text')
  },
}

/** A text and the day on which it came out: without it «mardi» is any Tuesday. */
export const DATED_TEXT: RowSchema<{ readonly text: string; readonly day: Day }> = {
  safeParse(value) {
    const { text, date } = fieldsOf(value)
    if (typeof text !== 'string') return invalid('text')
    const instant = typeof date === 'string' ? readInstant(date) : undefined
    if (instant === undefined) return invalid('date')
    return { success: true, data: { text, day: dayOf(instant, USUAL_ZONE) } }
  },
}

/** A text whose day may be unknown: then no day in it is told, and presents tell what was. */
export const MAYBE_DATED_TEXT: RowSchema<{
  readonly text: string
  readonly title: string
  readonly day: Day | undefined
}> = {
  safeParse(value) {
    const { text, title, date } = fieldsOf(value)
    if (typeof text !== 'string') return invalid('text')
    if (!isMaybeText(title)) return invalid('title')
    if (!isMaybeText(date)) return invalid('date')
    const instant = readInstant(date ?? '')
    const day = instant === undefined ? undefined : dayOf(instant, USUAL_ZONE)
    return { success: true, data: { text, title: title ?? '', day } }
  },
}

export interface ArticleRow {
  readonly text: string
  /** These are '' when the line has none, or null: programs write both. */
  readonly title: string
  readonly lead: string
  readonly date: string
}

export const ARTICLE: RowSchema<ArticleRow> = {
  safeParse(value) {
    const { text, title, lead, date } = fieldsOf(value)
    if (typeof text !== 'string') return invalid('text')
    if (!isMaybeText(title)) return invalid('title')
    if (!isMaybeText(lead)) return invalid('lead')
    if (!isMaybeText(date)) return invalid('date')
    return { success: true, data: { text, title: title ?? '', lead: lead ?? '', date: date ?? '' } }
  },
}

/** What a filter may ask about; a program that knows less leaves the rest out. */
export const FILTERED_TEXT: RowSchema<
  Readonly<Record<'title' | 'lead' | 'text' | 'publisher' | 'rubric', string>>
> = {
  safeParse(value) {
    const { title, lead, text, publisher, rubric } = fieldsOf(value)
    if (typeof text !== 'string') return invalid('text')
    if (!isMaybeText(title)) return invalid('title')
    if (!isMaybeText(lead)) return invalid('lead')
    if (!isMaybeText(publisher)) return invalid('publisher')
    if (!isMaybeText(rubric)) return invalid('rubric')
    const data = {
      title: title ?? '',
      lead: lead ?? '',
      publisher: publisher ?? '',
      rubric: rubric ?? '',
      text,
    }
    return { success: true, data }
  },
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' ? { ...value } : {}
}

const isMaybeText = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' || value === null || value === undefined

const invalid = (field: string) => ({ success: false, error: { issues: [{ path: [field] }] } }) as const
