// What the program answered, reduced to what is scored. The only file here that knows the shape of an answer.
import type { Answer } from '../../../src/core/answer.ts'
import type { MeetingMode, MeetingStatus } from '../../../src/french/told-meeting.ts'

export interface GivenEntry {
  /** The person, place, day, figure, role, quotation, «Oui», «Non», or the sentence itself. */
  readonly text: string
  readonly sentence: string
  readonly articleId: string
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
  if (answer.kind === 'nothing') return answer
  const entries = answer.evidence.map(({ text, article }) => {
    return { text, sentence: text, articleId: article.id }
  })
  return { kind: 'found', entries }
}
