// Who somebody is, who holds an office, who did something: read beside the names of the sentences. Guesses nobody.
import { antecedentOfOpening } from '../french/antecedents.ts'
import { describe, spansOfName, withoutTitles } from '../french/descriptions.ts'
import { fold } from '../french/normalise.ts'
import { findOffices, readOffice } from '../french/offices.ts'
import { findPeople, type PersonName } from '../french/people.ts'
import { contentStems } from '../french/stems.ts'
import { stemsLike } from '../french/synonyms.ts'
import { closeness, isAsked, placesOfTerms, type Value } from './answer-values.ts'
import type { Term, WeighedSentence } from './weigh-sentences.ts'

/** What sentences say of the person named; empty where none names them. */
export function readRoles({ text }: WeighedSentence, about: string): readonly Value[] {
  const name = withoutTitles(about)
  if (name === '') return []
  const spans = spansOfName(text, name)
  if (spans.length === 0) return []
  const surname = fold(name).split(/[\s]+/u).at(-1)
  const offices = findOffices(text, findPeople(text)).flatMap((office): readonly Value[] =>
    fold(office.name).split(/[\s]+/u).at(-1) === surname &&
    contentStems(office.text).length > 1 &&
    // A participle that folds into a role.
    !/^jugée?s?(?!\p{L})/iu.test(office.text)
      ? [{ text: `${office.isFormer ? formerOf(text, office) : ''}${office.text}`, fit: OFFICE_FIT }]
      : [],
  )
  const described = spans.flatMap((span) =>
    describe(text, wholeName(text, span)).map(({ start, end, trust }) => {
      const found = text.slice(start, end)
      // A fuller description says more than «président».
      return { text: found, fit: trust * (0.8 + 0.2 * Math.min(1, contentStems(found).length / 5)) }
    }),
  )
  return [...described, ...offices]
}

/** An office of several words beside the name says who somebody is. */
const OFFICE_FIT = 0.93

/** «ancien », «ex-» as they stand before the office. */
const formerOf = (text: string, { start }: { readonly start: number }): string =>
  /(?:ancien(?:ne)?s?[ \u00A0]|ex-)$/iu.exec(text.slice(Math.max(0, start - 10), start))?.[0] ?? ''

