// Who met whom, out of stored meetings: people with status, way, day and place. Reads no article.
import type { Answer } from './answer.ts'
import type { Asked } from './asked.ts'

/** A question that meetings answer. */
export type MeetingQuestion = Extract<Asked, { readonly kind: 'met' | 'did-meet' }>

/** Undefined while no meeting is stored: the sentences answer as they did. */
export function chooseMeetings(_asked: MeetingQuestion): Answer | undefined {
  return undefined
}
