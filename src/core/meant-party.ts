// Whom a question about meetings means, and whether somebody who met is meant: by name, by office, by the words of a group.
import { countryOfAdjective, countryOfCapital, countryOfName } from '../french/demonyms.ts'
import { fold } from '../french/normalise.ts'
import { contentStems } from '../french/stems.ts'
import type { Participant } from '../french/told-meeting.ts'
import type { Article } from './article.ts'
import { DAY, type Instant } from './calendar.ts'
import type { HeldTerm } from './fact.ts'

export interface MeantParty {
  /** As people call it. */
  readonly label: string
  /** Every spelling that articles have. */
  readonly names: ReadonlySet<string>
  /** Offices that articles give to whoever is meant, or the one that was typed. */
  readonly offices: readonly HeldOfficeKey[]
  /** Stems that the words of a group, or of somebody unnamed, must all have; empty for a person. */
  readonly stems: readonly string[]
}

interface HeldOfficeKey {
  readonly key: string
  /** When articles say so; open for an office that was typed. */
  readonly firstAt?: Instant
  readonly lastAt?: Instant
}

/** How long before the first article and behind the last that say so somebody is taken to hold an office, in ms. */
const HELD_AROUND: Instant = 200 * DAY

export function isMeant(
  party: MeantParty,
  participant: Participant,
  article: Article,
  terms: readonly HeldTerm[],
): boolean {
  const { officeKey } = participant
  if (participant.kind === 'person') {
    if (party.names.has(participant.name)) return true
    // An office that was typed, and that no article gives with its country: «le président malien».
    const isTyped = party.names.size === 0 && officeKey !== undefined
    return isTyped && party.offices.some((held) => isHeldBy(party, held, officeKey, article))
  }
  const holder = holderThen(participant, terms, article.publishedAt)
  if (holder !== undefined && party.names.size > 0 && party.stems.length === 0) return party.names.has(holder)
  if (officeKey !== undefined && party.offices.some((held) => isHeldBy(party, held, officeKey, article)))
    return true
  if (party.stems.length === 0) return false
  const own = new Set(contentStems(participant.name))
  return party.stems.every((stem) => own.has(stem))
}

function isHeldBy(party: MeantParty, held: HeldOfficeKey, key: string, article: Article): boolean {
  if (!isThen(held, article.publishedAt)) return false
  const [role = '', where = ''] = key.split('@')
  if (where !== '' && (held.key === key || (where === HOME && held.key === `${role}@`))) return true
  const [ownRole = '', ownWhere = ''] = held.key.split('@')
  const isSameRole = role === ownRole || (role === 'president' && ownRole === 'head-of-state')
  return (
    where === '' &&
    isSameRole &&
    (isNamedIn(party, article) || (ownWhere !== '' && isAtHome(ownWhere, article)))
  )
}

const isThen = ({ firstAt, lastAt }: HeldOfficeKey, at: Instant): boolean =>
  (firstAt === undefined || at >= firstAt - HELD_AROUND) &&
  (lastAt === undefined || at <= lastAt + HELD_AROUND)

/** «le chef de l’État» is whoever the article calls so elsewhere by name. */
function isNamedIn({ names }: MeantParty, { title, text }: Article): boolean {
  return [...names].some((name) => {
    const surname = name.split(' ').at(-1) ?? name
    return surname.length > 1 && (text.includes(surname) || title.includes(surname))
  })
}

/** Without a country the papers mean whoever governs the one that the article names most, their own when it names none. */
function isAtHome(where: string, article: Article): boolean {
  const counts = countriesOf(article)
  const own = counts.get(where) ?? 0
  return own > 0 && [...counts].every(([country, count]) => country === where || count < own)
}

/** By article, while somebody holds it: each is asked for every party and every office. */
const countries = new WeakMap<Article, ReadonlyMap<string, number>>()

/** Those that an article names, and its own once more. */
function countriesOf(article: Article): ReadonlyMap<string, number> {
  const known = countries.get(article)
  if (known !== undefined) return known
  const counts = new Map(countriesIn(`${article.title}\n${article.text}`))
  counts.set(HOME, (counts.get(HOME) ?? 0) + 1)
  countries.set(article, counts)
  return counts
}

