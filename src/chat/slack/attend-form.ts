// What Slack waits for while a form is open: whether the answers are good, and what to offer. Never later than it waits.
import type { types } from '@slack/bolt'
import type { ChatReply } from '../../core/request.ts'
import { addresseeOf, type AttendTools, refreshHome, replyTo } from './attend.ts'
import { readOrigin } from './form-origin.ts'
import { ACKNOWLEDGE_WITHIN, SLACK_LIMITS } from './limits.ts'
import type { SubmissionPayload } from './payloads.ts'
import { fieldsOf, receiveSubmission } from './receive-submission.ts'
import type { Asked, Received } from './received.ts'
import { optionsOf, renderForm } from './render-form.ts'
import { giveReply, originOf } from './replies.ts'
import { within } from './within.ts'

/** Undefined closes the form. */
type SubmissionAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: types.ModalView }
  | undefined

type AnswerSubmission = (answer: SubmissionAnswer) => Promise<void>

/** Never rejects, unless Slack cannot be answered at all. */
export async function attendSubmission(
  tools: AttendTools,
  payload: SubmissionPayload,
  answer: AnswerSubmission,
): Promise<void> {
  const asked = receiveSubmission(payload)
  if (asked.kind !== 'request' || !tools.seen.isNew(asked.ids)) return answer(undefined)
  const replying = replyTo(tools, asked)
  const timely = await within(ACKNOWLEDGE_WITHIN, replying)
  const direct = timely.kind === 'done' ? directAnswer(timely.result, payload) : undefined
  await answer(direct)
  if (direct !== undefined) return
  await giveReply(tools, addresseeOf(asked), await replying)
  if (asked.place.isHome === true) await refreshHome(tools, asked)
}

/** What is shown in the form itself. */
function directAnswer(reply: ChatReply, payload: SubmissionPayload): SubmissionAnswer {
  if (reply.kind === 'form') {
    const { conversation, thread } = readOrigin(payload.view.private_metadata)
    const place = { conversation, ...(thread === undefined ? {} : { thread }) }
    return { response_action: 'update', view: renderForm(reply.form, originOf(place, reply.form.target)) }
  }
  if (reply.kind !== 'mistakes') return undefined
  const fields = fieldsOf(payload)
  const [first] = fields
  const errors: Record<string, string> = {}
  for (const [name, mistake] of Object.entries(reply.mistakes)) {
    // Slack shows nothing at all when one of the fields is not there.
    const field = fields.includes(name) ? name : first
    if (field !== undefined) errors[field] = field in errors ? `${errors[field]} ${mistake}` : mistake
  }
  return Object.keys(errors).length === 0 ? undefined : { response_action: 'errors', errors }
}

/** Nothing to offer is an answer as well. Never rejects. */
export async function attendSuggestion(
  tools: AttendTools,
  received: Received,
): Promise<{ options: types.PlainTextOption[] }> {
  if (received.kind !== 'request') return { options: [] }
  const timely = await within(ACKNOWLEDGE_WITHIN, replyTo(tools, received satisfies Asked))
  if (timely.kind === 'late' || timely.result.kind !== 'suggestions') return { options: [] }
  return { options: optionsOf(timely.result.choices).slice(0, SLACK_LIMITS.selectOptions) }
}
