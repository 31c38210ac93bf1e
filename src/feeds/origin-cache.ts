// One small file per web origin, asked for once and kept for a while. Never fetches by itself.
import type { Instant } from '../core/calendar.ts'

/** Origins remembered; a press review of hundreds of feeds knows a few hundred. The one asked longest ago goes first. */
const ORIGIN_LIMIT = 2000

export interface Kept<T> {
  readonly value: T
  readonly until: Instant
}

/** The value of the origin of `url`, loaded at most once at a time. Failures of `load` pass through and are not kept. */
export type OriginCache<T> = (url: string) => Promise<T>

/** `load` gets the value that has just run out, for those who would rather have an old one than none. */
export function createOriginCache<T>(
  now: () => Instant,
  load: (origin: string, outdated: T | undefined) => Promise<Kept<T>>,
): OriginCache<T> {
  const kept = new Map<string, Kept<T>>()
  const loading = new Map<string, Promise<T>>()

  async function renew(origin: string): Promise<T> {
    try {
      const fresh = await load(origin, kept.get(origin)?.value)
      kept.delete(origin)
      kept.set(origin, fresh)
      const [oldest] = kept.keys()
      if (kept.size > ORIGIN_LIMIT && oldest !== undefined) kept.delete(oldest)
      return fresh.value
    } finally {
      loading.delete(origin)
    }
  }

  return async (url) => {
    const { origin } = new URL(url)
    const known = kept.get(origin)
    if (known !== undefined && known.until > now()) return known.value
    const underWay = loading.get(origin) ?? renew(origin)
    // Set before anything is awaited: callers of the same moment share one request.
    loading.set(origin, underWay)
    return underWay
  }
}
