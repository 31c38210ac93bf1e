// A look at Slack for `doctor`: tokens, rights, channels. Posts nothing, changes nothing.
import { z } from 'zod'
import { MINUTE } from '../../core/calendar.ts'
import type { Finding } from '../../core/inspection.ts'
import type { Log } from '../../ports.ts'
import { plainWords } from './escape.ts'
import { type Identity, readIdentity } from './identity.ts'
import { type Patience, patiently } from './patience.ts'
import { platformCodeOf, troubleOf } from './post-failures.ts'
import { BOT_SCOPES } from './scopes.ts'
import { openWebClient, type WebClient } from './web-client.ts'

export interface SlackInspection {
  readonly botToken: string
  readonly appToken?: string | undefined
  readonly signingSecret?: string | undefined
  readonly apiUrl?: string | undefined
}

/** `channels` without the platform's name; `@person` is somebody's private conversation. Never rejects. */
export async function inspectSlack(
  options: SlackInspection,
  channels: readonly string[],
): Promise<readonly Finding[]> {
  try {
    const client = await openWebClient({ ...options, log: SILENT })
    const identity = await readIdentity(client)
    return [
      {
        code: 'connected',
        platform: 'slack',
        name: identity.botName,
        workspaces: [identity.teamName].filter((name) => name !== ''),
      },
      ...missingScopes(identity),
      ...(await inspectListening(options)),
      ...(await inspectChannels(client, [...new Set(channels)])),
    ]
  } catch (error) {
    return [entrance(error, 'SLACK_BOT_TOKEN')]
  }
}

/** Whoever asks for a look reads the findings, not the log. */
const SILENT: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

function entrance(error: unknown, variable: string): Finding {
  return troubleOf(error, 0).reason === 'token-refused' || WRONG_KIND.has(platformCodeOf(error) ?? '')
    ? { code: 'token-refused', platform: 'slack', variable }
    : { code: 'platform-unreachable', platform: 'slack' }
}

/** A token of another kind, docs.slack.dev, apps.connections.open. */
const WRONG_KIND = new Set(['not_allowed_token_type', 'forbidden_team', 'missing_scope', 'access_denied'])

function missingScopes({ scopes }: Identity): readonly Finding[] {
  const missing = scopes === undefined ? [] : BOT_SCOPES.filter((scope) => !scopes.includes(scope))
  return missing.length === 0 ? [] : [{ code: 'scopes-missing', scopes: missing }]
}

async function inspectListening(options: SlackInspection): Promise<readonly Finding[]> {
  const { appToken, signingSecret } = options
  if (appToken === undefined)
    return signingSecret === undefined ? [{ code: 'listens-to-nobody', platform: 'slack' }] : []
  try {
    const client = await openWebClient({ ...options, botToken: appToken, log: SILENT })
    // Gives an address that nobody uses; Slack lets it expire.
    await client.apps.connections.open({})
    return []
  } catch (error) {
    return [entrance(error, 'SLACK_APP_TOKEN')]
  }
}

async function inspectChannels(client: WebClient, channels: readonly string[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  // One after the other: a look is in no hurry, and Slack counts.
  for (const channel of channels) {
    const look = channel.startsWith('@') ? inspectPerson : inspectChannel
    try {
      findings.push(await patiently(PATIENCE, () => look(client, channel)))
    } catch (error) {
      // It would be the same with every other channel.
      if (isAboutAll(error)) return [...findings, entrance(error, 'SLACK_BOT_TOKEN')]
      // Which right is missing has been said.
      if (platformCodeOf(error) !== 'missing_scope')
        findings.push({ code: 'channel-missing', channel: `slack:${channel}` })
    }
  }
  return findings
}

/** Fifty questions a minute are few where there are many channels; ours is how often, Slack says how long. */
const PATIENCE: Patience = { mostWaits: 5, longestWait: 2 * MINUTE }

/** Whether it says something about Slack or about us, and nothing about the channel. */
function isAboutAll(error: unknown): boolean {
  const { reason } = troubleOf(error, 0)
  return platformCodeOf(error) === undefined || reason === 'platform-failing' || reason === 'token-refused'
}

const channelSchema = z.object({
  channel: z.object({
    name: z.string().nullish(),
    is_archived: z.boolean().nullish(),
    is_member: z.boolean().nullish(),
    is_im: z.boolean().nullish(),
  }),
})

async function inspectChannel(client: WebClient, id: string): Promise<Finding> {
  const channel = `slack:${id}`
  const found = channelSchema.parse(await client.conversations.info({ channel: id })).channel
  const name = plainWords(found.name ?? id)
  if (found.is_archived === true) return { code: 'channel-archived', channel, name }
  if (found.is_member !== true && found.is_im !== true) return { code: 'not-a-member', channel, name }
  return { code: 'channel-good', channel, name }
}

const personSchema = z.object({
  user: z.object({ name: z.string().nullish(), deleted: z.boolean().nullish() }),
})

async function inspectPerson(client: WebClient, id: string): Promise<Finding> {
  const channel = `slack:${id}`
  const { user } = personSchema.parse(await client.users.info({ user: id.slice(1) }))
  if (user.deleted === true) return { code: 'channel-missing', channel }
  return { code: 'channel-good', channel, name: `@${plainWords(user.name ?? id.slice(1))}` }
}
