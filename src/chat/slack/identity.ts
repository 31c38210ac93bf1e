// Who we are on Slack, asked once. Checks nothing else.
import { z } from 'zod'
import { ExplainedError } from '../../core/failures.ts'
import { troubleOf } from './post-failures.ts'
import type { WebClient } from './web-client.ts'

const identitySchema = z.object({
  team_id: z.string(),
  team: z.string().nullish(),
  url: z.string().nullish(),
  user_id: z.string(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  response_metadata: z.object({ scopes: z.array(z.string()).nullish() }).nullish(),
})

export interface Identity {
  readonly teamId: string
  readonly teamName: string
  /** Of the workspace, `https://redaction.slack.com/`; `''` when Slack does not say. */
  readonly url: string
  readonly enterpriseId: string
  readonly botUser: string
  readonly botName: string
  readonly botId: string
  /** The rights of the token; undefined when Slack does not say. */
  readonly scopes: readonly string[] | undefined
}

/** Throws what the client throws. */
export async function readIdentity(client: WebClient): Promise<Identity> {
  const told = identitySchema.parse(await client.auth.test())
  return {
    teamId: told.team_id,
    teamName: told.team ?? '',
    url: told.url ?? '',
    enterpriseId: told.enterprise_id ?? '',
    botUser: told.user_id,
    botName: told.user ?? '',
    botId: told.bot_id ?? '',
    scopes: told.response_metadata?.scopes ?? undefined,
  }
}

/** Why we were not let in, as the port says it. */
export function entranceFailure(error: unknown): ExplainedError {
  if (error instanceof ExplainedError) return error
  const isRefused = troubleOf(error, 0).reason === 'token-refused'
  const code = isRefused ? 'token-refused' : 'platform-unreachable'
  return new ExplainedError({ code, platform: 'slack' }, { cause: error })
}
