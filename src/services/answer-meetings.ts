// Answers who met whom out of storage. Orders storage and core about, decides nothing about language.
import type { Answer } from '../core/answer.ts'
import { chooseMeetings, type MeetingQuestion } from '../core/answer-meetings.ts'
import type { Storage } from '../ports.ts'
import type { AskedIn } from './reply.ts'

/** Undefined when sentences alone may answer. */
export async function answerMeeting(
  _storage: Storage,
  asked: MeetingQuestion,
  _where: AskedIn,
): Promise<Answer | undefined> {
  return await Promise.resolve(chooseMeetings(asked))
}
