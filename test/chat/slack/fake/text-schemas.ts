// Strict schemas of Slack's texts, options and confirmations. Unknown keys are errors; nothing is corrected.
import type { types } from '@slack/bolt'
import { z } from 'zod'
import { LIMITS } from './block-limits.ts'

/** How Slack counts: an emoji is one, however many UTF-16 units it takes. */
export function codePoints(text: string): number {
  return Array.from(text).length
}

/** A string between two lengths, in code points, refused in Slack's words. */
export function characters(most: number, least = 1): z.ZodString {
  return z
    .string()
    .refine((text) => codePoints(text) >= least, { error: `must be more than ${least - 1} characters` })
    .refine((text) => codePoints(text) <= most, { error: `must be less than ${most + 1} characters` })
}

/** An array between two lengths, refused in Slack's words. */
export function items<Item extends z.ZodType>(item: Item, most: number, least = 1): z.ZodArray<Item> {
  return z
    .array(item)
    .min(least, { error: `must provide at least ${least} items` })
    .max(most, { error: `no more than ${most} items allowed` })
}

const FOLLOWABLE = new Set(['http:', 'https:', 'mailto:', 'slack:', 'tel:'])

/** An address that a person can follow. */
export const address = characters(LIMITS.url).refine(
  (text) => URL.canParse(text) && FOLLOWABLE.has(new URL(text).protocol),
  { error: 'invalid_url' },
)

export function plainText(most: number, least = 1) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: characters(most, least),
    emoji: z.boolean().exactOptional(),
  }) satisfies z.ZodType<types.PlainTextElement>
}

function mrkdwn(most: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: characters(most),
    verbatim: z.boolean().exactOptional(),
  }) satisfies z.ZodType<types.MrkdwnElement>
}

/** Either kind of text. */
export function anyText(most: number) {
  return z.discriminatedUnion('type', [plainText(most), mrkdwn(most)])
}

export const confirmation = z.strictObject({
  title: plainText(LIMITS.confirmTitle),
  text: anyText(LIMITS.confirmText),
  confirm: plainText(LIMITS.confirmButton),
  deny: plainText(LIMITS.confirmButton),
  style: z.enum(['primary', 'danger']).exactOptional(),
}) satisfies z.ZodType<types.ConfirmationDialog>

/** Of a select menu. */
export const plainOption = z.strictObject({
  text: plainText(LIMITS.optionText),
  value: characters(LIMITS.optionValue),
  description: plainText(LIMITS.optionDescription).exactOptional(),
}) satisfies z.ZodType<types.PlainTextOption>

/** Of an overflow menu, the only one whose options may open an address. */
export const overflowOption = plainOption.extend({
  url: address.exactOptional(),
}) satisfies z.ZodType<types.PlainTextOption>

const described = {
  value: characters(LIMITS.optionValue),
  description: plainText(LIMITS.optionDescription).exactOptional(),
}

/** Of check boxes and radio buttons. */
export const choiceOption = z.union([
  z.strictObject({ text: plainText(LIMITS.optionText), ...described }),
  z.strictObject({ text: mrkdwn(LIMITS.optionText), ...described }),
]) satisfies z.ZodType<types.Option>

export const optionGroup = z.strictObject({
  label: plainText(LIMITS.groupLabel),
  options: items(plainOption, LIMITS.selectOptions),
})

/** What an app answers to a `block_suggestion`; no options is an answer too. */
export const suggestionAnswer = z.union([
  z.strictObject({ options: items(plainOption, LIMITS.selectOptions, 0) }),
  z.strictObject({ option_groups: items(optionGroup, LIMITS.selectOptions, 0) }),
])
