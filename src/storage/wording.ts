// What each database says in words of its own; everything else is Kysely's. Asks nothing by itself.
import type { RawBuilder, SqlBool } from 'kysely'
import type { Session } from './session.ts'
import type { StemIndex } from './stem-index.ts'

export interface Wording {
  /** Texts as a list that `in (…)` can ask: one parameter, however many there are. */
  readonly listOf: (texts: Iterable<string>) => RawBuilder<unknown>
  /** Whether a column has one of these texts: one parameter, however many there are, and the server knows how many. */
  readonly isOneOf: (column: string, texts: readonly string[]) => RawBuilder<SqlBool>
  /** The same of whole numbers. */
  readonly isOneOfNumbers: (column: string, numbers: readonly number[]) => RawBuilder<SqlBool>
  /** The table of articles, for whoever asks no more than of which feeds some of them are: an index alone tells it. */
  readonly articlesByFeeds: RawBuilder<unknown>
  readonly stems: StemIndex
  /** In a transaction whose turn to write comes later, `TURN_COMES_LATER`: waits for it. */
  readonly takeTurn: (session: Session) => Promise<void>
  /** Bytes of the tables, without room that is free to be used again. */
  readonly usedBytes: (session: Session) => Promise<number>
  /** Gives free room back to the disk for so long, in a transaction; false when there was none to give. */
  readonly giveBackRoom: (session: Session, milliseconds: number) => Promise<boolean>
}
