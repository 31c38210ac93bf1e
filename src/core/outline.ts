// A list of feeds as readers of feeds exchange it: who is on it, under which rubric, what was refused. Reads no file.
import type { Feed } from './feed.ts'
import { LONGEST_RUBRIC } from './feed-title.ts'

export interface Outline {
  /** `''` when the list gives none. */
  readonly title: string
  /** In the order of the list, each address once. */
  readonly feeds: readonly OutlineFeed[]
  readonly refused: readonly RefusedOutline[]
  /** How often an address came again: the same feed in two folders. */
  readonly repeatedCount: number
  readonly warnings: readonly OutlineWarning[]
}

export interface OutlineFeed {
  /** Never empty: the host where the list gives none. */
  readonly title: string
  /** Absolute, http or https. */
  readonly address: string
  /** The page beside the feed; `''` when the list gives none. */
  readonly site: string
  /** Folders one in another, as one rubric; `''` outside of any. */
  readonly rubric: string
  /** As BCP 47 writes it; `''` when the list gives none. */
  readonly language: string
  /** Who answers for it; `''` when the list does not say: only ours do. */
  readonly publisher: string
  /** False where the publisher is only linked, never quoted; ADR 0020. */
  readonly isQuoted?: false
  /** Where it stands in the file, from 1. */
  readonly line: number
}

export interface RefusedOutline {
  readonly title: string
  /** The address as it is written; `''` when there is none. */
  readonly given: string
  readonly line: number
  readonly reason: OutlineRefusal
}

export type OutlineRefusal =
  /** It calls itself a feed and has no address. */
  | 'address-missing'
  /** No address that anybody could ask for. */
  | 'address-unreadable'
  /** A file, a program, a search of another reader. */
  | 'scheme'
  /** A machine of somebody's own network. */
  | 'private'
  /** A name and a password stand in it: everybody here would read them. */
  | 'password'
  /** A page that another reader takes apart; it is no feed for anybody else. */
  | 'scraped'
  /** A list of lists: its address is that of another OPML. */
  | 'list'
  /** Beyond what one list may bring. */
  | 'too-many'

/** What was mended on the way; the sentence is in locale/outlines.ts. */
export type OutlineWarning =
  | { readonly code: 'encoding-lies'; readonly declared: string; readonly used: string }
  | { readonly code: 'mended'; readonly count: number }
  /** Its end is missing. */
  | { readonly code: 'truncated' }
  | { readonly code: 'entities-refused' }

/** Feeds of one list. The largest collections that people export have some 2,000. */
export const MOST_OUTLINE_FEEDS = 5000

/** Between the folders of a rubric. */
const LEVEL_MARK = ' / '

/** «Presse / Régions» for a folder in a folder, or the inner one alone where that is too long. */
export function rubricOf(folders: readonly string[]): string {
  const names = folders.map((name) => name.replaceAll(/\s+/gu, ' ').trim()).filter((name) => name !== '')
  const whole = names.join(LEVEL_MARK)
  return whole.length <= LONGEST_RUBRIC ? whole : (names.at(-1) ?? '').slice(0, LONGEST_RUBRIC).trim()
}

/** The folders of a rubric, outermost first; none for `''`. */
export function foldersOf(rubric: string): readonly string[] {
  return rubric.split(LEVEL_MARK).filter((name) => name.trim() !== '')
}

/** What is written of a feed that is followed; its page is not known. */
export function outlineFeedOf({ title, url, rubric, publisher, isQuoted }: Feed): Omit<OutlineFeed, 'line'> {
  const feed = { title, address: url, site: '', rubric, language: '', publisher }
  return isQuoted === false ? { ...feed, isQuoted } : feed
}
