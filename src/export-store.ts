// The part of storage that gives everything out, noun by noun, whatever there is of it. Knows no database.
import type { ExportedRecords, ExportNoun } from './core/export.ts'

export interface ExportStore {
  /**
   * Every record of a noun, in no order of time, in pages that fit into memory. With `feedIds`, articles that stood in
   * one of these feeds and what they tell, and `duplicateOf` only of such; other nouns whole. Ask it `atOneInstant`:
   * elsewhere, what is written between two pages may be missed.
   */
  pages<Noun extends ExportNoun>(
    noun: Noun,
    feedIds?: ReadonlySet<string>,
  ): AsyncIterable<readonly ExportedRecords[Noun][]>
  /** How many records these pages hold. */
  count(noun: ExportNoun, feedIds?: ReadonlySet<string>): Promise<number>
}
