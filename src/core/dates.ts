// The time expressions of a text, with their days. How French tells them is in french; nobody outside asks it directly.
import { type DatedExpression, findDates } from '../french/dates.ts'
import { type Day } from './calendar.ts'

/** In order, none overlapping; of a text published on this day. */
export function datesOf(text: string, published: Day): readonly DatedExpression[] {
  return findDates(text, published)
}
