// Whom a noun phrase or a name at an offset means as a speaker: the longest form of a name, the holder of an office when
// the text tells one, else the words. Never guesses.
import { longestNames } from './longest-names.ts'
import { keyOf } from './first-names.ts'
import { groupPhraseAt, officePhraseAt, type OfficePhrase } from './office-phrases.ts'
import type { HeldOffice } from './offices.ts'
import { OPENING_WORDS } from './not-names.ts'
import type { PersonName } from './people.ts'
import { wordAt } from './phrase-words.ts'
import { ROLES } from './roles.ts'
import type { Span } from './sentences.ts'
import { firstFrom, spansWithin } from './span-search.ts'
import { STOP_WORDS } from './stop-words.ts'

export interface Speaker {
  readonly name: string
  readonly isPerson: boolean
  /** Not known to be somebody: `son décès` as well as `une voisine`. */
  readonly isDoubtful?: boolean
  /** Behind the speaker’s words. */
  readonly end: number
}

const CIVILITY = /(?:M\.|MM\.|Mme|Mlle|Me|Mgr|Dr|le Dr|la Pre?|le Pr|sir|lord)[ \u00A0\u202F]/uy
const ARTICLE =
  /(?:l['’]|(?:les?|la|une?|des|son|sa|ses|leurs?|cette|cet|ce|plusieurs|deux|trois)[ \u00A0])/iuy
const DIRECT = /(?: \([^()]{1,30}\))? (?:M\. |Mme |Me )?/uy
/** `l’avocate de Nicolas Sarkozy`, `les proches d’Anne Valmy`. */
const OF = / (?:de |d['’])(?:M\. |Mme |Me )?/uy
const GAP = /(?: \([^()]{1,30}\))?,? (?:M\. |Mme |Me )?/uy
/** `le porte-parole de l’évêché, en Bavière, Clemens Neck`. */
const ASIDE = /, [^,.;:«»"“”\n]{2,40}, (?:M\. |Mme )?/uy
/** A name that nothing else gave away: `la chirurgienne Samra Fakhar`, `le porte-parole du ministère, Gao Feng,`. */
const UNKNOWN_NAME =
  /^,? ((?!L[eas]+ |Un)\p{Lu}\p{Ll}[\p{L}'’-]+ (?:al-|el-|de |ben )?\p{Lu}\p{Ll}[\p{L}'’-]*)(?=[,.;)]|$)/u
/** One word means whoever holds the office in the text, unless it is somebody’s or has more to it. */
const UNLIKE_BEFORE = /(?:son|sa|leur|un|une|autre) $/iu
const UNLIKE_BEHIND = /^ (?:de |du |des|d['’]|en |à |pour|chez|par )/u
/** Those that speak without a name. */
const SPEAKING =
  /^(?:(?:deux|trois|plusieurs|premières?|nouvelle|haute?|grande?) )?(?:minist[èe]res?|gouvernements?|préfectures?|sous-préfecture|parquets?|polices?|policiers?|gendarme\p{L}*|armées?|état-major|présidence|diplomatie|chancellerie|Kremlin|Maison|Élysée|Elysée|Matignon|Pentagone|[A-Z]{2,}\p{L}*|commissions?|syndicats?|partis?|associations?|ONG|agences?|instituts?|organisations?|organisateurs?|fédérations?|groupes?|entreprises?|sociétés?|compagnies?|firmes?|constructeurs?|géants?|banques?|mairies?|ville|municipalité|région|département|tribuna\p{L}+|cours?|justice|opposition|oppositions|rebelles?|régime|autorités?|secours|pompiers|médias?|journa\p{L}+|quotidiens?|hebdomadaires?|magazines?|chaînes?|radios?|télévisions?|sites?|observatoires?|centres?|conseils?|comités?|unions?|ambassades?|directions?|administrations?|services?|sources?|témoins?|proches|entourage|famille|collectifs?|cabinets?|délégations?|coalition|forces|collège|école|université|hôpital|fondation|ligue|club|chercheurs?|experts?|médecins?|enquêteurs?|habitants?|voisins?|voisines?|riverains?|internautes?|avocats?|défense|partisans?|critiques|détracteurs|élus?|élues?|députés?|sénateurs?|jeune|femme|homme|père|mère|sœur|frère|fils|fille|cousine?|ami|amie|collègue|responsables?|\p{Ll}+(?:istes|logues|eurs|iens|ants)|Premier|Première|Sénat|Assemblée|Académie|Parlement|Église|intersyndicale|exécutif|majorité|Parti|Union|Commission|Conseil|Banque|Organisation|Agence|Institut|Ligue|Fédération|Confédération|Croix|République|Figaro|Monde|Parisien|Point|Canard|Washington|New)(?![\p{L}-])/u
const TRADE = /(?:logue|iste|eur|euse|rice|ien|ienne)$/u
/** `archéologue Knut Paasche`. */
const TITLED = /^(\p{Ll}+)(?: \p{Ll}+)? (\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)/u
/** A name of capitals: `Reuters`, `Amnesty International`, `Moscou`. */
const PROPER =
  /\p{Lu}[\p{L}\d'’.-]*(?: (?:\p{Lu}[\p{L}\d.-]*|d['’]\p{Lu}[\p{L}-]*|de la \p{Lu}[\p{L}-]*|du \p{Lu}[\p{L}-]*)){0,4}/uy
/** They say nothing themselves. */
const NOBODY =
  /^(?:(?:l['’]une?|une? des)(?!\p{L})|(?:l['’]|l[ea]s? |une? |des |ses |son |sa |leurs? |ces? |cette )?(?:cas|modalités?|critères?|règles?|principes?|besoins?|goûts?|lois?|articles?|estimations?|chiffres?|calculs?|données|sondages?|études?|rapports?|enquêtes?|baromètres?|compilations?|comptes?|dépêches?|statistiques?|projections?|prévisions?|informations?|premiers éléments|éléments|textes?|formules?|expressions?|dernières?|premières?|bilans?|décomptes?|comptages?|moyens?|cette|degrés?|années?|pays|âge|méthodes?|quotas?|fois|circonstances|niveau|types?|lettres?|mots?|termes?|dernier|heure|façon|manière|communiqué|moment|propres?|choses?|suite|tout|monde|reste|part|instant|tour|document|arrêté|décret|projet|scénario|plan|version|légende|tradition|proverbe|adage|dicton|Constitution|tweets?|messages?|annonces?|offres?|affiches?|vidéos?|images?|rites?|propos|dires|analyses?|théories?|opinion|avis|horaires?|dates?|usages?|habitudes?|livre|livres|ouvrage|extraits?|bonnes|acte|mémoires|récit|roman|film|base|scénarios?|modèles?|hypothèses?|calendrier|tableau|classement|carte|site|page)(?![\p{L}-]))/iu

/** The speakers of one text. */
export class Speakers {
  readonly #text: string
  readonly #people: readonly PersonName[]
  readonly #names: ReadonlyMap<string, string>
  readonly #byStart: ReadonlyMap<number, PersonName>
  readonly #held: readonly HeldOffice[]

  constructor(text: string, people: readonly PersonName[], held: readonly HeldOffice[]) {
    this.#text = text
    this.#people = people
    this.#names = longestNames(people)
    this.#byStart = new Map(people.map((person) => [person.start, person] as const))
    this.#held = held
  }

  /** Who stands at `at`, before `limit`: a name, an office with or without its holder, a group behind an article. */
  at(at: number, limit: number): Speaker | undefined {
    const person = this.personAt(at)
    if (person !== undefined) return person
    const next = this.#nextPerson(at)
    const phrase = officePhraseAt(this.#text, at, Math.min(limit, next?.start ?? limit))
    if (phrase !== undefined) return this.#holderOf(phrase, at)
    return this.#groupAt(at, Math.min(limit, next?.start ?? limit))
  }

  /** A name, with its civility. */
  personAt(at: number): Speaker | undefined {
    const person = this.#byStart.get(behind(CIVILITY, this.#text, at))
    return person && this.speakerOf(person)
  }

  hasNameAt(at: number): boolean {
    return this.#byStart.has(at)
  }

  speakerOf({ name, end }: PersonName): Speaker {
    return { name: this.#names.get(name) ?? name, isPerson: true, end }
  }

  #nextPerson(at: number): PersonName | undefined {
    return this.#people[firstFrom(this.#people, at)]
  }

  /** The names that begin in a stretch. */
  namesIn(span: Span): readonly PersonName[] {
    return spansWithin(this.#people, span)
  }

  /** «le ministre russe, Sergueï Lavrov», or whoever holds the office elsewhere in the text. */
  #holderOf(phrase: OfficePhrase, at: number): Speaker | undefined {
    const direct = this.#byStart.get(behind(DIRECT, this.#text, phrase.end))
    if (direct !== undefined && phrase.innerAt !== undefined) return this.#outer(at, direct)
    const named = direct ?? this.#apposed(phrase.end)
    if (named !== undefined) return this.speakerOf(named)
    const unknown = UNKNOWN_NAME.exec(this.#text.slice(phrase.end, phrase.end + 80))
    if (unknown !== null)
      return { name: unknown[1] ?? '', isPerson: true, end: phrase.end + unknown[0].length }
    const owner = this.#byStart.get(behind(OF, this.#text, phrase.end))
    if (owner !== undefined) return this.#unnamed(at, owner.end)
    const holder = this.#holder(phrase)
    if (holder !== undefined) return { name: holder, isPerson: true, end: phrase.end }
    return isSomebody(this.#text.slice(at, phrase.end)) ? this.#unnamed(at, phrase.end) : undefined
  }

  /** `…, Sergueï Lavrov`, `…, en Bavière, Clemens Neck`. */
  #apposed(end: number): PersonName | undefined {
    return (
      this.#byStart.get(behind(GAP, this.#text, end)) ?? this.#byStart.get(behind(ASIDE, this.#text, end))
    )
  }

  /** `le porte-parole de la chancelière Anne Valmy, Jean Dupré`: Jean Dupré, or the porte-parole whom nobody names. */
  #outer(at: number, inner: PersonName): Speaker {
    const named = this.#apposed(inner.end)
    return named === undefined ? this.#unnamed(at, inner.end) : this.speakerOf(named)
  }

  /** The one holder of the same office; of an office told in one word, the only one whose title opens on it. */
  #holder(phrase: OfficePhrase): string | undefined {
    const isShort = !phrase.text.includes(' ')
    if (isShort && UNLIKE_BEFORE.test(this.#text.slice(Math.max(0, phrase.start - 6), phrase.start)))
      return undefined
    if (isShort && UNLIKE_BEHIND.test(this.#text.slice(phrase.end, phrase.end + 6))) return undefined
    const same = this.#held.filter(({ key, text, isFormer }) =>
      isShort ? opensOn(text, phrase.text) : key === phrase.key && !isFormer,
    )
    const names = new Set(same.map(({ name }) => this.#names.get(name) ?? name))
    return names.size === 1 ? [...names][0] : undefined
  }

  #groupAt(at: number, limit: number): Speaker | undefined {
    const noun = behind(ARTICLE, this.#text, at)
    if (noun > at) {
      const group = groupPhraseAt(this.#text, at, limit)
      if (group === undefined || !isSomebody(this.#text.slice(at, group.end))) return undefined
      const title = TITLED.exec(this.#text.slice(noun, noun + 80))
      if (title !== null && (ROLES.has(keyOf(title[1] ?? '')) || TRADE.test(title[1] ?? '')))
        return { name: title[2] ?? '', isPerson: true, end: noun + title[0].length }
      const owner = this.#byStart.get(behind(OF, this.#text, group.end))
      const isKnown = SPEAKING.test(this.#text.slice(noun, group.end))
      return { ...this.#unnamed(at, owner?.end ?? group.end), ...(!isKnown && { isDoubtful: true }) }
    }
    PROPER.lastIndex = at
    const opening = wordAt(this.#text, at)
    if (opening === undefined || OPENING_WORDS.has(opening.key) || STOP_WORDS.has(opening.key))
      return undefined
    return PROPER.test(this.#text) && PROPER.lastIndex <= limit
      ? this.#unnamed(at, PROPER.lastIndex)
      : undefined
  }

  #unnamed(at: number, end: number): Speaker {
    const words = this.#text.slice(at, end).replace(/[.,]$/u, '')
    return {
      name:
        words.charAt(0).toLowerCase() === words.charAt(0) ||
        !/^(?:L['’]|L[ea]s? |Une? |Des |Cet|Ce |Ses? |Son |Sa |Leur)/u.test(words)
          ? words
          : words.charAt(0).toLowerCase() + words.slice(1),
      isPerson: false,
      end,
    }
  }
}

const isSomebody = (words: string): boolean => !NOBODY.test(words)

const opensOn = (title: string, word: string): boolean => {
  const [one, other] = [title.toLowerCase(), word.toLowerCase()]
  return one === other || one.startsWith(`${other} `)
}

/** Where the expression ends that stands at `at`; `at` when it does not. */
function behind(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}
