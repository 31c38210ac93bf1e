// Who, where, when and how many, from the sentences of a brief: «Qui · Où · Quand · Chiffres». Every value stands word
// for word in a sentence; nothing is added, nothing is turned round.
import { findFigures } from '../french/figures.ts'
import { isFirstName } from '../french/first-names.ts'
import { findPeople, type PersonName } from '../french/people.ts'
import { mergeNames } from '../french/people-in-text.ts'
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
  return {
    who: firstOf(mergeNames(people.filter((person) => tellsWho(whole, person))).map(({ name }) => name)),
    where: firstOf(findPlaces(whole, people).map(cut)),
    when: firstOf(
      findTimeExpressions(whole)
        .filter((span) => tellsWhen(whole, span))
        .map(cut),
    ),
    figures: firstOf(findFigures(whole).map(cut)),
  }
}

/** A first name alone («Léa, 8 ans») tells a reader nothing, an affair is named after whom it does not concern. */
const tellsWho = (text: string, { start, name }: PersonName): boolean =>
  (/\s/u.test(name) || !isFirstName(name)) &&
  !/[Aa]ffaires? $/u.test(text.slice(Math.max(0, start - 9), start))

/** «l’accord de 2015», «la présidentielle 2022»: the year belongs to the thing, not to the news. */
function tellsWhen(text: string, { start, end }: Span): boolean {
  if (!/^\d{4}$/u.test(text.slice(start, end))) return true
  return /(?:^|[^\p{L}])(?:en|depuis|dès|fin|début|entre|avant|après) $/iu.test(
    text.slice(Math.max(0, start - 8), start),
  )
}

/** The first three, none twice, none that stands inside of another (`mercredi`, `mercredi 5 octobre`). */
function firstOf(values: readonly string[]): readonly string[] {
  const kept: string[] = []
  const folded = values.map((value) => value.toLowerCase())
  values.forEach((value, at) => {
    const own = folded[at] ?? ''
    const isTold = folded.some(
      (other, order) => order !== at && holds(other, own) && (other !== own || order < at),
    )
    if (!isTold) kept.push(value)
  })
  return kept.slice(0, MOST_VALUES)
}

/** Whole words only: `12 morts` is not told by `112 morts`. */
const holds = (value: string, part: string): boolean => ` ${value} `.includes(` ${part} `)
