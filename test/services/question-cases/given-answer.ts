// What the program answered, reduced to what is scored. The only file here that knows the shape of an answer.
import type { Answer, AnswerEntry } from '../../../src/core/answer.ts'
import type { MeetingMode, MeetingStatus } from '../../../src/french/told-meeting.ts'

export interface GivenEntry {
  /** The person, place, day, figure, role, quotation, «Oui», «Non», or the sentence itself. */
  readonly text: string
  readonly sentence: string
  readonly articleId: string
  /** Publishers that say so independently. */
  readonly sourceCount: number
  readonly isBackground: boolean
  readonly status?: MeetingStatus
  readonly mode?: MeetingMode
  readonly place?: string
  /** First and last day, `YYYY-MM-DD`. */
  readonly days?: readonly [string, string]
}

export type GivenAnswer =
  | { readonly kind: 'found'; readonly entries: readonly GivenEntry[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'which'; readonly names: readonly string[] }
  /** Something was thrown: never right. */
  | { readonly kind: 'failed'; readonly message: string }

export function givenAnswer(answer: Answer): GivenAnswer {
  if (answer.kind === 'nothing') return { kind: 'nothing' }
  if (answer.kind === 'which') return { kind: 'which', names: answer.persons.map(({ name }) => name) }
  return { kind: 'found', entries: answer.answers.map(givenEntry) }
}

function givenEntry(entry: AnswerEntry): GivenEntry {
  const { text, evidence, sourceCount, isBackground, status, mode, place, from, to } = entry
  return {
    text,
    sentence: evidence.text,
    articleId: evidence.article.id,
    sourceCount,
    isBackground: isBackground === true,
    ...(status === undefined ? {} : { status }),
    ...(mode === undefined ? {} : { mode }),
    ...(place === undefined ? {} : { place }),
    ...(from === undefined || to === undefined ? {} : { days: [from, to] }),
  }
}
