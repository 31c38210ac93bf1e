// How much of the program one workspace may use. Counts nothing itself, and limits neither the file nor the command line.
import type { ChangeSubject } from './change.ts'
import { type Day, dayOf, type Instant, MINUTE, type Zone } from './calendar.ts'
import type { ChatRequest } from './request.ts'

export interface Quotas {
  /** Followed at once, suspended ones included. */
  readonly feeds: number
  readonly questionsAMinute: number
  /** Of all digests that were set up in the chat, people's own included. */
  readonly editionsADay: number
}

/**
 * Ours: what nobody reaches who means well. A list from another reader has some hundred feeds, a newsroom of fifty asks
 * ten questions in its busiest minute, and a hundred channels with five editions a day are five hundred.
 */
export const DEFAULT_QUOTAS: Quotas = { feeds: 2000, questionsAMinute: 60, editionsADay: 500 }

/** A stretch of time in which uses are counted. */
export interface QuotaPeriod {
  readonly kind: 'question' | 'edition'
  /** Names the stretch: a minute, or a day as the workspace counts it. */
  readonly name: string
  /** After this it may be forgotten. */
  readonly expiresAt: Instant
}

/** From one full minute to the next, whatever the zone. */
export function questionPeriod(now: Instant): QuotaPeriod {
  const endsAt = endOfMinute(now)
  return { kind: 'question', name: String(endsAt), expiresAt: endsAt }
}

/** Two days of 25 hours, and no day is forgotten before it ends. */
const DAY_KEPT: Instant = 50 * 60 * MINUTE

export function editionPeriod(now: Instant, zone: Zone): QuotaPeriod {
  const day: Day = dayOf(now, zone)
  return { kind: 'edition', name: day, expiresAt: now + DAY_KEPT }
}

/** Whole seconds until questions are answered again, at least one. */
export function secondsToNextMinute(now: Instant): number {
  return Math.max(1, Math.ceil((endOfMinute(now) - now) / 1000))
}

function endOfMinute(now: Instant): Instant {
  return (Math.floor(now / MINUTE) + 1) * MINUTE
}

/** What makes the program look through the articles. */
export function isQuestion(request: ChatRequest): boolean {
  switch (request.kind) {
    case 'command':
      return ASKING.has(request.command)
    case 'mention':
      return request.text.trim() !== ''
    case 'submission':
      return request.form === 'question'
    case 'press':
    case 'suggestion':
    case 'home':
    case 'joined':
    case 'left':
      return false
    default:
      return request satisfies never
  }
}

const ASKING = new Set<unknown>(['qui', 'quand', 'ou', 'combien', 'question', 'fiche', 'rencontres', 'revue'])

/** How many feeds more a change brings; 0 for one that brings none. */
export function feedsBrought(subject: ChangeSubject): number {
  if (subject.kind === 'following') return subject.before === undefined && subject.after !== undefined ? 1 : 0
  if (subject.kind !== 'followings') return 0
  return Math.max(0, (subject.after?.length ?? 0) - (subject.before?.length ?? 0))
}
