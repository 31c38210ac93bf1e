// Whom a phrase of an article stands for: longest names, offices that the article gives to somebody, pronouns, «les deux
// hommes». Where more than one reading is left, nobody.
import { Cast } from './cast.ts'
import { OfficeHolders } from './office-holders.ts'
import { pairBefore } from './pairs.ts'
import { type Party, wordsOf } from './party.ts'
import type { PersonName } from './people.ts'
import { Pronouns } from './pronouns.ts'
import { SentenceRows } from './sentence-rows.ts'
import type { Span } from './sentences.ts'
import type { Somebody, Standing } from './somebody.ts'
import type { Row } from './unit-row.ts'

export class Discourse {
  readonly sentences: readonly Span[]
  readonly #cast: Cast
  readonly #rows: SentenceRows
  readonly #holders: OfficeHolders
  readonly #pronouns: Pronouns

  /** The title gives whom the whole text is about. */
  constructor(text: string, sentences: readonly Span[], people: readonly PersonName[], title: string) {
    this.sentences = sentences
    this.#cast = new Cast(text, title, people)
    this.#rows = new SentenceRows(text, sentences, people)
    this.#holders = new OfficeHolders(this.#cast)
    this.#pronouns = new Pronouns(this.#cast, this.#rows, this.#holders)
  }

  rowOf(index: number): Row {
    return this.#rows.rowOf(index)
  }

  /** Whom a phrase stands for; empty where that cannot be told. */
  whoIs(party: Party, standing: Standing): readonly Somebody[] {
    switch (party.kind) {
      case 'person':
        return [this.#cast.personOf(party)]
      case 'office':
        return [this.#holders.holderOf(party, standing)]
      case 'group':
        return whoAre(party, standing)
      case 'pair':
        return pairBefore(this.#cast, this.sentences, party, standing)
      case 'pronoun':
        return this.#pronouns.whoIs(party, standing)
      default:
        return party.kind satisfies never
    }
  }

  /** People named in a sentence, each once. */
  namedIn(index: number): readonly Somebody[] {
    const sentence = this.sentences[index]
    const names = sentence === undefined ? [] : this.#cast.namesWithin(sentence)
    return names.map((name) => this.#cast.somebody(name))
  }
}

/** «Les ministres sont convenus»: those who met are meant, where a text has told who met. */
function whoAre(party: Party, { lastMet }: Standing): readonly Somebody[] {
  const words = wordsOf(party)
  const isBare = !party.isIndefinite && !party.isPossessive && THOSE.test(words)
  return isBare && lastMet.length > 0 ? lastMet : [{ name: words, kind: 'group' }]
}

/** Plurals that take up who was told. */
const THOSE =
  /^(?:ministres|présidents|dirigeants|responsables|chefs d['’][ÉE]tat|chefs de gouvernement|interlocuteurs|participants|diplomates|négociateurs)$/iu
