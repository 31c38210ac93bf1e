// Where something happens in French news: places behind a locative preposition. Never a place that is only named.
import { keyOf } from './first-names.ts'
import { NOT_NAMES, OPENING_WORDS } from './not-names.ts'
import { findPeople, type PersonName } from './people.ts'
import { hasPlaceShape, isPlaceName } from './place-names.ts'
import { SPEECH } from './roles.ts'
import type { Span } from './sentences.ts'

/** How surely a place stands behind the preposition: any capitalised word, or only what is known to be a place. */
type Trust = 'any' | 'known'

const WORD = "\\p{Lu}[\\p{L}'’]*(?:[-‑][\\p{L}'’]+)*"
const OF = "d(?:e[ \\u00A0]|['’])"
const QUARTER = `(?:[Aa]u[ \\u00A0]|à l['’])(?:nord|sud|est|ouest|large|centre|cœur|sud-est|sud-ouest|nord-est|nord-ouest)[ \\u00A0]${OF}`
const NEAR = `(?:[Pp]rès|[Aa]utour|[Aa]ux[ \\u00A0]environs|[Aa]ux[ \\u00A0]portes)[ \\u00A0]${OF}`
/** «dans le nord de», «dans la province de», «en plein centre de», «devant la préfecture de». */
const WITHIN = `(?:[Dd]ans[ \\u00A0](?:l['’]|le[ \\u00A0]|la[ \\u00A0])(?:nord|sud|est|ouest|centre|nord-est|nord-ouest|sud-est|sud-ouest|région|province|ville|banlieue|baie)|[Ee]n[ \\u00A0]plein[ \\u00A0](?:centre|cœur)|[Dd]evant[ \\u00A0]la[ \\u00A0](?:préfecture|sous-préfecture|mairie|gare|prison))[ \\u00A0]d(?:e[ \\u00A0]|['’]|e[ \\u00A0]l['’]|e[ \\u00A0]la[ \\u00A0]|u[ \\u00A0])`
/** First group: any capitalised word may be a place behind it. Second: only a known one. */
const LOCATIVE = new RegExp(
  `(?<![\\p{L}])(?:([àÀ]|${NEAR}|${QUARTER}|${WITHIN})|(A|[Ee]n|[Aa]ux?|[Dd]epuis|[Vv]ers|[Ee]ntre|[Dd]ans[ \\u00A0](?:le|la|les)|[Dd]ans[ \\u00A0]l['’]|[Ss]ur[ \\u00A0]l['’]île[ \\u00A0]${OF}|[Dd]e[ \\u00A0]retour[ \\u00A0]${OF}))[ \\u00A0\\u202F]?(?=\\p{Lu})`,
  'gu',
)
/** A name, its further capitals, and small words that belong to it: `Arabie saoudite`, `Corée du Nord`, `Côte d’Ivoire`. */
const NAME = new RegExp(
  `(${WORD})(?:[ \\u00A0]((?:d['’]|du[ \\u00A0]|de[ \\u00A0]|de[ \\u00A0]la[ \\u00A0])?[\\p{L}][\\p{L}'’-]*))?(?:[ \\u00A0](${WORD}))?`,
  'uy',
)

/** The places where something is, goes or comes from, without their preposition, in order. */
export function findPlaces(text: string, people: readonly PersonName[] = findPeople(text)): readonly Span[] {
  const places: Span[] = []
  const add = (start: number, trust: Trust): void => {
    const end = placeEnd(text, start, trust)
    if (end === undefined || people.some((person) => person.start < end && start < person.end)) return
    // «à Europe 1», «en Ligue 1»: a number makes it a name of something else.
    if (/^ \d/u.test(text.slice(end, end + 2))) return
    places.push({ start, end })
    const joined = /^ et (?:à )?(?=\p{Lu})/u.exec(text.slice(end, end + 8))
    if (joined !== null) add(end + joined[0].length, 'known')
  }
  for (const match of text.matchAll(LOCATIVE)) {
    const start = match.index + match[0].length
    if (places.some((place) => place.start === start)) continue
    const isAddressed = /^[àÀ]$/u.test(match[1] ?? '') && followsSpeech(text, match.index)
    add(start, match[1] === undefined || isAddressed ? 'known' : 'any')
  }
  return places.toSorted((one, other) => one.start - other.start)
}

/** The end of the longest known place at `start`; of a lone capitalised word when any may be one. */
function placeEnd(text: string, start: number, trust: Trust): number | undefined {
  NAME.lastIndex = start
  const match = NAME.exec(text)
  if (match === null) return undefined
  const [whole, first = '', second, third] = match
  const forms = [whole, second === undefined ? first : `${first} ${second}`, first]
  const known = forms.find((form) => isPlaceName(plain(form)))
  if (known !== undefined) return start + known.length + partLength(text, start + known.length)
  if (hasPlaceShape(first) && !isInstitution(first)) return start + first.length
  const isLone = !(second !== undefined && /^\p{Lu}/u.test(second)) && third === undefined
  const word = keyOf(first)
  const isWord = first.length < 3 || first === first.toUpperCase() || OPENING_WORDS.has(word)
  return trust === 'any' && isLone && !isWord && !isInstitution(first) && !first.includes("'")
    ? start + first.length
    : undefined
}

/** «Asie du Sud», «Afrique de l’Ouest», «Europe centrale». */
const partLength = (text: string, at: number): number =>
  /^[ \u00A0](?:du (?:Nord|Sud)(?:-Est|-Ouest)?|de l['’](?:Est|Ouest)|centrale|orientale|occidentale|septentrionale|australe)(?![\p{L}-])/u.exec(
    text.slice(at, at + 20),
  )?.[0].length ?? 0

const plain = (name: string): string => name.replaceAll('\u00A0', ' ')

const isInstitution = (word: string): boolean =>
  keyOf(word)
    .split('-')
    .some((part) => NOT_NAMES.has(part))

/** `a déclaré à Libération`, `confie à Valmy`: somebody who listens. */
function followsSpeech(text: string, at: number): boolean {
  const words = text.slice(Math.max(0, at - 40), at).match(/[\p{L}-]+/gu) ?? []
  return words.slice(-3).some((word) => isGiving(keyOf(word)))
}

const isGiving = (key: string): boolean =>
  SPEECH.has(key) || SPEECH.has(key.replace(/ees?$/u, 'e')) || GIVING.test(key)
const GIVING =
  /^(?:donne|accorde|remis|remet|transmis|envoye|adresse|offert|attribue|vendu|cede|grace|face|appartenant|appartient|quant|lie|contraire|opposition|hommage|soutien|appel|reponse|merci|succede|succeder|oppose|opposer|oppos|parle|parler|fait|dit|dire|demander|interview|entretien|contre|ressemble|conseille)(?:e?s?)$/u
