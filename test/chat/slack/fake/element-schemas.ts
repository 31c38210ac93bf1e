// Strict schemas of the elements that a person presses, picks or fills. Unknown keys are errors; nothing is corrected.
import type { types } from '@slack/bolt'
import { z } from 'zod'
import { LIMITS } from './block-limits.ts'
import {
  address,
  characters,
  choiceOption,
  confirmation,
  items,
  optionGroup,
  overflowOption,
  plainOption,
  plainText,
} from './text-schemas.ts'

const actionable = { action_id: characters(LIMITS.actionId).exactOptional() }
const confirmable = { confirm: confirmation.exactOptional() }
const focusable = { focus_on_load: z.boolean().exactOptional() }
const withPlaceholder = { placeholder: plainText(LIMITS.placeholder).exactOptional() }
const severalItems = { max_selected_items: z.int().min(1).exactOptional() }
const menu = { ...actionable, ...confirmable, ...focusable, ...withPlaceholder }
const staticOptions = {
  options: items(plainOption, LIMITS.selectOptions).exactOptional(),
  option_groups: items(optionGroup, LIMITS.selectOptions).exactOptional(),
}

interface OptionLike {
  readonly value: string
}

interface Grouped {
  readonly options?: readonly OptionLike[]
  readonly option_groups?: readonly { readonly options: readonly OptionLike[] }[]
}

function allOptions(element: Grouped): readonly OptionLike[] {
  return element.options ?? (element.option_groups ?? []).flatMap(({ options }) => options)
}

function hasOneSource(element: Grouped): boolean {
  return (element.options === undefined) !== (element.option_groups === undefined)
}

function hasUniqueValues(element: Grouped): boolean {
  const values = allOptions(element).map(({ value }) => value)
  return new Set(values).size === values.length
}

/** Slack wants the very object, not only the value. */
function hasInitial(element: Grouped, initial: readonly (OptionLike | undefined)[]): boolean {
  const known = new Set(allOptions(element).map((option) => canonical(option)))
  return initial.every((option) => option === undefined || known.has(canonical(option)))
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  )
}

const ONE_SOURCE = { error: 'must provide either options or option_groups' }
const UNIQUE_VALUES = { error: 'option values must be unique' }
const KNOWN_INITIAL = { error: 'initial option must match one of the options' }

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  text: plainText(LIMITS.buttonText),
  value: characters(LIMITS.buttonValue, 0).exactOptional(),
  url: address.exactOptional(),
  style: z.enum(['primary', 'danger']).exactOptional(),
  accessibility_label: characters(LIMITS.accessibilityLabel).exactOptional(),
}) satisfies z.ZodType<types.Button>

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menu,
    ...staticOptions,
    initial_option: plainOption.exactOptional(),
  })
  .refine(hasOneSource, ONE_SOURCE)
  .refine(hasUniqueValues, UNIQUE_VALUES)
  .refine(
    (select) => hasInitial(select, [select.initial_option]),
    KNOWN_INITIAL,
  ) satisfies z.ZodType<types.StaticSelect>

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...severalItems,
    ...staticOptions,
    initial_options: items(plainOption, LIMITS.selectOptions).exactOptional(),
  })
  .refine(hasOneSource, ONE_SOURCE)
  .refine(hasUniqueValues, UNIQUE_VALUES)
  .refine(
    (select) => hasInitial(select, select.initial_options ?? []),
    KNOWN_INITIAL,
  ) satisfies z.ZodType<types.MultiStaticSelect>

const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...menu,
  initial_option: plainOption.exactOptional(),
  min_query_length: z.int().min(0).exactOptional(),
}) satisfies z.ZodType<types.ExternalSelect>

const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...menu,
  ...severalItems,
  initial_options: items(plainOption, LIMITS.selectOptions).exactOptional(),
  min_query_length: z.int().min(0).exactOptional(),
}) satisfies z.ZodType<types.MultiExternalSelect>

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...menu,
  initial_user: z.string().exactOptional(),
}) satisfies z.ZodType<types.UsersSelect>

const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...menu,
  ...severalItems,
  initial_users: z.array(z.string()).exactOptional(),
}) satisfies z.ZodType<types.MultiUsersSelect>

const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...menu,
  initial_channel: z.string().exactOptional(),
  response_url_enabled: z.boolean().exactOptional(),
}) satisfies z.ZodType<types.ChannelsSelect>

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...menu,
  initial_conversation: z.string().exactOptional(),
  default_to_current_conversation: z.boolean().exactOptional(),
  response_url_enabled: z.boolean().exactOptional(),
  filter: z
    .strictObject({
      include: items(z.enum(['im', 'mpim', 'private', 'public']), 4).exactOptional(),
      exclude_external_shared_channels: z.boolean().exactOptional(),
      exclude_bot_users: z.boolean().exactOptional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, { error: 'must provide at least one field' })
    .exactOptional(),
}) satisfies z.ZodType<types.ConversationsSelect>

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...actionable,
    ...confirmable,
    ...focusable,
    options: items(choiceOption, LIMITS.choices),
    initial_options: items(choiceOption, LIMITS.choices).exactOptional(),
  })
  .refine(hasUniqueValues, UNIQUE_VALUES)
  .refine((group) => hasInitial(group, group.initial_options ?? []), KNOWN_INITIAL)

const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...actionable,
    ...confirmable,
    ...focusable,
    options: items(choiceOption, LIMITS.choices),
    initial_option: choiceOption.exactOptional(),
  })
  .refine(hasUniqueValues, UNIQUE_VALUES)
  .refine((group) => hasInitial(group, [group.initial_option]), KNOWN_INITIAL)

const overflow = z
  .strictObject({
    type: z.literal('overflow'),
    ...actionable,
    ...confirmable,
    options: items(overflowOption, LIMITS.overflowOptions),
  })
  .refine(hasUniqueValues, UNIQUE_VALUES) satisfies z.ZodType<types.Overflow>

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...menu,
  initial_date: z.iso.date().exactOptional(),
}) satisfies z.ZodType<types.Datepicker>

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menu,
  initial_time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)
    .exactOptional(),
  timezone: z.string().exactOptional(),
}) satisfies z.ZodType<types.Timepicker>

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...actionable,
  ...focusable,
  ...withPlaceholder,
  initial_value: characters(LIMITS.inputText, 0).exactOptional(),
  multiline: z.boolean().exactOptional(),
  min_length: z.int().min(0).max(LIMITS.inputText).exactOptional(),
  max_length: z.int().min(1).max(LIMITS.inputText).exactOptional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: items(z.enum(['on_enter_pressed', 'on_character_entered']), 2),
    })
    .exactOptional(),
}) satisfies z.ZodType<types.PlainTextInput>

/** What may stand in an input block besides a text field, beside a section and in a row of actions. */
export const CHOICES = [
  staticSelect,
  multiStaticSelect,
  externalSelect,
  multiExternalSelect,
  usersSelect,
  multiUsersSelect,
  channelsSelect,
  conversationsSelect,
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
] as const

export const PRESSED = [button, overflow] as const
export const FILLED = [plainTextInput] as const
