// A form as a modal of Discord, and the names by which its answers come back. Shows nothing.
import type { Choice, Form, FormField } from '../../core/form.ts'
import { plainWords } from './escape.ts'
import { labelOf } from './label.ts'
import { DISCORD_LIMITS } from './limits.ts'
import { isSnowflake } from './snowflake.ts'

export interface Modal {
  readonly custom_id: string
  readonly title: string
  readonly components: readonly Readonly<Record<string, unknown>>[]
}

/** Types of components; components/reference. */
const COMPONENT = { select: 3, textInput: 4, userSelect: 5, channelSelect: 8, label: 18 } as const

/** One line, or several; components/reference, text input styles. */
const TEXT_STYLE = { line: 1, lines: 2 } as const

/** Where a digest or an alarm can be posted: text and announcement channels; resources/channel, types. */
const POSTABLE_CHANNELS = [0, 5] as const

/** Between the name of a form and what it is about. */
const TARGET_MARK = '~'

/** Behind the name of a field whose answer is a list in one line. */
const LIST_MARK = ','

/** Undefined when Discord cannot show it: more fields than it bears, or none; or a field that would lose something. */
export function renderForm(form: Form): Modal | undefined {
  if (form.fields.length === 0 || form.fields.length > DISCORD_LIMITS.modalFields) return undefined
  if (form.fields.some(isTooFull)) return undefined
  return {
    custom_id: `${form.name}${TARGET_MARK}${form.target}`,
    title: labelOf(form.title, DISCORD_LIMITS.modalTitleCharacters),
    components: form.fields.map((field) => ({
      type: COMPONENT.label,
      label: labelOf(field.label, DISCORD_LIMITS.fieldLabelCharacters),
      ...(field.hint === '' ? {} : { description: labelOf(field.hint, DISCORD_LIMITS.fieldHintCharacters) }),
      component: renderField(field),
    })),
  }
}

/** The name of a form and its target out of the id of a modal; undefined when it is none of ours. */
export function readFormId(customId: string): { readonly name: string; readonly target: string } | undefined {
  const mark = customId.indexOf(TARGET_MARK)
  return mark === -1 ? undefined : { name: customId.slice(0, mark), target: customId.slice(mark + 1) }
}

/** The name of a field, and its answers out of the text that was typed. */
export function readTypedField(
  customId: string,
  typed: string,
): { readonly name: string; readonly values: readonly string[] } {
  const isList = customId.endsWith(LIST_MARK)
  const values = (isList ? typed.split(LIST_MARK) : [typed]).map((value) => value.trim()).filter(Boolean)
  return { name: isList ? customId.slice(0, -LIST_MARK.length) : customId, values }
}

/** What a field cannot show it would hand back as taken away. */
function isTooFull(field: FormField): boolean {
  if (field.kind === 'people') return field.initial.length > DISCORD_LIMITS.selectChoices
  return typedInitial(field).length > DISCORD_LIMITS.inputCharacters
}

/** What stands at first in a field that is typed; `''` in any other. */
function typedInitial(field: FormField): string {
  switch (field.kind) {
    case 'text':
      return plainWords(field.initial)
    case 'one':
      return canSelect(field.choices) ? '' : plainWords(field.initial)
    case 'several':
      return canSelect(field.choices) ? '' : plainWords(field.initial.join(`${LIST_MARK} `))
    case 'suggested':
      return plainWords(field.initial.map(({ label }) => label).join(`${LIST_MARK} `))
    case 'channel':
    case 'people':
      return ''
    default:
      return field satisfies never
  }
}

function renderField(field: FormField): Readonly<Record<string, unknown>> {
  switch (field.kind) {
    case 'text':
      return textInput(field, false)
    case 'one':
      return canSelect(field.choices)
        ? select(field, field.choices, [field.initial], 1)
        : textInput(field, false)
    case 'several':
      return canSelect(field.choices)
        ? select(field, field.choices, field.initial, field.choices.length)
        : textInput(field, true)
    case 'suggested':
      return textInput(field, true)
    case 'channel':
      return {
        ...shared(field, COMPONENT.channelSelect),
        channel_types: POSTABLE_CHANNELS,
        ...defaults(field.initial === '' ? [] : [field.initial], 'channel'),
      }
    case 'people':
      return {
        ...shared(field, COMPONENT.userSelect),
        max_values: DISCORD_LIMITS.selectChoices,
        ...defaults(field.initial, 'user'),
      }
    default:
      return field satisfies never
  }
}

function canSelect(choices: readonly Choice[]): boolean {
  return choices.length > 0 && choices.length <= DISCORD_LIMITS.selectChoices
}

function shared(field: FormField, type: number): Readonly<Record<string, unknown>> {
  return {
    type,
    custom_id: field.name,
    required: field.isRequired,
    min_values: field.isRequired ? 1 : 0,
    max_values: 1,
  }
}

function select(
  field: FormField,
  choices: readonly Choice[],
  initial: readonly string[],
  most: number,
): Readonly<Record<string, unknown>> {
  return {
    ...shared(field, COMPONENT.select),
    max_values: most,
    options: choices.map(({ label, value }) => ({
      label: labelOf(label, DISCORD_LIMITS.choiceCharacters),
      value,
      ...(initial.includes(value) ? { default: true } : {}),
    })),
  }
}

function textInput(field: FormField, isList: boolean): Readonly<Record<string, unknown>> {
  const value = typedInitial(field)
  return {
    type: COMPONENT.textInput,
    custom_id: `${field.name}${isList ? LIST_MARK : ''}`,
    style: isList ? TEXT_STYLE.lines : TEXT_STYLE.line,
    required: field.isRequired,
    max_length: DISCORD_LIMITS.inputCharacters,
    ...(value === '' ? {} : { value }),
  }
}

/** Discord refuses a whole form for one name that is no id. */
function defaults(given: readonly string[], type: string): Readonly<Record<string, unknown>> {
  const ids = given.filter(isSnowflake)
  return ids.length === 0 ? {} : { default_values: ids.map((id) => ({ id, type })) }
}
