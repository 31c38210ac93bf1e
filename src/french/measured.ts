// Numbers of a sentence by what they measure: money, degrees, shares, ages, lengths, lengths of time, or bare. Reads no
// ordinal and no date.
import type { Span } from './sentences.ts'
import { findTimeExpressions, withoutOverlaps } from './time-expressions.ts'

type Measure = 'money' | 'temperature' | 'share' | 'age' | 'time' | 'length' | 'count'

export interface MeasuredNumber extends Span {
  readonly measure: Measure
}

const B = '[ \\u00A0\\u202F]'
const DIGITS = `\\d{1,3}(?:[.'’ \\u00A0\\u202F]\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)?(?!\\d)`
const SPELLED =
  '(?:[Vv]ingt|[Tt]rente|[Qq]uarante|[Cc]inquante|[Ss]oixante|[Qq]uatre-vingts?)(?:-[\\p{L}-]+)?|(?:[Uu]ne${B})?(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine)s?|[Uu]ne?|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf|[Dd]ix(?:-sept|-huit|-neuf)?|[Oo]nze|[Dd]ouze|[Tt]reize|[Qq]uatorze|[Qq]uinze|[Ss]eize|[Cc]ent|[Mm]ille|(?:[Dd]es|[Pp]lusieurs|[Qq]uelques)${B}(?:dizaines|centaines|milliers|millions)'.replaceAll(
    '${B}',
    B,
  )
const HEDGE = `(?:(?:[Pp]lus|[Mm]oins|[Pp]rès)${B}d(?:e${B}|['’])|[Ee]nviron${B}|[Aa]u${B}moins${B}|[Qq]uelque${B}|[Jj]usqu['’]à${B})?`
const SCALE = `(?:${B}(?:mille|millions?|milliards?)(?!\\p{L})(?:${B}d(?:e${B}|['’]))?)?`
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_.,/°-])${HEDGE}(?:${DIGITS}|(?:${SPELLED})(?![\\p{L}-]))${SCALE}`,
  'gu',
)
const UNITS: readonly (readonly [RegExp, Measure])[] = [
  [
    /^(?:[ \u00A0\u202F]?(?:€|\$|£)|[ \u00A0\u202F]?(?:de[ \u00A0]|d['’])?(?:euros?|dollars?|francs?|livres?(?: sterling)?|yens?|yuans?|roubles?|roupies?|pesos?|centimes?)(?!\p{L}))/u,
    'money',
  ],
  [/^[ \u00A0\u202F]?(?:°[ \u00A0]?C?|degrés?(?:[ \u00A0]Celsius)?)(?!\p{L})/u, 'temperature'],
  [/^[ \u00A0\u202F]?(?:%|‰|pour[ \u00A0]cent|points?(?!\p{L})|des voix)/u, 'share'],
  [/^[ \u00A0\u202F]?(?:ans?)(?!\p{L})/u, 'age'],
  [
    /^[ \u00A0\u202F]?(?:minutes?|heures?|jours?|semaines?|mois|années?|secondes?|décennies?|siècles?)(?!\p{L})/u,
    'time',
  ],
  [
    /^[ \u00A0\u202F]?(?:km\/h|km²?|kilomètres?(?: carrés| heure)?|m²?|m2|cm|mm|mètres?(?: carrés)?|hectares?|kg|kilos?|tonnes?|litres?|nœuds|chevaux)(?!\p{L})/u,
    'length',
  ],
]

/** In order. The span has the number with its hedge (`plus de`) and its unit, without what is counted. */
export function findMeasured(text: string): readonly MeasuredNumber[] {
  const found = Array.from(text.matchAll(NUMBER), ({ 0: number, index }): MeasuredNumber => {
    const end = index + number.length
    const behind = text.slice(end, end + 24)
    const unit = UNITS.map(([pattern, measure]) => ({ measure, match: pattern.exec(behind) })).find(
      ({ match }) => match !== null,
    )
    return {
      start: index,
      end: end + (unit?.match?.[0].length ?? -trailing(number)),
      measure: unit?.measure ?? 'count',
    }
  })
  const isTimely = ({ measure }: MeasuredNumber): boolean => measure === 'age' || measure === 'time'
  const counted = found.filter((number) => !isTimely(number))
  const free = new Set(withoutOverlaps(counted, findTimeExpressions(text)))
  return found.filter((number) => isTimely(number) || free.has(number))
}

/** `de ` at the end of `2 millions de `. */
const trailing = (number: string): number =>
  /(?:[ \u00A0]d(?:e|['’]))?[ \u00A0]*$/u.exec(number)?.[0].length ?? 0
