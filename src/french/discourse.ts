// Who a phrase of an article stands for: longest names, offices that the article gives to somebody, pronouns, «les deux
// hommes». Where more than one reading is left, nobody.
import { countryOfAdjective } from './demonyms.ts'
import { genderOfFirstName, type Gender } from './first-name-genders.ts'
import { findOffices, type HeldOffice, type Office, readOffice } from './offices.ts'
import { isParty, type Party, readUnits } from './parties.ts'
import { keyOf } from './first-names.ts'
import { KNOWN_SURNAMES } from './known-surnames.ts'
import { longestForms } from './people-in-text.ts'
import { findPeople, type PersonName } from './people.ts'
import { sentenceWords } from './sentence-words.ts'
import { type Span, splitSentences } from './sentences.ts'
import type { Participant } from './told-meeting.ts'
import { canBeSubject, listFrom, type Row } from './unit-row.ts'

/** Somebody whom a phrase stands for, before it is known on which side. */
export type Somebody = Omit<Participant, 'side'>

/** Where a phrase stands, and what was told before. */
export interface Standing {
  /** Of the sentence. */
  readonly index: number
  /** Whom the sentence's own subject stands for, for «son homologue». */
  readonly subjects: readonly Somebody[]
  /** The people of the meeting that was told last, nearest first. */
  readonly lastMet: readonly Somebody[]
}

/** How many sentences back a pronoun is followed. */
const MOST_SENTENCES_BACK = 3

export class Discourse {
  readonly text: string
  readonly sentences: readonly Span[]
  readonly #title: string
  readonly #people: readonly PersonName[]
  readonly #longest: ReadonlyMap<string, string>
  readonly #offices: readonly HeldOffice[]
  readonly #rows = new Map<number, Row>()

  /** The title gives whom the whole text is about. */
  constructor(text: string, sentences: readonly Span[], people: readonly PersonName[], title: string) {
    this.#title = title
    this.text = text
    this.sentences = sentences
    this.#people = people
    this.#longest = longestForms(people)
    this.#offices = findOffices(text, people)
  }

  rowOf(index: number): Row {
    const known = this.#rows.get(index)
    if (known !== undefined) return known
    const sentence = this.sentences[index] ?? { start: 0, end: 0 }
    const people = this.#peopleIn(sentence)
    const cuts = new Set(people.flatMap(({ start, end }) => [start, end]))
    const row = readUnits(this.text, sentenceWords(this.text, sentence, cuts), people)
    this.#rows.set(index, row)
    return row
  }

  /** Whom a phrase stands for; empty where that cannot be told. */
  whoIs(party: Party, standing: Standing): readonly Somebody[] {
    switch (party.kind) {
      case 'person':
        return [this.#personOf(party)]
      case 'office':
        return [this.#holderOf(party, standing)]
      case 'group':
        return this.#whoAre(party, standing)
      case 'pair':
        return this.#pairBefore(party, standing)
      case 'pronoun':
        return this.#whoIsPronoun(party, standing)
      default:
        return party.kind satisfies never
    }
  }

  /** «Les ministres sont convenus»: those who met are meant, where a text has told who met. */
  #whoAre(party: Party, { lastMet }: Standing): readonly Somebody[] {
    const words = wordsOf(party)
    const isBare = !party.isIndefinite && !party.isPossessive && THOSE.test(words)
    return isBare && lastMet.length > 0 ? lastMet : [{ name: words, kind: 'group' }]
  }

  #peopleIn({ start, end }: Span): readonly PersonName[] {
    return this.#people.filter((person) => person.start >= start && person.end <= end)
  }

