// A workspace follows a feed, under a title and a rubric of its own. Two workspaces never see each other's.
import type { Instant } from './calendar.ts'
import type { Feed } from './feed.ts'
import type { WorkspaceId } from './workspace.ts'

/** A title of more characters than a digest's name for it is cut. */
export const LONGEST_TITLE = 100

/** Characters of a rubric: it stands in the small print of a story. */
export const LONGEST_RUBRIC = 40

export interface Following {
  readonly workspaceId: WorkspaceId
  readonly feedId: string
  readonly url: string
  readonly title: string
  readonly publisher: string
  /** `''` when none was given. */
  readonly rubric: string
  /** The platform's id of whoever added it, and the name they had. */
  readonly addedBy: string
  readonly addedByName: string
  readonly addedAt: Instant
  /** Not told, and not read when nobody else wants it. */
  readonly suspendedAt?: Instant
  /** False where its publisher is only linked, never quoted; ADR 0020. */
  readonly isQuoted?: false
}

/** The feed as this workspace calls it. */
export function feedOf({ feedId, url, title, publisher, rubric, isQuoted }: Following): Feed {
  const feed: Feed = { id: feedId, url, title, publisher, rubric, origin: 'chat' }
  return isQuoted === false ? { ...feed, isQuoted } : feed
}

/** A title on one line, cut where it is too long for a digest to name it. */
export function shortenedTitle(title: string): string {
  const line = title.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}
