// Who says what: sentences that carry somebody's words, with their speaker. Never decides whether they are true.
import type { PersonName } from './people.ts'
import type { Span } from './sentences.ts'

/** The span is that of the sentence. */
export interface Statement extends Span {
  /** The speaker as named in the article, longest form; of an unnamed one the words: `le ministère russe`. */
  readonly speaker: string
  /** Words in quotation marks rather than reported ones. */
  readonly isQuoted: boolean
}

export function findStatements(_text: string, _people: readonly PersonName[]): readonly Statement[] {
  return []
}
