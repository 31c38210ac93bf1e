// The part of storage that keeps what people think of stories. Knows no database.
import type { Instant } from './core/calendar.ts'
import type { Mute, Rating } from './core/reaction.ts'

/** What people think of a story. */
export interface ReactionStore {
  mute(mute: Mute): Promise<void>
  /** Ids of stories that are muted for any of these at `now`: a person, a channel. */
  muted(audiences: readonly string[], now: Instant): Promise<ReadonlySet<string>>
  /** One of a person and story: the last one counts. */
  rate(rating: Rating): Promise<void>
  ratings(storyId: string): Promise<readonly Rating[]>
}
