// Who, where, when and how many, from the sentences of a brief: «Qui · Où · Quand · Chiffres». Every value stands word
// for word in a sentence; nothing is added, nothing is turned round.
import { findFigures } from '../french/figures.ts'
import { fold } from '../french/normalise.ts'
import { isFirstName } from '../french/first-names.ts'
import { findPeople, type PersonName } from '../french/people.ts'
import { mergeNames } from '../french/people-in-text.ts'
import { hasPlaceShape, isPlaceName } from '../french/place-names.ts'
import { findPlaces } from '../french/places.ts'
import type { Span } from '../french/sentences.ts'
import { findTimeExpressions } from '../french/time-expressions.ts'

/** At most three values each, in the order of the text; empty where the text gives none. */
export interface FiveWs {
  readonly who: readonly string[]
  readonly where: readonly string[]
  readonly when: readonly string[]
  readonly figures: readonly string[]
}

/** More would not be read at a glance. */
const MOST_VALUES = 3

/**
 * Reads the sentences of a brief. `context`, the text of their article, lets a surname alone be recognised that stands
 * in full only there; nothing of it is shown.
 */
export function readFiveWs(sentences: readonly { readonly text: string }[], context = ''): FiveWs {
  const whole = sentences.map(({ text }) => text).join('\n')
  const offset = context === '' ? 0 : context.length + 1
  const people = findPeople(offset === 0 ? whole : `${context}\n${whole}`)
    .filter(({ start }) => start >= offset)
    .map(({ start, end, name }) => ({ start: start - offset, end: end - offset, name }))
  const cut = ({ start, end }: Span): string => whole.slice(start, end)
  const times = findTimeExpressions(whole).filter((span) => tellsWhen(whole, span))
  const days = times.filter((span) => !isPeriod(cut(span)))
  return {
    who: firstOf(
      mergeNames(
        people.filter((person) => tellsWho(whole, person)).map((person) => wholeName(whole, person)),
      ).map(({ name }) => name),
      spellingOf,
    ),
    where: firstOf(
      findPlaces(whole, people)
        .filter((span) => tellsWhere(whole, span))
        .map(cut),
    ),
    when: firstOf((days.length > 0 ? days : times).map(cut)),
    figures: firstOf(
      findFigures(whole)
        .filter((span) => tellsHowMany(whole, span))
        .map(cut),
    ),
  }
}

/** What stands before a span, in characters enough for a few words. */
const beforeOf = (text: string, { start }: Span, length = 40): string =>
  text.slice(Math.max(0, start - length), start)

/** A first name alone («Léa, 8 ans») tells a reader nothing, an affair is named after whom it does not concern. */
const tellsWho = (text: string, person: PersonName): boolean =>
  (/\s/u.test(person.name) || !isFirstName(person.name)) && !AFFAIR_BEFORE.test(beforeOf(text, person))
/** «l’affaire Fillon», «les affaires Fillon et Kohler», «le livre de», «la loi Avia». */
const AFFAIR_BEFORE =
  /(?:affaires?|dossiers?|loi|plan|rapport|procès|prix|stade|place|rue|avenue|lycée|collège|hôpital)[ \u00A0](?:(?:\p{Lu}[\p{L}’'-]+[ \u00A0]){1,3}(?:ou|et)[ \u00A0])?$/iu

/** `Xavier Dupont` of «Xavier Dupont de Valmy»: a name goes on behind its particle, unless a place is meant. */
function wholeName(text: string, { start, end, name }: PersonName): PersonName {
  const more = /^[ \u00A0](?:de[ \u00A0]|du[ \u00A0]|d['’])(\p{Lu}\p{Ll}[\p{L}-]+)(?![ \u00A0]\p{Lu})/u.exec(
    text.slice(end, end + 40),
  )
  const [particled, last] = more ?? []
  if (
    particled === undefined ||
    last === undefined ||
    !/\s/u.test(name) ||
    isPlaceName(last) ||
    hasPlaceShape(last)
  )
    return { start, end, name }
  return { start, end: end + particled.length, name: `${name}${particled}` }
}

/** «depuis Toulon, conquise en 1995», «entre Londres et Bruxelles»: no place where it happened. */
const tellsWhere = (text: string, span: Span): boolean =>
  !/(?:^|[^\p{L}])(?:depuis|entre|contre|vers|hors d[eu]|selon)[ \u00A0](?:l[ae]s?[ \u00A0]|l['’])?$/iu.test(
    beforeOf(text, span),
  ) &&
  !/(?:^|[^\p{L}])entre[ \u00A0][^.,;]{2,30}[ \u00A0]et[ \u00A0](?:l[ae]s?[ \u00A0]|l['’])?$/iu.test(
    beforeOf(text, span),
  )

/** «l’accord de 2015», «la présidentielle 2022»: the year belongs to the thing, «jusqu’en 2036» to what will be. */
function tellsWhen(text: string, span: Span): boolean {
  const found = text.slice(span.start, span.end)
  if (/^(?:lendemain|surlendemain|veille|avant-veille)$|(?:précédente?|suivante?)$/iu.test(found))
    return false
  if (/^(?:printemps|été|automne|hiver)$/iu.test(found)) return false
  if (/^\d/u.test(found) && NAMED_AFTER_A_DATE.test(beforeOf(text, span))) return false
  if (!/^\d{4}$/u.test(found)) return true
  return /(?:^|[^\p{L}’'])(?:en|depuis|dès|fin|début|entre|avant|après) $/iu.test(beforeOf(text, span, 9))
}

/** «l’appel du 18 juin», «la loi du 9 décembre»: the date is a name. */
const NAMED_AFTER_A_DATE =
  /(?:^|[^\p{L}])(?:appel|attentats?|attaques?|lois?|décret|arrêté|accords?|traité|manifeste|révolution|coup d['’]État)[ \u00A0]du[ \u00A0]$/iu

/** A year, a month or a length of time: beside a day it is what happened before. */
const isPeriod = (found: string): boolean =>
  /^(?:\d{4}|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?|il y a .*(?:ans?|mois)|.*(?:année|siècle|années).*)$/iu.test(
    found,
  )

/** «une ville de 100 000 habitants», «selon trois instituts»: said of something else than the news. */
const tellsHowMany = (text: string, span: Span): boolean =>
  !/(?:villes?|villages?|communes?|pays|îles?|groupe|entreprise|association|fédération|foyers?|équipe)[ \u00A0](?:de|d['’])[ \u00A0]?$/iu.test(
    beforeOf(text, span),
  ) && !/(?:instituts?|sources|reprises|étapes|points)$/u.test(text.slice(span.start, span.end))

/** The first three, none twice, none that stands inside of another (`mercredi`, `mercredi 5 octobre`). */
function firstOf(values: readonly string[], keyOf = lowered): readonly string[] {
  const kept: string[] = []
  const folded = values.map(keyOf)
  values.forEach((value, at) => {
    const own = folded[at] ?? ''
    const isTold = folded.some(
      (other, order) => order !== at && holds(other, own) && (other !== own || order < at),
    )
    if (!isTold) kept.push(value)
  })
  return kept.slice(0, MOST_VALUES)
}

const lowered = (value: string): string => value.toLowerCase()

/** The same for `Dammert` and `Damert`, as papers write one name in two ways. */
const spellingOf = (name: string): string => fold(name).replace(/(\p{L})\1/gu, '$1')

/** Whole words only: `12 morts` is not told by `112 morts`. */
const holds = (value: string, part: string): boolean => ` ${value} `.includes(` ${part} `)
