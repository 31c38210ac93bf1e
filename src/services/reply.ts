// Answers a question out of the index. Orders search and core about, decides nothing about language.
import { type Answer, chooseEvidence } from '../core/answer.ts'
import type { Instant } from '../core/calendar.ts'
import { readQuestion } from '../core/question.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { unquotedPublishers } from './visible-feeds.ts'

/** Sentences weighed for one question: enough for the best ten after folding to one an article. */
const CANDIDATES = 200

/** Whose feeds answer; undefined stands for all of them, and for the file. */
interface AskedIn {
  readonly feedIds?: ReadonlySet<string>
  readonly workspaceId?: WorkspaceId
}

export interface Reply {
  readonly answer: Answer
  /** Since when articles are kept: what «nothing found» covers. Undefined in an empty database. */
  readonly knownSince: Instant | undefined
}

/**
 * At most `limit` sentences, one an article, best first; with `feedIds`, of what these feeds had. None of a publisher
 * that is not quoted, or that reserves it.
 */
export async function reply(
  storage: Storage,
  text: string,
  limit: number,
  { feedIds, workspaceId }: AskedIn = {},
): Promise<Reply> {
  const question = readQuestion(text)
  const [found, frequencies, knownSince] = [
    await storage.search.find(question.stems, CANDIDATES, feedIds),
    await storage.search.frequencies(question.stems),
    await storage.articles.oldestSeenAt(),
  ]
  const unquoted = await unquotedPublishers(storage, workspaceId)
  const quotable = found.filter(
    ({ article }) => article.isReserved !== true && !unquoted.has(article.publisher),
  )
  return { answer: chooseEvidence(question, quotable, frequencies, limit), knownSince }
}
