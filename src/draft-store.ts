// The port of what waits to be read, beside the other stores in ports.ts. Types only.
import type { Instant } from './core/calendar.ts'
import type { WaitingDraft } from './core/waiting-draft.ts'

/** What feeds brought and nobody has read yet. */
export interface DraftStore {
  /** A draft that waits already is not added again. */
  add(drafts: readonly WaitingDraft[]): Promise<void>
  /** The next ones to read, of these lanes, but for these ids: what is recent first, each in the order of publication. */
  next(
    limit: number,
    except: readonly string[],
    lanes?: ReadonlySet<number>,
  ): Promise<readonly WaitingDraft[]>
  /** In which something waits that can be read. */
  lanes(): Promise<readonly number[]>
  /** Those of the identity keys that a waiting draft has. */
  waitingKeys(keys: readonly string[]): Promise<ReadonlySet<string>>
  remove(ids: readonly string[]): Promise<void>
  /** Our readers stumbled over it: `next` gives it no more. */
  setAside(id: string): Promise<void>
  /** What was set aside waits again, after all others. */
  takeUpAgain(): Promise<void>
  /** How many there are, and since when the first one waits; `since` is absent when none does. */
  waiting(): Promise<{ readonly count: number; readonly since?: Instant }>
}
