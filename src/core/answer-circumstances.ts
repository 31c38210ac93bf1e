// Places, days and numbers as answers: read out of the sentences that carry the question. Guesses none.
import { findDates } from '../french/dates.ts'
import { findMeasured } from '../french/measured.ts'
import { findPeople } from '../french/people.ts'
import { findPlacePhrases } from '../french/place-phrases.ts'
import { fold } from '../french/normalise.ts'
import { SPEECH } from '../french/roles.ts'
import { contentStems } from '../french/stems.ts'
import { stemsLike } from '../french/synonyms.ts'
import { tokenise } from '../french/tokens.ts'
import { closeness, isAsked, placesOfTerms, type Value } from './answer-values.ts'
import type { HowManyAsked, WhenAsked, WhereAsked } from './asked.ts'
import { dayOf, type Zone } from './calendar.ts'
import type { Term, WeighedSentence } from './weigh-sentences.ts'

/** Places of a sentence by how near they stand to what is asked; those that the question names are no answer. */
export function readPlaces(
  { text }: WeighedSentence,
  { noun }: WhereAsked,
  terms: readonly Term[],
): readonly Value[] {
  const places = placesOfTerms(text, terms)
  return findPlacePhrases(text, findPeople(text)).flatMap((span): readonly Value[] => {
    const found = text.slice(span.start, span.end)
    const isNamed = /\p{Lu}/u.test(found)
    if (isAsked(found, terms) && noun === undefined) return []
    const isOfKind =
      noun === undefined || fold(text.slice(Math.max(0, span.start - 30), span.end)).includes(noun)
    if (!isOfKind) return []
    // «devant chez lui», «à la maison»: a place without a name is half an answer.
    const share = (isNamed ? 1 : 0.45) * (span.isName ? 1 : 0.92) * (isOrigin(text, span.start) ? 0.5 : 1)
    return [{ text: found, fit: share * closeness(text, span, places) }]
  })
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
    if (isAsked(found, terms)) return []
    if (unit === 'hour' && !/\d ?[hH]|heures?|midi|minuit/u.test(found)) return []
    if (unit === 'year' && !/\d{4}/u.test(found) && from.slice(0, 4) !== to.slice(0, 4)) return []
    const isWide = from.slice(0, 7) !== to.slice(0, 7)
    const exact = unit === 'day' && isWide ? 0.4 : unit === 'year' && !/\d{4}/u.test(found) ? 0.4 : 1
    const late = isAhead && to < published ? 0.5 : 1
    const said = tellsOfSpeech(text, start) ? 0.35 : 1
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

/** Numbers of the measure asked, with what they count. */
export function readNumbers(
  { text }: WeighedSentence,
  { counted, measure }: HowManyAsked,
  terms: readonly Term[],
): readonly Value[] {
  const head = counted === undefined ? [] : contentStems(counted)
  const places = placesOfTerms(text, terms)
  return findMeasured(text).flatMap((number): readonly Value[] => {
    const isRight = measure === 'any' || number.measure === measure
    if (!isRight || standsForOthers(text, number)) return []
    const found = text.slice(number.start, number.end)
    // «un message» is no count, a year none either.
    if (measure === 'count' && /^(?:une?|(?:19|20)\d\d)$/iu.test(found)) return []
    const near = closeness(text, number, places, 1)
    if (measure !== 'count' || head.length === 0) return [{ text: found, fit: near }]
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
