// What the environment says: tokens, keys, addresses for tests. Is handed the environment, and reads no file.
import { ExplainedError } from '../core/failures.ts'
import type { TokenKeys } from '../core/installation.ts'
import { readShards, type Shards } from '../core/shards.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface FromEnvironment {
  /** Undefined when there is none. */
  readonly tokens: {
    readonly slackBot: string | undefined
    readonly slackApp: string | undefined
    readonly slackSigning: string | undefined
    readonly discord: string | undefined
  }
  /** What workspaces of Slack need to install the app by themselves; undefined when nobody asks for it. */
  readonly slackInstall?: SlackInstall
  /** Which part of Discord this process is connected to; all of it when undefined. */
  readonly discordShards?: Shards
  /** Where the platforms answer when it is not at their own address: for tests. */
  readonly platformUrls: { readonly slack: string | undefined; readonly discord: string | undefined }
}

interface SlackInstall {
  readonly clientId: string
  readonly clientSecret: string
  readonly keys: TokenKeys
}

/** The database in the place of the file's own: an address with a password belongs nowhere else. */
export function databaseOf(environment: Environment): string | undefined {
  const value = environment['PRESSOIR_DATABASE']?.trim()
  return value === '' ? undefined : value
}

/** Throws ExplainedError `environment-invalid`, `environment-incomplete`; a secret is never in it. */
export function readEnvironment(environment: Environment): FromEnvironment {
  const given = (name: string): string | undefined => {
    const value = environment[name]?.trim()
    return value === '' ? undefined : value
  }
  const slackInstall = readSlackInstall(given)
  const discordShards = shardsOf(given, 'PRESSOIR_DISCORD_SHARDS')
  return {
    tokens: {
      slackBot: given('SLACK_BOT_TOKEN'),
      slackApp: given('SLACK_APP_TOKEN'),
      slackSigning: given('SLACK_SIGNING_SECRET'),
      discord: given('DISCORD_TOKEN'),
    },
    ...(slackInstall === undefined ? {} : { slackInstall }),
    ...(discordShards === undefined ? {} : { discordShards }),
    platformUrls: { slack: given('PRESSOIR_SLACK_API_URL'), discord: given('PRESSOIR_DISCORD_API_URL') },
  }
}

type Given = (name: string) => string | undefined

/** Whoever gives one of the two wants it, and hears what is missing. */
const WANTED = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'] as const
const NEEDED = [...WANTED, 'SLACK_SIGNING_SECRET', 'PRESSOIR_TOKEN_KEY'] as const

function readSlackInstall(given: Given): SlackInstall | undefined {
  const variable = WANTED.find((name) => given(name) !== undefined)
  if (variable === undefined) return undefined
  const missing = NEEDED.filter((name) => given(name) === undefined)
  const [clientId, clientSecret] = WANTED.map(given)
  const current = readKey(given, 'PRESSOIR_TOKEN_KEY')
  if (clientId === undefined || clientSecret === undefined || current === undefined || missing.length > 0)
    throw new ExplainedError({ code: 'environment-incomplete', variable, missing })
  const previous = readKey(given, 'PRESSOIR_TOKEN_KEY_PREVIOUS')
  return { clientId, clientSecret, keys: { current, ...(previous === undefined ? {} : { previous }) } }
}

/** Of AES-256. */
const KEY_OCTETS = 32

/** In hexadecimal, or in base 64 of either alphabet, as `openssl rand` gives them. */
function readKey(given: Given, variable: string): Uint8Array | undefined {
  const text = given(variable)
  if (text === undefined) return undefined
  const isHexadecimal = /^[\da-f]{64}$/iu.test(text)
  const isBase64 = /^[\w+/-]{43}=?$/u.test(text)
  const key = Buffer.from(text, isHexadecimal ? 'hex' : 'base64')
  if ((!isHexadecimal && !isBase64) || key.length !== KEY_OCTETS)
    throw new ExplainedError({ code: 'environment-invalid', variable, expected: 'key' })
  return key
}

function shardsOf(given: Given, variable: string): Shards | undefined {
  const text = given(variable)
  if (text === undefined) return undefined
  const shards = readShards(text)
  if (shards === undefined)
    throw new ExplainedError({ code: 'environment-invalid', variable, expected: 'shards' })
  return shards
}
