// Reads a title or the name of a group word by word: adjectives, complements, names. Knows titles; knows no sentences.
import { countryOfAdjective } from './demonyms.ts'
import { isSureFirstName, keyOf } from './first-names.ts'
import { THING_HEADS } from './not-names.ts'
import { opensRole, roleAt } from './office-roles.ts'
import {
  AT,
  BEFORE_NOUN,
  CHARGED,
  isTitleAdjective,
  NEVER_NOUN,
  OCCASIONS,
  OF,
  PARTIES,
  PARTY_NAME,
  PLACED,
} from './office-words.ts'
import { roleStart, wordAt, type Word } from './phrase-words.ts'
import { CIVILITIES, SPEECH } from './roles.ts'

/** How many complements a title has: `président de la commission des lois du conseil de la région`. */
const MOST_COMPLEMENTS = 6

/** `chercheur en psychologie`. */
const LEARNED: ReadonlySet<string> = new Set(['chercheur', 'professeur', 'expert', 'specialiste', 'medecin'])
const ORDINAL = /^\d+(?:e|er|eme)$/u
/** Behind «le jeune», «la principale»: no noun comes. */
const AUXILIARIES: ReadonlySet<string> = new Set(
  'a est avait etait ont sont sera aura doit va peut'.split(' '),
)

export class PhraseReader {
  readonly #text: string
  readonly #limit: number
  readonly #words: Word[] = []
  #innerAt = -1
  #role = ''

  constructor(text: string, limit: number) {
    this.#text = text
    this.#limit = limit
  }

  /** The words of an office whose role begins at `start`. */
  readOffice(start: number): readonly Word[] {
    const role = this.#readRole(start)
    if (role === undefined) return []
    this.#adjectives()
    this.#complements(role)
    this.#inChief()
    return this.#words
  }

