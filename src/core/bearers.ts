// Which of the names that articles write mean one person. Never joins two people by a surname alone.
import { fold } from '../french/normalise.ts'
import { distanceBetween } from './closest.ts'
import type { Bearer } from './fact.ts'

export interface KnownPerson {
  /** The way in which most articles write the full name. */
  readonly name: string
  /** All ways, as they stand. */
  readonly names: readonly string[]
  readonly articleCount: number
}

/** Words of a name without particles: `el-Assad` and `Al Assad` are one. */
const PARTICLES = new Set([
  'al',
  'el',
  'as',
  'ar',
  'ben',
  'bin',
  'de',
  'du',
  'd',
  'des',
  'la',
  'le',
  'von',
  'van',
  'der',
])

/** First names of one person may be spelt apart by so many letters: Sergueï, Sergei, Serguei. */
const SPELLING = 2

/** Most often named first. A lone surname belongs to the one person who bears it, and to nobody of several. */
export function groupBearers(bearers: readonly Bearer[]): readonly KnownPerson[] {
  const groups: Group[] = []
  const lone: Form[] = []
  for (const form of bearers.map(formOf).toSorted(oftenFirst)) {
    if (form.parts.length < 2) lone.push(form)
    else
      join(
        groups.find(([first]) => first !== undefined && isSamePerson(first, form)),
        form,
        groups,
      )
  }
  for (const form of lone) {
    const owners = groups.filter(([first]) => first?.parts.at(-1) === form.parts.at(-1))
    if (owners.length < 2) join(owners[0], form, groups)
  }
  return groups.map(personOf).toSorted((one, other) => other.articleCount - one.articleCount)
}

interface Form extends Bearer {
  readonly parts: readonly string[]
}

type Group = Form[]

function join(group: Group | undefined, form: Form, groups: Group[]): void {
  if (group === undefined) groups.push([form])
  else group.push(form)
}

/** `Jean-Marc` and `Jean Marc` are one; a name of particles alone keeps them. */
function formOf(bearer: Bearer): Form {
  const words = fold(bearer.name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const parts = words.filter((word, at) => !PARTICLES.has(word) && (at === 0 || word.length > 1))
  return { ...bearer, parts: parts.length === 0 ? words : parts }
}

function isSamePerson({ parts: one }: Form, { parts: other }: Form): boolean {
  const [first = '', last] = [one[0], one.at(-1)]
  const [otherFirst = '', otherLast] = [other[0], other.at(-1)]
  if (last !== otherLast) return false
  if (first === otherFirst) return true
  // «S. Lavrov».
  if (first.length === 1 || otherFirst.length === 1) return first.charAt(0) === otherFirst.charAt(0)
  const isAlike = first.charAt(0) === otherFirst.charAt(0) && Math.min(first.length, otherFirst.length) > 4
  return isAlike && distanceBetween(first, otherFirst) <= SPELLING
}

function personOf(group: Group): KnownPerson {
  const [first] = group
  return {
    name: first?.name ?? '',
    names: group.map(({ name }) => name),
    articleCount: group.reduce((sum, { articleCount }) => sum + articleCount, 0),
  }
}

const oftenFirst = (one: Bearer, other: Bearer): number => other.articleCount - one.articleCount