  #personOf(party: Party): Somebody {
    const name = this.#wholeNameOf(party)
    const own = party.words === undefined ? undefined : readOffice(party.words)
    const held = own ?? this.#officeOf(name)
    return {
      name,
      kind: 'person',
      ...(party.words === undefined && held === undefined ? {} : { office: party.words ?? held?.text ?? '' }),
      ...(held === undefined ? {} : { officeKey: held.key }),
    }
  }

  /** A prince has no surname: «le prince Charles» is no Charles of elsewhere. */
  #wholeNameOf({ name = '', words = '' }: Party): string {
    const title = ROYAL.exec(words)?.[0]
    return title === undefined || name.includes(' ') ? (this.#longest.get(name) ?? name) : `${title} ${name}`
  }

  #officeOf(name: string): HeldOffice | undefined {
    return this.#offices.find((held) => !held.isFormer && this.#nameOf(held) === name)
  }

  #nameOf = (held: HeldOffice): string => this.#longest.get(held.name) ?? held.name

  #holderOf(party: Party, { subjects, lastMet }: Standing): Somebody {
    const words = wordsOf(party)
    const key =
      party.isPossessive && COUNTERPART.test(words) ? counterpartKey(words, subjects) : readOffice(words)?.key
    const isFormer = FORMER.test(words)
    const holder = key === undefined || party.isIndefinite ? undefined : this.#holderOfKey(key, isFormer)
    if (holder !== undefined) return this.#somebody(holder)
    const visitor = GUEST.test(words)
      ? lastMet.find(
          ({ kind, name }) => kind === 'person' && !subjects.some((subject) => subject.name === name),
        )
      : undefined
    if (visitor !== undefined) return visitor
    const likely =
      party.isIndefinite || key === undefined || isFormer
        ? undefined
        : this.#likelyHolder(key, party, subjects)
    if (likely !== undefined) return { name: likely, kind: 'person', office: words, officeKey: key ?? '' }
    const late = party.isIndefinite || key === undefined ? undefined : this.#introducedByOffice(key)
    if (late !== undefined && key !== undefined)
      return { name: late, kind: 'person', office: words, officeKey: key }
    // «un président», «l’ancien maire»: no office by which somebody could be found.
    if (key === undefined || party.isIndefinite || isFormer) return { name: words, kind: 'group' }
    const whole = this.#fullerOffice(key, party.start) ?? { text: words, key }
    return { name: whole.text, kind: 'group', officeKey: whole.key }
  }

  /**
   * The person to whom the article gives this office: «le ministre» is the only minister, «l’ex-président» a former one. Of
   * several the one whom the article names most, when it names nobody else as often.
   */
  #holderOfKey(key: string, isFormer: boolean): string | undefined {
    const names = this.#namesOf((held) => held.isFormer === isFormer && held.key === key)
    if (names.size > 0) return this.#mostNamed(names)
    return this.#mostNamed(this.#namesOf((held) => held.isFormer === isFormer && isSameOffice(key, held.key)))
  }

  /**
   * «Emmanuel Valmy est arrivé. Le chef de l’État a reçu…»: papers name a well-known person without an office and take up
   * the name by it. Of the people named before, of that gender, who hold no office here, the one named far more often.
   */
  /** «La cheffe de la diplomatie norvégienne… La ministre»: the office as the text has put it before, with its country. */
  #fullerOffice(key: string, at: number): Office | undefined {
    if (!key.endsWith('@')) return undefined
    this.#alone ??= phrasesAlone(this.text, this.#people).flatMap((phrase) => {
      const office = readOffice(phrase.words)
      return office === undefined ? [] : [{ ...office, at: phrase.at }]
    })
    const fitting = this.#alone.filter(
      (office) => office.at < at && office.key !== key && isSameOffice(key, office.key),
    )
    const [first] = fitting
    return fitting.every((office) => office.key === first?.key) ? first : undefined
  }
  #alone: readonly (Office & { readonly at: number })[] | undefined

  #likelyHolder(key: string, party: Party, subjects: readonly Somebody[]): string | undefined {
    if (!TAKEN_UP.test(key)) return undefined
    const about = this.#protagonist()
    if (about !== undefined && this.#mayHold(about, party, subjects)) return about
    const counts = new Map<string, number>()
    for (const { name: short, start } of this.#people) {
      const name = this.#longest.get(short) ?? short
      if (start >= party.start || !this.#mayHold(name, party, subjects)) continue
      if (!name.includes(' ') || !KNOWN_SURNAMES.has(keyOf(name.split(' ').at(-1) ?? name))) continue
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const [first, second] = [...counts].toSorted((one, other) => other[1] - one[1])
    return first !== undefined && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
  }

  #mostNamed(names: ReadonlySet<string>): string | undefined {
    const counted = this.#counted(names)
    const [first, second] = counted
    return first !== undefined && first.count > (second?.count ?? 0) ? first.name : undefined
  }

  /**
   * «L’envoyé spécial de l’ONU a rencontré…», then «M. de Valmy a indiqué…»: papers give a civility to whom they have
   * presented. Where one person alone has only a civility, and one office alone has no holder, he holds it.
   */
  #introducedByOffice(key: string): string | undefined {
    this.#late ??= latecomer(this.text, this.#people, this.#offices, this.#longest)
    return this.#late?.officeKeys.size === 1 && this.#late.officeKeys.has(key) ? this.#late.name : undefined
  }
  #late: Latecomer | undefined

  #namesOf(fits: (held: HeldOffice) => boolean): ReadonlySet<string> {
    return new Set(this.#offices.filter(fits).map(this.#nameOf))
  }

  #pairBefore(party: Party, { index, lastMet }: Standing): readonly Somebody[] {
    const count = party.words === 'trois' ? 3 : 2
    const before = this.#people.filter(({ start }) => start < party.start)
    const recent = before.filter(
      ({ start }) => start >= (this.sentences[Math.max(0, index - MOST_SENTENCES_BACK)]?.start ?? 0),
    )
    const people = lastMet.filter(({ kind }) => kind === 'person')
    if (people.length === count) return people
    for (const within of [recent, before]) {
      const names = [...new Set(within.toReversed().map(({ name }) => this.#longest.get(name) ?? name))]
      if (names.length === count || (names.length > count && count === 2 && within === recent))
        return names.slice(0, count).map((name) => this.#somebody(name))
    }
    return before.length === 0 ? this.#peopleAhead(index, count) : []
  }

  /** «Les trois ministres se sont réunis»: named by the sentences behind. */
  #peopleAhead(index: number, count: number): readonly Somebody[] {
    const last = this.sentences[index + MOST_SENTENCES_BACK]?.end ?? Infinity
    const start = this.sentences[index]?.start ?? 0
    const names = new Set(
      this.#people
        .filter((person) => person.start >= start && person.end <= last)
        .map(({ name }) => this.#longest.get(name) ?? name),
    )
    return names.size === count ? [...names].map((name) => this.#somebody(name)) : []
  }

  #somebody(name: string): Somebody {
    const held = this.#officeOf(name)
    return { name, kind: 'person', ...(held === undefined ? {} : { office: held.text, officeKey: held.key }) }
  }

  #whoIsPronoun(party: Party, standing: Standing): readonly Somebody[] {
    if (party.isPlural) return this.#whoAreThey(party, standing)
    if (/^(?:je|j'|nous)$/u.test(party.pronoun ?? '')) return this.#speakerOf(standing.index)
    const gender: Gender = /^(?:elle|celle-ci|la)$/u.test(party.pronoun ?? '') ? 'feminine' : 'masculine'
    const isObject = /^(?:le|la|lui|eux)$/u.test(party.pronoun ?? '')
    const taken = new Set(isObject ? standing.subjects.map(({ name }) => name) : [])
    for (let back = 0; back <= MOST_SENTENCES_BACK; back++) {
      const name = this.#subjectIn(standing.index - back, back === 0 ? party.start : Infinity, gender, taken)
      if (name !== undefined) return [this.#somebody(name)]
    }
    const protagonist = this.#protagonist()
    const isHe = protagonist !== undefined && !taken.has(protagonist) && fits(protagonist, gender)
    return isHe ? [this.#somebody(protagonist)] : []
  }

  /** Nobody of the other side, without an office here, and of the gender of «le» or «la». */
  #mayHold(name: string, party: Party, subjects: readonly Somebody[]): boolean {
    if (!name.includes(' ') || subjects.some((subject) => subject.name === name)) return false
    if (this.#offices.some((held) => this.#nameOf(held) === name)) return false
    const article = /^\p{L}+/u.exec(this.text.slice(party.start, party.start + 6).toLowerCase())?.[0]
    if (article === 'la') return fits(name, 'feminine')
    return article !== 'le' || fits(name, 'masculine')
  }

  /** The only person of the title, or whoever is named far more often than anybody else. */
  #protagonist(): string | undefined {
    const names = [...new Set(this.#longest.values())]
    const titled = names.filter((name) => this.#title.includes(name.split(' ').at(-1) ?? name))
    if (titled.length === 1) return titled[0]
    if (titled.length === 0 && this.#title !== '') {
      const [only, other] = findPeople(this.#title)
      if (only !== undefined && other === undefined) return only.name
    }
    const counted = this.#counted(new Set(names))
    const [first, second] = counted
    return first !== undefined && first.count >= LEADING && first.count >= 2 * (second?.count ?? 0)
      ? first.name
      : undefined
  }

  /** How often each is named, most often first. */
  #counted(names: ReadonlySet<string>): readonly { readonly name: string; readonly count: number }[] {
    const counts = new Map([...names].map((name) => [name, 0]))
    for (const { name: short } of this.#people) {
      const name = this.#longest.get(short) ?? short
      const count = counts.get(name)
      if (count !== undefined) counts.set(name, count + 1)
    }
    return Array.from(counts, ([name, count]) => ({ name, count })).toSorted(
      (one, other) => other.count - one.count,
    )
  }

  /** The person of that gender who does what the sentence tells: nearest within the own one, first in one before. */
  #subjectIn(index: number, until: number, gender: Gender, taken: ReadonlySet<string>): string | undefined {
    if (index < 0) return undefined
    const row = this.rowOf(index)
    const names = row.flatMap((unit, at) => {
      if (!isParty(unit) || unit.party.start >= until) return []
      const { party } = unit
      const list = listFrom(row, at)
      if (list === undefined || !canBeSubject(row, list)) return []
      const somebody =
        party.kind === 'person'
          ? this.#personOf(party)
          : party.kind === 'office' && !party.isIndefinite
            ? this.#holderOf(party, NOTHING_BEFORE)
            : undefined
      const isFit =
        somebody !== undefined &&
        somebody.kind === 'person' &&
        !taken.has(somebody.name) &&
        fits(somebody.name, gender)
      return isFit ? [somebody.name] : []
    })
    return until === Infinity ? names[0] : names.at(-1)
  }

  #whoAreThey(party: Party, standing: Standing): readonly Somebody[] {
    for (let index = standing.index; index >= Math.max(0, standing.index - 1); index--) {
      const row = this.rowOf(index)
      for (let at = 0; at < row.length; at++) {
        const list = listFrom(row, at)
        if (list === undefined || (list.parties[0]?.start ?? 0) >= party.start) continue
        if (!canBeSubject(row, list)) continue
        const [only] = list.parties
        if (list.parties.length > 1)
          return list.parties.flatMap((one) => (one.kind === 'person' ? [this.#personOf(one)] : []))
        if (only?.kind === 'group') return [{ name: wordsOf(only), kind: 'group' }]
      }
    }
    const met = standing.lastMet.filter(({ kind }) => kind === 'person')
    if (met.length > 1) return met
    // «Ils ont négocié toute la nuit. X et Y sont parvenus…»
    const names = this.namedIn(standing.index + 1)
    const isOpening = this.#people.every(({ start }) => start >= party.start)
    return isOpening && names.length === 2 ? names : []
  }

  /** Who says «j’ai rencontré…»: the one that the sentence, or the one behind, gives the words to. */
  #speakerOf(index: number): readonly Somebody[] {
    for (const at of [index, index + 1]) {
      const row = this.rowOf(at)
      const last = row.findLast((unit, position) => {
        if (!isParty(unit) || (unit.party.kind !== 'person' && unit.party.kind !== 'office')) return false
        const list = listFrom(row, position)
        return list !== undefined && position > 0 && canBeSubject(row, list)
      })
      if (last === undefined || !isParty(last)) continue
      return [
        last.party.kind === 'person'
          ? this.#personOf(last.party)
          : this.#holderOf(last.party, NOTHING_BEFORE),
      ]
    }
    return []
  }

  /** People named in a sentence, each once. */
  namedIn(index: number): readonly Somebody[] {
    const span = this.sentences[index]
    if (span === undefined) return []
    const names = new Set(this.#peopleIn(span).map(({ name }) => this.#longest.get(name) ?? name))
    return [...names].map((name) => this.#somebody(name))
  }
}

interface Latecomer {
  readonly name: string
  /** Of the definite singular offices to which the article gives no holder. */
  readonly officeKeys: ReadonlySet<string>
}

const NOBODY: Latecomer = { name: '', officeKeys: new Set() }

function latecomer(
  text: string,
  people: readonly PersonName[],
  offices: readonly HeldOffice[],
  longest: ReadonlyMap<string, string>,
): Latecomer {
  const held = new Set(offices.map(({ name }) => longest.get(name) ?? name))
  const names = new Set(
    people
      .filter(
        ({ start, name }) =>
          (longest.get(name) ?? name) === name &&
          !held.has(name) &&
          /(?:^|\s)(?:M\.|Mme) ?$/u.test(text.slice(Math.max(0, start - 5), start)),
      )
      .map(({ name }) => name),
  )
  const [name] = names
  if (name === undefined || names.size > 1) return NOBODY
  const officeKeys = new Set(
    phrasesAlone(text, people)
      .map(({ words }) => readOffice(words)?.key)
      .filter((key) => key !== undefined)
      .filter((key) => !offices.some((office) => office.key === key)),
  )
  return { name, officeKeys }
}

/** The definite offices that stand without a name. */
function phrasesAlone(
  text: string,
  people: readonly PersonName[],
): readonly { readonly words: string; readonly at: number }[] {
  return splitSentences(text).flatMap((sentence) => {
    const inside = people.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    return readUnits(text, sentenceWords(text, sentence), inside).flatMap((unit) =>
      isParty(unit) && unit.party.kind === 'office' && !unit.party.isIndefinite && !unit.party.isPossessive
        ? [{ words: wordsOf(unit.party), at: unit.party.start }]
        : [],
    )
  })
}

/** Whom a text is about is named so often at least. */
const LEADING = 3

const NOTHING_BEFORE: Standing = { index: 0, subjects: [], lastMet: [] }

const fits = (name: string, gender: Gender): boolean => {
  const own = genderOfFirstName(name.split(' ')[0] ?? '')
  return own === undefined || own === gender
}

const wordsOf = ({ words = '' }: Party): string => words.replace(/[\s,]+$/u, '')

/** Offices of which a text has one holder in mind. */
const TAKEN_UP =
  /^(?:minister|mayor|deputy|senator|candidate|chancellor|monarch|pope|[a-z]+-minister|minister-delegate)@$/u

const FORMER = /^(?:anciens?|anciennes?|ex)[ -]/iu

/** `minister@` may be the `foreign-minister@russie`, `president@` the `head-of-state@mali`. */
function isSameOffice(asked: string, held: string): boolean {
  const [askedRole = '', askedWhere = ''] = asked.split('@')
  const [heldRole = '', heldWhere = ''] = held.split('@')
  if (askedWhere !== '' && heldWhere !== '' && askedWhere !== heldWhere) return false
  if (askedRole === heldRole) return true
  if (askedRole === 'minister') return heldRole.endsWith('-minister')
  const isHead = (role: string, where: string): boolean =>
    role === 'head-of-state' || (role === 'president' && where === '')
  return isHead(askedRole, askedWhere) && isHead(heldRole, heldWhere)
}

const ROYAL = /^(?:prince|princesse|roi|reine|pape|sultan|duc|duchesse|frère|sœur|mère)(?= |$)/iu

/** «Le visiteur»: whoever was received. The newcomers stand last. */
const GUEST = /^(?:visiteur|visiteuse|invité|invitée|hôte|interlocuteur|interlocutrice)s?(?!\p{L})/iu

/** Plurals that take up who was told. */
const THOSE =
  /^(?:ministres|présidents|dirigeants|responsables|chefs d['’][ÉE]tat|chefs de gouvernement|interlocuteurs|participants|diplomates|négociateurs)$/iu

const COUNTERPART = /^homologues?(?!\p{L})/iu

/** «son homologue russe»: the same office elsewhere. */
function counterpartKey(words: string, subjects: readonly Somebody[]): string | undefined {
  const own = subjects[0]?.officeKey?.split('@')[0]
  const role = own === 'president' ? 'head-of-state' : own
  const country = Array.from(words.matchAll(/\p{L}+(?:-\p{L}+)*/gu), ([word]) =>
    countryOfAdjective(word),
  ).find((found) => found !== undefined)
  return role === undefined || country === undefined ? undefined : `${role}@${country}`
}
