// Looks at Discord before anything is sent: token, servers, channels, permissions. Changes nothing there.
import type { Finding } from '../../core/inspection.ts'
import { createDiscordApi, type DiscordApi } from './api.ts'
import { codeOf, isTokenRefused, statusOf } from './api-errors.ts'
import { invitationUrl } from './invitation.ts'
import {
  applicationSchema,
  channelSchema,
  guildSchema,
  guildsSchema,
  memberSchema,
  selfSchema,
} from './payloads.ts'
import { missingPermissions, VIEW_CHANNEL } from './permissions.ts'
import { THREAD_TYPES } from './receive.ts'
import { createRefusals } from './refusals.ts'

export interface DiscordInspection {
  readonly token: string
  readonly apiUrl?: string | undefined
}

/** As many servers as are named. */
const NAMED_SERVERS = 10

/** The environment variable of the token. */
const VARIABLE = 'DISCORD_TOKEN'

const REQUESTS_PER_SECOND = 10

/** Categories, directories, forums and their kin hold no messages of their own; resources/channel, types. */
const UNWRITABLE = new Set([4, 14, 15, 16])

/** topics/opcodes-and-status-codes, JSON. */
const MISSING_ACCESS = 50_001

/** The first refusal ends the look: no clock is needed to wait after one. */
function standStill(): number {
  return 0
}

/** `channels` without the platform's name; those of persons are not looked at. Never rejects. */
export async function inspectDiscord(
  { token, apiUrl }: DiscordInspection,
  channels: readonly string[],
): Promise<readonly Finding[]> {
  const api = createDiscordApi({
    token,
    apiUrl,
    now: standStill,
    refusals: createRefusals(standStill, () => undefined),
    requestsPerSecond: REQUESTS_PER_SECOND,
  })
  const findings: Finding[] = []
  try {
    const self = selfSchema.parse(await api.call('GET', '/users/@me'))
    const application = applicationSchema.parse(await api.call('GET', '/applications/@me'))
    const servers = guildsSchema.parse(await api.call('GET', '/users/@me/guilds'))
    const workspaces = servers.slice(0, NAMED_SERVERS).map(({ name }) => name)
    findings.push({ code: 'connected', platform: 'discord', name: self.username, workspaces })
    if (servers.length === 0) findings.push({ code: 'invited-nowhere', platform: 'discord' })
    // What people ask would go past us: the gateway hears of no command and no button.
    if ((application.interactions_endpoint_url ?? '') !== '')
      findings.push({ code: 'listens-to-nobody', platform: 'discord' })
    findings.push({ code: 'invitation', url: invitationUrl(application.id) })
    for (const channel of new Set(channels.filter((name) => !name.startsWith('@'))))
      findings.push(await inspectChannel(api, self.id, channel))
  } catch (error) {
    findings.push(
      isTokenRefused(error)
        ? { code: 'token-refused', platform: 'discord', variable: VARIABLE }
        : { code: 'platform-unreachable', platform: 'discord' },
    )
  }
  return findings
}

/** Throws for what is wrong with Discord rather than with the channel. */
async function inspectChannel(api: DiscordApi, botId: string, channelId: string): Promise<Finding> {
  const channel = `discord:${channelId}`
  try {
    const asked = channelSchema.parse(await api.call('GET', `/channels/${channelId}`))
    const name = asked.name ?? channelId
    if (asked.thread_metadata?.archived === true) return { code: 'channel-archived', channel, name }
    if (UNWRITABLE.has(asked.type)) return { code: 'channel-missing', channel }
    if (asked.guild_id === undefined) return { code: 'channel-good', channel, name }
    const parentId = THREAD_TYPES.includes(asked.type) ? asked.parent_id : undefined
    const ruled =
      typeof parentId === 'string'
        ? channelSchema.parse(await api.call('GET', `/channels/${parentId}`))
        : asked
    const permissions = await missingIn(api, botId, asked.guild_id, ruled)
    return permissions.length === 0
      ? { code: 'channel-good', channel, name }
      : { code: 'permissions-missing', channel, name, permissions }
  } catch (error) {
    if (codeOf(error) === MISSING_ACCESS)
      return { code: 'permissions-missing', channel, name: channelId, permissions: [VIEW_CHANNEL.name] }
    const status = statusOf(error)
    // No such channel, or nothing that could be the id of one.
    if (status === 404 || status === 400) return { code: 'channel-missing', channel }
    throw error
  }
}

async function missingIn(
  api: DiscordApi,
  botId: string,
  serverId: string,
  channel: { readonly permission_overwrites: Parameters<typeof missingPermissions>[2] },
): Promise<readonly string[]> {
  const server = guildSchema.parse(await api.call('GET', `/guilds/${serverId}`))
  const member = memberSchema.parse(await api.call('GET', `/guilds/${serverId}/members/${botId}`))
  const roles = new Map(server.roles.map(({ id, permissions }) => [id, BigInt(permissions)]))
  return missingPermissions(
    { id: server.id, ownerId: server.owner_id, roles },
    { id: botId, roles: member.roles },
    channel.permission_overwrites,
  )
}
