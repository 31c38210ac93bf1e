// A form as a modal of Slack. Opens none and reads none.
import type { types } from '@slack/bolt'
import type { SuggestedKind } from '../../core/command.ts'
import type { Choice, Form, FormField } from '../../core/form.ts'
import { CANCEL } from '../../locale/slack.ts'
import { escapeText, plainWords, shortened } from './escape.ts'
import { type FormOrigin, writeOrigin } from './form-origin.ts'
import { SLACK_LIMITS } from './limits.ts'
import { plainText } from './render-block.ts'
import { unescaped } from './slack-words.ts'

/** The names of fields are the `block_id`s, which is where Slack shows what is wrong with an answer. */
export function renderForm(form: Form, origin: FormOrigin): types.ModalView {
  return {
    type: 'modal',
    callback_id: form.name,
    private_metadata: writeOrigin(origin),
    title: label(form.title, SLACK_LIMITS.viewTitleCharacters),
    submit: label(form.submit, SLACK_LIMITS.viewTitleCharacters),
    close: plainText(CANCEL),
    blocks: form.fields.flatMap((field) => renderField(field)),
  }
}

/** Slack refuses a label without words. */
function label(text: string, most: number): types.PlainTextElement {
  return plainText(plainWords(text).trim() || '…', most)
}

/**
 * What is suggested while somebody types says so in its name: the question about it comes without the form. The field
 * goes with it, since no two names in a form may be the same.
 */
export function suggestName(suggests: SuggestedKind, field: string): string {
  return `suggest-${suggests}~${field}`
}

/** A menu without a choice is none: Slack refuses it. */
function renderField(field: FormField): readonly types.InputBlock[] {
  const element = renderInput(field)
  if (element === undefined) return []
  const hint = plainWords(field.hint).trim()
  return [
    {
      type: 'input',
      block_id: field.name,
      label: label(field.label, SLACK_LIMITS.inputLabelCharacters),
      ...(hint === '' ? {} : { hint: plainText(hint, SLACK_LIMITS.inputLabelCharacters) }),
      optional: !field.isRequired,
      element,
    },
  ]
}

function renderInput(field: FormField): types.InputBlockElement | undefined {
  switch (field.kind) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: field.name,
        max_length: SLACK_LIMITS.inputTextCharacters,
        initial_value: shortened(plainWords(field.initial), SLACK_LIMITS.inputTextCharacters),
      }
    case 'one':
      return renderOne(field)
    case 'several':
      return renderSeveral(field)
    case 'suggested':
      return {
        type: 'multi_external_select',
        action_id: suggestName(field.suggests, field.name),
        min_query_length: 0,
        ...withInitial(optionsOf(field.initial).slice(0, SLACK_LIMITS.selectOptions)),
      }
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: field.name,
        filter: { include: ['public', 'private'] },
        ...(field.initial === '' ? {} : { initial_conversation: field.initial }),
      }
    case 'people':
      return {
        type: 'multi_users_select',
        action_id: field.name,
        ...(field.initial.length === 0 ? {} : { initial_users: [...field.initial] }),
      }
    default:
      return field satisfies never
  }
}

function renderOne(field: FormField & { readonly kind: 'one' }): types.StaticSelect | undefined {
  const options = optionsOf(field.choices)
  const chosen = options.find(({ value }) => value === field.initial)
  if (options.length === 0) return undefined
  return {
    type: 'static_select',
    action_id: field.name,
    ...menuOf(options),
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  }
}

/** A few are seen at once; more go into a menu. */
function renderSeveral(
  field: FormField & { readonly kind: 'several' },
): types.Checkboxes | types.MultiStaticSelect | undefined {
  const options = optionsOf(field.choices)
  if (options.length === 0) return undefined
  const chosen = withInitial(options.filter(({ value = '' }) => field.initial.includes(value)))
  if (options.length <= SLACK_LIMITS.checkboxes)
    return { type: 'checkboxes', action_id: field.name, options, ...chosen }
  return { type: 'multi_static_select', action_id: field.name, ...menuOf(options), ...chosen }
}

function withInitial(options: types.PlainTextOption[]): { initial_options?: types.PlainTextOption[] } {
  return options.length === 0 ? {} : { initial_options: options }
}

type Menu = Pick<types.StaticSelect, 'options' | 'option_groups'>

/** More than a menu bears are put into groups, named by their first and last. */
function menuOf(options: types.PlainTextOption[]): Menu {
  const most = SLACK_LIMITS.selectOptions
  if (options.length <= most) return { options }
  const groups = Array.from({ length: Math.ceil(options.length / most) }, (_, index) =>
    options.slice(index * most, (index + 1) * most),
  )
  return {
    option_groups: groups.slice(0, most).map((group) => ({ label: groupLabel(group), options: group })),
  }
}

function groupLabel(group: readonly types.PlainTextOption[]): types.PlainTextElement {
  const most = Math.floor(SLACK_LIMITS.optionGroupLabelCharacters / 2) - 2
  const ends = [group[0], group.at(-1)].map((option) =>
    shortened(unescaped(option?.text.text ?? ''), most, escapeText),
  )
  return plainText(ends.join(' – '), SLACK_LIMITS.optionGroupLabelCharacters)
}

/** Each value once. A value that is too long cannot be cut: it would mean something else. */
export function optionsOf(choices: readonly Choice[]): types.PlainTextOption[] {
  const found = new Map<string, types.PlainTextOption>()
  for (const { label: words, value } of choices) {
    if (value === '' || value.length > SLACK_LIMITS.optionValueCharacters || found.has(value)) continue
    found.set(value, { text: label(words, SLACK_LIMITS.optionLabelCharacters), value })
  }
  return [...found.values()]
}
