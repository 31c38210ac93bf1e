// What the words around a run of capitals say about it: a person, or a thing. Looks a bounded way back and ahead.
import { countryOfAdjective } from './demonyms.ts'
import { isFirstName, isSureFirstName, keyOf } from './first-names.ts'
import { KNOWN_SURNAMES } from './known-surnames.ts'
import type { NameWord } from './name-words.ts'
import { STORMS, THING_HEADS, WEAK_THING_HEADS } from './not-names.ts'
import { ATTRIBUTIONS, CIVILITIES, DIRECT_TITLES, ROLES, SPEECH } from './roles.ts'

/** How far context is read, in UTF-16 code units: eight words or so. */
const REACH = 64

/** Words before and behind a run, nearest first, folded; cut at the end of a clause. */
export interface Surroundings {
  /** Nearest first, in the same clause; capitalised ones too. */
  readonly before: readonly string[]
  /** True when nothing but a blank or an apostrophe stands between the nearest word and the run. */
  readonly isAdjacent: boolean
  /** What stands behind, as written. */
  readonly after: string
  readonly isQuoted: boolean
}

/** `M.` becomes `Mr`, so that its stop ends no clause and a bare `M` (a letter, a make) is none. */
const CIVILITY_STOP = /(?<!\p{L})(M{1,2})\./gu
const OTHER_STOP = /(?<!\p{L})(Me|Mme|Mlle|Dr|Pr|Prof|Mgr|St)\./gu
const CLAUSE_END = /[.!?;:«»"“”()\n…\]]/u
const WORDS = /[\p{L}\p{M}]+(?:[-‑][\p{L}\p{M}]+)*/gu

export function surroundingsOf(text: string, start: number, end: number): Surroundings {
  const reach = text.slice(Math.max(0, start - REACH), start)
  const clause = reach.replace(CIVILITY_STOP, '$1r').replace(OTHER_STOP, '$1').split(CLAUSE_END).at(-1) ?? ''
  const before = Array.from(clause.matchAll(WORDS), ([word]) => keyOf(word)).toReversed()
  return {
    before,
    isAdjacent: /[\p{L}.][ \u00A0\u202F]?$|['’]$/u.test(reach) && before.length > 0,
    after: text.slice(end, end + REACH),
    isQuoted:
      /[«"“][ \u00A0\u202F]?$/u.test(reach) && /^[ \u00A0\u202F]?[»"”]/u.test(text.slice(end, end + 2)),
  }
}

const DETERMINERS = new Set(
  'le la les l un une du des au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma'.split(
    ' ',
  ),
)
const LOCATIVES = new Set('a en dans'.split(' '))

export const standsBehindCivility = ({ before, isAdjacent }: Surroundings): boolean =>
  isAdjacent && CIVILITIES.has(before[0] ?? '')

export const standsBehindTitle = ({ before, isAdjacent }: Surroundings): boolean =>
  isAdjacent && DIRECT_TITLES.has(before[0] ?? '') && before[1] !== 'de'

/** `M. de Valmy`, `Mme d’Arbois`. */
export const isNobleBehindCivility = ({ before }: Surroundings): boolean =>
  (before[0] === 'de' || before[0] === 'd') && CIVILITIES.has(before[1] ?? '')

export const standsBehindDeterminer = ({ before, isAdjacent }: Surroundings): boolean =>
  isAdjacent && DETERMINERS.has(before[0] ?? '')

export const standsBehindLocative = ({ before, isAdjacent }: Surroundings): boolean =>
  isAdjacent && LOCATIVES.has(before[0] ?? '')

/** `rue Jean-Moulin`, `institut français Romain-Gary`, `rue du Docteur-Roux`. */
export function standsBehindThing({ before, isAdjacent }: Surroundings): boolean {
  if (!isAdjacent) return false
  const [first = '', second = '', third = ''] = before
  if (THING_HEADS.has(first)) return true
  if (CHRISTENED.test(first)) return THING_HEADS.has(second) || WEAK_THING_HEADS.has(second)
  if (ADJECTIVES.has(first)) return THING_HEADS.has(second) || WEAK_THING_HEADS.has(second)
  if (!HONOURED.has(first)) return false
  return STREETS.has(second) || (second === 'du' && STREETS.has(third))
}
const CHRISTENED = /^(?:dite?|baptisee?|denommee?|nommee?|surnommee?|intitulee?)$/u
const ADJECTIVES = new Set(
  'maternelle maternel primaire elementaire francais francaise municipale nationale publique privee communal communale municipal national regional departemental hospitalier universitaire prive public'.split(
    ' ',
  ),
)
const HONOURED = new Set('du des de general marechal docteur president saint abbe'.split(' '))
const STREETS = new Set(
  'rue avenue boulevard place quai pont square lycee college hopital stade aeroport gare station'.split(' '),
)

export const standsBehindWeakThing = ({ before, isAdjacent }: Surroundings): boolean =>
  isAdjacent && WEAK_THING_HEADS.has(before[0] ?? '')

/** A storm is named in the same clause: `la tempête, baptisée Alma`, `les ouragans Alma et Bruno`. */
export const isAboutStorm = ({ before }: Surroundings): boolean =>
  before.slice(0, 8).some((word) => STORMS.has(word))

/** `président de l’association Jean Dupré`: «de», «la» before the run, so that a title may end inside of it. */
export const standsBehindComplement = ({ before, isAdjacent }: Surroundings): boolean =>
  isAdjacent && (before[0] === 'd' || before[0] === 'de' || DETERMINERS.has(before[0] ?? ''))

const AGE = /^(?: ?\(|, )(?:âgée? de )?\d{1,3}(?: ans\b|\))/u
export const tellsAge = ({ after }: Surroundings): boolean => AGE.test(after)

/** `Valmy doit aussi rencontrer…`, `Valmy s’est entretenu avec…`: only people do so, in the singular. */
export const tellsMeeting = ({ after }: Surroundings): boolean => MEETING.test(after)
const MEETING =
  /^ (?:(?:doit|devait|devrait|va|allait|a|avait|aura|aurait|pourrait|peut|est|était|s['’]est|s['’]était|aussi|également|ensuite|déjà|pu|longuement) )+(?:rencontr(?:er|é)|s['’]entretenir|entretenue?|reçue?|serré la main)(?!\p{L})/u

const APPOSITION =
  /^, (?:(?:le|la|l['’]|un|une|ancien|ancienne|ex|son|sa|qui|dont|alors|nouveau|nouvelle) ?)*(?:ex-)?([\p{Ll}-]+)/u
const VERB_BEHIND =
  /^,? (?:(?:n['’]|ne |s['’]|se |l['’]|en |y |les? |lui |la |leur |nous |vous |m['’])*)([\p{Ll}]+)(?:[ ,.:](?:pas |également |aussi |ainsi |donc |d['’]abord )?([\p{Ll}]+))?/u
const AUXILIARIES = new Set('a avait aurait est etait sera doit devait peut pourrait va vient'.split(' '))

/** Above 0 for a person, below for a thing; the sum of single observations, each between −4 and 4. */
export function contextScore(around: Surroundings): number {
  let score = behindScore(around) + aheadScore(around.after)
  if (around.isQuoted) score -= 2
  if (standsBehindThing(around)) score -= 4
  else if (standsBehindWeakThing(around)) score -= 2
  return score
}

const isRole = (word: string | undefined): boolean =>
  word !== undefined && (ROLES.has(word) || DIRECT_TITLES.has(word))

function behindScore(around: Surroundings): number {
  const { before, isAdjacent } = around
  const [first = '', second] = before
  if (standsBehindCivility(around)) return 4
  // «le Kazakh Iermek Saparov»
  if (isAdjacent && DETERMINERS.has(second ?? '') && countryOfAdjective(first) !== undefined) return 2.5
  if (isRole(first)) return 3
  if (isAdjacent && SPEECH.has(first)) return 2
  if (isRole(second) && !DETERMINERS.has(first) && !LOCATIVES.has(first)) return 2.5
  if (isAdjacent && ATTRIBUTIONS.has(first)) return 0.5
  if (standsBehindDeterminer(around)) return -3
  if (standsBehindLocative(around)) return first === 'dans' ? -2 : first === 'en' ? -1 : -0.5
  // «le ministre kazakh des Affaires étrangères, Iermek Saparov,»: an apposition that closes.
  const isApposed = !isAdjacent && /^[,.)]/u.test(around.after)
  return before.slice(0, 8).some(isRole) ? (isApposed ? 2.5 : 1.5) : 0
}

function aheadScore(after: string): number {
  if (AGE.test(after)) return 3
  if (/^ ?\((?:LREM|LR|PS|RN|FN|PCF|EELV|LFI|UDI|MoDem|UMP|PRG|DVD|DVG|SPD|CDU)/u.test(after)) return 3
  if (/^[ -]?\d|^ ?[™®]|^ (?:SA|SE|Inc|Ltd|GmbH|FC)\b/u.test(after)) return -2
  const noun = keyOf(APPOSITION.exec(after)?.[1] ?? '')
  if (ROLES.has(noun) || DIRECT_TITLES.has(noun)) return 2
  const verb = VERB_BEHIND.exec(after)
  if (verb === null) return 0
  const [, one = '', two = ''] = verb
  if (SPEECH.has(keyOf(one))) return 1.5
  if (AUXILIARIES.has(keyOf(one))) return SPEECH.has(participleStem(keyOf(two))) ? 2 : 0.7
  return 0
}

/** `déclaré` and `déclarée` are listed by their present, `declare`. */
const participleStem = (key: string): string => key.replace(/ees?$|es$/u, 'e')

const STRONG_PARTICLE = /^(?:al|el|ben|bin|ibn|van|von|ould)$/u

/** What the run itself says: first names and surnames speak for a person, an article and an opening against. */
export function shapeScore(run: readonly NameWord[]): number {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined) return 0
  let score = 0
  if (isFirstName(first.key)) score += 3
  else if (run.length > 2 && run.slice(1, -1).some(({ key }) => isSureFirstName(key))) score += 1.5
  else if (first.isInitial && first.text.includes('.')) score += 2
  else if (isFirstName(last.key)) score += KNOWN_SURNAMES.has(first.key) ? 2 : 0.5
  if (run.length > 1 && KNOWN_SURNAMES.has(surnameKey(run))) score += 2
  if (run.some(({ joint }, at) => at > 0 && joint === 'particle'))
    score += STRONG_PARTICLE.test(first.key) ? 0 : 1
  if (ARTICLES.has(first.key)) score -= 2
  if (first.opening === 'firm' && !isFirstName(first.key) && !first.isInitial) score -= 1
  return score
}
const ARTICLES = new Set('le la les el los las il the une un'.split(' '))

/** All words but the first. */
const surnameKey = (run: readonly NameWord[]): string =>
  run
    .slice(1)
    .map(({ key }) => key)
    .join(' ')
