// The routes of the fake Discord for channels, threads, guilds, users and the gateway's address. Posts no message.
import { BodyCheck } from './body-check.ts'
import { invalidBody, refusal } from './api-error.ts'
import { checkMessage } from './message-check.ts'
import { numberOf, recordOf, textOf } from './json.ts'
import { demand, visibleChannel } from './permissions.ts'
import { directChannel } from './population.ts'
import { partsOf } from './posts.ts'
import { store } from './posting.ts'
import { noContent, ok, withToken, type RestRequest, type Route } from './router.ts'
import { param } from './routes-messages.ts'
import {
  activeThreadsOf,
  channelShape,
  fullMemberShape,
  guildShape,
  plainChannelsOf,
  roleShape,
  userById,
} from './shapes.ts'
import { AUTO_ARCHIVE_MINUTES, changeThread, createThread } from './threads.ts'
import { CHANNEL_TYPE, isThread, threadOf, type FakeGuild, type World } from './world.ts'

const CHANNEL = '/channels/{channel_id}'
/** discord.js sends `type` and `invitable` with each thread, where Discord ignores them too. */
const THREAD_KEYS = ['name', 'auto_archive_duration', 'rate_limit_per_user', 'type', 'invitable']

export function channelRoutes(world: World): readonly Route[] {
  return [
    withToken('GET', CHANNEL, (request) =>
      ok(channelShape(world, visibleChannel(world, param(request, 'channel_id')))),
    ),
    withToken('PATCH', CHANNEL, (request) => changeChannel(world, request)),
    withToken(
      'POST',
      `${CHANNEL}/messages/{message_id}/threads`,
      (request) => threadFromMessage(world, request),
      (request) => checkThread(request, THREAD_KEYS),
    ),
    withToken(
      'POST',
      `${CHANNEL}/threads`,
      (request) => threadAlone(world, request),
      (request) => checkThread(request, [...THREAD_KEYS, 'message', 'applied_tags']),
    ),
    withToken('PUT', `${CHANNEL}/thread-members/@me`, (request) => {
      visibleChannel(world, param(request, 'channel_id'))
      return noContent
    }),
    withToken('POST', '/users/@me/channels', (request) => openDirect(world, request)),
  ]
}

function checkThread(request: RestRequest, keys: readonly string[]): void {
  const body = recordOf(request.body)
  const check = new BodyCheck()
  check.keys('', body, keys)
  check.text('name', body['name'], { min: 1, max: 100, isRequired: true })
  const minutes = body['auto_archive_duration']
  if (minutes !== undefined && minutes !== null && !AUTO_ARCHIVE_MINUTES.includes(Number(minutes)))
    check.add('auto_archive_duration', 'BASE_TYPE_CHOICES', 'Value must be one of (60, 1440, 4320, 10080).')
  if (check.problems.length > 0) throw invalidBody(check.tree())
  if (body['message'] !== undefined) checkMessage(recordOf(body['message']), 'edit', request.files.length)
}

const archiveMinutes = (request: RestRequest): number | undefined => {
  const minutes = recordOf(request.body)['auto_archive_duration']
  return typeof minutes === 'number' ? minutes : undefined
}

function threadFromMessage(world: World, request: RestRequest): ReturnType<Route['handle']> {
  const parent = visibleChannel(world, param(request, 'channel_id'))
  if (parent.guildId === undefined) throw refusal('not-for-direct-messages')
  if (parent.type !== CHANNEL_TYPE.text && parent.type !== CHANNEL_TYPE.news)
    throw refusal('wrong-channel-type')
  demand(world, parent, 'CREATE_PUBLIC_THREADS')
  const starter = world.messages.get(param(request, 'message_id'))
  if (
    starter === undefined ||
    starter.isDeleted ||
    starter.channelId !== parent.id ||
    starter.ephemeralTo !== undefined
  )
    throw refusal('unknown-message')
  if (threadOf(world, starter) !== undefined) throw refusal('thread-exists')
  const name = textOf(recordOf(request.body)['name'])
  const autoArchiveMinutes = archiveMinutes(request)
  const thread = createThread(world, { parent, starter, name, ownerId: world.botId, autoArchiveMinutes })
  return ok(channelShape(world, thread), 201)
}

/** A thread without a message before it; in a forum it comes with its first message, that takes no nonce. */
function threadAlone(world: World, request: RestRequest): ReturnType<Route['handle']> {
  const parent = visibleChannel(world, param(request, 'channel_id'))
  const body = recordOf(request.body)
  const isForum = parent.type === CHANNEL_TYPE.forum
  const isPrivate = body['type'] === CHANNEL_TYPE.privateThread
  if (isThread(parent) || parent.guildId === undefined) throw refusal('wrong-channel-type')
  demand(
    world,
    parent,
    isForum ? 'SEND_MESSAGES' : isPrivate ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS',
  )
  if (isForum !== (body['message'] !== undefined))
    throw invalidBody({
      message: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'Only a forum takes a message.' }] },
    })
  const name = textOf(body['name'])
  const draft = { parent, name, ownerId: world.botId, isPrivate, autoArchiveMinutes: archiveMinutes(request) }
  const thread = createThread(world, draft)
  if (isForum)
    store(world, {
      id: thread.id,
      channel: thread,
      authorId: world.botId,
      ...partsOf(recordOf(body['message']), request.files),
    })
  return ok(channelShape(world, thread), 201)
}

