// What a figure of the news counts, and how many: «12 morts», «douze personnes ont été tuées» count dead, 12 of them.
// Reads what findFigures finds; a number that is no count of its own («une dizaine», «10 à 15») is left out.
import { findFigures } from './figures.ts'
import { keyOf } from './first-names.ts'
import { NUMBER_WORDS } from './number-words.ts'
import type { Span } from './sentences.ts'
import { stem } from './stems.ts'

export interface CountedThing extends Span {
  readonly value: number
  /** Equal for what may be compared: `dead`, `injured`, or the stem of the noun with its adjective. */
  readonly kind: string
  /** «au moins 12 morts», «plus de 12»: as many or more. Everything else is exact. */
  readonly isLeast: boolean
  /** Grows as news comes in: a toll, a count of arrests. What is only voted, spent or planned does not. */
  readonly isToll: boolean
}

const B = '[ \\u00A0\\u202F]'
const NUMBER = new RegExp(
  `^(?:(\\d{1,3}(?:[.'’ \\u00A0\\u202F]\\d{3})+|\\d+)(?:,(\\d+))?|(\\p{Ll}[\\p{L}-]*))(?:${B}(mille|millions?|milliards?)(?!\\p{L}))?${B}?(?:d(?:e${B}|['’]))?`,
  'iu',
)
/** More, fewer, about, or between: no count that another one contradicts. */
const INEXACT_BEFORE = new RegExp(
  `(?:plus|moins|près|autour|au${B}delà|plusieurs|quelques?)${B}(?:de${B}|d['’])$|(?:environ|au${B}moins|quelque|quelques|jusqu['’]à|presque|bientôt|déjà|entre|près|autres?|les|ces|des|aux|ses|leurs|sur|nos|tous|toutes)${B}$|\\d[ \\u00A0]?(?:à|et|ou|-|–)${B}?$`,
  'iu',
)
const INEXACT_AFTER = new RegExp(
  `^,?${B}(?:environ|au${B}moins|minimum|au${B}minimum|au${B}maximum|supplémentaires|de${B}plus|de${B}moins|nouveaux|par${B}(?:jour|an|mois|semaine|heure))(?!\\p{L})`,
  'iu',
)
const INEXACT = new RegExp(
  `^(?:(?:plus|moins|près|plusieurs|quelques?|environ|au${B}moins|jusqu)|une?${B}|des${B})|\\d${B}?(?:à|et|ou|-)${B}?\\d|et${B}demi`,
  'iu',
)

const SCALES: ReadonlyMap<string, number> = new Map([
  ['mille', 1e3],
  ['million', 1e6],
  ['milliard', 1e9],
])

/** Measures and money: one sentence in two holds one, and of another thing each time. */
const MEASURES =
  /^(?:euros?|dollars?|francs?|livres?|yens?|yuans?|roubles?|k?m|cm|mm|kg|t|ha|mw|gw|kwh|kilometres?|metres?|centimetres?|kilos?|tonnes?|hectares?|litres?|degres?|points?|pouces?|watts?|chevaux|km.*|m².*)(?: |$)/u

/** Who is counted without saying what became of them. */
const PEOPLE = /^(?:personnes|gens|individus|passagers|habitants|victimes)$/u

/** Nouns that are a count of people by themselves. */
const TOLLS: ReadonlyMap<string, string> = new Map([
  ['morts', 'dead'],
  ['mortes', 'dead'],
  ['tues', 'dead'],
  ['tuees', 'dead'],
  ['deces', 'dead'],
  ['blesses', 'injured'],
  ['blessees', 'injured'],
  ['disparus', 'missing'],
  ['disparues', 'missing'],
  ['interpellations', 'arrested'],
  ['arrestations', 'arrested'],
  ['hospitalisations', 'hospitalised'],
  ['contaminations', 'infected'],
  ['cas', 'infected'],
  ['victimes', 'victims'],
  ['evacues', 'evacuated'],
  ['sinistres', 'homeless'],
  ['rescapes', 'rescued'],
  ['otages', 'hostages'],
])

/** What became of «15 personnes»: the group that matches gives the kind. */
const FATE = new RegExp(
  `^${B}(?:(?:(?:ont|auraient)${B}(?:été|péri|perdu${B}la${B}vie|trouvé${B}la${B}mort)|sont|seraient|avaient${B}été)${B}?)?(?:(?:(?<dead>(?<=péri)|(?<=perdu${B}la${B}vie)|(?<=trouvé${B}la${B}mort)|tuée?s|mort(?:e?s)|décédée?s)|(?<badly>grièvement${B}blessée?s|(?:gravement|sérieusement)${B}(?:blessée?s|touchée?s)|blessée?s${B}(?:grièvement|gravement|graves?))|(?<injured>(?:légèrement${B})?blessée?s)|(?<missing>(?:portées?${B})?disparue?s)|(?<arrested>interpellée?s|arrêtée?s)|(?<held>(?:placées?${B}|mise?s${B})en${B}garde${B}à${B}vue)|(?<charged>mise?s${B}en${B}examen|inculpée?s)|(?<hospitalised>hospitalisée?s)|(?<infected>contaminée?s|infectée?s)|(?<evacuated>évacuée?s)|(?<rescued>secourue?s|sauvée?s))(?![\\p{L}-]))`,
  'u',
)
/** «blessés graves», «blessés, dont trois grièvement»: another count than all injured. */
const GRAVE = new RegExp(`^${B}(?:graves?|grièvement|sérieux|légers?)(?!\\p{L})`, 'u')

