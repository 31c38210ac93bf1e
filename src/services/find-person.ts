// Whom somebody means by a name, an office or a misspelt name. Asks when several people bear it, and never guesses one.
import { groupBearers, type KnownPerson } from '../core/bearers.ts'
import { closestWord } from '../core/closest.ts'
import { fold } from '../french/normalise.ts'
import { readOffice } from '../french/offices.ts'
import type { Storage } from '../ports.ts'

export type FoundPerson =
  | { readonly kind: 'one'; readonly person: KnownPerson }
  /** At most ten, most often named first. */
  | { readonly kind: 'several'; readonly people: readonly KnownPerson[] }
  | { readonly kind: 'nobody' }

/** Names looked at: 200 cover the ways in which 40 people of one surname are written. */
const MOST_NAMES = 200

/** More buttons than this nobody reads. */
const MOST_PEOPLE = 10

/** Whoever is named so much less often than the first is a slip of the press, or of ours. */
const SLIP_SHARE = 1 / 50

/** Words longer than this are worth correcting, and so many of them. */
const SHORTEST_WORD = 3
const MOST_WORDS = 6

export async function findPerson(
  { facts }: Pick<Storage, 'facts'>,
  typed: string,
  feedIds: ReadonlySet<string>,
): Promise<FoundPerson> {
  const words = wordsOf(typed)
  const named = await peopleNamed(facts, words, feedIds)
  if (named.length > 0) return amongst(named)
  const holders = await peopleInOffice(facts, typed, feedIds)
  if (holders.length > 0) return amongst(holders)
  return amongst(await peopleNamed(facts, await corrected(facts, words), feedIds))
}

type Facts = Storage['facts']

const CIVILITIES = new Set(['m', 'mm', 'mme', 'mmes', 'monsieur', 'madame', 'mademoiselle', 'mlle'])

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !CIVILITIES.has(word))
    .slice(0, MOST_WORDS)
}

/** Whoever bears the words as they are goes before those whose names only begin so. */
async function peopleNamed(
  facts: Facts,
  words: readonly string[],
  feedIds: ReadonlySet<string>,
): Promise<readonly KnownPerson[]> {
  if (words.length === 0) return []
  const people = groupBearers(await facts.bearers(words, MOST_NAMES, feedIds))
  const whole = people.filter(({ names }) =>
    names.some((name) => {
      const borne = new Set(wordsOf(name))
      return words.every((word) => borne.has(word))
    }),
  )
  return whole.length > 0 ? whole : people
}

async function peopleInOffice(
  facts: Facts,
  typed: string,
  feedIds: ReadonlySet<string>,
): Promise<readonly KnownPerson[]> {
  const office = readOffice(typed)
  if (office === undefined) return []
  const held = (await facts.holdersOf([office.key], feedIds)).filter(({ isFormer }) => !isFormer)
  const people = groupBearers(held.map(({ name, articleCount }) => ({ name, articleCount })))
  const latest = held.toSorted((one, other) => other.lastToldAt - one.lastToldAt)[0]
  return people.filter(({ names }) => latest !== undefined && names.includes(latest.name))
}

/** Each word that no name has gives way to the nearest that one has and that begins with the same two letters. */
async function corrected(facts: Facts, words: readonly string[]): Promise<readonly string[]> {
  const better: string[] = []
  for (const word of words) {
    const known = word.length < SHORTEST_WORD ? [] : await facts.wordsOfNames(word.slice(0, 2))
    better.push(known.some((one) => one === word) ? word : (closestWord(word, known) ?? word))
  }
  return better
}

function amongst(people: readonly KnownPerson[]): FoundPerson {
  const most = people[0]?.articleCount ?? 0
  const [first, ...others] = people
    .filter(({ articleCount }) => articleCount >= most * SLIP_SHARE)
    .slice(0, MOST_PEOPLE)
  if (first === undefined) return { kind: 'nobody' }
  return others.length === 0
    ? { kind: 'one', person: first }
    : { kind: 'several', people: [first, ...others] }
}
