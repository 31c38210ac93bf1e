// Whether blocks are ones that Slack takes, in the words in which it refuses them. Changes nothing.
import type { z } from 'zod'
import { messageBlocks } from './block-schemas.ts'
import { isRecord, type Json } from './json.ts'

type Issue = z.core.$ZodIssue

/** What is wrong with the blocks of a message, pointed at from `pointer`; empty when nothing is. */
export function messageBlockProblems(blocks: unknown, pointer = '/blocks'): readonly string[] {
  return [...schemaProblems(messageBlocks, blocks, pointer), ...identifierProblems(blocks, pointer)]
}

/** What a schema finds wrong with a value; empty when nothing is. */
export function schemaProblems(schema: z.ZodType, value: unknown, pointer: string): readonly string[] {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => describe(issue, pointer))
}

function describe(issue: Issue, base: string): readonly string[] {
  const pointer = [base, ...issue.path.map(String)].join('/')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `invalid additional property: ${key} [json-pointer:${pointer}]`)
  }
  if (issue.code === 'invalid_type') return [`must be of type ${issue.expected} [json-pointer:${pointer}]`]
  if (issue.code !== 'invalid_union') return [`${issue.message} [json-pointer:${pointer}]`]
  const branch = issue.errors.toSorted((left, right) => left.length - right.length)[0]
  if (branch === undefined || branch.length === 0) return [`unsupported type [json-pointer:${pointer}]`]
  return branch.flatMap((inner) => describe(inner, pointer))
}

/** Slack wants every `block_id` and every `action_id` once in a message or a view. */
export function identifierProblems(blocks: unknown, pointer: string): readonly string[] {
  if (!Array.isArray(blocks)) return []
  const list: readonly unknown[] = blocks
  const blockIds = list.flatMap((block) => identifierOf(block, 'block_id'))
  const actionIds = list.flatMap(elementsOf).flatMap((element) => identifierOf(element, 'action_id'))
  const focused = list.flatMap(elementsOf).filter((element) => element['focus_on_load'] === true)
  return [
    ...repeated(blockIds).map((id) => `\`block_id\` ${id} already exists [json-pointer:${pointer}]`),
    ...repeated(actionIds).map((id) => `\`action_id\` ${id} already exists [json-pointer:${pointer}]`),
    ...(focused.length > 1 ? [`focus_on_load may be true only once [json-pointer:${pointer}]`] : []),
  ]
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}

function identifierOf(value: unknown, key: string): readonly string[] {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'string' ? [found] : []
}

/** The elements of a block that a person presses, picks or fills. */
export function elementsOf(block: unknown): readonly Json[] {
  if (!isRecord(block)) return []
  const several: readonly unknown[] =
    block['type'] === 'actions' && Array.isArray(block['elements']) ? block['elements'] : []
  return [...several, block['accessory'], block['element']]
    .filter(isRecord)
    .filter((element) => element['type'] !== 'image')
}

/** The blocks as Slack keeps them: each with a `block_id`, each element with an `action_id`. */
export function withIdentifiers(blocks: readonly Json[]): readonly Json[] {
  return blocks.map((block) => {
    const named: Record<string, unknown> = { block_id: randomIdentifier(), ...block }
    for (const key of ['accessory', 'element'] as const) {
      const element = named[key]
      if (isRecord(element) && element['type'] !== 'image') named[key] = withActionId(element)
    }
    const { elements } = block
    if (block['type'] === 'actions' && Array.isArray(elements)) {
      named['elements'] = elements.filter(isRecord).map(withActionId)
    }
    return named
  })
}

function withActionId(element: Json): Json {
  return { action_id: randomIdentifier(), ...element }
}

let identifiers = 0

/** Slack's are random; these only differ. */
function randomIdentifier(): string {
  identifiers++
  return `x${identifiers.toString(36).padStart(4, '0')}`
}
