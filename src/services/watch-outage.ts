// Remembers who answered of late, so that our own outage counts against no feed. Lives as long as the program; tells nobody.
import type { Instant } from '../core/calendar.ts'
import { troubleOf } from '../core/feed-trouble.ts'
import type { Failure } from '../core/failures.ts'
import type { Feed, FeedState } from '../core/feed.ts'
import { NO_ATTEMPTS, ownOutageSince, withAnswer, withoutAnswer } from '../core/own-outage.ts'
import { webSite } from '../core/web-site.ts'

export interface OutageWatch {
  /** Somebody answered: our way out is open, and what failed before has failed by itself. */
  noteAnswer(at: Instant): void
  /** `state` is as it was before the attempt, which began at `askedAt`. */
  noteSilence(feed: Feed, state: FeedState, askedAt: Instant, at: Instant): void
  /** Since when our own way out seems to be down; undefined while it does not. */
  since(): Instant | undefined
  /** 0 before the first. */
  lastAnswerAt(): Instant
  /** What is to be put back once it turns out that it was us: states before a failure that was counted since the last answer. */
  takeCounted(): readonly FeedState[]
  noteCounted(state: FeedState): void
}

export function createOutageWatch(): OutageWatch {
  let attempts = NO_ATTEMPTS
  const counted: FeedState[] = []
  return {
    noteAnswer: (at) => {
      attempts = withAnswer(at)
      counted.length = 0
    },
    noteSilence: ({ url }, { failureCount }, askedAt, at) => {
      attempts = withoutAnswer(attempts, webSite(url).host, { askedAt, at, wasWell: failureCount === 0 })
    },
    since: () => ownOutageSince(attempts),
    lastAnswerAt: () => attempts.lastAnswerAt,
    noteCounted: (state) => counted.push(state),
    takeCounted: () => counted.splice(0),
  }
}

/** Whether the attempt never came as far as the site. */
export function isUnreached(failure: Failure): boolean {
  return troubleOf(failure) === 'unreached'
}

/** Only a site can say these; what was kept of it, a plea for rest or its robots.txt, may be said again without asking. */
const BAD_ANSWERS: ReadonlySet<Failure['code']> = new Set([
  'feed-empty',
  'feed-is-html',
  'feed-unreadable',
  'fetch-damaged',
  'fetch-too-large',
])

/** Whether a site answered, though badly: our way out is open. */
export function provesAnswer(failure: Failure): boolean {
  if (failure.code === 'fetch-status') return failure.retryAt === undefined
  return BAD_ANSWERS.has(failure.code)
}
