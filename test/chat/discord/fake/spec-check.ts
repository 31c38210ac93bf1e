// Validates request bodies against Discord's OpenAPI file where it is at hand. Knows none of the rules beyond it.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { isRecord, recordOf, type Json } from './json.ts'

/** Beside the project, unless the environment says where. */
const DEFAULT_PATH =
  process.env['PRESSOIR_DISCORD_SPEC'] ??
  resolve(import.meta.dirname, '../../../../../shared/specs/discord-openapi.json')

/** A body that nothing would check must not pass for one that was. */
const UNKNOWN_BODY: SpecProblem = { path: '', message: 'the specification knows no such body' }

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback'

/** A union that fails tells of each of its branches: the first few say enough. */
const MOST_PROBLEMS = 12

/** The schema of each kind of answer to an interaction: naming it makes refusals readable. */
const CALLBACK_SCHEMAS: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
}

interface SpecProblem {
  readonly path: string
  readonly message: string
}

export interface SpecCheck {
  /** Where the body departs from the specification: `embeds.0.title`, « must NOT have more than 256 characters ». */
  readonly problems: (method: string, template: string, body: unknown) => readonly SpecProblem[]
}

/** Compiled once a process and file: the whole document takes a while to read. */
const loaded = new Map<string, SpecCheck>()

/** The check for the file at `path`; undefined when there is no such file. */
export function loadSpecCheck(path: string = DEFAULT_PATH): SpecCheck | undefined {
  if (!existsSync(path)) return undefined
  const known = loaded.get(path) ?? createSpecCheck(path)
  loaded.set(path, known)
  return known
}

function createSpecCheck(path: string): SpecCheck {
  const document = recordOf(JSON.parse(readFileSync(path, 'utf8')))
  const paths = recordOf(document['paths'])
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    allErrors: true,
    logger: false,
  })
  ajv.addSchema({ $id: 'discord', components: document['components'] })
  const validators = new Map<string, ValidateFunction | undefined>()
  const compile = (reference: string): ValidateFunction => ajv.compile({ $ref: reference })
  const validator = (method: string, template: string, body: unknown): ValidateFunction | undefined => {
    const type = template === CALLBACK ? Number(recordOf(body)['type']) : 0
    const key = `${method} ${template} ${type}`
    if (!validators.has(key)) validators.set(key, compileFor(method, template, type))
    return validators.get(key)
  }
  const compileFor = (method: string, template: string, type: number): ValidateFunction | undefined => {
    const named = CALLBACK_SCHEMAS[type]
    if (named !== undefined) return compile(`discord#/components/schemas/${named}`)
    const schema = schemaOf(recordOf(recordOf(paths[template])[method.toLowerCase()]))
    return schema === undefined ? undefined : ajv.compile(recordOf(rebased(schema)))
  }
  return {
    problems: (method, template, body) => {
      const validate = validator(method, template, body)
      if (validate === undefined) return [UNKNOWN_BODY]
      if (validate(lenient(body))) return []
      return (validate.errors ?? []).slice(0, MOST_PROBLEMS).map((error) => ({
        path: error.instancePath.slice(1).replaceAll('/', '.'),
        message: error.message ?? '',
      }))
    },
  }
}

const schemaOf = (operation: Json): Json | undefined => {
  const content = recordOf(recordOf(operation['requestBody'])['content'])
  const schema = recordOf(content['application/json'])['schema']
  return isRecord(schema) ? schema : undefined
}

/** `#/components/…` becomes `discord#/components/…`: the schema is compiled outside of its document. */
function rebased(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => rebased(item))
  if (!isRecord(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, 'discord#') : rebased(value),
    ]),
  )
}

/** Permissions travel as numerals (discord.js does so, Discord takes it) though the file says integer. */
function lenient(body: unknown): unknown {
  if (Array.isArray(body)) return body.map((item) => lenient(item))
  if (!isRecord(body)) return body
  const permissions = body['default_member_permissions']
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...body, default_member_permissions: Number(permissions) }
    : body
}
