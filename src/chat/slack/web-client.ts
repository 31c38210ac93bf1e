// Slack's own web client, set so that it calls once and says what happened. Retries nothing: the ledger above does.
import type { Logger, webApi } from '@slack/bolt'
import type { Log } from '../../ports.ts'
import { CALL_TIMEOUT } from './limits.ts'
import { createSdkLog } from './sdk-log.ts'

export type WebClient = webApi.WebClient

export interface Access {
  readonly botToken: string
  /** Where Slack is: anything but the real one is for tests. */
  readonly apiUrl?: string | undefined
  readonly log: Log
}

/** Refused as Slack would refuse it: nothing that leads to Slack could carry it, and whoever tried would quote it. */
class UncarriedToken extends Error {
  readonly data = { error: 'invalid_auth' }

  constructor() {
    super('a token with characters that no header carries')
  }
}

/** Throws for a token that was not copied as Slack gave it: with a quotation mark of a text, or a line too many. */
export function checkToken(token: string): void {
  if (!/^[\u0021-\u007E]+$/u.test(token)) throw new UncarriedToken()
}

/** Bolt's module takes 0.2 s and 40 MB (measured with 5.1): it is loaded only when Slack is really wanted. */
export async function openWebClient({ botToken, apiUrl, log }: Access): Promise<WebClient> {
  checkToken(botToken)
  const { LogLevel, webApi: api } = await import('@slack/bolt')
  return new api.WebClient(botToken, clientOptions(apiUrl, createSdkLog(log, LogLevel.INFO)))
}

export function clientOptions(apiUrl: string | undefined, logger: Logger): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    // The client would post again after a 503 and after a connection that was cut behind an accepted post.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT,
    logger,
  }
}

/** The `ts` of the new message. */
export async function postMessage(
  client: WebClient,
  message: webApi.ChatPostMessageArguments,
): Promise<string> {
  const answer: webApi.ChatPostMessageResponse = await client.apiCall('chat.postMessage', { ...message })
  return answer.ts ?? ''
}
