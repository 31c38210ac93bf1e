// Tells Discord our commands, unless it knows them already: it bears 200 creations a day. Describes none.
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { DiscordApi } from './api.ts'
import type { ApplicationCommand } from './commands.ts'

interface Parameter {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly autocomplete: boolean
  readonly channel_types: readonly number[]
  readonly options: readonly Parameter[]
}

/** What Discord leaves out stands for nothing; the ids, versions and rights that it adds are not ours to compare. */
const parameter: z.ZodType<Parameter> = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  channel_types: numbers(),
  get options() {
    return z.array(parameter).default([])
  },
})

const commandsSchema = z.array(
  z.object({
    type: z.number().default(1),
    name: z.string(),
    description: z.string(),
    options: z.array(parameter).default([]),
    contexts: numbers(),
    integration_types: numbers(),
  }),
)

function numbers() {
  return z
    .array(z.number())
    .nullish()
    .transform((list) => (list ?? []).toSorted((one, other) => one - other))
}

/** Whether anything had to be written. Throws as the API. */
export async function registerCommands(
  api: DiscordApi,
  applicationId: string,
  commands: readonly ApplicationCommand[],
): Promise<boolean> {
  const path = `/applications/${applicationId}/commands` as const
  const known = commandsSchema.parse(await api.call('GET', path))
  if (isDeepStrictEqual(byName(known), byName(commandsSchema.parse(commands)))) return false
  await api.call('PUT', path, { body: commands })
  return true
}

function byName<Named extends { readonly name: string }>(commands: readonly Named[]): readonly Named[] {
  return commands.toSorted((one, other) => one.name.localeCompare(other.name))
}
