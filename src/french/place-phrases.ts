// Places as answers to «où»: known ones and phrases such as `l’aéroport de Vernay`, `la forêt de Lussac`, behind a
// preposition of place. Never a person and never a time.
import type { PersonName } from './people.ts'
import { hasPlaceShape, isPlaceName } from './place-names.ts'
import { findPlaces } from './places.ts'
import type { Span } from './sentences.ts'
import { fold } from './normalise.ts'
import { findTimeExpressions } from './time-expressions.ts'
import { tokenise } from './tokens.ts'

const B = '[ \\u00A0\\u202F]'
const DETERMINER = `(?:l['’]|la${B}|le${B}|les${B}|un${B}|une${B}|son${B}|sa${B}|leur${B}|ses${B})`
const NAME = `\\p{Lu}[\\p{L}\\p{M}'’]*(?:[-‑][\\p{L}\\p{M}'’]+)*`
const LINK = `(?:${B}(?:de${B}l['’]|de${B}la${B}|de${B}|du${B}|des${B}|d['’]|la${B}|en${B})?)`
const RUN = `${NAME}(?:${LINK}${NAME}){0,4}`
/** Nouns of places, with a name or alone. */
const NOUN =
  '(?:aéroport|gare|port|mairie|préfecture|tribunal|palais|château|musée|hôpital|stade|parc|forêt|massif|montagnes?|quartiers?|ville|village|commune|département|région|province|île|îles|banlieue|université|école|lycée|collège|place|rue|avenue|boulevard|pont|parking|plage|prison|église|cathédrale|mosquée|synagogue|basilique|hôtel|siège|centre|usine|base|camp|camps|ambassade|ministère|bidonville|ateliers?|gymnase|caserne|abbaye|commissariat|cimetière|aérodrome|circuit|arènes?|bibliothèque|médiathèque|piscine|chapelle|couvent|refuge|foyer|clinique|laboratoire|entrepôt|ferme|cité|terrasse|salle|théâtre|cinéma|marché|supermarché|magasin|restaurant|bar|frontière|côte|côtes|large|désert|mer|lac|fleuve|vallée|zone|station|maison|domicile|appartement|cabane|bureau|studio|conférence|sommet|Parlement|Sénat|Assemblée)'
