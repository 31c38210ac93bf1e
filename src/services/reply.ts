// Answers a question out of the index. Orders search and core about, decides nothing about language.
import type { Answer } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { Asked } from '../core/asked.ts'
import { dayOf, type Instant, USUAL_ZONE, type Zone } from '../core/calendar.ts'
import { chooseAnswer, searchStems } from '../core/choose-answer.ts'
import { readQuestion } from '../core/question.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { answerMeeting } from './answer-meetings.ts'
import { unquotedPublishers } from './visible-feeds.ts'

/**
 * Sentences weighed for one question: enough for many pages of answers after folding to one an article. With 200 no judged
 * question was answered otherwise, nor with 50, and in a million articles reading them took a fifth longer.
 */
const CANDIDATES = 100

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
  const unquoted = await unquotedPublishers(storage, workspaceId)
  const canQuote = ({ article }: { readonly article: Article }): boolean =>
    article.isReserved !== true && !unquoted.has(article.publisher)
  const met = await answerMeeting(storage, question.asked, { ...where, canQuote })
  if (met !== undefined && (met.kind !== 'nothing' || isOfMeetingsAlone(question.asked)))
    return {
      answer: met.kind === 'found' ? { ...met, answers: met.answers.slice(0, limit) } : met,
      knownSince,
    }
  const stems = searchStems(question)
  const found = await storage.search.find(stems, CANDIDATES, feedIds)
  const frequencies = await storage.search.frequencies(stems)
  const quotable = found.filter(canQuote)
  return { answer: chooseAnswer({ question, found: quotable, frequencies, limit, zone }), knownSince }
}

/** Where and when may be told by a sentence that tells no meeting. */
const isOfMeetingsAlone = ({ kind }: Asked): boolean => kind === 'met' || kind === 'did-meet'
