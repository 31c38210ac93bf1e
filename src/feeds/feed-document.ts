// A feed as it was read, before anything is decided about it. Never reads bytes.
import type { Instant } from '../core/calendar.ts'
import type { FeedWarning } from '../ports.ts'

export interface FeedDocument {
  /** Plain text; `''` when the feed has none. */
  readonly title: string
  /** The site, absolute; `''` when the feed names none. */
  readonly link: string
  /** As BCP 47 writes it: `fr`, `fr-BE`. */
  readonly language?: string
  /** Plain text. */
  readonly subtitle?: string
  /** How long the feed asks to be left alone. */
  readonly ttlMinutes?: number
  /** Who announces its news, absolute; WebSub. */
  readonly hubs?: readonly string[]
  /** The feed's own address, by its own word. */
  readonly self?: string
  readonly id?: string
  readonly author?: string
  readonly published?: Instant
  readonly updated?: Instant
  readonly items: readonly ParsedItem[]
  readonly warnings: readonly FeedWarning[]
}

/** One item as the feed has it. Texts are HTML: markup decoded once, words that only look like markup escaped. */
export interface ParsedItem {
  readonly title: string
  /** Absolute, tracking and all; `''` without any, or when its scheme was refused. */
  readonly link: string
  /** guid or id; `''` without any. */
  readonly id: string
  readonly summary: string
  readonly content: string
  /** The update when the feed tells no publication. */
  readonly published?: Instant
  readonly updated?: Instant
  readonly author?: string
  readonly tags?: readonly string[]
  readonly enclosures?: readonly Enclosure[]
}

/** A picture, a sound or a film that goes with an item; all as written. */
export interface Enclosure {
  readonly url: string
  readonly type?: string
  readonly length?: string
}

/** An item on its way: its link may have been refused. */
export interface ReadItem {
  readonly item: ParsedItem
  readonly isLinkRefused: boolean
}

/**
 * Items that are read of one feed. Archives of several thousand are met; an item may take seven characters, and a million
 * of them all our memory.
 */
const ITEM_LIMIT = 5000

/** All of them, or the first and the last ones: some feeds begin with the newest, some with the oldest. */
export function keepEnds<Item>(items: readonly Item[]): readonly Item[] {
  const half = ITEM_LIMIT / 2
  return items.length <= ITEM_LIMIT ? items : [...items.slice(0, half), ...items.slice(-half)]
}

/** That some were left out. */
export function omission(count: number): readonly FeedWarning[] {
  return count > ITEM_LIMIT ? [{ code: 'items-cut', count, kept: ITEM_LIMIT }] : []
}

/** What is said of items of any format: dates that are missing, links that were refused. */
export function complaints(items: readonly ReadItem[]): readonly FeedWarning[] {
  const undated = items.filter(({ item }) => item.published === undefined).length
  const refused = items.filter(({ isLinkRefused }) => isLinkRefused).length
  return [
    ...(undated > 0 ? [{ code: 'dates-missing', count: undated } as const] : []),
    ...(refused > 0 ? [{ code: 'links-refused', count: refused } as const] : []),
  ]
}
