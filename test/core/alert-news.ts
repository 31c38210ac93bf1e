// Articles and alerts for the tests of alerts: who published what, when it was seen. Tests nothing itself.
import type { Alert } from '../../src/core/alert.ts'
import type { Instant } from '../../src/core/calendar.ts'
import type { PlacedArticle } from '../../src/core/importance.ts'

/** A Tuesday in winter, by the clock of Paris. */
export function clock(time: string, day = '2026-03-17'): Instant {
  return Date.parse(`${day}T${time}:00+01:00`)
}

export interface TestNews {
  readonly publisher: string
  readonly at: Instant
  /** By default `at`. */
  readonly publishedAt?: Instant
  readonly story?: string
  readonly duplicateOf?: string
  readonly feedId?: string
  readonly isUndated?: true
  readonly id?: string
  readonly text?: string
  readonly title?: string
}

let count = 0

export function news({
  publisher,
  at,
  publishedAt = at,
  story = 'pont',
  duplicateOf,
  feedId = publisher,
  isUndated,
  id = `${story}-${publisher}-${(count += 1)}`,
  text = 'Le pont de Vernay est fermé depuis ce matin, dit la préfecture.',
  title = 'Le pont de Vernay est fermé',
}: TestNews): PlacedArticle {
  return {
    id,
    feedId,
    publisher,
    rubric: '',
    url: `https://${encodeURIComponent(publisher)}.example/${id}`,
    version: 1,
    title,
    lead: '',
    text,
    publishedAt,
    firstSeenAt: at,
    ...(isUndated === undefined ? {} : { isUndated }),
    placement: { articleId: id, storyId: story, ...(duplicateOf === undefined ? {} : { duplicateOf }) },
    appearances: [],
  }
}

/** Three publishers in an hour, day and night. */
export function testAlert(more: Partial<Alert> = {}): Alert {
  return {
    name: 'une',
    title: 'Tous les sujets',
    channel: 'slack:C1',
    watch: { kind: 'any' },
    feeds: [],
    rubrics: [],
    publishers: 3,
    minutes: 60,
    coolDownHours: 6,
    mostADay: 5,
    zone: 'Europe/Paris',
    ...more,
  }
}
