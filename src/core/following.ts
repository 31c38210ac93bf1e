// A workspace follows a feed, under a title and a rubric of its own. Two workspaces never see each other's.
import type { Instant } from './calendar.ts'
import type { Feed } from './feed.ts'
import type { WorkspaceId } from './workspace.ts'

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
