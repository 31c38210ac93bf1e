// Places, days and numbers as answers: read out of the sentences that carry the question. Guesses none.
import { findDates } from '../french/dates.ts'
import { findMeasured } from '../french/measured.ts'
import { findPeople } from '../french/people.ts'
import { findOfKind, findPlacePhrases } from '../french/place-phrases.ts'
import { fold } from '../french/normalise.ts'
import { SPEECH } from '../french/roles.ts'
import { contentStems } from '../french/stems.ts'
import { stemsLike } from '../french/synonyms.ts'
import { tokenise } from '../french/tokens.ts'
import { closeness, isAsked, placesOfTerms, type TermPlace, type Value } from './answer-values.ts'
import type { HowManyAsked, WhenAsked, WhereAsked } from './asked.ts'
import { dayOf, type Zone } from './calendar.ts'
import type { Term, WeighedSentence } from './weigh-sentences.ts'

/** Kinds of place that any name of a place answers. */
const ANY_KIND = /^(?:ville|village|commune|pays|region|departement|continent|etat|localite|zone|secteur)s?$/u

/** Places of a sentence by how near they stand to what is asked; those that the question names are no answer. */
export function readPlaces(
  { text }: WeighedSentence,
  { noun }: WhereAsked,
  terms: readonly Term[],
): readonly Value[] {
  const places = placesOfTerms(text, terms)
  if (noun !== undefined && !ANY_KIND.test(noun))
    return findOfKind(text, noun).map((span) => ({
      text: text.slice(span.start, span.end),
      fit: closeness(text, span, places),
    }))
  return findPlacePhrases(text, findPeople(text)).flatMap((span): readonly Value[] => {
    const found = text.slice(span.start, span.end)
    if (isAsked(found, terms)) return []
    // «devant chez lui», «à la maison»: a place without a name is half an answer.
    const share = (/\p{Lu}/u.test(found) ? 1 : 0.45) * (span.isName ? 1 : 0.92)
    const fit = isOrigin(text, span.start) || belongsElsewhere(text, span.start, places) ? 0.5 : 1
    return [{ text: found, fit: fit * share * closeness(text, span, places) }]
  })
}

/** Participles that tell where something is, whatever was asked. */
const LIGHT_PARTICIPLES =
  /^(?:situ|réalis|effectu|men|organis|install|tenu|prévu|eu|été|surven|déroul|arriv|rendu|allé|retrouv|découv|trouv|bas|implant|commis|lieu)/u

