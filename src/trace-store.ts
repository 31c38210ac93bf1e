// The part of storage that keeps what became of articles in editions. Knows no database.
import type { Instant } from './core/calendar.ts'
import type { Edition } from './core/edition.ts'
import type { EditionTrace } from './core/trace.ts'

export interface TraceStore {
  /** What became of the articles that an edition considered. Editions with the same trace share one copy of it. */
  save(editionId: string, trace: EditionTrace): Promise<void>
  get(editionId: string): Promise<EditionTrace | undefined>
  /** Editions whose time held what was first seen at this instant, by slot. */
  considering(seenAt: Instant): Promise<readonly Edition[]>
  /** Editions that show any of these articles, by slot; of one digest, or of all. */
  showing(articleIds: readonly string[], digestName?: string): Promise<readonly Edition[]>
  removeBefore(instant: Instant): Promise<void>
}
