// Strict schemas of rich text, where every mark is structure and no character commands. Unknown keys are errors.
import type { types } from '@slack/bolt'
import { z } from 'zod'
import { LIMITS } from './block-limits.ts'
import { address, characters } from './text-schemas.ts'

const flag = z.boolean().exactOptional()
const style = z
  .strictObject({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag })
  .exactOptional()
const border = z.union([z.literal(0), z.literal(1)]).exactOptional()

const text = z.strictObject({ type: z.literal('text'), text: characters(LIMITS.text), style })
const link = z.strictObject({
  type: z.literal('link'),
  url: address,
  text: characters(LIMITS.text).exactOptional(),
  unsafe: flag,
  style,
})

const element = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({ type: z.literal('user'), user_id: characters(LIMITS.text), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: characters(LIMITS.text), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: characters(LIMITS.text), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('emoji'),
    name: characters(LIMITS.text),
    unicode: z.string().exactOptional(),
    style,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: characters(LIMITS.text),
    url: address.exactOptional(),
    fallback: characters(LIMITS.text).exactOptional(),
    style,
  }),
]) satisfies z.ZodType<types.RichTextElement>

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(element) })

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: characters(LIMITS.blockId).exactOptional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.int().min(0).max(LIMITS.listIndent).exactOptional(),
          offset: z.int().min(0).exactOptional(),
          border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(element).min(1), border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [text, link])).min(1),
          border,
        }),
      ]),
    )
    .min(1),
}) satisfies z.ZodType<types.RichTextBlock>
