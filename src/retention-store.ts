// The port of what is kept and what goes, beside the others in ports.ts. Says what is promised and nothing of how.
import type { SettledUnknown } from './core/backup.ts'
import type { Article, SentenceReference } from './core/article.ts'
import type { Instant } from './core/calendar.ts'

/** What stays of an article whose text goes. */
export interface ThinArticle {
  readonly article: Pick<Article, 'id'>
  /** By version, as `keepPassages` makes it; a version that is not here goes whole, with its title. */
  readonly kept: ReadonlyMap<number, string>
}

export interface RetentionStore {
  /** Articles first seen before this instant whose texts are whole, oldest first. */
  oldestWhole(before: Instant, limit: number): Promise<readonly Article[]>
  /** How many there are, and how much text. */
  countWhole(before: Instant): Promise<{ readonly articles: number; readonly characters: number }>
  /** Every stretch of any version that a meeting, an office, a statement, an edition or a raised alert points to. */
  proofsOf(articleId: string): Promise<readonly SentenceReference[]>
  thin(thinned: ThinArticle, at: Instant): Promise<void>
  /** Of the database, without what is free in it. */
  usedBytes(): Promise<number>
  /** Frees the search index of sentences that went, for so long; false when they are few, or none is left. */
  mergeIndex(milliseconds: number): Promise<boolean>
  /** Gives free pages back to the disk for so long; false when none could be given. */
  freePages(milliseconds: number): Promise<boolean>
}

/** What upkeep did last, by its task. */
export interface UpkeepStore {
  note(task: UpkeepTask, at: Instant, detail: object): Promise<void>
  /** Undefined before the first time; what `detail` holds is the task's own affair. */
  /**
   * For a copy that knows nothing of what was posted since `copiedAt`: slots that have come count as settled, and what
   * was open then may stand in its channel, so that the platform is asked first. Gives how many of each.
   */
  settleUnknown(copiedAt: Instant, now: Instant): Promise<SettledUnknown>
  last(task: UpkeepTask): Promise<{ readonly at: Instant; readonly detail: unknown } | undefined>
}

/** A backup, an article given up, the size of a day. */
export type UpkeepTask = 'backup' | 'size'
