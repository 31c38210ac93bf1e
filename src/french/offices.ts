// Offices and who holds them, as an article says it beside a name. Never knows a holder that no article told.
import { keyOf } from './first-names.ts'
import { officeKeyOf } from './office-keys.ts'
import { officePhraseAt, type OfficePhrase } from './office-phrases.ts'
import { opensRole } from './office-roles.ts'
import { wordAt } from './phrase-words.ts'
import type { PersonName } from './people.ts'
import type { Span } from './sentences.ts'
import { opensRoles, sharedOfficesAt, type SharedOffices } from './shared-offices.ts'

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
    if ('offices' in phrase) {
      held.push(...sharedHolders(text, phrase, people.slice(next, next + phrase.offices.length)))
      continue
    }
    const holder = holderOf({ text, phrase, before, behind, taken })
    if (holder === undefined) continue
    const whole = holder.person === before && behind !== undefined ? withOwner(text, phrase, behind) : phrase
    const key = whole.key.startsWith(COUNTERPART) ? counterpartKey(whole, held.at(-1)) : whole.key
    if (key === undefined) continue
    taken.add(holder.person)
    held.push({
      start: whole.start,
      end: whole.end,
      text: whole.text,
      key,
      name: holder.person.name,
      isFormer: holder.isFormer,
    })
  }
  return held
}

const COUNTERPART = 'homologue@'
/** How far before «son homologue» the office stands whose name it takes, in characters. */
const COUNTERPART_REACH = 400

/** «le ministre turc Kemal Aydin et son homologue russe Anton Belov»: the same role in another country. */
function counterpartKey({ key, start }: OfficePhrase, last: HeldOffice | undefined): string | undefined {
  const where = key.slice(COUNTERPART.length)
  if (last === undefined || where === '' || start - last.end > COUNTERPART_REACH) return undefined
  return `${last.key.slice(0, last.key.indexOf('@'))}@${where}`
}

/** `les présidents russe et turc, Jean Dupré et Marc Valmy`: as many names in a row as offices. */
function sharedHolders(
  text: string,
  { start, end, offices }: SharedOffices,
  people: readonly PersonName[],
): readonly HeldOffice[] {
  if (people.length < offices.length) return []
  const isRow = people.every((person, at) => {
    const before = people[at - 1]
    return before === undefined
      ? /^,? (?:MM\. )?$/u.test(text.slice(end, person.start))
      : /^(?:, | et )$/u.test(text.slice(before.end, person.start))
  })
  if (!isRow) return []
  return offices.map((office, at) => ({
    start,
    end,
    ...office,
    name: people[at]?.name ?? '',
    isFormer: false,
  }))
}

