// The application commands of the fake Discord: global and by guild, with their limits. Runs none of them.
import { BodyCheck } from './body-check.ts'
import { invalidBody, refusal } from './api-error.ts'
import { checkCommand, checkCommands } from './command-check.ts'
import { isRecord, recordOf, recordsOf, textOf, type Json } from './json.ts'
import { noContent, ok, withToken, type RestRequest, type Route } from './router.ts'
import { param } from './routes-messages.ts'
import type { World } from './world.ts'

/** Commands of each kind in one place; discord-api-docs, interactions/application-commands. */
const MOST_COMMANDS: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 }
/** Creations a day and place; same source. */
const CREATIONS_A_DAY = 200
const DAY_MS = 86_400_000

export interface CommandBook {
  /** The command of that name that a member of the guild sees: the guild's own before the global one. */
  readonly find: (name: string, guildId: string | undefined) => Json | undefined
  /** All commands of one place; `undefined`: the global ones. */
  readonly list: (guildId?: string) => readonly Json[]
  readonly routes: readonly Route[]
}

export function createCommandBook(world: World): CommandBook {
  const places = new Map<string, Map<string, Json>>()
  const creations = new Map<string, number[]>()
  const placeOf = (guildId: string | undefined): Map<string, Json> => {
    const place = places.get(guildId ?? '') ?? new Map<string, Json>()
    places.set(guildId ?? '', place)
    return place
  }
  const book: Book = {
    world,
    placeOf,
    countCreation: (guildId) => {
      const now = world.clock.now()
      const today = (creations.get(guildId ?? '') ?? []).filter((at) => at > now - DAY_MS)
      if (today.length >= CREATIONS_A_DAY) throw refusal('too-many-creations')
      creations.set(guildId ?? '', [...today, now])
    },
  }
  const list = (guildId?: string): readonly Json[] => [...placeOf(guildId).values()]
  return {
    list,
    find: (name, guildId) =>
      [...(guildId === undefined ? [] : list(guildId)), ...list()].find(
        (command) => command['name'] === name,
      ),
    routes: [
      '/applications/{application_id}/commands',
      '/applications/{application_id}/guilds/{guild_id}/commands',
    ].flatMap((base) => commandRoutes(book, base)),
  }
}

interface Book {
  readonly world: World
  readonly placeOf: (guildId: string | undefined) => Map<string, Json>
  readonly countCreation: (guildId: string | undefined) => void
}

function commandRoutes(book: Book, base: string): readonly Route[] {
  const one = `${base}/{command_id}`
  const place = (request: RestRequest): Map<string, Json> => {
    const guildId = request.params['guild_id']
    if (param(request, 'application_id') !== book.world.applicationId) throw refusal('missing-access')
    if (guildId !== undefined && book.world.guilds.get(guildId)?.hasBot !== true)
      throw refusal('missing-access')
    return book.placeOf(guildId)
  }
  const known = (request: RestRequest): Json => {
    const command = place(request).get(param(request, 'command_id'))
    if (command === undefined) throw refusal('unknown-command')
    return command
  }
  return [
    withToken('GET', base, (request) => ok([...place(request).values()])),
    withToken('GET', one, (request) => ok(known(request))),
    withToken('PUT', base, (request) => ok(replaceAll(book, request, place(request))), checkList),
    withToken(
      'POST',
      base,
      (request) => {
        const commands = place(request)
        const body = recordOf(request.body)
        const twin = [...commands.values()].find((command) => isSame(command, body))
        if (twin === undefined) {
          const type = Number(body['type'] ?? 1)
          const count = [...commands.values()].filter((command) => command['type'] === type).length
          if (count >= (MOST_COMMANDS[type] ?? 1)) throw refusal('too-many-commands')
        }
        return ok(put(book, request, commands, body, twin), twin === undefined ? 201 : 200)
      },
      (request) => checkCommand(recordOf(request.body)),
    ),
    withToken('PATCH', one, (request) => {
      const before = known(request)
      const { id: _id, application_id: _app, version: _version, guild_id: _guild, ...kept } = before
      const after = { ...kept, ...recordOf(request.body) }
      checkCommand(after)
      return ok(put(book, request, place(request), after, before))
    }),
    withToken('DELETE', one, (request) => {
      known(request)
      place(request).delete(param(request, 'command_id'))
      return noContent
    }),
  ]
}

function checkList(request: RestRequest): void {
  if (Array.isArray(request.body)) return checkCommands(recordsOf(request.body))
  const check = new BodyCheck()
  check.add('', 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
  throw invalidBody(check.tree())
}

const isSame = (command: Json, body: Json): boolean =>
  command['name'] === body['name'] && command['type'] === Number(body['type'] ?? 1)

function replaceAll(book: Book, request: RestRequest, commands: Map<string, Json>): readonly Json[] {
  const bodies = recordsOf(request.body)
  for (const [type, most] of Object.entries(MOST_COMMANDS))
    if (bodies.filter((body) => Number(body['type'] ?? 1) === Number(type)).length > most)
      throw refusal('too-many-commands')
  const before = [...commands.values()]
  commands.clear()
  return bodies.map((body) =>
    put(
      book,
      request,
      commands,
      body,
      before.find((command) => isSame(command, body)),
    ),
  )
}

/** Stores a command; a new one counts towards the creations of the day. */
function put(
  book: Book,
  request: RestRequest,
  commands: Map<string, Json>,
  body: Json,
  before: Json | undefined,
): Json {
  const guildId = request.params['guild_id']
  if (before === undefined) book.countCreation(guildId)
  const permissions = body['default_member_permissions']
  const id = textOf(before?.['id']) || book.world.clock.nextId()
  const command: Json = {
    id,
    application_id: book.world.applicationId,
    version: book.world.clock.nextId(),
    type: Number(body['type'] ?? 1),
    name: body['name'],
    name_localizations: body['name_localizations'] ?? null,
    description: body['description'] ?? '',
    description_localizations: body['description_localizations'] ?? null,
    options: body['options'] ?? [],
    default_member_permissions:
      typeof permissions === 'string' || typeof permissions === 'number' ? `${permissions}` : null,
    dm_permission: body['dm_permission'] ?? true,
    contexts: body['contexts'] ?? null,
    integration_types: body['integration_types'] ?? [0],
    nsfw: body['nsfw'] ?? false,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  }
  commands.set(id, command)
  return command
}

/** The options under a path of subcommand names: `['flux', 'ajouter']`. Undefined: no such path. */
export function optionsUnder(command: Json, path: readonly string[]): readonly Json[] | undefined {
  let options = recordsOf(command['options'])
  for (const name of path) {
    const branch = options.find(
      (option) => option['name'] === name && (option['type'] === 1 || option['type'] === 2),
    )
    if (branch === undefined) return undefined
    options = recordsOf(branch['options'])
  }
  return options.some((option) => isRecord(option) && (option['type'] === 1 || option['type'] === 2))
    ? undefined
    : options
}
