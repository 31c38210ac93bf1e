// Which platforms the digests need and cannot have, for want of tokens. Asks no platform anything.
import type { Configuration } from '../config/load.ts'

export interface AbsentPlatform {
  /** As people write it. */
  readonly name: string
  /** Names in the environment under which there is no token. */
  readonly variables: readonly string[]
  /** The channels of the configuration that go without. */
  readonly channels: readonly string[]
}

type Tokens = Configuration['tokens']

/** The tokens without which a platform can neither post nor listen, by the prefix of its channels. */
const NEEDED: readonly (readonly [
  prefix: string,
  name: string,
  tokens: readonly (readonly [string, keyof Tokens])[],
])[] = [
  [
    'slack:',
    'Slack',
    [
      ['SLACK_BOT_TOKEN', 'slackBot'],
      ['SLACK_APP_TOKEN', 'slackApp'],
    ],
  ],
  ['discord:', 'Discord', [['DISCORD_TOKEN', 'discord']]],
]

export function absentPlatforms({ digests, tokens }: Configuration): readonly AbsentPlatform[] {
  const wanted = [...new Set(digests.flatMap((digest) => digest.channels))]
  return NEEDED.flatMap(([prefix, name, needed]) => {
    const channels = wanted.filter((channel) => channel.startsWith(prefix))
    const variables = needed.flatMap(([variable, key]) => (tokens[key] === undefined ? [variable] : []))
    return channels.length === 0 || variables.length === 0 ? [] : [{ name, variables, channels }]
  })
}