/** «à l’aéroport Pearson de Toronto», «dans le massif de la Sainte-Baume», «sur Alep», «vers le château de». */
const PHRASE = new RegExp(
  `(?<!\\p{L})(?:[ÀàA]|[Aa]u|[Aa]ux|[Dd]ans|[Dd]evant|[Vv]ers|[Ss]ur|[Cc]hez|[Pp]rès${B}d(?:es|e|u)|[Ee]n|[Dd]epuis|[Aa]utour${B}de|[Ff]ace${B}à)${B}(?<place>(?:${DETERMINER})?(?:\\p{Ll}[\\p{L}'’-]*${B}){0,2}${NOUN}(?![\\p{L}-])(?:${B}(?!(?:d[eu’']|des|et|en|à|au|aux|que|qui|où|dont|pour|avec|sans|par|sur|sous|est|a|ont|sont|le|la|les|il|elle|se|ne)(?:[ \\u00A0’']|(?<=’|')))\\p{Ll}[\\p{L}-]+){0,2}(?:${B}(?:de${B}l['’]|de${B}la${B}|de${B}|du${B}|des${B}|d['’])?(?:l['’]|la${B}|le${B})?${RUN})?)`,
  'gu',
)
/** «raids sur Alep», «la ville d’Alep», «la partie orientale de la ville d’Alep», «Anyama, dans la banlieue nord d’Abidjan». */
const OF_PLACE = new RegExp(
  `(?<!\\p{L})(?:(?:[Ss]ur|visé|frappé|touché|secoué|ravagé|ville|village|commune|quartiers?|région|province|île|île|station|banlieue${B}(?:nord|sud|est|ouest)|hameau|cité|localité|agglomération|capitale)${B}(?:de${B}la${B}|de${B}l['’]|de${B}|du${B}|des${B}|d['’])?)(?<place>${RUN})`,
  'gu',
)
/** «Saint-Maurice-de-Rémens (Ain)»: what stands in brackets behind a place tells more of it. */
const BRACKETS = /^ \((\p{Lu}[\p{L}’' -]{2,40})\)/u

/** «dans le Colorado», «dans l’Himalaya»: a region that no list has. */
const REGION = new RegExp(
  `(?<!\\p{L})(?:[Dd]ans${B}(?:le|la|l['’])|[Aa]ux)${B}?(?<place>(?!Verts|Républicains|Insoumis|Français|[IVX]+e)${NAME})(?![\\p{L}'’-]|${B}\\p{Lu})`,
  'gu',
)

/** «le XIIe arrondissement de Paris», «les 9e et 10e arrondissements». */
const DISTRICT = new RegExp(
  `(?<![\\p{L}\\d])(?<place>(?:[IVX]+|\\d{1,2})e(?:r|${B}et${B}(?:[IVX]+|\\d{1,2})e)?${B}arrondissements?(?:${B}de${B}${RUN})?)`,
  'gu',
)

export interface PlacePhrase extends Span {
  /** A town or country behind its preposition, rather than a phrase. */
  readonly isName: boolean
}

/** In order, none twice; a phrase gives way to nothing: `l’aéroport de Toronto` stands beside `Toronto` when both are told. */
export function findPlacePhrases(text: string, people: readonly PersonName[]): readonly PlacePhrase[] {
  const times = findTimeExpressions(text)
  const isFree = ({ start, end }: Span): boolean =>
    !times.some((time) => time.start < end && start < time.end)
  const names = findPlaces(text, people).map((span) => ({ ...withBrackets(text, span), isName: true }))
  const phrases = [
    ...matches(text, PHRASE),
    ...matches(text, OF_PLACE).filter((span) => isKnown(text, span)),
    ...matches(text, REGION),
    ...matches(text, DISTRICT),
  ]
    .filter(isFree)
    .filter((span) => !people.some((person) => person.start <= span.start && span.end <= person.end))
    .filter((span) => !names.some(({ start, end }) => start === span.start && end >= span.end))
    .map((span) => ({ ...span, isName: false }))
  return [...names.filter(isFree), ...phrases].toSorted((one, other) => one.start - other.start)
}

function matches(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const place = match.groups?.['place'] ?? ''
    const found = place.replace(DANGLING, '').trimEnd()
    const start = match.index + match[0].length - place.length
    // «au large de Lussac»: without its preposition it is no place.
    const isSide = SIDE.test(found)
    return { start: isSide ? match.index : start, end: start + found.length }
  }).filter(({ start, end }) => end > start)
}
const DANGLING = /(?:[ \u00A0](?:de la|de l|de|du|des|d|en|et|qui|où|a|est))+['’]?[ \u00A0]?$/u
const SIDE = /^(?:large|cœur|centre|nord|sud|est|ouest)[ \u00A0]d/u

const isKnown = (text: string, { start, end }: Span): boolean => {
  const name = text.slice(start, end)
  return isPlaceName(name) || hasPlaceShape(name) || !/[ \u00A0]/u.test(name)
}

function withBrackets(text: string, { start, end }: Span): Span {
  const more = BRACKETS.exec(text.slice(end, end + 50))?.[0].length ?? 0
  return { start, end: end + more }
}

/** `l’université d’Oxford` for `universite`: the folded noun with the name behind it. */
export function findOfKind(text: string, noun: string): readonly Span[] {
  return tokenise(text).flatMap(({ text: word, start, end }) => {
    const key = fold(word)
    if (key !== noun && key !== `${noun}s` && `${key}s` !== noun) return []
    const more = OF_KIND.exec(text.slice(end, end + 90))?.[0].length
    return more === undefined ? [] : [{ start, end: end + more }]
  })
}
const OF_KIND = new RegExp(
  `^(?:${B}\\p{Ll}[\\p{L}-]+){0,2}?(?:${B}(?:de${B}l['’]|de${B}la${B}|de${B}|du${B}|des${B}|d['’])|${B})${RUN}`,
  'u',
)
