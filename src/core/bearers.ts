// Who is meant by a name as people type it: without accents, the surname alone, with a slip. Never guesses between two.
import { keyOf } from '../french/first-names.ts'
import { readName, type ReadName } from '../french/name-sounds.ts'
import { opensRole } from '../french/office-roles.ts'
import { CIVILITIES } from '../french/roles.ts'
import { distanceBetween } from './closest.ts'
import { leaderOf, surnamesOf, whoIsWho, type CountedName, type Person } from './person.ts'

export type Bearers =
  /** `isNear`: typed with a slip. */
  | { readonly kind: 'one'; readonly person: Person; readonly isNear: boolean }
  /** Two people or more, the most named first: which one? */
  | { readonly kind: 'several'; readonly persons: readonly Person[]; readonly isNear: boolean }
  | { readonly kind: 'none'; readonly closest?: Person }

/** Letters of a word that may be wrong: one, two from eight letters on; none under four. */
const slipsOf = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** Nobody types a longer name, in characters. */
const LONGEST_TYPED = 100

/**
 * Whom of the bearers of `names` somebody means by `typed`. `names` are the names worth a look, those that share the
 * beginning of a word with what was typed (`beginningsOf`): each is compared.
 */
export function bearersOf(typed: string, names: readonly CountedName[]): Bearers {
  const sounds = soundsOfTyped(typed)
  if (sounds.length === 0 || typed.length > LONGEST_TYPED) return { kind: 'none' }
  const bearers = whoIsWho(names).persons.map((person): Bearer => ({
    person,
    spellings: person.spellings.map(({ name }) => readName(name)),
  }))
  for (const fits of [isWholeInOrder, isFullName, isSurname]) {
    const found = bearers.filter(({ spellings }) => spellings.some((own) => fits(own, sounds)))
    if (found.length > 0) return answer(found, false)
  }
  const called = bearers.filter(({ spellings }) =>
    spellings.some((own) => sounds.length === 1 && own.sounds[0] === sounds[0]),
  )
  const [only] = called
  if (called.length > 1)
    return { kind: 'several', persons: called.map(({ person }) => person), isNear: false }
  return only === undefined ? nearest(bearers, sounds) : { kind: 'one', person: only.person, isNear: false }
}

interface Bearer {
  readonly person: Person
  readonly spellings: readonly ReadName[]
}

function soundsOfTyped(typed: string): readonly string[] {
  return readName(withoutTitles(typed)).sounds
}

