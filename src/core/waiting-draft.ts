// A draft between its feed and the articles: what is still to be read of it, and when its turn comes. Reads nothing.
import { type ArticleDraft, NO_DATE_UNTIL } from './article.ts'
import { DAY, type Instant } from './calendar.ts'
import { shortKey } from './short-key.ts'

/**
 * Beyond this age nobody waits for an article: its page is not asked for, and it is read after all that is recent. A
 * feed that comes with its whole archive must flood nobody.
 */
const RECENT: Instant = 3 * DAY

export interface WaitingDraft {
  /** 22 characters; the same draft has the same one. */
  readonly id: string
  readonly draft: ArticleDraft
  readonly waitingSince: Instant
  /** Whether its text stands on its page. */
  readonly wantsPage: boolean
  /** `recent` is read before `old`; what our own readers stumbled over waits for the next start. */
  readonly turn: Turn
}

export type Turn = 'recent' | 'old' | 'unreadable'

export function waitingDraft(draft: ArticleDraft, wantsPage: boolean, now: Instant): WaitingDraft {
  return {
    id: shortKey(JSON.stringify(draft)),
    draft,
    waitingSince: now,
    wantsPage,
    turn: draft.isArchive !== true && isRecent(draft.publishedAt, now) ? 'recent' : 'old',
  }
}

/** What has no date may be of this minute. */
export function isRecent(publishedAt: Instant | undefined, now: Instant): boolean {
  return publishedAt === undefined || publishedAt <= NO_DATE_UNTIL || now - publishedAt < RECENT
}