/** Only threads can be changed here: name, archive, lock. */
function changeChannel(world: World, request: RestRequest): ReturnType<Route['handle']> {
  const channel = visibleChannel(world, param(request, 'channel_id'))
  if (channel.thread === undefined) throw refusal('missing-permissions')
  const body = recordOf(request.body)
  const isOwn = channel.thread.ownerId === world.botId
  if (!isOwn || body['locked'] !== undefined) demand(world, channel, 'MANAGE_THREADS')
  if (channel.thread.isArchived && channel.thread.isLocked) demand(world, channel, 'MANAGE_THREADS')
  changeThread(world, channel, {
    ...(typeof body['name'] === 'string' ? { name: body['name'] } : {}),
    ...(typeof body['archived'] === 'boolean' ? { isArchived: body['archived'] } : {}),
    ...(typeof body['locked'] === 'boolean' ? { isLocked: body['locked'] } : {}),
    ...(typeof body['auto_archive_duration'] === 'number'
      ? { autoArchiveMinutes: body['auto_archive_duration'] }
      : {}),
  })
  return ok(channelShape(world, channel))
}

function openDirect(world: World, request: RestRequest): ReturnType<Route['handle']> {
  const userId = textOf(recordOf(request.body)['recipient_id'])
  const user = world.users.get(userId)
  if (user === undefined) throw refusal('invalid-recipient')
  if (user.isBot) throw refusal('user-refuses')
  return ok(channelShape(world, directChannel(world, userId)))
}

export interface GatewayAddress {
  readonly url: () => string
  readonly sessionStartsLeft: () => number
  /** Shards that may identify within the same five seconds. */
  readonly maxConcurrency: number
}

export function guildRoutes(world: World, gateway: GatewayAddress): readonly Route[] {
  const guildOf = (request: RestRequest): FakeGuild => {
    const guild = world.guilds.get(param(request, 'guild_id'))
    if (guild === undefined || !guild.hasBot) throw refusal('unknown-guild')
    return guild
  }
  const memberOf = (request: RestRequest, userId: string): ReturnType<Route['handle']> => {
    const member = guildOf(request).members.get(userId)
    if (member === undefined) throw refusal(world.users.has(userId) ? 'unknown-member' : 'unknown-user')
    return ok(fullMemberShape(world, member))
  }
  const application = (): ReturnType<Route['handle']> => ok(applicationShape(world))
  return [
    withToken('GET', '/gateway/bot', () =>
      ok({
        url: gateway.url(),
        shards: 1,
        session_start_limit: {
          total: 1000,
          remaining: gateway.sessionStartsLeft(),
          reset_after: 86_400_000,
          max_concurrency: gateway.maxConcurrency,
        },
      }),
    ),
    withToken('GET', '/users/@me', () =>
      ok({ ...userById(world, world.botId), verified: true, mfa_enabled: false }),
    ),
    withToken('GET', '/users/@me/guilds', () =>
      ok(
        [...world.guilds.values()]
          .filter(({ hasBot }) => hasBot)
          .map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: '0', features: [] })),
      ),
    ),
    withToken('GET', '/users/{user_id}', (request) => {
      if (!world.users.has(param(request, 'user_id'))) throw refusal('unknown-user')
      return ok(userById(world, param(request, 'user_id')))
    }),
    withToken('GET', '/applications/@me', application),
    withToken('GET', '/oauth2/applications/@me', application),
    withToken('GET', '/guilds/{guild_id}', (request) => ok(guildShape(guildOf(request)))),
    withToken('GET', '/guilds/{guild_id}/members/{user_id}', (request) =>
      memberOf(request, param(request, 'user_id')),
    ),
    withToken('GET', '/guilds/{guild_id}/members', (request) => {
      const guild = guildOf(request)
      if (!world.grantedIntents.has('members')) throw refusal('missing-access')
      const members = [...guild.members.values()].slice(
        0,
        numberOf(request.query.get('limit') ?? undefined, 1),
      )
      return ok(members.map((member) => fullMemberShape(world, member)))
    }),
    withToken('GET', '/guilds/{guild_id}/roles', (request) => {
      const guild = guildOf(request)
      return ok([...guild.roles.values()].map((role) => roleShape(role, guild.id)))
    }),
    withToken('GET', '/guilds/{guild_id}/channels', (request) =>
      ok(plainChannelsOf(world, guildOf(request).id).map((channel) => channelShape(world, channel))),
    ),
    withToken('GET', '/guilds/{guild_id}/threads/active', (request) =>
      ok({
        threads: activeThreadsOf(world, guildOf(request).id).map((channel) => channelShape(world, channel)),
        members: [],
      }),
    ),
  ]
}

/** Bits of an app's flags for privileged intents of a bot in few guilds; discord-api-docs, resources/application. */
const APPLICATION_FLAG = { presences: 1 << 13, members: 1 << 15, messageContent: 1 << 19 } as const

const applicationShape = (world: World): Record<string, unknown> => ({
  id: world.applicationId,
  name: world.users.get(world.botId)?.name,
  icon: null,
  description: '',
  summary: '',
  bot_public: false,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: [...world.grantedIntents].reduce((bits, name) => bits | APPLICATION_FLAG[name], 0),
  bot: userById(world, world.botId),
  owner: null,
  team: null,
  approximate_guild_count: [...world.guilds.values()].filter(({ hasBot }) => hasBot).length,
  integration_types_config: { 0: {} },
  interactions_endpoint_url: world.interactionsUrl ?? null,
  install_params: { scopes: ['bot', 'applications.commands'], permissions: '0' },
})
