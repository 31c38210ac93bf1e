// Answers a question out of the index. Orders search and core about, decides nothing about language.
import type { Answer } from '../core/answer.ts'
import { dayOf, type Instant, USUAL_ZONE, type Zone } from '../core/calendar.ts'
import { chooseAnswer, searchStems } from '../core/choose-answer.ts'
import { readQuestion } from '../core/question.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { answerMeeting } from './answer-meetings.ts'
import { unquotedPublishers } from './visible-feeds.ts'

/** Sentences weighed for one question: enough for the best ten after folding to one an article. */
const CANDIDATES = 200

/** Whose feeds answer; undefined stands for all of them, and for the file. */
export interface AskedIn {
  readonly feedIds?: ReadonlySet<string>
  readonly workspaceId?: WorkspaceId
  /** The instant of asking: «cette semaine» is the week of it. Without it no period is read. */
  readonly now?: Instant
  readonly zone?: Zone
}

export interface Reply {
  readonly answer: Answer
  /** Since when articles are kept: what «nothing found» covers. Undefined in an empty database. */
  readonly knownSince: Instant | undefined
}

/**
 * At most `limit` answers, each once, best first; with `feedIds`, of what these feeds had. None of a publisher that is
 * not quoted, or that reserves it.
 */
export async function reply(
  storage: Storage,
  text: string,
  limit: number,
  where: AskedIn = {},
): Promise<Reply> {
  const { feedIds, workspaceId, now, zone = USUAL_ZONE } = where
  const question = readQuestion(text, now === undefined ? undefined : dayOf(now, zone))
  const knownSince = await storage.articles.oldestSeenAt()
  const { asked } = question
  if (asked.kind === 'met' || asked.kind === 'did-meet') {
    const answer = await answerMeeting(storage, asked, where)
    if (answer !== undefined) return { answer, knownSince }
  }
  const stems = searchStems(question)
  const found = await storage.search.find(stems, CANDIDATES, feedIds)
  const frequencies = await storage.search.frequencies(stems)
  const unquoted = await unquotedPublishers(storage, workspaceId)
  const quotable = found.filter(
    ({ article }) => article.isReserved !== true && !unquoted.has(article.publisher),
  )
  return { answer: chooseAnswer({ question, found: quotable, frequencies, limit, zone }), knownSince }
}
