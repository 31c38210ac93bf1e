// Offices and who holds them, as an article says it beside a name. Never knows a holder that no article told.
import type { PersonName } from './people.ts'
import type { Span } from './sentences.ts'

export interface Office {
  /** As it stands, without an article: `ministre russe des Affaires étrangères`. */
  readonly text: string
  /** What all names of one office share, `role@where`: `foreign-minister@russie`, `mayor@nantes`. */
  readonly key: string
}

/** «le ministre russe des Affaires étrangères, Sergueï Lavrov»: the span is that of the office. */
export interface HeldOffice extends Span, Office {
  /** The holder as named there. */
  readonly name: string
  /** «l’ancien président», «ex-ministre»: not any more. */
  readonly isFormer: boolean
}

/** The office that a phrase names, `le chef de la diplomatie russe`; undefined for what is no office. */
export function readOffice(_phrase: string): Office | undefined {
  return undefined
}

/** Offices beside the names of their holders, in order. */
export function findOffices(_text: string, _people: readonly PersonName[]): readonly HeldOffice[] {
  return []
}
