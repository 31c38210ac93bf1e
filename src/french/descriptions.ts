// Who somebody is, as a sentence says it beside the name: «X, présidente de …», «la porte-parole du ministère, X»,
// «X est un …». Never knows anybody.
import { fold } from './normalise.ts'
import { ROLES } from './roles.ts'
import type { Span } from './sentences.ts'
import { STOP_WORDS } from './stop-words.ts'
import { tokenise } from './tokens.ts'

export interface Description extends Span {
  /** 0 to 1: a known role behind a name tells more than any words. */
  readonly trust: number
}

const B = '[ \\u00A0\\u202F]'
/** «, 99 ans, », « (LR), »: what may stand between a name and its apposition. */
const ASIDE = new RegExp(`^(?:${B}?\\([^()]{1,40}\\))?(?:,${B}\\d{1,3}${B}ans)?,${B}`, 'u')
const APPOSITION =
  /^(?:(?:l['’]|les?|la|une?|de l['’])[ \u00A0]?)?\p{L}[^;:.!?«»"\n]*?(?=,|;|:|\.(?:\s|$|\p{Lu})|[!?«»"\n]|\s(?:-|–|—)\s|\s(?:qui|où|dont|a|ont|est|sont|avait|avaient|était|sera|s['’]est|n['’]a|va|doit)\s|\s\(|$)/u
const COPULA =
  /^(?:,[^,]{2,60},)?[ \u00A0](?:est|était|fut|sera|reste|demeure|est devenue?|devient)[ \u00A0](?:aussi |également |désormais |aujourd['’]hui )?(?=(?:l['’]|le |la |une? )\p{L})/u
/** Apposition’s first words that are none: «X, qui», «X, après», «X, arrivé». */
const NO_APPOSITION =
  /^(?:qui|que|qu['’]|dont|où|à|au|aux|en|dans|après|avant|mais|et|ou|avec|sans|sous|sur|pour|par|depuis|lors|selon|comme|alors|quand|lui|elle|il|ils|ce|cet|cette|ses|son|sa|leur|tout|également|notamment|(?:interrog|arriv|accus|vis|cit|jug|condamn|interpell|soupçonn|poursuivi|entendu|contact|joint|sond|élu|nomm|soutenu|battu)\p{L}*|mis|mise|âgée?|née?|venue?|parti|invité[e]? (?:de|d['’]|sur)|très|plus|moins|soit|de son|de sa|d['’]ailleurs|ainsi|par exemple|est|a|ont|sont|était|avait|va|se|s['’]|n['’]|ne|je|nous|vous|on|c['’]|y)(?![\p{L}])/iu

/** Longer ones have swallowed the sentence. In characters. */
const LONGEST = 150

/** What the sentence says of the name at `name`, best first. */
export function describe(text: string, name: Span): readonly Description[] {
  const found = [behind(text, name), copula(text, name), before(text, name)].filter(
    (own) => own !== undefined,
  )
  return found.toSorted((one, other) => other.trust - one.trust)
}

