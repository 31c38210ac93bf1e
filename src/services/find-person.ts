// Whom somebody means by a name, an office or a misspelt name. Asks when several people bear it, and never guesses one.
import { beginningsOf, bearersOf, type Bearers } from '../core/bearers.ts'
import { closestWord } from '../core/closest.ts'
import { type KnownPerson, knownPerson } from '../core/person.ts'
import { fold } from '../french/normalise.ts'
import { officePhraseAt } from '../french/office-phrases.ts'
import type { Storage } from '../ports.ts'

export type FoundPerson =
  | { readonly kind: 'one'; readonly person: KnownPerson }
  /** At most ten, most often named first. */
  | { readonly kind: 'several'; readonly people: readonly KnownPerson[] }
  | { readonly kind: 'nobody'; readonly closest?: KnownPerson }

/** Names looked at: 200 cover the ways in which 40 people of one surname are written. */
const MOST_NAMES = 200

/** More buttons than this nobody reads. */
const MOST_PEOPLE = 10

/** Shorter words are particles and initials; more words than these are no name. */
const SHORTEST_WORD = 3
const MOST_WORDS = 6

/** `feedIds` as in `SearchIndex.find`. */
export async function findPerson(
  { facts }: Pick<Storage, 'facts'>,
  typed: string,
  feedIds?: ReadonlySet<string>,
): Promise<FoundPerson> {
  const name = withoutOffice(typed)
  const words = wordsOf(name)
  const names = await namesWith(facts, words, feedIds)
  const together = names.find((one) => lettersOf(one.name) === lettersOf(name))
  const found = bearersOf(together?.name ?? name, names)
  if (found.kind !== 'none') return foundPerson(found)
  const near = await nearWords(facts, name, words)
  return foundPerson(bearersOf(name, await namesWith(facts, near, feedIds)))
}

type Facts = Storage['facts']

/** «l’envoyé spécial de l’ONU de Valmy» leaves «de Valmy»; what is an office alone stays as it is. */
function withoutOffice(typed: string): string {
  const office = officePhraseAt(typed, 0)
  const rest = office === undefined ? '' : typed.slice(office.end).trim()
  return rest === '' ? typed : rest
}

/** `yannick lebihan` for `Yannick Le Bihan`. */
const lettersOf = (name: string): string => fold(name).replace(/[^\p{L}]/gu, '')

const wordsOf = (name: string): readonly string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD)
    .slice(0, MOST_WORDS)

async function namesWith(facts: Facts, words: readonly string[], feedIds: ReadonlySet<string> | undefined) {
  const names = new Map<string, number>()
  for (const word of words)
    for (const { name, articleCount } of await facts.bearers([word], MOST_NAMES, feedIds))
      names.set(name, articleCount)
  return Array.from(names, ([name, articleCount]) => ({ name, articleCount }))
}

/** The words of names that are nearest to those typed. */
async function nearWords(facts: Facts, typed: string, words: readonly string[]): Promise<readonly string[]> {
  const known = new Set<string>()
  for (const beginning of beginningsOf(typed))
    for (const word of await facts.wordsOfNames(beginning)) known.add(word)
  return words.flatMap((word) => closestWord(word, known) ?? [])
}

function foundPerson(found: Bearers): FoundPerson {
  switch (found.kind) {
    case 'one':
      return { kind: 'one', person: knownPerson(found.person) }
    case 'several':
      return { kind: 'several', people: found.persons.slice(0, MOST_PEOPLE).map(knownPerson) }
    case 'none':
      return {
        kind: 'nobody',
        ...(found.closest === undefined ? {} : { closest: knownPerson(found.closest) }),
      }
    default:
      return found satisfies never
  }
}