/** `avocat de Monique Olivier`: the name of somebody else belongs to the office. */
function withOwner(text: string, phrase: OfficePhrase, owner: PersonName): OfficePhrase {
  if (!/^ (?:de |d['’])(?:M\. |Mme )?$/u.test(between(text, phrase.end, owner.start))) return phrase
  const { start } = phrase
  const office = readOffice(text.slice(start, owner.end))
  return office === undefined ? phrase : { ...phrase, ...office, end: owner.end }
}

const WORD_START = /(?<![\p{L}\p{M}\p{N}])(?<!(?:^|[^xX])[-‑])\p{L}/gu

/** Every phrase that names an office, in order, none within another. */
function phrasesOf(text: string, people: readonly PersonName[]): readonly (OfficePhrase | SharedOffices)[] {
  const phrases: (OfficePhrase | SharedOffices)[] = []
  let [until, next] = [0, 0]
  for (const { index } of text.matchAll(WORD_START)) {
    if (index < until) continue
    const word = wordAt(text, index)
    if (word === undefined || !(opensRole(word.key) || opensRoles(word.key))) continue
    while (next < people.length && (people[next]?.end ?? 0) <= index) next++
    const person = people[next]
    if (person !== undefined && person.start <= index) continue
    const shared = opensRoles(word.key) ? sharedOfficesAt(text, index, person?.start) : undefined
    const found = shared === undefined ? partsOf(text, index, person) : [shared]
    phrases.push(...found)
    until = found.at(-1)?.end ?? until
  }
  return phrases
}

/** `conseiller du président Dupré`: the president is Dupré, not his adviser. */
function partsOf(text: string, at: number, person: PersonName | undefined): readonly OfficePhrase[] {
  const phrase = officePhraseAt(text, at, person?.start)
  if (phrase === undefined) return []
  if (
    phrase.innerAt === undefined ||
    person === undefined ||
    !DIRECT.test(between(text, phrase.end, person.start))
  )
    return [phrase]
  const outer = officePhraseAt(text, at, phrase.innerAt)
  const inner = officePhraseAt(text, phrase.innerAt, person.start)
  return [outer, inner].filter((one) => one !== undefined)
}

interface Holder {
  readonly person: PersonName
  readonly isFormer: boolean
}

interface Beside {
  readonly text: string
  readonly phrase: OfficePhrase
  readonly before: PersonName | undefined
  readonly behind: PersonName | undefined
  /** Who has an office already. */
  readonly taken: ReadonlySet<PersonName>
}

/** How far a name stands from the office beside it at most, in characters. */
const REACH = 90

/** What stands between; a blank for what is too long to be read. */
const between = (text: string, start: number, end: number): string =>
  end - start > REACH || end < start ? '\n' : text.slice(start, end)

const PARTY = String.raw`(?: \([^()]{1,30}\))?`
const DIRECT = new RegExp(String.raw`^${PARTY} (?:M\. |Mme |Me |Dr )?["«“]?$`, 'u')
const COMMA = new RegExp(String.raw`^${PARTY}, (?:M\. |Mme |Me )?$`, 'u')
/** The comma, bracket or mark that closes an apposition. */
const CLOSED = /^(?: \([^()]{1,40}\))?(?:["»”]|\s*$|[,.;:)!?…]| [-–—]| et )/u
/** Between a name and the office behind it. */
const APPOSED = new RegExp(
  [
    String.raw`^(?: ?\([^()]{1,30}\))?(?:,? ?\(?(?:âgée? de )?\d{1,3} ans\)?)?`,
    String.raw`(?:, | \(| [-–—] |,? (?:nommée?|devenue?|élue?|désignée?|promue?|choisie?)(?: [\p{L}\d ]{2,24}?)?(?: comme| au poste de| à la tête de)? |,? (?:est|était|a été|fut|sera|reste|demeure|devient|est devenue?|(?:a|avait) été (?:nommée?|élue?|désignée?|choisie?|promue?)(?: [\p{Ll}\d ]{2,24}?)?(?: comme| au poste de| à la tête de)?) )`,
    String.raw`(?:qui (?:est|était) )?(?:alors |aussi |également |désormais |aujourd['’]hui )?(?<article>(?:le |la |l['’]|un |une |son |sa |leur )?)`,
    String.raw`(?:très |tout |toute |nouveau |nouvel |nouvelle |actuel |actuelle |futur |jeune |puissant |principal |principale |ancien |ancienne |ex-|ex |feu )*$`,
  ].join(''),
  'iu',
)

function holderOf(beside: Beside): Holder | undefined {
  const { text, phrase, before, behind, taken } = beside
  const lead = text.slice(Math.max(0, phrase.start - 60), phrase.start)
  const isFormer = FORMER.test(lead)
  const ahead = behind === undefined ? '\n' : between(text, phrase.end, behind.start)
  const hasArticle = ARTICLE.test(lead)
  if (
    behind !== undefined &&
    DIRECT.test(ahead) &&
    !CHRISTENED.test(phrase.text) &&
    (hasArticle || !DOUBTFUL.has(keyOf(phrase.text)))
  )
    return { person: behind, isFormer }
  const isListed =
    behind !== undefined && hasArticle && COMMA.test(ahead) && isClosed(text, behind) && !KIN_OF.test(lead)
  const back = before === undefined ? '\n' : between(text, before.end, phrase.start)
  const apposed = before === undefined || taken.has(before) ? null : APPOSED.exec(back)
  const leadsOn = LEADS_ON.test(text.slice(phrase.end, phrase.end + 30))
  if (
    apposed !== null &&
    before !== undefined &&
    !(apposed.groups?.['article'] !== '' && (isListed || leadsOn))
  )
    return { person: before, isFormer: isFormer || WAS.test(back) }
  return isListed && apposed === null ? { person: behind, isFormer } : undefined
}

/** `professeure au lycée Jean-Valmy`: the name is the school’s. */
const CHRISTENED =
  /(?:lycée|collège|école|rue|avenue|boulevard|place|prix|stade|salle|théâtre|espace|square|gare|aéroport|musée)(?: \p{Ll}+){0,2}$/u

const isClosed = (text: string, { end }: PersonName): boolean => CLOSED.test(text.slice(end, end + 50))

/** A verb behind: the office is what the clause speaks of, not an apposition. */
const LEADS_ON =
  /^ (?:n['’]|ne |s['’]|se |l['’]|y |en )*(?:a|est|avait|était|ont|sera|aura|doit|devait|va|peut|veut|pourrait|devrait|avance|affirme|estime|assure|explique|déclare|dénonce|annonce|juge|souhaite|rappelle|ajoute|précise|indique|regrette|demande|appelle|propose|\p{Ll}+ait)(?![\p{L}'’-])/u
const WAS = /(?<!\p{L})(?:était|alors|fut)(?!\p{L})/u
const FORMER = /(?:^|[\s'’])(?:ancien(?:ne)?|ex|feu)[\s-]$/iu
const ARTICLE =
  /(?:^|[\s(«"“,])(?:l[ea] |l['’]|du |au |sa |son |leur |cet(?:te)? |ce |une? |de l['’])(?:[\p{Ll}]+[ -]){0,2}$/iu
/** `le fils de l’opposant, Jean`: Jean is the son. */
const KIN_OF =
  /(?:fils|fille|frère|sœur|père|mère|épouse|époux|femme|mari|veuve|neveu|nièce|compagne|compagnon|proche|ami|amie|cousin|cousine|gendre|avocat|avocate|conseiller|conseillère) (?:de l['’]|d['’]|du |de la |de )(?:\p{Ll}+ )?$/u
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