/** «les corps de 12 mineurs»: so many dead. */
const BODIES_BEFORE = new RegExp(`corps${B}(?:sans${B}vie${B})?(?:de${B}|d['’])$`, 'u')
/** What belongs to a noun: «gardes à vue», «suppressions de postes». */
const COMPLEMENT = new RegExp(
  `^${B}(?:à${B}vue|en${B}examen|(?:de${B}|d['’])\\p{Ll}[\\p{L}-]+)(?!\\p{L})`,
  'u',
)

/** Or more. */
const LEAST = new RegExp(`(?:au${B}moins|plus${B}d(?:e|['’])|déjà)${B}?$`, 'iu')
const LEAST_INSIDE = new RegExp(`^(?:au${B}moins|plus${B}d(?:e${B}|['’]))${B}?`, 'iu')

/** The counts of a text that are exact, or the least that there are, in order. */
export function findCounted(text: string): readonly CountedThing[] {
  return findFigures(text).flatMap((span) => countedAt(text, span) ?? [])
}

function countedAt(text: string, span: Span): CountedThing | undefined {
  const whole = text.slice(span.start, span.end)
  const hedge = LEAST_INSIDE.exec(whole)?.[0] ?? ''
  const found = whole.slice(hedge.length)
  const before = text.slice(Math.max(0, span.start - 20), span.start)
  const after = text.slice(span.end, span.end + 60)
  if (INEXACT.test(found) || INEXACT_AFTER.test(after)) return undefined
  const isLeast = hedge !== '' || LEAST.test(before)
  const bodies = BODIES_BEFORE.exec(before)
  if (bodies === null && !isLeast && INEXACT_BEFORE.test(before)) return undefined
  const read = readNumber(found)
  const thing = read === undefined ? undefined : thingOf(read.noun, after)
  if (read === undefined || thing === undefined) return undefined
  const { value } = read
  const [start, end] = [span.start + hedge.length, span.end]
  if (bodies !== null)
    return { start: start - bodies[0].length, end, value, kind: 'dead', isToll: true, isLeast }
  const { kind, isToll, extra } = thing
  return { start, end: end + extra, value, kind, isToll, isLeast }
}

function readNumber(found: string): { readonly value: number; readonly noun: string } | undefined {
  const match = NUMBER.exec(found)
  if (match === null) return undefined
  const [whole, digits, decimals, word, scale] = match
  const base =
    digits === undefined
      ? valueOfWord(word ?? '')
      : Number(`${digits.replace(/\D/gu, '')}.${decimals ?? '0'}`)
  if (base === undefined) return undefined
  const factor = scale === undefined ? 1 : (SCALES.get(keyOf(scale).replace(/s$/u, '')) ?? 1)
  return { value: base * factor, noun: found.slice(whole.length).trim() }
}

/** `douze`, `vingt-deux`, `quatre-vingt-dix`; undefined for what is no number. */
function valueOfWord(word: string): number | undefined {
  const parts = keyOf(word)
    .replace(/^quatre-vingts?/u, 'vingtx4')
    .split('-')
  let value = 0
  for (const part of parts) {
    if (part === 'et') continue
    const own = part === 'vingtx4' ? 80 : NUMBER_WORDS.get(part)
    if (own === undefined) return undefined
    value += own
  }
  return value
}

interface Thing {
  readonly kind: string
  readonly isToll: boolean
  /** Characters behind the noun that say what is counted. */
  readonly extra: number
}

function thingOf(noun: string, after: string): Thing | undefined {
  const key = keyOf(noun)
  if (key === '' || /[%‰€$£°]/u.test(noun) || MEASURES.test(key)) return undefined
  if (PEOPLE.test(key)) {
    const fate = FATE.exec(after)
    const kind = Object.entries(fate?.groups ?? {}).find(([, value]) => value !== undefined)?.[0]
    if (fate !== null && kind !== undefined) return { kind, isToll: true, extra: fate[0].length }
    return key === 'victimes' ? { kind: 'victims', isToll: true, extra: 0 } : undefined
  }
  const toll = TOLLS.get(key)
  if (toll !== undefined) {
    const grave = GRAVE.exec(after)
    return grave === null
      ? { kind: toll, isToll: true, extra: 0 }
      : { kind: `${toll} ${keyOf(grave[0].trim())}`, isToll: true, extra: grave[0].length }
  }
  const complement = COMPLEMENT.exec(after)?.[0] ?? ''
  const words = `${key}${keyOf(complement)}`.split(/[\s'’]+/u)
  return { kind: words.map(stem).join(' '), isToll: false, extra: complement.length }
}
