// How we call Discord: patience, second attempts, and what counts as too long a pause. Calls nothing itself.
import type { RESTOptions } from 'discord.js'

/** Where Discord is called, without the version of its API. */
const API_URL = 'https://discord.com/api'

/** Discord answers within a second; what takes longer has most likely failed. Milliseconds. */
const REQUEST_TIME = 15_000

/** After a 5xx or no answer in time; each costs as long as the first. A nonce keeps a repeated message single. */
const RETRIES = 1

/** A longer pause is for the caller to plan, who holds a message for two minutes at most (core/sending). Milliseconds. */
const LONGEST_PAUSE = 30_000

/** Invalid answers after which discord.js warns; 10,000 in ten minutes ban our address (topics/rate-limits). */
const INVALID_WARNING = 1000

/** `requestTime` in place of the usual one, in milliseconds. */
export function restOptions(apiUrl: string | undefined, requestTime = REQUEST_TIME): Partial<RESTOptions> {
  return {
    api: apiUrl ?? API_URL,
    version: '10',
    timeout: requestTime,
    retries: RETRIES,
    invalidRequestWarningInterval: INVALID_WARNING,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > LONGEST_PAUSE,
  }
}
