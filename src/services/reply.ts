// Answers a question out of the index. Orders search and core about, decides nothing about language.
import { chooseEvidence, type Answer } from '../core/answer.ts'
import type { Instant } from '../core/calendar.ts'
import { readQuestion } from '../core/question.ts'
import type { Block } from '../core/message.ts'
import { answerBlocks } from '../locale/answer.ts'
import type { Storage } from '../ports.ts'

/** Sentences weighed for one question: enough for the best ten after folding to one an article. */
const CANDIDATES = 200

export interface Reply {
  readonly answer: Answer
  /** Since when articles are kept: what «nothing found» covers. Undefined in an empty database. */
  readonly knownSince: Instant | undefined
}

/** At most `limit` sentences, one an article, best first. */
export async function reply(storage: Storage, text: string, limit: number): Promise<Reply> {
  const question = readQuestion(text)
  const [found, frequencies, knownSince] = [
    await storage.search.find(question.stems, CANDIDATES),
    await storage.search.frequencies(question.stems),
    await storage.articles.oldestSeenAt(),
  ]
  return { answer: chooseEvidence(question, found, frequencies, limit), knownSince }
}

/** Sentences in one answer in the chat. */
const SENTENCES_IN_CHAT = 5

/** The answer as blocks, ready for any platform. */
export async function replyBlocks(storage: Storage, text: string, now: Instant): Promise<readonly Block[]> {
  const { answer, knownSince } = await reply(storage, text, SENTENCES_IN_CHAT)
  return answerBlocks(text, answer, knownSince, now)
}
