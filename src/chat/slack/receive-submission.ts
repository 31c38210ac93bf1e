// A form that was filled in → a request of ours. Pure; judges no answer.
import type { FormName, FormValues } from '../../core/form.ts'
import { readOrigin } from './form-origin.ts'
import type { FieldAnswer, SubmissionPayload } from './payloads.ts'
import { senderOf } from './receive.ts'
import { IGNORED, type Received } from './received.ts'

const FORMS: Readonly<Record<FormName, true>> = {
  question: true,
  'add-feed': true,
  'replace-feed': true,
  digest: true,
  subscription: true,
  settings: true,
}

export function receiveSubmission({ view, trigger_id: triggerId, ...payload }: SubmissionPayload): Received {
  const form = view.callback_id
  if (!isForm(form)) return IGNORED
  const { target, conversation, thread } = readOrigin(view.private_metadata)
  return {
    kind: 'request',
    sender: senderOf(payload),
    place: {
      conversation,
      ...(thread === undefined ? {} : { thread }),
      ...(triggerId === '' ? {} : { triggerId }),
      ...(conversation === '' ? { isHome: true } : {}),
    },
    content: { kind: 'submission', form, target, values: valuesOf(view.state.values) },
    ids: [triggerId],
  }
}

/** The names of the fields, in order: where a mistake can be shown. */
export function fieldsOf({ view }: SubmissionPayload): readonly string[] {
  return view.blocks.map(({ block_id: name }) => name).filter((name) => name !== '')
}

function valuesOf(fields: Readonly<Record<string, Readonly<Record<string, FieldAnswer>>>>): FormValues {
  const values: Record<string, readonly string[]> = {}
  for (const [name, answers] of Object.entries(fields)) {
    const chosen = Object.values(answers)
      .flatMap(readAnswer)
      .map((value) => value.trim())
    const given = chosen.filter((value) => value !== '')
    if (given.length > 0) values[name] = given
  }
  return values
}

function readAnswer(answer: FieldAnswer): readonly string[] {
  return [
    answer.value ?? '',
    answer.selected_option?.value ?? '',
    answer.selected_conversation ?? '',
    ...(answer.selected_options ?? []).map(({ value }) => value),
    ...(answer.selected_users ?? []),
  ]
}

function isForm(name: string): name is FormName {
  return Object.hasOwn(FORMS, name)
}