/** «produits en Syrie», «hospitalisé à Aubagne»: the place belongs to a participle that nobody asked about. */
function belongsElsewhere(text: string, start: number, places: readonly TermPlace[]): boolean {
  const before =
    /(?<word>\p{Ll}+(?:é|i|u|it|is|ert|eint)e?s?)[ \u00A0](?:à|au|aux|en|dans|sur)[ \u00A0](?:l['’]|la[ \u00A0]|le[ \u00A0]|les[ \u00A0])?$/u.exec(
      text.slice(Math.max(0, start - 40), start),
    )
  const word = before?.groups?.['word']
  if (word === undefined || before === null || LIGHT_PARTICIPLES.test(word)) return false
  const at = start - before[0].length
  return !places.some((place) => place.start <= at && at < place.end)
}

/** «depuis Kaboul», «entre Paris et Londres», «selon Moscou»: not where it happened. */
const isOrigin = (text: string, start: number): boolean =>
  /(?:^|[^\p{L}])(?:depuis|entre|contre|hors d[eu]|selon|de retour d[eu])[ \u00A0](?:l[ae]s?[ \u00A0]|l['’])?$/iu.test(
    text.slice(Math.max(0, start - 18), start),
  )

/** Time expressions of a sentence with their days; those that tell when somebody spoke stand behind. */
export function readDays(
  { text, article }: WeighedSentence,
  { unit }: WhenAsked,
  terms: readonly Term[],
  { zone, isAhead }: { readonly zone: Zone; readonly isAhead: boolean },
): readonly Value[] {
  const published = dayOf(article.publishedAt, zone)
  const places = placesOfTerms(text, terms)
  return findDates(text, published).flatMap(({ start, end, from, to }): readonly Value[] => {
    const found = text.slice(start, end)
    if (
      isAsked(found, terms) ||
      /^(?:la |le )?(?:veille|avant-veille|lendemain|surlendemain)|^été$|-là$/iu.test(
        `${found}${text.slice(end, end + 3)}`,
      )
    )
      return []
    if (unit === 'hour' && !/\d ?[hH]|heures?|midi|minuit/u.test(found)) return []
    if (unit === 'year' && !/\d{4}/u.test(found) && from.slice(0, 4) !== to.slice(0, 4)) return []
    const isWide = from.slice(0, 7) !== to.slice(0, 7)
    const exact =
      unit === 'day' && isWide
        ? 0.4
        : unit === 'any' && from.slice(0, 4) !== to.slice(0, 4).padEnd(4)
          ? 0.6
          : unit === 'any' && isWide
            ? 0.7
            : unit === 'year' && !/\d{4}/u.test(found)
              ? 0.4
              : 1
    const late = isAhead && to < published ? 0.5 : 1
    const said = tellsOfSpeech(text, start) ? 0.35 : !isAhead && /^aujourd/iu.test(found) ? 0.5 : 1
    return [{ text: found, fit: exact * late * said * closeness(text, { start, end }, places), from, to }]
  })
}

/** «a annoncé lundi», «a-t-il dit mardi», «selon … mercredi»: the day of the words, not of the thing. */
function tellsOfSpeech(text: string, start: number): boolean {
  const before = tokenise(text.slice(Math.max(0, start - 30), start))
  const last = fold(before.at(-1)?.text ?? '').replace(/-t-(?:il|elle|on)$/u, '')
  return (
    SPEECH.has(last) ||
    SPEECH.has(last.replace(/ees?$|es$/u, 'e')) ||
    /^(?:dit|publie|rapporte|saisir|saisi)$/u.test(last)
  )
}

/** A word of the question that neither the sentence nor its title has takes so much away. */
const MISSING_SHARE = 0.8

/** Numbers of the measure asked, with what they count. */
export function readNumbers(
  { text, credits }: WeighedSentence,
  { counted, measure }: HowManyAsked,
  terms: readonly Term[],
): readonly Value[] {
  const head = counted === undefined ? [] : contentStems(counted)
  // «combien en France»: a sentence that leaves France out counts something else.
  const missing =
    MISSING_SHARE ** terms.filter(({ isLight }, at) => !isLight && (credits[at] ?? 0) < 0.7).length
  const places = placesOfTerms(text, terms)
  return findMeasured(text).flatMap((number): readonly Value[] => {
    // «combien de jours» is answered by days alone.
    if (measure === 'time' && head.length > 0 && !isOfUnit(text, number, head)) return []
    const isRight = measure === 'any' || number.measure === measure || isOfUnit(text, number, head)
    if (!isRight || standsForOthers(text, number)) return []
    const found = text.slice(number.start, number.end)
    // «un partenariat» answers no «de combien».
    if (measure === 'any' && !/\d|million|milliard|centaine|millier/u.test(found)) return []
    if (measure === 'count' && isWhole(text, number.start)) return []
    // «un message» is no count, a year none either.
    if (measure === 'count' && /^(?:une?|(?:19|20)\d\d)$/iu.test(found)) return []
    const near = missing * closeness(text, number, places, 1)
    if (measure !== 'count' || head.length === 0)
      return [{ text: found, fit: near * (measure === 'any' && number.measure === 'count' ? 0.6 : 1) }]
    if (isOfUnit(text, number, head)) return [{ text: found, fit: 0.5 + 0.5 * near }]
    const noun = nounBehind(text, number.end, head)
    if (noun === undefined && isPartOf(text, number.start, head)) return [{ text: found, fit: 0.8 * near }]
    // «38 chiots morts» counts the puppies, «14 cas» may still count what is asked.
    return noun === undefined
      ? [{ text: found, fit: 0.35 * near }]
      : [{ text: text.slice(number.start, noun.end), fit: (0.5 + 0.5 * noun.share) * (0.4 + 0.6 * near) }]
  })
}

/** «un pays de 1,3 milliard», «ville de 100.000 habitants»: told of something else than the news. */
const standsForOthers = (text: string, { start }: { readonly start: number }): boolean =>
  /(?:villes?|villages?|communes?|pays|îles?|article|n°|numéro|saison|top)[ \u00A0](?:de[ \u00A0]|d['’])?$/iu.test(
    text.slice(Math.max(0, start - 24), start),
  )

/** «combien de tonnes»: a unit is counted. */
const isOfUnit = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  [first]: readonly string[],
): boolean => first !== undefined && contentStems(text.slice(start, end)).includes(first)

/** «cinq des 32 familles»: the second number is what there is. */
const isWhole = (text: string, start: number): boolean =>
  /(?:\d|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)[ \u00A0](?:des|sur les|sur)[ \u00A0]$/iu.test(
    text.slice(Math.max(0, start - 20), start),
  )

/** «15.000 postes, dont 5.000 en France»: what is counted stands before. */
const isPartOf = (text: string, start: number, head: readonly string[]): boolean => {
  const before = text.slice(Math.max(0, start - 120), start)
  const own = new Set(contentStems(before))
  return /(?:dont|,|et)[ \u00A0]$/u.test(before) && head.some((stem) => own.has(stem))
}

/** Words behind a number among which what it counts stands: «10 000 nouveaux cas», «dont 38 étaient morts». */
const COUNTED_WITHIN = 5

/** Whether the head of what is asked stands close behind, and which share of it. */
function nounBehind(
  text: string,
  from: number,
  head: readonly string[],
): { readonly end: number; readonly share: number } | undefined {
  const clause = /^[^,;.:()«»"]{0,90}/u.exec(text.slice(from))?.[0] ?? ''
  const words = tokenise(clause).slice(0, COUNTED_WITHIN)
  let [end, met] = [0, 0]
  for (const [at, own] of head.entries()) {
    const like = stemsLike(own)
    const word = words.find(({ text: one }) =>
      contentStems(one).some((found) => found === own || like.has(found)),
    )
    if (word === undefined) {
      if (at === 0 && head.length === 1) return undefined
      continue
    }
    met++
    end = Math.max(end, word.end)
  }
  return met === 0 ? undefined : { end: from + end, share: met / head.length }
}
