// Figures of French news with their unit or noun: «12 morts», «près de 3,5 millions d’euros», «45 %». Never a date,
// an hour, an age, a length of time, an ordinal or a number that is a name.
import type { Span } from './sentences.ts'
import { keyOf } from './first-names.ts'
import { STOP_WORDS } from './stop-words.ts'
import { findTimeExpressions, withoutOverlaps } from './time-expressions.ts'

const B = '[ \\u00A0\\u202F]'
const DIGITS = `\\d{1,3}(?:[.'’ \\u00A0\\u202F]\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:,\\d+)?(?!\\d)`
const SPELLED =
  '(?:vingt|trente|quarante|cinquante|soixante|quatre-vingts?)(?:-[\\p{L}-]+)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-sept|-huit|-neuf)?|onze|douze|treize|quatorze|quinze|seize|cent|mille'
const SCALE = `(?:${B}(?:mille|millions?|milliards?)(?:${B}(?:et${B}demi|(?:de|d['’])(?=[ \\u00A0\\u202F\\p{L}])))?${B}?)`
const HEDGE = `(?:(?:plus|moins|près)${B}(?:de${B}|d['’])|environ${B}|au${B}moins${B}|quelque${B}|jusqu['’]à${B})?`
const MARK = `${B}?(?:%|‰|€|\\$|£|°C?(?!\\p{L}))`
const ROUND = `(?:une${B}|un${B}|des${B}|plusieurs${B}|quelques${B})(?:dizaines?|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaines?|milliers?|millions?|milliards?)(?:${B}de${B}(?:milliers|millions|milliards))?${B}(?:de${B}|d['’])`

const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}_.,/°-])${HEDGE}(?:(?:(?:${DIGITS})(?:${B}?(?:à|et|ou|-)${B}?(?:${DIGITS}))?|${SPELLED})(?:(?:${SCALE})?(?:${MARK}|${B}?((?:(?:grand|petit|nouveau|nouvel|nouvelle|jeune|ancien|ancienne|gros|grosse|autre|vieux|vieille|beau|belle|bon|bonne|haut|principal|principaux|nouveaux|supplémentaire)(?:s|x)?${B})?\\p{Ll}[\\p{L}-]*(?:/(?:h|s|jour|an|heure|mois|litre|km)(?!\\p{L}))?))|${SCALE})|${ROUND}(\\p{Ll}[\\p{L}-]*))`,
  'giu',
)

/** Units and nouns that are no plural in -s or -x. */
const UNITS = new Set(
  'km kg m cm mm ha mw gw kwh t mds md m² km² pour degre euro dollar tonne metre kilometre hectare litre point'.split(
    ' ',
  ),
)
/** Ages, lengths of time, and nouns that count nothing worth a line. */
const NOT_COUNTED = new Set(
  `ans an annee annees mois jours jour semaines semaine heures heure minutes minute secondes seconde siecles decennies h mn min
  nuits fois reprises cotes points-virgules parties types volets temps sortes raisons autres premiers premieres derniers dernieres
  prochains prochaines dans mais puis plus moins tiers avis cas-la trimestres mandats etapes pas matches manches sets saisons
  pourtant francais cours alors quinzaine week-ends`.split(/\s+/),
)
/** A number behind one of these is a name or a place in a list: `article 49`, `les deux hommes`, `saison 4`. */
const NAMING =
  /(?:article|art\.|alinéa|n°|numéro|page|saison|épisode|acte|chapitre|tome|groupe|chaîne|ligne|autoroute|départementale|nationale|route|rue|place|formule|top|moins|phase|niveau|version|type|moins de|plus de)[ \u00A0\u202F]$/iu
const DEFINITE =
  /(?:^|[^\p{L}])(?:les|ces|ses|leurs|nos|vos|mes|tous|toutes|des|aux|l['’]un des|d['’]entre)[ \u00A0\u202F]$/iu

/** The figures, in order, as they stand, hedges (`plus de`) included. */
export function findFigures(text: string): readonly Span[] {
  const figures: Span[] = []
  for (const match of text.matchAll(FIGURE)) {
    const [found, counted, roundCounted] = match
    const span = { start: match.index, end: match.index + found.trimEnd().length }
    if (isFigure(text, span, counted ?? roundCounted)) figures.push(span)
  }
  return figures.length === 0 ? figures : withoutOverlaps(figures, findTimeExpressions(text))
}

function isFigure(text: string, { start, end }: Span, noun: string | undefined): boolean {
  const found = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 24), start)
  if (NAMING.test(before)) return false
  if (noun === undefined) return !/^(?:19|20)\d\d$/u.test(found)
  const isSpelled = !/\d/u.test(found)
  if (isSpelled && DEFINITE.test(before)) return false
  return isCounted(noun)
}

function isCounted(noun: string): boolean {
  const key = keyOf(noun.replace(/\/.*$/u, '')).split(/\s/u).at(-1) ?? ''
  if (NOT_COUNTED.has(key) || STOP_WORDS.has(key)) return false
  return UNITS.has(key) || (key.length > 2 && /[sx]$/u.test(key))
}
