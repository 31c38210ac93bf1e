// Time expressions of French news, where they stand: weekdays, dates, months, years, hours, counted times.
// Never says which day is meant.
import type { Span } from './sentences.ts'

const B = '[ \\u00A0\\u202F]'
const DAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)'
const MONTH =
  '(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|(?:janv|févr|avr|juil|sept|oct|nov|déc)\\.)'
const YEAR = '(?:1[5-9]|20)\\d\\d(?![\\d,.]?\\d)'
const DATE_NUMBER = '(?:1er|[12]?\\d|3[01])'
const PART = `(?:(?:au${B}|en${B}(?:début${B}de|fin${B}de|milieu${B}de|cours${B}de)?${B}?|dans${B}la${B})?(?:matin|matinée|après-midi|soir|soirée|nuit|journée))`
const NEAR = '(?:derni(?:er|ère)|prochain(?:e)?|passée?|suivante?|précédente?|écoulée?)s?'
const ZONE = `(?:${B}?(?:GMT|UTC|HB|HE|locales?|heures?${B}locales?|heure${B}de${B}\\p{Lu}\\p{L}+|du${B}matin|du${B}soir|de${B}l['’]après-midi|précises))?`
const HOUR = `(?:(?:[01]?\\d|2[0-4])${B}?(?:h(?:${B}?[0-5]\\d)?(?![\\p{L}\\d])|heures?(?:${B}(?:[0-5]\\d|et${B}quart|et${B}demie|trente|quinze))?(?![\\p{L}]))${ZONE}|midi|minuit)`
const AT_HOUR = `(?:,?${B}(?:à|vers|dès|avant|après|à${B}partir${B}de|peu${B}(?:avant|après)|aux${B}alentours${B}de|jusqu['’]à)${B}${HOUR})`
const COUNT =
  "(?:\\d+(?:[.,]\\d+)?|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt(?:-cinq)?|trente|quarante|cinquante|soixante|cent|(?:une${B})?(?:dizaine|quinzaine|vingtaine|trentaine|centaine)${B}(?:de${B}|d['’]))".replaceAll(
    '${B}',
    B,
  )
const UNIT =
  '(?:minutes?|heures?|jours?|semaines?|mois|ans?|années?|décennies?|siècles?|nuits?|trimestres?|week-ends?)'
const HEDGE = `(?:(?:un${B}peu${B})?(?:plus|moins)${B}(?:de${B}|d['’])|près${B}(?:de${B}|d['’])|environ${B}|presque${B}|bientôt${B}|à${B}peine${B}|au${B}moins${B}|déjà${B}|exactement${B}|tout${B}juste${B}|les${B}){0,3}`
const OF = `(?:de${B}l['’]|de${B}la${B}|d['’]|des${B}|de${B}|du${B})`
const SEASON = '(?:printemps|été|automne|hiver)'
const DATES = `${DATE_NUMBER}(?:(?:,${B}|${B}et${B}|${B}ou${B}|${B}au${B}|-)(?:le${B}|les${B}|du${B}|au${B})?${DATE_NUMBER}){0,6}${B}(?:et${B}le${B}${DATE_NUMBER}${B})?["”]?${B}?${MONTH}(?:${B}${YEAR})?`
const FULL_DATE = `(?:${DATE_NUMBER}${B}${MONTH}(?:${B}${YEAR})?${B}au${B})?${DATES}`

