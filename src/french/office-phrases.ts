// Where a noun phrase that names an office begins and ends in running text. Says nothing of who holds it.
import { countryOfAdjective } from './demonyms.ts'
import { isSureFirstName, keyOf } from './first-names.ts'
import { officeKeyOf } from './office-keys.ts'
import { opensRole, roleAt } from './office-roles.ts'
import type { Span } from './sentences.ts'
import { SPEECH } from './roles.ts'

/** The span is that of `text`, behind any article. */
export interface OfficePhrase extends Span {
  readonly text: string
  readonly key: string
}

interface Word extends Span {
  /** Folded, without its apostrophe. */
  readonly key: string
  readonly isCapital: boolean
  readonly isElided: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const ARTICLES = words(
  'le la l les un une du des au aux son sa ses leur leurs notre nos votre vos ce cet cette de d mon ma',
)
/** Between an article and the role: `l’ancien président`, `le très controversé ministre`. */
const BEFORE_ROLE = words(
  'ancien ancienne nouveau nouvel nouvelle futur future actuel actuelle tres tout toute jeune vieux vieil vieille puissant puissante controverse controversee celebre feu ex propre grand grande principal principale desormais tres alors inamovible influent influente prochain prochaine seul seule fameux fameuse flamboyant eternel autre',
)
const OF = words('de du des d')
/** They take «à», «au», «en», «pour», «auprès de» behind them. */
const PLACED = words(
  'ambassador consul minister junior-minister deputy-minister secretary-of-state secretary adviser commissioner representative envoy candidate correspondant delegate high-representative negociateur negotiator professeur chercheur avocat juge procureur prosecutor general-prosecutor rapporteur group-leader coordinateur conseiller avocat deputy spokesperson directeur magistrat speaker deputy-mayor vice-president',
)
const AT = words('a au aux en pour aupres')
const CHARGED = words('charge chargee charges delegue deleguee')
/** No complement begins on them, folded: days, pronouns, what tells of time. */
const NEVER_NOUN = words(`
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
ce cet cette ces son sa ses leur leurs il elle ils elles on nous vous je qui que quoi dont ou lui eux plus moins fait plusieurs
tout tous toute toutes nouveau nouvelle nombreux deux trois quatre cinq six sept huit neuf dix facon maniere nouveau part retour meme
mieux celui celle ceux l'un rien hier demain aujourd'hui lors apres avant cause autres autre`)
const ADJECTIVES = words(`
etrangere etrangeres etranger etrangers interieur interieure exterieur exterieure exterieures superieur superieure public publics publique publiques
supreme unies unis armees armee adjoint adjointe haut haute delegue deleguee uni unie special speciale chretien europeen
vert verte verts libre libres mixte sociale sociaux saoudite moderne ouvrier ouvriere solidaire durable numerique productif
ancien anciens combattants verte rouge noir jeune jeunes senior federe solidaires elargi elargie permanent permanente
democrate republicain republicaine insoumis insoumise conservateur conservatrice souverainiste adjoints autonome
sortant sortante honoraire emerite intermittent nucleaire civil civile belge judiciaire corse basque flamand wallon privee prive catholique
suppleant suppleante majoritaire minoritaire titulaire mondial mondiale ministre-president legislatif executif executive
par_interim general generale`)
const ADJECTIVE_SHAPE =
  /(?:[^aeiou]al|ales?|aux|iques?|aires?|ifs?|ives?|iens?|iennes?|eens?|eennes?|aises?|oises?|istes?|iers?|ieres?|eux|euses?|ibles?|ables?|nelles?|nels?|riels?|rielles?|tielles?|tiels?)$/u
const NO_ADJECTIVE = words(`
explique indique implique complique critique applique revendique communique abdique rien bien combien soutien maintien entretien mais jamais
desormais fois trois parfois hier aux ceux deux eux mieux existe insiste consiste persiste resiste assiste faire affaires affaire
elle appelle celle rappelle quelle laquelle naturelle capable oblige notamment premier premiere dernier derniere faire contraire
maire commissaire secretaire notaire canal hopital tribunal journal cheval lieux peux veux yeux nombreux nombreuses travaux
chantier dossier quartier courrier metier vacances affaires matiere maniere carriere table semaines siens aile mille
militaires salaires adversaire anniversaire adversaires partenaire partenaires particulier celles elles lesquelles fidele modele
declare signale regale generales finale aille ai rivaux journaux generaux principaux municipales legislatives cantonales
regionales presidentielle presidentielles departementales elections gilets mal bal malgre egal special_ mali hebdomadaire
depositaire crises crise mesures surprise alternative initiative offensive perspective tentative polemique politique republique
panique musique boutique technique pratique clinique logique fabrique tunique piste liste visite artiste touriste journaliste
matinee soiree dernier premieres dernieres derniers barriere lumiere priere frontiere riviere
`)
/** Nouns that end as adjectives do, where an organisation names them: `police judiciaire`, but not `de la clinique`. */
const PARTIES = words(
  'PS LR LREM RN FN LFI PCF EELV UDI MoDem UMP DVG DVD PRG SPD CDU CSU FDP MR CDH cdH DéFI Ecolo PP RPR UDF PC NPA PVV ND LO PDC UDC PLR PLQ PQ CAQ SVP AfD NKM SNP ANC AKP HDP CHP MHP CSV DP N-VA CD&V sp.a',
)

/** How many complements a title has: `président de la commission des lois du conseil de la région`. */
const MOST_COMPLEMENTS = 6

/** No title is longer, in characters. */
const LONGEST_PHRASE = 240

const WORD = /([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑&][\p{L}\p{M}\p{N}]+)*)(['’])?/uy

export function wordAt(text: string, at: number): Word | undefined {
  WORD.lastIndex = at
  const match = WORD.exec(text)
  if (match === null) return undefined
  const [whole, word = '', apostrophe] = match
  return {
    key: keyOf(word).replaceAll('‑', '-'),
    start: at,
    end: at + whole.length,
    isCapital: /^\p{Lu}/u.test(word),
    isElided: apostrophe !== undefined,
  }
}

/**
 * The longest name of an office at `at`, an article or the role itself. Nothing at or beyond `limit` belongs to it: the
 * first name behind it in the text, when that is known. Undefined where no role stands.
 */
export function officePhraseAt(text: string, at: number, limit = text.length): OfficePhrase | undefined {
  const head = roleStart(text, at)
  if (head === undefined) return undefined
  const reader = new PhraseReader(text, Math.min(limit, head + LONGEST_PHRASE))
  return reader.read(head)
}

/** Behind an article and what may stand between it and the role. */
function roleStart(text: string, at: number): number | undefined {
  let start = at
  for (let step = 0; step < 5; step++) {
    const word = wordAt(text, start)
    if (word === undefined) return undefined
    const ex = /^ex[-‑]/u.exec(word.key)?.[0].length ?? 0
    if (opensRole(word.key)) return start
    if (ex > 0 && opensRole(word.key.slice(ex))) return start + ex
    if (!ARTICLES.has(word.key) && !BEFORE_ROLE.has(word.key)) return undefined
    start = word.isElided ? word.end : word.end + 1
  }
  return undefined
}

class PhraseReader {
  readonly #text: string
  readonly #limit: number
  readonly #words: Word[] = []

  constructor(text: string, limit: number) {
    this.#text = text
    this.#limit = limit
  }

  read(start: number): OfficePhrase | undefined {
    const role = this.#readRole(start)
    if (role === undefined) return undefined
    this.#adjectives()
    for (let count = 0; count < MOST_COMPLEMENTS; count++) if (!this.#complement(role, count)) break
    this.#tail()
    const end = this.#words.at(-1)?.end ?? start
    const key = officeKeyOf(this.#words.map((word) => word.key))
    return key === undefined ? undefined : { start, end, text: this.#text.slice(start, end), key }
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

  #complement(role: string, count: number): boolean {
    const before = this.#words.length
    if (this.#preposition(role, count) && this.#nominal(role, count)) return true
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
      if (word === undefined || !(OF.has(word.key) || (isMinister(role) && AT.has(word.key)))) return false
      return this.#articles(word)
    }
    if (CHARGED.has(word.key)) {
      this.#words.push(word)
      word = this.#next()
      if (word === undefined) return false
    }
    if (OF.has(word.key)) return this.#articles(word)
    if (!AT.has(word.key)) return false
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
      const isArticle =
        word.key === 'la' || word.key === 'le' || word.key === 'les' || (word.key === 'l' && word.isElided)
      if (!isArticle && !(first.key === 'aupres' && OF.has(word.key)) && word.key !== 'ex') break
      this.#words.push(word)
    }
    return true
  }

  /** A noun or a name, with its adjectives and the name behind it: `région Bretagne`, `Commission européenne`. */
  #nominal(role: string, count: number): boolean {
    const noun = this.#next()
    if (noun === undefined || NEVER_NOUN.has(noun.key) || (noun.isElided && noun.key.length < 3)) return false
    const before = this.#words.at(-1)
    if (before?.key === 'en' && !noun.isCapital && noun.key !== 'chef' && noun.key !== 'exercice')
      return false
    if (/^\d/u.test(noun.key) && !/^\d+(?:e|er|eme)$/u.test(noun.key)) return false
    if (this.#isCoordinated() && (opensRole(noun.key) || count === 0)) return false
    this.#words.push(noun)
    this.#followers(noun)
    return role !== ''
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
    if (!word.isCapital) return word.key === 'et' && last.isCapital && this.#joinsSolidary(word)
    const next = this.#behind(word)
    return !(isSureFirstName(word.key) && (next?.isCapital === true || OF.has(next?.key ?? '')))
  }

  /** `Transition écologique et solidaire`. */
  #joinsSolidary(word: Word): boolean {
    const next = this.#behind(word)
    return next !== undefined && !next.isCapital && isAdjective(next)
  }

  /** `par intérim`. */
  #tail(): void {
    const word = this.#next()
    const next = word === undefined ? undefined : this.#behind(word)
    if (word?.key === 'par' && next?.key === 'interim') this.#words.push(word, next)
    if (word?.key === 'en' && next?.key === 'exercice') this.#words.push(word, next)
  }
}

const isMinister = (role: string): boolean => role.endsWith('minister') || role === 'secretary-of-state'

function isAdjective({ key, isCapital }: Word): boolean {
  if (countryOfAdjective(key) !== undefined && !isCapital) return true
  if (isCapital || NO_ADJECTIVE.has(key)) return false
  if (ADJECTIVES.has(key)) return true
  return ADJECTIVE_SHAPE.test(key) && key.length > 4 && !SPEECH.has(key)
}