/** «Selon X, l’accord doit»: what follows is the sentence. */
const ATTRIBUTED =
  /(?:^|[^\p{L}])(?:[Ss]elon|[Pp]our|[Dd]['’]après|[Cc]hez|[Aa]vec|[Aa]près)[ \u00A0][^,.;:]{0,50}$/u

function behind(text: string, { start, end }: Span): Description | undefined {
  if (ATTRIBUTED.test(text.slice(Math.max(0, start - 60), start))) return undefined
  const aside = ASIDE.exec(text.slice(end, end + 70))?.[0].length
  if (aside === undefined) return undefined
  const found = phraseAt(text, end + aside, 0.95)
  // «X, le magistrat a demandé»: a verb behind it makes it a subject.
  return found !== undefined && SUBJECT_BEHIND.test(text.slice(found.end, found.end + 12)) ? undefined : found
}

const SUBJECT_BEHIND =
  /^[ \u00A0](?:a|ont|est|sont|avait|avaient|était|sera|s['’]est|n['’]a|va|doit)[ \u00A0]/u

function copula(text: string, { end }: Span): Description | undefined {
  const length = COPULA.exec(text.slice(end, end + 110))?.[0].length
  return length === undefined ? undefined : phraseAt(text, end + length, 0.9)
}

function phraseAt(text: string, start: number, trust: number): Description | undefined {
  const rest = text.slice(start, start + LONGEST + 40)
  if (NO_APPOSITION.test(rest) || /^\p{Lu}/u.test(rest)) return undefined
  const found = APPOSITION.exec(rest)?.[0].trimEnd() ?? ''
  if (found.length < 4 || found.length > LONGEST) return undefined
  const heads = tokenise(found)
    .slice(0, 4)
    .map(({ text: word }) => fold(word))
  const isRole = heads.some(isRoleWord)
  const isDetermined = /^(?:l['’]|le |la |une? |les )/u.test(found)
  // «symbole mondial de la lutte» is a noun, «veut limiter» none.
  if (!isRole && !isDetermined && !/^[\p{Ll}-]+(?: [\p{Ll}-]+){0,2} d(?:e|u|es|['’])(?![\p{L}])/u.test(found))
    return undefined
  if (/^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?![\p{L}])/u.test(found)) return undefined
  return { start, end: start + found.length, trust: trust * (isRole ? 1 : isDetermined ? 0.75 : 0.6) }
}

const isRoleWord = (key: string): boolean =>
  ROLES.has(key) ||
  ROLES.has(key.replace(/^ex-|^vice-|^co-/u, '')) ||
  /^(?:membre|numero|figure|symbole|icone)$/u.test(key)

/** Words before a name that may belong to its role. */
const MOST_BEFORE = 14

/** «la porte-parole du ministère, X», «le chef de la diplomatie russe X». */
function before(text: string, { start }: Span): Description | undefined {
  const from = Math.max(0, start - LONGEST)
  const stretch = /[^.;:!?«»"()\n]*$/u.exec(text.slice(from, start))?.[0] ?? ''
  const offset = start - stretch.length
  const bare = stretch.replace(/,?[ \u00A0]?(?:MM?\.|Mmes?|Mlle|Me|Dr|Pr)?[ \u00A0]?$/u, '')
  // A further comma parts the role from what stands before it.
  const last = bare.lastIndexOf(',') + 1
  const words = tokenise(bare.slice(last)).slice(-MOST_BEFORE)
  const at = words.findIndex(
    ({ text: word, start: own }) =>
      ROLES.has(fold(word).replace(/^ex-|^vice-|^co-/u, '')) &&
      !NO_ROLE.has(fold(word)) &&
      DETERMINED.test(bare.slice(0, last + own)),
  )
  const head = words[at]
  if (head === undefined) return undefined
  if (words.slice(at + 1).some(({ text: word }) => PARTING.has(fold(word)))) return undefined
  // An adjective may stand before the role: «ancien», «haut».
  const prior = words[at - 1]
  const first = prior !== undefined && BEFORE_ROLE.test(fold(prior.text)) ? prior : head
  const [begin, end] = [offset + last + first.start, offset + bare.length]
  const isLong = words.length - at > 1
  return { start: begin, end, trust: isLong ? 0.9 : 0.6 }
}
/** A role follows its article, an adjective between, or opens the stretch. */
const DETERMINED =
  /(?:^|,)\s*$|(?:^|[^\p{L}])(?:l['’]|d['’]|(?:les?|la|une?|son|sa|leur|du|au|de|cette?|ce)[ \u00A0])(?:(?:ancien|ancienne|haut|haute|jeune|nouveau|nouvel|nouvelle|futur|future|grande?|premier|première|actuel|actuelle|célèbre|très|puissante?)[ \u00A0]){0,2}$/iu
const NO_ROLE = new Set([
  'tete',
  'homme',
  'femme',
  'jeune',
  'premier',
  'premiere',
  'figure',
  'modele',
  'star',
  'prix',
])
const BEFORE_ROLE =
  /^(?:ancien|ancienne|haut|haute|jeune|nouveau|nouvelle|futur|future|ex|grand|grande|premier|premiere|actuel|actuelle|celebre)$/u
const PARTING = new Set(
  'fut devient reste apres avant face a ont est sont avait etait qui que dont avec contre selon par rencontre recu appelle declare'.split(
    ' ',
  ),
)

/** Where the words of a name stand in a text, next to each other; accents and capitals do not matter. */
export function spansOfName(text: string, name: string): readonly Span[] {
  const keys = tokenise(name).map(({ text: word }) => fold(word))
  const words = tokenise(text)
  if (keys.length === 0) return []
  return words.flatMap(({ start }, at) => {
    const own = words.slice(at, at + keys.length)
    const last = own.at(-1)
    const isSame =
      own.length === keys.length && own.every(({ text: word }, order) => fold(word) === keys[order])
    return isSame && last !== undefined ? [{ start, end: last.end }] : []
  })
}

/** The name in «général Sergueï Kouralenko»: titles before it left out; `''` where titles are all there is. */
export function withoutTitles(phrase: string): string {
  const words = tokenise(phrase)
  const at = words.findIndex(({ text: word }) => {
    const key = fold(word)
    return !ROLES.has(key) && !STOP_WORDS.has(key)
  })
  const first = words[at]
  return first === undefined ? '' : phrase.slice(first.start)
}