/** Longest and most specific first: at one place the first that fits is taken. */
const EXPRESSIONS = [
  `nuit${B}(?:de${B}|du${B})(?:${DAY}${B}?(?:${DATE_NUMBER}${B})?)?(?:${DATE_NUMBER}(?:${B}${MONTH})?${B})?(?:à|au)${B}(?:${DAY}${B}?)?(?:${DATES}|${DATE_NUMBER}${B}${MONTH})?`,
  `(?:ce${B})?week-ends?${B}(?:des|du)${B}${FULL_DATE}`,
  `(?:ce${B})?${DAY}(?:${B}et${B}${DAY}){0,3}(?:${B}${NEAR})?(?:${B}${PART})?(?:${B}(?:le${B})?${FULL_DATE}|${B}${DATE_NUMBER}(?![\\d${B.slice(1, -1)}]|[.,]\\d))?(?:${B}${NEAR})?(?:,?${B}(?:au|en|dans${B}la)${B}(?:début${B}|fin${B})?(?:d['’]|de${B})?(?:matin(?:ée)?|après-midi|soirée|journée|nuit))?${AT_HOUR}?`,
  `(?:ce${B})?${FULL_DATE}(?:${B}${NEAR})?(?:${B}au${B}(?:matin|soir))?${AT_HOUR}?`,
  `(?:début|mi|fin|courant|milieu)(?:-|${B})(?:${OF})?(?:mois${B}(?:de${B}|d['’]))?${MONTH}(?:${B}${YEAR}|${B}${NEAR})?`,
  `(?:début|mi|fin|courant|milieu)(?:-|${B})(?:${OF})?(?:année|mois|siècle|décennie|${SEASON}|semaine|week-end|trimestre)(?:${B}${YEAR}|${B}${NEAR})?`,
  `(?:début|mi|fin|courant|milieu)(?:-|${B})(?:${OF})?(?:${YEAR}|années${B}(?:${YEAR}|\\d0))`,
  `(?:premi(?:er|ère)|deuxième|troisième|quatrième|seconde?|derni(?:er|ère)|1(?:er|ère)|[234]e)${B}(?:trimestre|semestre|quinzaine|semaine|moitié|week-end)(?:${B}${OF}(?:l['’])?(?:mois${B}(?:de${B}|d['’]))?(?:${MONTH}|année|an|${YEAR})(?:${B}${YEAR})?|${B}${YEAR})?`,
  `(?:mois${B}(?:de${B}|d['’]))?${MONTH}(?:(?:${B}et${B}|${B}à${B}|-)(?:en${B})?${MONTH})?(?:${B}${YEAR}|${B}${NEAR})?`,
  `ce${B}(?:matin|soir|midi|jour|mois|week-end|printemps)(?:${B}${NEAR})?${AT_HOUR}?|cet${B}(?:après-midi|été|automne|hiver)|cette${B}(?:nuit|semaine|année|après-midi|matinée|soirée)`,
  `(?:semaine|mois|année|an|week-end|${SEASON}|nuit|siècle|décennie|soirée|journée|trimestre|semestre|rentrée)${B}${NEAR}`,
  `(?:${SEASON})${B}(?:${YEAR}|${NEAR})`,
  `(?:hier|demain|avant-hier|après-demain|aujourd['’]hui)(?:${B}${PART}|${B}midi)?${AT_HOUR}?`,
  `il${B}y${B}a${B}(?:de${B}cela${B}|maintenant${B})?${HEDGE}${COUNT}${B}?${UNIT}(?:${B}et${B}demie?)?`,
  `depuis${B}(?:maintenant${B}|désormais${B})?${HEDGE}${COUNT}${B}?${UNIT}(?:${B}et${B}demie?)?`,
  `(?:d['’]ici${B}(?:à${B})?|dans${B})${HEDGE}${COUNT}${B}?(?:jours?|semaines?|mois|ans?|années?)`,
  `${COUNT}${B}(?:derni(?:ers|ères)|prochain(?:e)?s)${B}${UNIT}|(?:derni(?:ers|ères)|prochain(?:e)?s)${B}${COUNT}${B}?${UNIT}`,
  `${COUNT}${B}${UNIT}${B}(?:plus${B}(?:tard|tôt)|auparavant)`,
  `années?${B}(?:${YEAR}|\\d0)(?:(?:${B}et${B}|-|,${B}|${B}à${B})(?:${YEAR}|\\d0)){0,4}`,
  `(?:début${B}du${B}|fin${B}du${B}|milieu${B}du${B})?(?:(?:XXI|XX|XIX|XVIII|XVII|XVI|XV)(?:e|ème)(?:${B}siècle)?|(?:1[5-9]|2[01])(?:e|ème)${B}siècle)`,
  `(?:veille|avant-veille|lendemain|surlendemain)(?:${B}(?:au${B})?(?:matin|soir))?`,
  `(?:\\d{1,2}/\\d{1,2}/(?:20|19)?\\d\\d)`,
].join('|')

