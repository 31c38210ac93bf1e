// Who holds an office that an article names alone: «le ministre», «son homologue russe», «le visiteur». Where more than one
// may hold it, nobody does.
import { type BareOffice, bareOfficesOf } from './bare-offices.ts'
import type { Cast } from './cast.ts'
import { latecomerOf } from './latecomer.ts'
import { likelyHolderOf } from './likely-holders.ts'
import { type HeldOffice, type Office, readOffice } from './offices.ts'
import { type Party, wordsOf } from './party.ts'
import { isPerson, type Somebody, type Standing } from './somebody.ts'
import { counterpartKey, isCounterpart, takesUp } from './taken-up-offices.ts'

export class OfficeHolders {
  readonly #cast: Cast
  #bareOffices: readonly BareOffice[] | undefined
  #introduced: Introduced | undefined

  constructor(cast: Cast) {
    this.#cast = cast
  }

  /** A group with the words of the phrase where nobody is known. */
  holderOf(party: Party, standing: Standing): Somebody {
    const words = wordsOf(party)
    const key = party.isIndefinite ? undefined : keyOfOffice(party, words, standing.subjects)
    const isFormer = FORMER.test(words)
    const holder = key === undefined ? undefined : this.#holderOfKey(key, isFormer)
    if (holder !== undefined) return this.#cast.somebody(holder)
    const guest = GUEST.test(words) ? guestOf(standing) : undefined
    if (guest !== undefined) return guest
    // «un président»: no office by which somebody could be found.
    if (key === undefined) return { name: words, kind: 'group' }
    const likely = isFormer ? undefined : likelyHolderOf(this.#cast, key, party, standing.subjects)
    const name = likely ?? this.#introducedByOffice(key)
    if (name !== undefined) return { name, kind: 'person', office: words, officeKey: key }
    // «l’ancien maire» is not the maire.
    if (isFormer) return { name: words, kind: 'group' }
    const whole = this.#fullerOffice(key, party.start) ?? { text: words, key }
    return { name: whole.text, kind: 'group', officeKey: whole.key }
  }

  /**
   * The person to whom the article gives this office: «le ministre» is the only minister, «l’ex-président» a former one. Of
   * several the one whom the article names most, when it names nobody else as often.
   */
  #holderOfKey(key: string, isFormer: boolean): string | undefined {
    const offices = this.#cast.offices.filter((held) => held.isFormer === isFormer)
    const same = offices.filter((held) => held.key === key)
    return this.#mostNamed(same.length > 0 ? same : offices.filter((held) => takesUp(key, held.key)))
  }

  #mostNamed(offices: readonly HeldOffice[]): string | undefined {
    const [first, second] = this.#cast.counted(offices.map(({ name }) => name))
    return first !== undefined && first.count > (second?.count ?? 0) ? first.name : undefined
  }

  /**
   * «L’envoyé spécial de l’ONU a rencontré…», then «M. de Valmy a indiqué…»: where one person alone has only a civility, and
   * one office alone has no holder, he holds it.
   */
  #introducedByOffice(key: string): string | undefined {
    this.#introduced ??= this.#findIntroduced()
    return this.#introduced.officeKey === key ? this.#introduced.name : undefined
  }

  #findIntroduced(): Introduced {
    const name = latecomerOf(this.#cast)
    if (name === undefined) return NOBODY
    const held = new Set(this.#cast.offices.map((office) => office.key))
    const keys = new Set(this.#officesAlone().map((office) => office.key))
    const [officeKey, other] = [...keys].filter((key) => !held.has(key))
    return officeKey === undefined || other !== undefined ? NOBODY : { name, officeKey }
  }

  /** «La cheffe de la diplomatie norvégienne… La ministre»: the office as the text has put it before, with its country. */
  #fullerOffice(key: string, before: number): Office | undefined {
    if (!key.endsWith('@')) return undefined
    const fuller = this.#officesAlone().filter(
      (office) => office.at < before && office.key !== key && takesUp(key, office.key),
    )
    const [first] = fuller
    return fuller.every((office) => office.key === first?.key) ? first : undefined
  }

  #officesAlone(): readonly BareOffice[] {
    this.#bareOffices ??= bareOfficesOf(this.#cast)
    return this.#bareOffices
  }
}

/** Somebody whom an article presents by the office first and by the name later. */
interface Introduced {
  readonly name: string
  readonly officeKey: string
}

/** No office has this key. */
const NOBODY: Introduced = { name: '', officeKey: '' }

const keyOfOffice = (party: Party, words: string, subjects: readonly Somebody[]): string | undefined =>
  party.isPossessive && isCounterpart(words) ? counterpartKey(words, subjects) : readOffice(words)?.key

const FORMER = /^(?:anciens?|anciennes?|ex)[ -]/iu

/** «Le visiteur»: whoever was received. */
const GUEST = /^(?:visiteur|visiteuse|invité|invitée|hôte|interlocuteur|interlocutrice)s?(?!\p{L})/iu

/** Whoever met last and is not the subject. */
const guestOf = ({ subjects, lastMet }: Standing): Somebody | undefined =>
  lastMet.find(
    (somebody) => isPerson(somebody) && !subjects.some((subject) => subject.name === somebody.name),
  )
