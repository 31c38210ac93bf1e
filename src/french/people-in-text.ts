// Who stands in a text: each person once, under the longest form of the name. Never joins people of two texts.
import { keyOf } from './first-names.ts'
import { KNOWN_SURNAMES } from './known-surnames.ts'
import { findPeople, type PersonName } from './people.ts'

export interface PersonInText {
  /** As it stands in the text, the longest form. */
  readonly name: string
  /** How often the person is named, short forms included. */
  readonly count: number
}

/**
 * People of a text, most named first. Full names, and surnames alone that are well established: a first name alone or
 * an unknown surname names nobody outside of its text. Fit for every article at ingestion.
 */
export function peopleIn(text: string): readonly PersonInText[] {
  return mergeNames(findPeople(text))
    .filter(({ name }) => isKnownBeyondText(name))
    .toSorted((one, other) => other.count - one.count)
}

/** A full name, or a surname that is well established. */
export function isKnownBeyondText(name: string): boolean {
  return /\s/u.test(name) || KNOWN_SURNAMES.has(keyOf(name))
}

/** Names of one text, each person once, in order of first appearance under any form. */
export function mergeNames(found: readonly PersonName[]): readonly PersonInText[] {
  return joinForms(found)
    .toSorted((one, other) => one.firstAt - other.firstAt)
    .map(({ name, count }) => ({ name, count }))
}

/** The longest form of whoever each name of the text stands for: `Lavrov` to `Sergueï Lavrov`. */
export function longestForms(found: readonly PersonName[]): ReadonlyMap<string, string> {
  const joined = joinForms(found)
  return new Map(
    found.map(({ name }) => {
      const parts = partsOf(name)
      const person = joined.find(
        ({ parts: longer }) => isSameForm(longer, parts) || isSamePerson(longer, parts),
      )
      return [name, person?.name ?? name]
    }),
  )
}

const isSameForm = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((part, at) => part === other[at])

function joinForms(found: readonly PersonName[]): readonly Form[] {
  const people: Form[] = []
  for (const form of formsOf(found).toSorted((one, other) => other.parts.length - one.parts.length)) {
    const same = people.find((person) => isSamePerson(person.parts, form.parts))
    if (same === undefined) people.push(form)
    else {
      same.count += form.count
      same.firstAt = Math.min(same.firstAt, form.firstAt)
    }
  }
  return people
}

interface Form {
  readonly parts: readonly string[]
  name: string
  count: number
  firstAt: number
}

/** The different names by their folded parts; small letters are preferred to capitals. */
function formsOf(found: readonly PersonName[]): readonly Form[] {
  const forms = new Map<string, Form>()
  for (const { name, start } of found) {
    const parts = partsOf(name)
    const key = parts.join(' ')
    const known = forms.get(key)
    if (known === undefined) forms.set(key, { name, parts, count: 1, firstAt: start })
    else {
      known.count++
      if (known.name === known.name.toUpperCase()) known.name = name
    }
  }
  return [...forms.values()]
}

const PARTICLES = new Set(['al', 'el', 'as', 'ar', 'de', 'du', 'd', 'des', 'la'])

/** Folded words without particles and middle initials: `el-Assad` and `Al Assad`, `George W. Bush` and `George Bush`. */
const partsOf = (name: string): readonly string[] =>
  keyOf(name)
    .replaceAll('-', ' ')
    .split(/[\s'’]+/u)
    .filter((part, at) => part !== '' && !PARTICLES.has(part) && (at === 0 || !/^[a-z]\.$/u.test(part)))

/** First and last words are equal, or the shorter is an end or a beginning of the longer. */
function isSamePerson(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length === 0) return true
  if (shorter.length > 1 && longer[0] === shorter[0] && longer.at(-1) === shorter.at(-1)) return true
  if (longer.length <= shorter.length) return false
  const ending = longer.slice(-shorter.length)
  return shorter.every((part, at) => part === ending[at]) || shorter.every((part, at) => part === longer[at])
}