/** `Zakharova` stands in `Maria Zakharova`: what is said is said beside the whole name. */
function wholeName(
  text: string,
  span: PersonName | { readonly start: number; readonly end: number },
): {
  readonly start: number
  readonly end: number
} {
  const before = /(?:\p{Lu}[\p{L}’'.-]*[ \u00A0]){1,2}$/u.exec(
    text.slice(Math.max(0, span.start - 40), span.start),
  )
  const given = before?.[0] ?? ''
  const isTitle = /^(?:M\.|MM\.|Mme|Mlle|Me|Dr)/u.test(given)
  return given === '' || isTitle || !/^\p{Lu}\p{Ll}/u.test(given)
    ? span
    : { start: span.start - given.length, end: span.end }
}

/** Share of the words of an office that its holder’s description must have. */
const LEAST_OFFICE = 0.66

/** Whoever is named beside the office asked. */
export function readHolders({ text }: WeighedSentence, about: string): readonly Value[] {
  const people = findPeople(text)
  const key = readOffice(about)?.key
  const stems = contentStems(about)
  const held = findOffices(text, people).flatMap(({ key: own, name, isFormer }): readonly Value[] =>
    key !== undefined && own === key ? [{ text: name, fit: isFormer ? 0.4 : 1 }] : [],
  )
  if (held.length > 0) return held
  return people.flatMap((person): readonly Value[] => {
    const found = describe(text, person).find(({ start, end }) => {
      const own = new Set(contentStems(text.slice(start, end)))
      // «ministre kazakh» is no «président kazakh».
      if (stems[0] !== undefined && !own.has(stems[0])) return false
      const told = stems.filter((asked) => own.has(asked) || !stemsLike(asked).isDisjointFrom(own))
      return told.length / stems.length >= LEAST_OFFICE
    })
    if (found === undefined) return []
    const isFormer = /ex-|anci/u.test(fold(text.slice(Math.max(0, found.start - 14), found.start + 10)))
    return [{ text: person.name, fit: (isFormer ? 0.4 : 1) * found.trust }]
  })
}

/** Full names that end in a surname typed alone, most sentences first. */
export function bearersOf(sentences: readonly WeighedSentence[], surname: string): readonly string[] {
  const counts = new Map<string, number>()
  for (const { text } of sentences)
    for (const { name } of findPeople(text)) {
      const words = fold(name).split(/[\s]+/u)
      if (words.length > 1 && words.at(-1) === fold(surname)) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([name]) => name)
}

/** Persons of a sentence who are not in the question, nearest to what is asked first; whoever follows «par» is an agent. */
export function readPersons(
  { text, article, reference }: WeighedSentence,
  terms: readonly Term[],
): readonly Value[] {
  const places = placesOfTerms(text, terms)
  // «Elle succède à X»: the one who stands behind the pronoun.
  const meant = antecedentOfOpening(article.text, reference)
  if (meant !== undefined && places.some(({ term }) => !term.isName)) return [{ text: meant.name, fit: 0.9 }]
  return findPeople(text).flatMap((person): readonly Value[] => {
    const stems = contentStems(person.name)
    if (stems.some((own) => terms.some(({ stem, isName }) => isName && stem === own))) return []
    const before = text.slice(Math.max(0, person.start - 34), person.start)
    const isAgent = AGENT_BEFORE.test(before)
    const isAhead = places.some(({ start, term }) => !term.isName && start > person.end)
    // «la sœur de X», «face à X»: another one did it.
    const share = COMPLEMENT_BEFORE.test(before) ? 0.4 : isAgent || isAhead ? 1 : 0.75
    return [{ text: person.name, fit: closeness(text, person, places) * share }]
  })
}
const AGENT_BEFORE = /(?:^|[^\p{L}])par(?:[ \u00A0](?:le|la|l['’]|M\.|Mme|\p{Ll}+))*[ \u00A0]?$/u
const COMPLEMENT_BEFORE =
  /(?:^|[^\p{L}])(?:de|d['’]|du|contre|devant|face à|avec|après|selon|derrière)[ \u00A0]?(?:(?:M\.|Mme)[ \u00A0])?$/u

/** Whoever stands behind «par» in a passive of what is asked, person or not: `un consortium dirigé par des philanthropes`. */
export function readAgents({ text }: WeighedSentence, terms: readonly Term[]): readonly Value[] {
  return placesOfTerms(text, terms).flatMap(({ end, term }): readonly Value[] => {
    if (term.isName) return []
    const found = /^[^,.;:()«»"]{0,40}?[ \u00A0]par[ \u00A0](?<agent>[^,.;:()]{4,90})/u.exec(
      text.slice(end, end + 140),
    )
    const agent = found?.groups?.['agent']?.trim()
    if (agent === undefined || isAsked(agent, terms) || findPeople(agent).length > 0) return []
    return [{ text: agent, fit: 0.85 }]
  })
}

/** «des Indonésiens ont ramené»: whoever stands before the verb that is asked, person or not. */
export function readSubjects({ text }: WeighedSentence, terms: readonly Term[]): readonly Value[] {
  return placesOfTerms(text, terms).flatMap(({ start, term }): readonly Value[] => {
    if (term.isName || !term.isVerb) return []
    const subject = SUBJECT.exec(text.slice(Math.max(0, start - 110), start))?.groups?.['subject']?.trim()
    if (subject === undefined || PRONOUN.test(subject) || isAsked(subject, terms)) return []
    if (findPeople(subject).length > 0) return []
    return [{ text: subject, fit: SUBJECT_FIT }]
  })
}
/** A person named says more than «la maire sortante». */
const SUBJECT_FIT = 0.5
const SUBJECT =
  /(?:^|[.,;:»"][ \u00A0]*)(?:mais |et |puis )?(?<subject>(?:[Ll]es? |[Ll]a |[Ll]['’]|[Uu]ne? |[Dd]es |[Dd]eux |[Tt]rois |[Ss]on |[Ss]a |[Ss]es |[Pp]lusieurs |\d+ )[\p{L}\p{N}’' \u00A0-]{2,70}?)[ \u00A0](?:l['’]|s['’]|n['’])?(?:a|ont|avait|avaient|est|sont|vient de|viennent de|va|vont)[ \u00A0](?:\p{L}+[ \u00A0]){0,2}$/u
const PRONOUN = /^(?:il|elle|ils|elles|on|qui|ce|cela|je|nous|vous|celui|celle|ceux|dont|où|que)(?![\p{L}])/iu