/** Without civilities, offices and marks: `m. lavrov ?`, `le président macron`. */
export function withoutTitles(typed: string): string {
  const words = typed
    .slice(0, LONGEST_TYPED)
    .replaceAll(/[^\p{L}\p{M}'’.\s-]+/gu, ' ')
    .trim()
    .split(/\s+/u)
  while (words.length > 1 && isTitle(words)) words.shift()
  return words.join(' ')
}

function isTitle([first = '', second = '']: readonly string[]): boolean {
  const key = keyOf(first).replace(/\.$/u, '')
  if (key === 'm' || CIVILITIES.has(key) || opensRole(key)) return true
  if (/^l['’]/u.test(key)) return opensRole(key.slice(2))
  return (key === 'le' || key === 'la') && opensRole(keyOf(second))
}

function answer(found: readonly Bearer[], isNear: boolean): Bearers {
  const persons = found.map(({ person }) => person)
  const [first] = persons
  const leader = persons.length === 1 ? first : leaderOf(persons)
  return leader === undefined ? { kind: 'several', persons, isNear } : { kind: 'one', person: leader, isNear }
}

/** `Arnaud Michel` is he before `Michel Arnaud` is. */
const isWholeInOrder = (own: ReadName, sounds: readonly string[]): boolean =>
  sounds.length > 1 && own.sounds.join(' ') === sounds.join(' ')

/** First and last word, and whatever else was typed; family name first as well. */
const isFullName = ({ sounds: own }: ReadName, sounds: readonly string[]): boolean =>
  sounds.length > 1 &&
  own.length >= sounds.length &&
  sounds.every((sound) => own.includes(sound)) &&
  ((own[0] === sounds[0] && own.at(-1) === sounds.at(-1)) ||
    (own[0] === sounds.at(-1) && own.at(-1) === sounds[0]))

const isSurname = (own: ReadName, sounds: readonly string[]): boolean =>
  surnamesOf(own.words, own.sounds).includes(sounds.join(' '))

/** Those who are fewest slips away, when these are few; else the nearest as a guess. */
function nearest(bearers: readonly Bearer[], sounds: readonly string[]): Bearers {
  const near = bearers.map((bearer) => ({
    bearer,
    slips: Math.min(...bearer.spellings.map((own) => slipsBetween(own.sounds, sounds))),
  }))
  const least = near.reduce((fewest, { slips }) => Math.min(fewest, slips), Infinity)
  if (least < Infinity)
    return answer(
      near.filter(({ slips }) => slips === least).map(({ bearer }) => bearer),
      true,
    )
  const closest = guess(bearers, sounds)
  return closest === undefined ? { kind: 'none' } : { kind: 'none', closest }
}

/** Slips over all words, Infinity when a word has more than it may. */
function slipsBetween(own: readonly string[], sounds: readonly string[]): number {
  const forms =
    sounds.length === 1
      ? own.slice(own.length > 1 ? 1 : 0).map((word) => [word])
      : [own, own.slice(1), [own[0] ?? '', own.at(-1) ?? '']]
  return Math.min(...forms.map((form) => slipsOfWords(form, sounds)))
}

function slipsOfWords(own: readonly string[], sounds: readonly string[]): number {
  if (own.length !== sounds.length) return Infinity
  let sum = 0
  for (const [at, sound] of sounds.entries()) {
    const most = slipsOf(sound)
    const slips = slipsOfWord(own[at] ?? '', sound, most)
    if (slips > most) return Infinity
    sum += slips
  }
  return sum
}

const slipsOfWord = (word: string, sound: string, most: number): number =>
  word === sound ? 0 : Math.abs(word.length - sound.length) > most ? Infinity : distanceBetween(sound, word)

/** Less than half of the letters of the surname differ. */
function guess(bearers: readonly Bearer[], sounds: readonly string[]): Person | undefined {
  const typed = sounds.at(-1) ?? ''
  let [best, bestDistance] = [undefined as Person | undefined, Math.floor(typed.length / 2)]
  for (const { person, spellings } of bearers) {
    const own = spellings[0]?.sounds.at(-1) ?? ''
    if (Math.abs(own.length - typed.length) >= bestDistance) continue
    const distance = distanceBetween(typed, own)
    if (distance < bestDistance) [best, bestDistance] = [person, distance]
  }
  return best
}

/** Letters of a word by which names are looked up. */
const BEGINNING = 2

/** Beginnings of words, folded, one of which every name that may be meant has: for looking names up before `bearersOf`. */
export function beginningsOf(typed: string): readonly string[] {
  const words = typed
    .slice(0, LONGEST_TYPED)
    .split(/[^\p{L}\p{M}]+/u)
    .map(keyOf)
    .filter((word) => word.length > 2)
  return [...new Set(words.flatMap((word) => variantsOf(word.slice(0, BEGINNING + 1))))]
}

/** `pu` for `pou`: the other alphabets’ rules. */
const variantsOf = (beginning: string): readonly string[] => [
  beginning.slice(0, BEGINNING),
  ...(/^.?ou/u.test(beginning) ? [beginning.replace('ou', 'u').slice(0, BEGINNING)] : []),
  ...(/^.u/u.test(beginning) ? [`${beginning.slice(0, 1)}ou`.slice(0, BEGINNING + 1)] : []),
  ...(/^[cs]h/u.test(beginning) ? ['ch', 'sh', 'tch'] : []),
]
