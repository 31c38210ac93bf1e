// Strict schemas of blocks and views: what Slack refuses does not parse, and what parses is a type of the SDK's.
import type { types } from '@slack/bolt'
import { z } from 'zod'
import { LIMITS } from './block-limits.ts'
import { CHOICES, FILLED, PRESSED } from './element-schemas.ts'
import { richText } from './rich-text-schemas.ts'
import { address, anyText, characters, items, plainText } from './text-schemas.ts'

const identified = { block_id: characters(LIMITS.blockId).exactOptional() }

/** Words for those who do not see the picture are required, and may not be empty here. */
const picture = {
  image_url: address,
  alt_text: characters(LIMITS.altText),
}

const imageElement = z.strictObject({
  type: z.literal('image'),
  ...picture,
}) satisfies z.ZodType<types.ImageElement>

const section = z
  .strictObject({
    type: z.literal('section'),
    ...identified,
    text: anyText(LIMITS.sectionText).exactOptional(),
    fields: items(anyText(LIMITS.fieldText), LIMITS.sectionFields).exactOptional(),
    accessory: z.discriminatedUnion('type', [imageElement, ...PRESSED, ...CHOICES]).exactOptional(),
    expand: z.boolean().exactOptional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
    error: 'missing required field: text',
  })

const header = z.strictObject({
  type: z.literal('header'),
  ...identified,
  text: plainText(LIMITS.headerText),
})

const divider = z.strictObject({ type: z.literal('divider'), ...identified })

const context = z.strictObject({
  type: z.literal('context'),
  ...identified,
  elements: items(z.discriminatedUnion('type', [imageElement, anyText(LIMITS.text)]), LIMITS.contextElements),
})

const actions = z.strictObject({
  type: z.literal('actions'),
  ...identified,
  elements: items(z.discriminatedUnion('type', [...PRESSED, ...CHOICES]), LIMITS.actionsElements),
})

const input = z.strictObject({
  type: z.literal('input'),
  ...identified,
  label: plainText(LIMITS.inputLabel),
  hint: plainText(LIMITS.inputLabel).exactOptional(),
  element: z.discriminatedUnion('type', [...FILLED, ...CHOICES]),
  optional: z.boolean().exactOptional(),
  dispatch_action: z.boolean().exactOptional(),
})

const image = z.strictObject({
  type: z.literal('image'),
  ...identified,
  ...picture,
  title: plainText(LIMITS.altText).exactOptional(),
})

const blockSchema = z.discriminatedUnion('type', [
  section,
  header,
  divider,
  context,
  actions,
  input,
  image,
  richText,
]) satisfies z.ZodType<types.KnownBlock>

/** The blocks of a message. */
export const messageBlocks = items(blockSchema, LIMITS.messageBlocks, 0) satisfies z.ZodType<
  types.KnownBlock[]
>

const viewParts = {
  blocks: items(blockSchema, LIMITS.viewBlocks, 0),
  private_metadata: characters(LIMITS.privateMetadata, 0).exactOptional(),
  callback_id: characters(LIMITS.callbackId, 0).exactOptional(),
  external_id: characters(LIMITS.callbackId, 0).exactOptional(),
}

const home = z.strictObject({ type: z.literal('home'), ...viewParts }) satisfies z.ZodType<types.HomeView>

const modal = z
  .strictObject({
    type: z.literal('modal'),
    ...viewParts,
    title: plainText(LIMITS.viewTitle),
    submit: plainText(LIMITS.viewTitle).exactOptional(),
    close: plainText(LIMITS.viewTitle).exactOptional(),
    clear_on_close: z.boolean().exactOptional(),
    notify_on_close: z.boolean().exactOptional(),
  })
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
    error: 'missing required field: submit',
    path: ['submit'],
  }) satisfies z.ZodType<types.ModalView>

export const viewSchema = z.discriminatedUnion('type', [home, modal])
