// A digest: what is told, when and where. A definition; one publication of it is an edition.
import type { Instant, Zone } from './calendar.ts'
import type { Filter } from './filter.ts'
import type { WorkspaceId } from './workspace.ts'

export interface Digest {
  /** Short and unique: `matin`. Names the archive files. */
  readonly name: string
  /** What stands above every edition: «La revue du matin». */
  readonly title: string
  readonly schedule: Schedule
  /** Where editions go, `platform:channel`, for example `console:terminal` or `slack:C0123456`. */
  readonly channels: readonly string[]
  /** Titles of the feeds to read; empty means all of them. */
  readonly feeds: readonly string[]
  /** Rubrics to keep; empty means all of them. */
  readonly rubrics: readonly string[]
  /** Words of which an article has at least one; empty means any article. */
  readonly withWords: readonly string[]
  /** Words of which an article has none. */
  readonly withoutWords: readonly string[]
  /** What an article must be besides; undefined means any. */
  readonly filter?: Filter
  /** At most this many stories in an edition. */
  readonly maxStories: number
  /** At most this many words in a brief. */
  readonly maxWords: number
  /** What a quiet day does: say so in one line, or stay silent. */
  readonly onEmpty: 'say' | 'skip'
  /** Where it was set up in the chat; undefined for one of the file, which is read-only there; ADR 0004. */
  readonly workspaceId?: WorkspaceId
  /** Whose own digest it is, by the platform's id: nobody else sees it. */
  readonly owner?: string
  readonly suspendedAt?: Instant
}

export interface Schedule {
  /** Days of the week on which there is an edition, 0 is Sunday, ascending, never empty. */
  readonly days: readonly number[]
  /** Hours of the day, `HH:MM`, ascending, never empty. */
  readonly hours: readonly string[]
  readonly zone: Zone
}

/** Stories of an edition when nothing is said, and at most: more than twenty is no selection. */
export const [DEFAULT_STORIES, MOST_STORIES] = [7, 20]

/** Words of a brief when nothing is said, and at most: short quotations only (findings, law). */
export const [DEFAULT_WORDS, LEAST_WORDS, MOST_WORDS] = [60, 15, 120]
