// Which platforms the digests need and cannot have, for want of tokens. Asks no platform anything.
import type { Configuration } from '../config/load.ts'

export interface AbsentPlatform {
  /** As people write it. */
  readonly name: string
  /** The name in the environment under which there is no token. */
  readonly variable: string
  /** The channels of the configuration that go without. */
  readonly channels: readonly string[]
}

type Tokens = Configuration['tokens']

/** The token without which a platform cannot even post, by the prefix of its channels. */
const NEEDED: readonly (readonly [prefix: string, name: string, variable: string, token: keyof Tokens])[] = [
  ['slack:', 'Slack', 'SLACK_BOT_TOKEN', 'slackBot'],
  ['discord:', 'Discord', 'DISCORD_TOKEN', 'discord'],
]

/** Those that no digest of the file needs, so that nobody misses anything; said all the same. */
export function platformsWithoutToken(
  configuration: Configuration,
): readonly Pick<AbsentPlatform, 'name' | 'variable'>[] {
  const missed = new Set(absentPlatforms(configuration).map(({ name }) => name))
  return NEEDED.flatMap(([, name, variable, token]) =>
    isThere(configuration, token) || missed.has(name) ? [] : [{ name, variable }],
  )
}

export function absentPlatforms(configuration: Configuration): readonly AbsentPlatform[] {
  const { digests, alerts } = configuration
  const channelsOfAlerts = alerts.map(({ channel }) => channel)
  const wanted = [...new Set([...digests.flatMap(({ channels }) => channels), ...channelsOfAlerts])]
  return NEEDED.flatMap(([prefix, name, variable, token]) => {
    const channels = wanted.filter((channel) => channel.startsWith(prefix))
    return channels.length === 0 || isThere(configuration, token) ? [] : [{ name, variable, channels }]
  })
}

/** Workspaces of Slack that install the app bring their own tokens. */
function isThere({ tokens, slackInstall }: Configuration, token: keyof Tokens): boolean {
  return tokens[token] !== undefined || (token === 'slackBot' && slackInstall !== undefined)
}
