// The rate limits of the fake Discord: buckets by route, the overall one, and the count of invalid answers. No HTTP.
import { createHash } from 'node:crypto'

interface RateRule {
  readonly limit: number
  readonly windowMs: number
}

/**
 * By method and route. Discord publishes none of these figures, a client must read the headers. 5 posts in 5 s a
 * channel is what is met in practice; the others are assumed to be of that order. Not listed: `DEFAULT_RULE`.
 */
const ROUTE_RULES: Readonly<Record<string, RateRule>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 1000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 2000 },
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': { limit: 5, windowMs: 2000 },
  'POST /channels/{channel_id}/messages/{message_id}/threads': { limit: 5, windowMs: 5000 },
  'POST /users/@me/channels': { limit: 10, windowMs: 10_000 },
}
const DEFAULT_RULE: RateRule = { limit: 50, windowMs: 1000 }

/** 50 requests a second over all routes; discord-api-docs, topics/rate-limits. */
const GLOBAL_RULE: RateRule = { limit: 50, windowMs: 1000 }

/** 10,000 answers 401, 403 or 429 in ten minutes ban an address; discord-api-docs, topics/rate-limits. */
const INVALID_WINDOW_MS = 600_000
const INVALID_LIMIT = 10_000

/** Every interaction has buckets of its own: beyond this many the ended ones are dropped. */
const MOST_WINDOWS = 5000

export interface RateOptions {
  /** False: no limit at all. */
  readonly isOn?: boolean
  /** By `METHOD /template`, in place of the usual rules. */
  readonly routes?: Readonly<Record<string, RateRule>>
  readonly global?: RateRule
  /** Multiplies every window: 0.1 lets tests run ten times as fast. */
  readonly windowScale?: number
  /** Invalid answers in ten minutes that ban, 10,000 on Discord. */
  readonly banAfter?: number
}

interface RateVerdict {
  readonly headers: Readonly<Record<string, string>>
  /** Present: refused. */
  readonly refused?: { readonly retryAfterSeconds: number; readonly isGlobal: boolean }
}

export interface RateLimits {
  /** Counts a request in its bucket. `major`: the channel, guild or webhook that the bucket belongs to. */
  readonly take: (method: string, template: string, major: string, isGlobalFree: boolean) => RateVerdict
  readonly countAnswer: (status: number, isShared: boolean) => void
  /** Answers 401, 403 and 429 of the last ten minutes. */
  readonly invalidCount: () => number
  readonly rateLimitedCount: () => number
  readonly isBanned: () => boolean
  readonly ban: (isBanned: boolean) => void
}

interface Window {
  count: number
  resetAt: number
}

export function createRateLimits(options: RateOptions, now: () => number): RateLimits {
  const scale = options.windowScale ?? 1
  const windows = new Map<string, Window>()
  const invalidAt: number[] = []
  let rateLimited = 0
  let isBanned = false

  const enter = (key: string, rule: RateRule): Window => {
    const known = windows.get(key)
    const window =
      known !== undefined && known.resetAt > now()
        ? known
        : { count: 0, resetAt: now() + rule.windowMs * scale }
    if (windows.size > MOST_WINDOWS)
      for (const [old, { resetAt }] of windows) if (resetAt <= now()) windows.delete(old)
    windows.set(key, window)
    return window
  }
  const prune = (): void => {
    while ((invalidAt[0] ?? now()) < now() - INVALID_WINDOW_MS) invalidAt.shift()
  }

  return {
    take: (method, template, major, isGlobalFree) => {
      if (options.isOn === false) return { headers: {} }
      const route = `${method} ${template}`
      const rule = options.routes?.[route] ?? ROUTE_RULES[route] ?? DEFAULT_RULE
      const globalRule = options.global ?? GLOBAL_RULE
      const overall = enter('global', globalRule)
      if (!isGlobalFree && overall.count >= globalRule.limit) return refusedBy(overall, now(), true, {})
      const bucket = enter(`${route} ${major}`, rule)
      const headers = bucketHeaders(route, rule, bucket, now())
      if (bucket.count >= rule.limit) return refusedBy(bucket, now(), false, headers)
      bucket.count += 1
      if (!isGlobalFree) overall.count += 1
      return { headers: { ...headers, 'x-ratelimit-remaining': `${rule.limit - bucket.count}` } }
    },
    countAnswer: (status, isShared) => {
      if (status === 429) rateLimited += 1
      if (status === 401 || status === 403 || (status === 429 && !isShared)) invalidAt.push(now())
      prune()
      if (invalidAt.length >= (options.banAfter ?? INVALID_LIMIT)) isBanned = true
    },
    invalidCount: () => {
      prune()
      return invalidAt.length
    },
    rateLimitedCount: () => rateLimited,
    isBanned: () => isBanned,
    ban: (value) => {
      isBanned = value
    },
  }
}

function bucketHeaders(route: string, rule: RateRule, window: Window, now: number): Record<string, string> {
  return {
    'x-ratelimit-limit': `${rule.limit}`,
    'x-ratelimit-remaining': `${Math.max(0, rule.limit - window.count)}`,
    'x-ratelimit-reset': (window.resetAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': (Math.max(0, window.resetAt - now) / 1000).toFixed(3),
    'x-ratelimit-bucket': createHash('md5').update(route).digest('hex'),
  }
}

function refusedBy(
  window: Window,
  now: number,
  isGlobal: boolean,
  headers: Record<string, string>,
): RateVerdict {
  const retryAfterSeconds = Math.max(0.001, (window.resetAt - now) / 1000)
  return {
    refused: { retryAfterSeconds, isGlobal },
    headers: {
      ...headers,
      'retry-after': `${Math.ceil(retryAfterSeconds)}`,
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : { 'x-ratelimit-remaining': '0' }),
    },
  }
}
