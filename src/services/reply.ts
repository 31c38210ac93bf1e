// Answers a question out of the index. Orders search and core about, decides nothing about language.
import { type Answer, chooseEvidence } from '../core/answer.ts'
import type { Instant } from '../core/calendar.ts'
import { readQuestion } from '../core/question.ts'
import type { Storage } from '../ports.ts'

/** Sentences weighed for one question: enough for the best ten after folding to one an article. */
const CANDIDATES = 200

export interface Reply {
  readonly answer: Answer
  /** Since when articles are kept: what «nothing found» covers. Undefined in an empty database. */
  readonly knownSince: Instant | undefined
}

/** At most `limit` sentences, one an article, best first; with `feedIds`, of what these feeds had. */
export async function reply(
  storage: Storage,
  text: string,
  limit: number,
  feedIds?: ReadonlySet<string>,
): Promise<Reply> {
  const question = readQuestion(text)
  const [found, frequencies, knownSince] = [
    await storage.search.find(question.stems, CANDIDATES, feedIds),
    await storage.search.frequencies(question.stems),
    await storage.articles.oldestSeenAt(),
  ]
  return { answer: chooseEvidence(question, found, frequencies, limit), knownSince }
}
