// Offices and who holds them, as an article says it beside a name. Never knows a holder that no article told.
import { keyOf } from './first-names.ts'
import { officeKeyOf } from './office-keys.ts'
import { officePhraseAt, wordAt, type OfficePhrase } from './office-phrases.ts'
import { opensRole } from './office-roles.ts'
import type { PersonName } from './people.ts'
import type { Span } from './sentences.ts'

export interface Office {
  /** As it stands, without an article: `ministre russe des Affaires étrangères`. */
  readonly text: string
  /** What all names of one office share, `role@where`: `foreign-minister@russie`, `mayor@nantes`. */
  readonly key: string
}

/** «le ministre russe des Affaires étrangères, Sergueï Lavrov»: the span is that of the office. */
export interface HeldOffice extends Span, Office {
  /** The holder as named there. */
  readonly name: string
  /** «l’ancien président», «ex-ministre»: not any more. */
  readonly isFormer: boolean
}

const OPENING =
  /^\s*(?:(?:l['’]|la|le|les|un|une|du|de la|de l['’]|des|au|aux|son|sa|leur|notre|votre|ce|cet|cette|d['’]|de)[ \u00A0]*)?(?:(?:ancien|ancienne|nouveau|nouvel|nouvelle|futur|future|actuel|actuelle|jeune|ex)[ \u00A0]+|ex-)*/iu

/** More words than these name no office. */
const LONGEST_TITLE = 40

/** The office that a phrase names, `le chef de la diplomatie russe`; undefined for what is no office. Typed ones too. */
export function readOffice(phrase: string): Office | undefined {
  if (phrase.length > LONGEST_TITLE * 10) return undefined
  const text = phrase.replace(OPENING, '').replace(/[\s,;:.?!]+$/u, '')
  const words = Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-‑&][\p{L}\p{M}\p{N}]+)*/gu), ([word]) =>
    keyOf(word),
  )
  if (words.length === 0 || words.length > LONGEST_TITLE) return undefined
  const key = officeKeyOf(words)
  return key === undefined ? undefined : { text, key }
}

/** Offices beside the names of their holders, in order. */
export function findOffices(text: string, people: readonly PersonName[]): readonly HeldOffice[] {
  if (people.length === 0) return []
  const held: HeldOffice[] = []
  const taken = new Set<PersonName>()
  let next = 0
  for (const phrase of phrasesOf(text, people)) {
    while (next < people.length && (people[next]?.start ?? 0) < phrase.end) next++
    const [before, behind] = [people[next - 1], people[next]]
    const holder = holderOf(text, phrase, before, behind, taken)
    if (holder === undefined) continue
    taken.add(holder.person)
    const { start, end, key } = phrase
    held.push({ start, end, text: phrase.text, key, name: holder.person.name, isFormer: holder.isFormer })
  }
  return held
}

const WORD_START = /(?<![\p{L}\p{M}\p{N}])\p{L}/gu

/** Every phrase that names an office, in order, none within another. */
function phrasesOf(text: string, people: readonly PersonName[]): readonly OfficePhrase[] {
  const phrases: OfficePhrase[] = []
  let [until, next] = [0, 0]
  for (const { index } of text.matchAll(WORD_START)) {
    if (index < until) continue
    const word = wordAt(text, index)
    if (word === undefined || !opensRole(word.key)) continue
    while (next < people.length && (people[next]?.end ?? 0) <= index) next++
    const person = people[next]
    if (person !== undefined && person.start <= index) continue
    const phrase = officePhraseAt(text, index, person?.start)
    if (phrase === undefined) continue
    phrases.push(phrase)
    until = phrase.end
  }
  return phrases
}

interface Holder {
  readonly person: PersonName
  readonly isFormer: boolean
}

const DIRECT = /^(?: \([^()]{1,20}\))? (?:M\. |Mme |Me |Dr )?["«“]?$/u
const COMMA = /^(?: \([^()]{1,20}\))?, (?:M\. |Mme |Me )?$/u
/** Between a name and the office behind it. */
const APPOSED =
  /^(?: ?\([^()]{1,30}\))?(?:,? ?\(?(?:âgée? de )?\d{1,3} ans\)?)?(?:, | \(| [-–—] |,? (?:nommée?|devenue?|élue?|désignée?|promue?|choisie?)(?: [\p{L}\d ]{2,24}?)?(?: comme| au poste de| à la tête de)? | (?:est|était|a été|fut|sera|reste|demeure|devient|est devenue?|a été (?:nommée?|élue?|désignée?|choisie?)) )(?:qui (?:est|était) )?(?:alors |aussi |également |désormais |aujourd['’]hui )?(?<article>(?:le |la |l['’]|un |une |son |sa |leur )?)(?<former>(?:très |tout |toute |nouveau |nouvel |nouvelle |actuel |actuelle |futur |jeune |puissant |principal |principale |ancien |ancienne |ex-|ex |feu )*)$/iu

function holderOf(
  text: string,
  phrase: OfficePhrase,
  before: PersonName | undefined,
  behind: PersonName | undefined,
  taken: ReadonlySet<PersonName>,
): Holder | undefined {
  const isFormer = FORMER.test(text.slice(Math.max(0, phrase.start - 12), phrase.start))
  const ahead = behind === undefined ? '' : text.slice(phrase.end, Math.min(behind.start, phrase.end + 40))
  const hasArticle = ARTICLE.test(text.slice(Math.max(0, phrase.start - 16), phrase.start))
  if (behind !== undefined && DIRECT.test(ahead) && (hasArticle || !DOUBTFUL.has(keyOf(phrase.text))))
    return { person: behind, isFormer }
  const back = before === undefined ? '' : text.slice(Math.max(before.end, phrase.start - 90), phrase.start)
  const apposed = before === undefined || phrase.start - before.end > 90 ? null : APPOSED.exec(back)
  const isListed = behind !== undefined && COMMA.test(ahead)
  if (
    apposed !== null &&
    before !== undefined &&
    !taken.has(before) &&
    !(isListed && apposed.groups?.['article'] !== '')
  )
    return { person: before, isFormer: isFormer || /était|alors/u.test(back) }
  return isListed && hasArticle && behind !== undefined && (apposed === null || taken.has(before ?? behind))
    ? { person: behind, isFormer }
    : undefined
}

const FORMER = /(?:^|[\s'’])(?:ancienne?|ex|feu)[\s-]$/iu
const ARTICLE =
  /(?:^|[\s(«"“,])(?:l[ea] |l['’]|du |au |sa |son |leur |une? |de l['’])(?:[\p{Ll}]+[ -]){0,2}$/iu
/** Also verbs. */
const DOUBTFUL: ReadonlySet<string> = new Set([
  'juge',
  'guide',
  'arbitre',
  'garde',
  'critique',
  'premier',
  'premiere',
  'tete',
])
