// How often an app may call: a bucket for each channel, each method, and the whole workspace. Posts nothing.

export interface RateLimits {
  /** Posts a second in one channel; 1 in Slack. */
  readonly postsPerSecond?: number
  /** Posts that may come at once after a pause. Slack says «short bursts»; 5 here. */
  readonly burst?: number
  /** Posts a minute over all channels; no limit unless given («several hundred» in Slack). */
  readonly workspacePostsPerMinute?: number
  /** Calls a minute of a method, such as Slack's tiers; no limit unless given. */
  readonly callsPerMinute?: Readonly<Record<string, number>>
}

interface Bucket {
  level: number
  filledAt: number
  /** Until then the app was told to wait. */
  closedUntil: number
}

export interface RateMeter {
  /** Seconds to wait, or nothing when the call may pass. */
  take(method: string, channel: string | undefined): Wait | undefined
}

interface Wait {
  readonly retryAfterSeconds: number
  /** The app had been told to wait and did not. */
  readonly isImpatient: boolean
}

interface Rate {
  readonly name: string
  readonly perSecond: number
  readonly burst: number
}

export function createRateMeter(limits: RateLimits | 'off', now: () => number): RateMeter {
  const buckets = new Map<string, Bucket>()
  const bucketOf = ({ name, perSecond, burst }: Rate): Bucket => {
    const bucket = buckets.get(name) ?? { level: burst, filledAt: now(), closedUntil: 0 }
    const seconds = (now() - bucket.filledAt) / 1000
    bucket.level = Math.min(burst, bucket.level + seconds * perSecond)
    bucket.filledAt = now()
    buckets.set(name, bucket)
    return bucket
  }
  return {
    take(method, channel) {
      if (limits === 'off') return undefined
      const rates = ratesOf(limits, method, channel)
      for (const rate of rates) {
        const bucket = bucketOf(rate)
        if (bucket.level >= 1) continue
        // Half a second for clocks and the way: a client that waits exactly as told is not impatient.
        const isImpatient = now() < bucket.closedUntil - 500
        const retryAfterSeconds = Math.max(1, Math.ceil((1 - bucket.level) / rate.perSecond))
        bucket.closedUntil = now() + retryAfterSeconds * 1000
        return { retryAfterSeconds, isImpatient }
      }
      for (const rate of rates) bucketOf(rate).level -= 1
      return undefined
    },
  }
}

function ratesOf(limits: RateLimits, method: string, channel: string | undefined): readonly Rate[] {
  const rates: Rate[] = []
  const { postsPerSecond = 1, burst = 5, workspacePostsPerMinute, callsPerMinute } = limits
  if (method === 'chat.postMessage') {
    rates.push({ name: `channel ${channel ?? ''}`, perSecond: postsPerSecond, burst })
    if (workspacePostsPerMinute !== undefined) {
      rates.push({
        name: 'workspace',
        perSecond: workspacePostsPerMinute / 60,
        burst: workspacePostsPerMinute,
      })
    }
  }
  const perMinute = callsPerMinute?.[method]
  if (perMinute !== undefined) rates.push({ name: method, perSecond: perMinute / 60, burst: perMinute })
  return rates
}