/** How often a text names each country, by name, adjective or capital. */
export function countriesIn(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(COUNTRY_WORD)) {
    const country = countryOf(word)
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return counts
}

const HOME = 'france'
const COUNTRY_WORD = /\p{L}[\p{L}-]{2,}/gu

/** Words remembered with their country before the memory is emptied: they take about 3 MB. */
const REMEMBERED_WORDS = 30_000
const remembered = new Map<string, string | undefined>()

/** Folding a word three times costs more than looking it up. */
function countryOf(word: string): string | undefined {
  if (remembered.has(word)) return remembered.get(word)
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear()
  const country = countryOfName(word) ?? countryOfCapital(word) ?? countryOfAdjective(word)
  remembered.set(word, country)
  return country
}

/** The keys to look meetings up by: the offices themselves, and their roles alone. */
export const officeKeysOf = ({ offices }: MeantParty): readonly string[] => [
  ...new Set(
    offices.flatMap(({ key }) => [
      key,
      `${key.split('@')[0] ?? ''}@`,
      ...(key.startsWith('head-of-state@') ? ['president@'] : []),
    ]),
  ),
]

/** Somebody whom articles call by these names and give these offices. */
export function partyOfPerson(
  label: string,
  names: readonly string[],
  terms: readonly HeldTerm[],
): MeantParty {
  return {
    label,
    names: new Set(names),
    offices: terms
      .filter(({ isFormer }) => !isFormer)
      .map(({ officeKey, firstToldAt, lastToldAt }) => ({
        key: officeKey,
        firstAt: firstToldAt,
        lastAt: lastToldAt,
      })),
    stems: [],
  }
}

/** Whoever articles say holds the office that was typed; nobody is guessed where they say nothing. */
export function partyOfOffice(label: string, key: string, holders: readonly HeldTerm[]): MeantParty {
  const names = holders.filter(({ isFormer }) => !isFormer).map(({ name }) => name)
  return { label, names: new Set(names), offices: [{ key }], stems: contentStems(label) }
}

export const partyOfWords = (label: string): MeantParty => ({
  label,
  names: new Set(),
  offices: [],
  stems: contentStems(label),
})

/**
 * Who held the office of an unnamed participant when the article came out: of those to whom articles give it, the one whose
 * articles are nearest in time. Undefined where they differ.
 */
export function holderThen(
  { officeKey }: Pick<Participant, 'officeKey'>,
  terms: readonly HeldTerm[],
  at: Instant,
): string | undefined {
  if (officeKey === undefined) return undefined
  const holders = terms
    .filter((term) => keysAlike(officeKey).includes(term.officeKey) && !term.isFormer)
    .map((term) => ({ term, away: awayFrom(term, at) }))
    .filter(({ away }) => away <= HELD_AROUND)
  const least = Math.min(...holders.map(({ away }) => away))
  const then = holders.filter(({ away }) => away <= least).map(({ term }) => term)
  const total = then.reduce((sum, { articleCount }) => sum + articleCount, 0)
  const bySurname = Map.groupBy(then, ({ name }) => fold(name.split(' ').at(-1) ?? name))
  for (const same of bySurname.values()) {
    const [first] = same.toSorted((one, other) => other.articleCount - one.articleCount)
    if (same.reduce((sum, { articleCount }) => sum + articleCount, 0) >= total * LEADING) return first?.name
  }
  return undefined
}

/** French papers leave their own country out: `head-of-government@france` is `head-of-government@`. */
export const keysAlike = (key: string): readonly string[] =>
  key.endsWith(`@${HOME}`) ? [key, key.slice(0, -HOME.length)] : [key]

/** How far a moment lies outside of the time in which articles give somebody an office, in milliseconds. */
const awayFrom = ({ firstToldAt, lastToldAt }: HeldTerm, at: Instant): Instant =>
  Math.max(0, firstToldAt - at, at - lastToldAt)

/** One holder is taken who has so many of the articles. */
const LEADING = 0.75