const ANCHORED = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${EXPRESSIONS})(?![\\p{L}\\p{N}_])`, 'giu')
const HOURS = new RegExp(
  `(?<=(?<![\\p{L}])(?:à|vers|dès|avant|après|de|jusqu['’]à|depuis|\\()${B}?)${HOUR}(?:${B}?(?:à|et|-)${B}?${HOUR})?(?![\\p{L}\\p{N}])`,
  'giu',
)
const YEARS = new RegExp(
  `(?<![\\p{L}\\p{N}_/.,-])${YEAR}(?:(?:${B}(?:et|à|ou)${B}|-|/)${YEAR}){0,4}(?![\\p{L}\\p{N}_%/]|${B}(?:%|€|\\$|euros?|dollars?|personnes|km|mètres|tonnes|morts|emplois|salariés|voix|habitants|ans|places|manifestants|élèves|logements|hectares|kilomètres|exemplaires|cas|postes|soldats|migrants|participants))`,
  'giu',
)
const WEEK_END = /(?<=(?:le|du|ce|au|un) )week-end(?! ?[\p{L}-]*jaune)/giu
const BARE_SEASON =
  /(?<=(?<!\p{L})(?:[Ll]['’]|[Ll]e |[Aa]u |[Ee]n |à l['’]|d['’])(?<!avoir |a |ont |ait ))(?:été|automne|hiver|printemps)(?![\p{L}])/gu

/** Titles and programmes whose names hold a time, and months that are names: `Journal du dimanche`, `20 Minutes`. */
const NOT_TIMES =
  /Journal du [Dd]imanche|JDD|\b20 Minutes|\b(?:24|12|6) [Hh]eures d(?:u|e) \p{Lu}\p{L}+|Champ-de-Mars|(?:JT|journal|journaux télévisés|édition|Œil|Oeil|le) (?:de |du )(?:20|13|19)[  ]?(?:h|heures)|Aujourd['’]hui en France|Bruno Mars|planète Mars|sur Mars|vers Mars|1er-Mai|8-Mai|11-[Ss]eptembre|13-Novembre|[Mm]ai[- ]68|tous les (?:jours|matins|soirs|lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches|étés)|chaque (?:jour|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|été|année|mois|semaine)|fêtes de fin d['’]année|au lendemain (?:de|d['’]|des|du)|à la veille (?:de|d['’]|des|du)/gu

/** The time expressions, in order, never overlapping, without their preposition or article. */
export function findTimeExpressions(text: string): readonly Span[] {
  let taken = spansOf(text, NOT_TIMES)
  let found: readonly Span[] = []
  for (const expression of [ANCHORED, HOURS, YEARS, WEEK_END, BARE_SEASON]) {
    const free = withoutOverlaps(spansOf(text, expression), taken).filter((span) => isTime(text, span))
    taken = merged(taken, free)
    found = merged(found, free)
  }
  return found
}

const spansOf = (text: string, expression: RegExp): readonly Span[] =>
  Array.from(text.matchAll(expression), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))

const merged = (some: readonly Span[], others: readonly Span[]): readonly Span[] =>
  others.length === 0 ? some : [...some, ...others].toSorted((one, other) => one.start - other.start)

/** Those of `spans` that touch none of `others`; both in order, neither overlapping in itself. */
export function withoutOverlaps(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  let next = 0
  return spans.filter(({ start, end }) => {
    while ((others[next]?.end ?? Infinity) <= start) next++
    return (others[next]?.start ?? Infinity) >= end
  })
}

const CAPITAL_MONTH = new RegExp(`^(?:Mars|Mai|Avril|Juin|Août)$`, 'u')

/** Not a month's name that is a surname or a planet, not a year glued to a name (`Play 2020`). */
function isTime(text: string, { start, end }: Span): boolean {
  const found = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 20), start)
  if (CAPITAL_MONTH.test(found)) return false
  if (/^(?:veille|lendemain)/iu.test(found)) return /(?:^|[^\p{L}])(?:la|le|du|au)[ \u00A0]$/iu.test(before)
  if (isLength(text, before, found, end)) return false
  if (/^\d{4}$/u.test(found))
    return (
      !/\p{Lu}[\p{L}-]*[  ]$|[Nn]°[  ]?$|(?:euros?|modèle|article|numéro)[  ]$/u.test(before) ||
      /(?:En|Depuis|Dès|Fin|De|Été|Entre)[  ]$/u.test(before)
    )
  return true
}

/** «une journée de 12 heures», «après 24 heures de débats», «les deux dernières années de son mandat»: no time. */
function isLength(text: string, before: string, found: string, end: number): boolean {
  const behind = text.slice(end, end + 5)
  if (/^\d+[ \u00A0\u202F]?heures$/iu.test(found))
    return (
      /(?:^|[^\p{L}])de[ \u00A0]$/iu.test(before) ||
      /^ d(?:e |['’])/u.test(behind) ||
      /\b(?:24|48|72)\b/u.test(found)
    )
  return /derni|prochain/u.test(found) && found.endsWith('années') && behind.startsWith(' de ')
}
