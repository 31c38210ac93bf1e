// A phrase of a sentence that stands for people, by its own words. Says nothing of who they are.
import type { Span } from './sentences.ts'

type PartyKind = 'person' | 'office' | 'group' | 'pronoun' | 'pair'

/** `start` and `end` hold the whole phrase in the text, article and apposition included. */
export interface Party extends Span {
  readonly kind: PartyKind
  /** Of a person as it stands there. */
  readonly name?: string | undefined
  /** Of an office or group, without an article; of an office beside a name, too; of a pair, `deux` or `trois`. */
  readonly words?: string | undefined
  /** The pronoun, folded: `il`, `elle`, `ils`; `il` for «ce dernier». */
  readonly pronoun?: string | undefined
  /** `de`, `à`, `avec`, `entre`…: what stands before it. */
  readonly preposition?: string | undefined
  readonly isPlural: boolean
  /** «son homologue», «ses ministres». */
  readonly isPossessive: boolean
  /** Somebody not known by this phrase alone: «un élu», «des militants». */
  readonly isIndefinite: boolean
}

/** One, definite and nobody's own unless `traits` say otherwise. */
export const partyOf = (traits: Pick<Party, 'kind' | 'start' | 'end'> & Partial<Party>): Party => ({
  isPlural: false,
  isPossessive: false,
  isIndefinite: false,
  ...traits,
})

/** Somebody who can be told from others: a name, or «le ministre», not «un ministre». */
export const isDefinitePerson = ({ kind, isIndefinite }: Party): boolean =>
  kind === 'person' || (kind === 'office' && !isIndefinite)

/** The phrases that begin at one word of a sentence. */
export interface FoundParties {
  /** One, or several that share a head: «les ministres russe et turc». */
  readonly parties: readonly Party[]
  /** Index of the first word behind them. */
  readonly next: number
}

/** The words of an office or group without what stands behind them by mistake: blanks and commas. */
export const wordsOf = ({ words = '' }: Party): string => words.replace(/[\s,]+$/u, '')
