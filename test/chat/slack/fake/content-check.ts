// Whether the content of a message or a view is one that Slack takes. Refuses by throwing; changes nothing.
import { z } from 'zod'
import { identifierProblems, messageBlockProblems, schemaProblems } from './block-check.ts'
import {
  MESSAGE_BLOCKS_CHARACTERS,
  METADATA_OCTETS,
  POST_TEXT_CHARACTERS,
  VIEW_OCTETS,
} from './block-limits.ts'
import { viewSchema } from './block-schemas.ts'
import { isRecord, jsonArgument, NOT_JSON, recordsOf, textArgument, type Json } from './json.ts'
import { pointedRefusal, Refusal } from './refusal.ts'
import { codePoints } from './text-schemas.ts'

/** The content of a message, checked. */
export interface Content {
  readonly text: string | undefined
  readonly blocks: readonly Json[] | undefined
  readonly metadata: Metadata | undefined
}

export interface Metadata {
  readonly event_type: string
  readonly event_payload: Json
}

const scalar = z.union([z.string(), z.number(), z.boolean()])
const flatObject = z.record(z.string(), scalar)

/** docs.slack.dev, message metadata; the shape of the payload is the one of `MessageMetadata` in @slack/types. */
const metadataSchema = z.strictObject({
  event_type: z.string().regex(/^\w{1,255}$/u),
  event_payload: z.record(z.string(), z.union([scalar, flatObject, z.array(flatObject)])),
})

/** Text, blocks and metadata of a call that posts or changes a message; throws what Slack would answer. */
export function checkContent(args: Json, textCharacters: number): Content {
  const text = textArgument(args, 'text')
  const blocks = checkBlocks(args)
  if (text !== undefined && codePoints(text) > textCharacters) throw new Refusal('msg_too_long')
  return { text, blocks, metadata: checkMetadata(args) }
}

/** Throws `no_text` when a person would see nothing. */
export function checkHasSomething({ text, blocks }: Content): void {
  if ((text ?? '').trim() === '' && (blocks ?? []).length === 0) throw new Refusal('no_text')
}

function checkBlocks(args: Json): readonly Json[] | undefined {
  const blocks = jsonArgument(args, 'blocks')
  if (blocks === undefined) return undefined
  if (blocks === NOT_JSON || !Array.isArray(blocks)) throw new Refusal('invalid_blocks_format')
  const problems = messageBlockProblems(blocks)
  if (problems.length > 0) throw pointedRefusal('invalid_blocks', problems)
  if (JSON.stringify(blocks).length > MESSAGE_BLOCKS_CHARACTERS) throw new Refusal('msg_blocks_too_long')
  return recordsOf(blocks)
}

function checkMetadata(args: Json): Metadata | undefined {
  const metadata = jsonArgument(args, 'metadata')
  if (metadata === undefined) return undefined
  const parsed = metadataSchema.safeParse(metadata)
  if (!parsed.success) throw new Refusal('invalid_metadata_format')
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > METADATA_OCTETS)
    throw new Refusal('metadata_too_large')
  return parsed.data
}

/** A modal or a Home, checked; throws what Slack would answer. */
export function checkView(view: unknown, types: readonly ('modal' | 'home')[], pointer = '/view'): Json {
  if (!isRecord(view))
    throw pointedRefusal('invalid_arguments', [`must be an object [json-pointer:${pointer}]`])
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_OCTETS) throw new Refusal('view_too_large')
  const type = types.find((each) => each === view['type'])
  const problems = [
    ...(type === undefined
      ? [`unsupported type: ${String(view['type'])} [json-pointer:${pointer}/type]`]
      : []),
    ...schemaProblems(viewSchema, view, pointer),
    ...identifierProblems(view['blocks'], `${pointer}/blocks`),
  ]
  if (problems.length > 0) throw pointedRefusal('invalid_arguments', problems)
  return view
}

/** Without any server: why Slack would refuse to post this; empty when it would take it. Arguments as of the SDK. */
export function messageProblems(message: object): readonly string[] {
  return problemsOf(() => {
    const content = checkContent({ ...message }, POST_TEXT_CHARACTERS)
    checkHasSomething(content)
    if ((content.text ?? '').trim() === '') throw new Refusal('no_fallback_text')
  })
}

/** Without any server: why Slack would refuse to show this modal or Home; empty when it would take it. */
export function viewProblems(view: object): readonly string[] {
  return problemsOf(() => {
    checkView(view, ['modal', 'home'])
  })
}

function problemsOf(check: () => void): readonly string[] {
  try {
    check()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { errors } = error.details
    return Array.isArray(errors) ? errors.map((problem) => `${error.code}: ${String(problem)}`) : [error.code]
  }
}
