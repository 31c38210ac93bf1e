// Whom a pronoun stands for, by its gender and number: a subject of its sentence or of the ones before, else whoever the
// article is about. Guesses nobody where a gender speaks against it.
import { canBe, type Cast } from './cast.ts'
import type { Gender } from './first-name-genders.ts'
import type { OfficeHolders } from './office-holders.ts'
import { type Party, wordsOf } from './party.ts'
import { listFrom, type PartyList } from './party-lists.ts'
import { protagonistOf } from './protagonist.ts'
import type { SentenceRows } from './sentence-rows.ts'
import { isPerson, MOST_SENTENCES_BACK, NOTHING_BEFORE, type Somebody, type Standing } from './somebody.ts'
import { canBeSubject } from './subjects.ts'
import type { Row } from './unit-row.ts'
import { wordSet } from './word-set.ts'

export class Pronouns {
  readonly #cast: Cast
  readonly #rows: SentenceRows
  readonly #holders: OfficeHolders

  constructor(cast: Cast, rows: SentenceRows, holders: OfficeHolders) {
    this.#cast = cast
    this.#rows = rows
    this.#holders = holders
  }

  /** Empty where that cannot be told. */
  whoIs(party: Party, standing: Standing): readonly Somebody[] {
    if (party.isPlural) return this.#whoAreThey(party, standing)
    const pronoun = party.pronoun ?? ''
    if (SPEAKERS.has(pronoun)) return this.#speakerOf(standing.index)
    const gender: Gender = FEMININES.has(pronoun) ? 'feminine' : 'masculine'
    const latter = LATTERS.has(pronoun) ? this.#namedLast(party, standing, gender) : undefined
    if (latter !== undefined) return [this.#cast.somebody(latter)]
    const taken = new Set(OBJECTS.has(pronoun) ? standing.subjects.map(({ name }) => name) : [])
    const name = this.#singleBefore(party, standing, (person) => !taken.has(person) && canBe(person, gender))
    return name === undefined ? [] : [this.#cast.somebody(name)]
  }

  /** «X a reçu Y. Ce dernier…»: Y, whatever he was in the sentence before. */
  #namedLast(party: Party, { index }: Standing, gender: Gender): string | undefined {
    const from = this.#rows.sentences[Math.max(0, index - 1)]?.start ?? 0
    return this.#cast.namesBefore(party.start, from).find((name) => canBe(name, gender))
  }

  /** «X accompagnait Y. Elle…»: the only one of that gender whom the sentence before names. */
  #onlyOne(index: number, fits: (name: string) => boolean): string | undefined {
    const before = this.#rows.sentences[index - 1]
    const [only, other] = before === undefined ? [] : this.#cast.namesWithin(before).filter(fits)
    return other === undefined ? only : undefined
  }

  /** By its longest name, whoever fits: a subject near, else the protagonist. */
  #singleBefore(party: Party, { index }: Standing, fits: (name: string) => boolean): string | undefined {
    // The nearest within the own sentence, the first in one before.
    const own = this.#subjectsOf(index, party.start).findLast(fits)
    if (own !== undefined) return own
    for (let back = 1; back <= MOST_SENTENCES_BACK; back++) {
      const name = this.#subjectsOf(index - back).find(fits)
      if (name !== undefined) return name
    }
    const only = this.#onlyOne(index, fits)
    if (only !== undefined) return only
    const protagonist = protagonistOf(this.#cast)
    return protagonist !== undefined && fits(protagonist) ? protagonist : undefined
  }

  /** The longest names of the people, one a list, who do what a sentence tells before the offset `until`. */
  #subjectsOf(index: number, until = Infinity): readonly string[] {
    return subjectLists(this.#rows.rowOf(index), until).flatMap(({ parties: [first] }) => {
      const somebody = first === undefined ? undefined : this.#definitePerson(first)
      return somebody !== undefined && isPerson(somebody) ? [somebody.name] : []
    })
  }

  #definitePerson(party: Party): Somebody | undefined {
    if (party.kind === 'person') return this.#cast.personOf(party)
    const isOffice = party.kind === 'office' && !party.isIndefinite
    return isOffice ? this.#holders.holderOf(party, NOTHING_BEFORE) : undefined
  }

  /** «Ils»: several subjects or a group, then those who met last, then the two whom the next sentence names. */
  #whoAreThey(party: Party, { index, lastMet }: Standing): readonly Somebody[] {
    const several =
      this.#severalIn(this.#rows.rowOf(index), party.start) ??
      (index > 0 ? this.#severalIn(this.#rows.rowOf(index - 1), party.start) : undefined)
    if (several !== undefined) return several
    const met = lastMet.filter(isPerson)
    if (met.length > 1) return met
    // «Ils ont négocié toute la nuit. X et Y sont parvenus…»
    const next = this.#rows.sentences[index + 1]
    const names = next === undefined ? [] : this.#cast.namesWithin(next)
    const isOpening = this.#cast.people.every(({ start }) => start >= party.start)
    return isOpening && names.length === 2 ? names.map((name) => this.#cast.somebody(name)) : []
  }

  /** The first subject of a row that is several people; of a list only those with a name. */
  #severalIn(row: Row, until: number): readonly Somebody[] | undefined {
    for (const { parties } of subjectLists(row, until)) {
      const [only] = parties
      if (parties.length > 1)
        return parties.filter(({ kind }) => kind === 'person').map((one) => this.#cast.personOf(one))
      if (only?.kind === 'group') return [{ name: wordsOf(only), kind: 'group' }]
    }
    return undefined
  }

  /** Who says «j’ai rencontré…»: the one that the sentence, or the one behind, gives the words to. */
  #speakerOf(index: number): readonly Somebody[] {
    const speaker = this.#lastSubject(index) ?? this.#lastSubject(index + 1) ?? this.#firstSubject(index)
    if (speaker === undefined) return []
    const isNamed = speaker.kind === 'person'
    return [isNamed ? this.#cast.personOf(speaker) : this.#holders.holderOf(speaker, NOTHING_BEFORE)]
  }

  /** «X : « J’ai rencontré Y »», «X a dit : « J’ai… »» */
  #firstSubject(index: number): Party | undefined {
    const [first] = subjectLists(this.#rows.rowOf(index), Infinity)
    const [speaker] = first?.parties ?? []
    return speaker?.kind === 'person' || speaker?.kind === 'office' ? speaker : undefined
  }

  /** «…, a déclaré X»: whoever opens a sentence says nothing of itself. */
  #lastSubject(index: number): Party | undefined {
    return subjectLists(this.#rows.rowOf(index), Infinity)
      .filter(({ from }) => from > 0)
      .flatMap(({ parties: [first] }) => first ?? [])
      .findLast(({ kind }) => kind === 'person' || kind === 'office')
  }
}

const SPEAKERS = wordSet("je j'")
const FEMININES = wordSet('elle celle-ci')
const LATTERS = wordSet('celui-ci celle-ci')

/** These are not the subject of their sentence. */
const OBJECTS = wordSet('le lui')

/** The lists of a row that can be subjects and begin before the offset `until`. */
const subjectLists = (row: Row, until: number): readonly PartyList[] =>
  row.flatMap((_, at) => {
    const list = listFrom(row, at)
    const start = list?.parties[0]?.start
    return list !== undefined && start !== undefined && start < until && canBeSubject(row, list) ? [list] : []
  })