  /** The words of a noun phrase whose noun stands at `start`: `ministère russe des Affaires étrangères`. */
  readGroup(start: number): readonly Word[] {
    const first = wordAt(this.#text, start)
    if (first === undefined || first.end > this.#limit) return []
    const noun = this.#behindOrdinals(first)
    if (NEVER_NOUN.has(noun.key)) return []
    this.#words.push(noun)
    this.#followers(noun)
    this.#complements('')
    return this.#words
  }

  /** Keeps what stands before a noun and gives the noun: `toute puissante fédération`, `18e arrondissement`. */
  #behindOrdinals(first: Word): Word {
    let noun = first
    for (let count = 0; count < 2 && (BEFORE_NOUN.has(noun.key) || ORDINAL.test(noun.key)); count++) {
      const next = this.#behind(noun)
      if (next === undefined || OF.has(next.key) || AUXILIARIES.has(next.key) || SPEECH.has(next.key)) break
      this.#words.push(noun)
      noun = next
    }
    return noun
  }

  /** Where the last role within complements begins. */
  get innerAt(): number | undefined {
    return this.#innerAt < 0 ? undefined : this.#innerAt
  }

  #complements(role: string): void {
    for (let count = 0; count < MOST_COMPLEMENTS; count++) if (!this.#complement(role, count)) break
  }

  /** The words of the role itself. */
  #readRole(start: number): string | undefined {
    const ahead: Word[] = []
    let next = wordAt(this.#text, start)
    while (next !== undefined && ahead.length < 6 && next.end <= this.#limit) {
      ahead.push(next)
      next = this.#behind(next)
    }
    const found = roleAt(ahead.map(({ key }) => key))
    if (found === undefined) return undefined
    this.#words.push(...ahead.slice(0, found.words.length))
    this.#role = found.role
    return found.role
  }

  /** The next word behind one blank or an apostrophe, before the limit. */
  #behind({ end, isElided }: Word): Word | undefined {
    const start = isElided ? end : /[ \u00A0\u202F]/u.test(this.#text.charAt(end)) ? end + 1 : -1
    const word = start < 0 ? undefined : wordAt(this.#text, start)
    return word === undefined || word.end > this.#limit ? undefined : word
  }

  #next(): Word | undefined {
    const last = this.#words.at(-1)
    return last === undefined ? undefined : this.#behind(last)
  }

  /** `russe`, `PS`, `(PS)` before a complement. */
  #adjectives(): void {
    this.#partyName()
    this.#inChief()
    for (let word = this.#next(); word !== undefined; word = this.#next()) {
      const isParty = PARTIES.has(this.#text.slice(word.start, word.end))
      if (!isParty && (word.isElided || !isAdjective(word))) break
      this.#words.push(word)
    }
    const last = this.#words.at(-1)
    const party = / \(([\p{L}.& -]{2,14})\)(?= d(?:e|u|es|['’]))/uy
    party.lastIndex = last?.end ?? 0
    const match = party.exec(this.#text)
    if (match === null || last === undefined || party.lastIndex > this.#limit) return
    const start = last.end + 2
    const key = keyOf(match[1] ?? '')
    this.#words.push({ key, start, end: party.lastIndex, isCapital: true, isElided: false })
  }

  /** `épidémiologiste en chef`, `directeur par intérim`. */
  #inChief(): void {
    const word = this.#next()
    const next = word === undefined ? undefined : this.#behind(word)
    if (word !== undefined && next !== undefined && FIXED.has(`${word.key} ${next.key}`))
      this.#words.push(word, next)
  }

  /** `président Les Républicains de la région`. */
  #partyName(): void {
    const last = this.#words.at(-1)
    if (last === undefined) return
    PARTY_NAME.lastIndex = last.end
    const match = PARTY_NAME.exec(this.#text)
    if (match === null || PARTY_NAME.lastIndex > this.#limit) return
    this.#words.push({
      key: 'divers',
      start: last.end + 1,
      end: PARTY_NAME.lastIndex,
      isCapital: true,
      isElided: false,
    })
  }

  #complement(role: string, count: number): boolean {
    const before = this.#words.length
    if (this.#preposition(role, count) && this.#nominal(count)) return true
    this.#words.length = before
    return false
  }

  /** `de la`, `à l’`, `en`, `chargé des`, `, de la` and `et de la` of ministers. */
  #preposition(role: string, count: number): boolean {
    let word = this.#next()
    if (word === undefined) return count > 0 && isMinister(role) && this.#comma()
    if (word.key === 'et' || word.key === 'ou') {
      if (count === 0 || word.key === 'ou') return false
      this.#words.push(word)
      word = this.#next()
      if (word === undefined || !(OF.has(word.key) || (isMinister(role) && this.#isAt(word)))) return false
      return this.#articles(word)
    }
    if (CHARGED.has(word.key)) {
      this.#words.push(word)
      word = this.#next()
      if (word === undefined) return false
    }
    if (OF.has(word.key)) return this.#articles(word)
    if (word.key === 'contre' && this.#words.at(-1)?.key === 'lutte') return this.#articles(word)
    if (!this.#isAt(word)) return false
    return (PLACED.has(role) && this.#articles(word)) || this.#chamber(word)
  }

  /** `ministre de l’Économie, des Finances et de l’Industrie`. */
  #comma(): boolean {
    const last = this.#words.at(-1)
    if (last === undefined || this.#text.charAt(last.end) !== ',') return false
    const word = wordAt(this.#text, last.end + 2)
    if (word === undefined || word.end > this.#limit || !OF.has(word.key)) return false
    return (
      /^(?:de (?:la |l['’])|des |du |d['’])\p{Lu}/u.test(this.#text.slice(word.start, word.start + 10)) &&
      this.#articles(word)
    )
  }

  /** «à» with its accent: «a» is a verb. */
  #isAt({ key, start }: Word): boolean {
    return AT.has(key) && (key !== 'a' || this.#text.charAt(start) === 'à')
  }

  /** `du groupe socialiste au Sénat`. */
  #chamber(word: Word): boolean {
    const chamber =
      /^(?:au|à l['’]|à la) ?(?:Sénat|Assemblée|Parlement|Bundestag|Congrès|Chambre|Knesset|Conseil)/u
    return chamber.test(this.#text.slice(word.start, word.start + 20)) && this.#articles(word)
  }

  /** The preposition and the articles behind it. */
  #articles(first: Word): boolean {
    this.#words.push(first)
    for (let count = 0; count < 2; count++) {
      const word = this.#next()
      if (word === undefined) return false
      const isArticle = DEFINITE.has(word.key) || (word.key === 'l' && word.isElided)
      if (!isArticle && !(first.key === 'aupres' && OF.has(word.key)) && word.key !== 'ex') break
      this.#words.push(word)
    }
    return true
  }

  /** A noun or a name, with its adjectives and the name behind it: `région Bretagne`, `Commission européenne`. */
  #nominal(place: number): boolean {
    const first = this.#next()
    const noun = first && this.#behindOrdinals(first)
    if (
      noun === undefined ||
      NEVER_NOUN.has(noun.key) ||
      (CIVILITIES.has(noun.key) && noun.isCapital) ||
      (noun.isElided && noun.key.length < 3)
    )
      return false
    const before = this.#words.at(-1)
    if (before?.key === 'en' && !noun.isCapital && noun.key !== 'chef' && !LEARNED.has(this.#role))
      return false
    if (/^\d/u.test(noun.key) && !ORDINAL.test(noun.key)) return false
    if (OCCASIONS.has(noun.key) && !noun.isCapital && this.#words.slice(-2).some(({ key }) => AT.has(key)))
      return false
    if (this.#isCoordinated() && (opensRole(noun.key) || place === 0)) return false
    const inner = roleStart(this.#text, noun.start)
    if (inner !== undefined && inner < noun.end) this.#innerAt = inner
    this.#words.push(noun)
    this.#followers(noun)
    return true
  }

  #isCoordinated(): boolean {
    return this.#words.slice(-3).some(({ key }) => key === 'et')
  }

  #followers(noun: Word): void {
    let last = noun
    for (let word = this.#next(); word !== undefined; word = this.#next()) {
      if (word.isElided || !(isAdjective(word) || this.#isNamePart(word, last))) return
      this.#words.push(word)
      last = word
    }
  }

  /** Another capital behind a noun or a name, unless somebody’s first name opens there. */
  #isNamePart(word: Word, last: Word): boolean {
    if (CIVILITIES.has(word.key)) return false
    if (!word.isCapital) return word.key === 'et' && this.#joinsSolidary(word, last)
    const next = this.#behind(word)
    return (
      THING_HEADS.has(last.key) ||
      !(isSureFirstName(word.key) && (next?.isCapital === true || OF.has(next?.key ?? '')))
    )
  }

  /** `Transition écologique et solidaire`; not the two countries of `russe et turque`. */
  #joinsSolidary(word: Word, last: Word): boolean {
    const next = this.#behind(word)
    if (next === undefined || next.isCapital || !isAdjective(next)) return false
    return isAdjective(last) && countryOfAdjective(next.key) === undefined
  }
}

const FIXED: ReadonlySet<string> = new Set(['en chef', 'par interim', 'en exercice'])

const DEFINITE: ReadonlySet<string> = new Set(['la', 'le', 'les', 'un', 'une'])

const isMinister = (role: string): boolean => role.endsWith('minister') || role === 'secretary-of-state'

const isAdjective = ({ key, isCapital }: Word): boolean => isTitleAdjective(key, isCapital)
