// The entry of an answer that meetings give, and the order of such entries.
import type { MeetingStatus } from '../french/told-meeting.ts'
import type { AnswerEntry } from './answer.ts'
import { DAY } from './calendar.ts'
import type { FoundMeeting } from './meeting.ts'

/** A meeting, and how well it fits the question, 0 to 1. */
export interface WeighedMeeting {
  readonly told: FoundMeeting
  readonly fit: number
}

/** The entry of one value out of the meetings that give it: the best one is shown, the others count as sources. */
export function entryWith(text: string, fitting: readonly WeighedMeeting[]): Omit<AnswerEntry, 'isValue'> {
  const [best] = fitting.toSorted((one, other) => weightOf(other) - weightOf(one))
  if (best === undefined) throw new Error('an answer without a meeting')
  const { fact, article } = best.told
  const same = fitting.filter(({ told }) => told.fact.status === fact.status)
  const sources = new Set(same.map(({ told }) => told.duplicateOf ?? told.article.id))
  return {
    text,
    evidence: {
      reference: { articleId: article.id, version: article.version, start: fact.start, end: fact.end },
      text: article.text.slice(fact.start, fact.end),
      article,
    },
    status: fact.status,
    mode: fact.mode,
    ...(fact.place === undefined ? {} : { place: fact.place }),
    // Of what was put off articles tell the old day and the new one alike.
    ...(fact.from === undefined || fact.status === 'postponed'
      ? {}
      : { from: fact.from, to: fact.to ?? fact.from }),
    ...(isBackground(best.told) ? { isBackground: true as const } : {}),
    confidence: Math.min(1, fact.confidence * best.fit),
    sourceCount: sources.size,
  }
}

/** What took place is worth more than what is to come, and what stands whole in one sentence most. */
export const weightOf = ({ told: { fact }, fit }: WeighedMeeting): number =>
  fact.confidence * fit + (fact.status === 'done' ? 0.3 : 0)

/** Told as an old story: so many days or more before the article. */
const BACKGROUND_DAYS = 60

function isBackground({ fact, article }: FoundMeeting): boolean {
  if (fact.to === undefined) return false
  return (article.publishedAt - Date.parse(fact.to)) / DAY >= BACKGROUND_DAYS
}

/** Whatever is recalled stands behind all that is new. */
const RECALLED = 5

/** Held before planned, recent before recalled, surer and oftener told first. */
export function byRank(one: AnswerEntry, other: AnswerEntry): number {
  return rankOf(other) - rankOf(one) || other.evidence.article.publishedAt - one.evidence.article.publishedAt
}

const statusRank = (status: MeetingStatus | undefined): number =>
  status === 'done' ? 2 : status === 'planned' || status === 'possible' ? 1 : 0

function rankOf({ status, isBackground: isOld, confidence, sourceCount }: AnswerEntry): number {
  return statusRank(status) + (isOld === true ? -RECALLED : 0) + confidence + Math.log2(sourceCount) / 4
}
