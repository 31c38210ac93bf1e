// Who met whom as people and links between them, few enough for one picture. Draws nothing.
import type { Meeting } from './meeting.ts'
import { whoIsWho } from './person.ts'

/** More than this nobody reads on a telephone. */
const MOST_PEOPLE = 12
const MOST_LINKS = 14

/** Of a larger company the picture would be links alone. */
const LARGEST_COMPANY = 5

export interface MeetingLink {
  /** Places in `people`; the lower first. */
  readonly one: number
  readonly other: number
  /** Whether a meeting of the two was held, and whether one is to come. */
  readonly isHeld: boolean
  readonly isPlanned: boolean
  readonly meetingCount: number
}

export interface MeetingMap {
  /** Neighbours are linked as far as that can be. */
  readonly people: readonly string[]
  readonly links: readonly MeetingLink[]
}

interface Pair {
  readonly names: readonly [string, string]
  isHeld: boolean
  isPlanned: boolean
  meetingCount: number
}

/** The pairs that met most often first, as long as there is room. Groups are left out: they are no people. */
export function mapMeetings(meetings: readonly Meeting[]): MeetingMap {
  const pairs = pairsOf(meetings)
  const chosen: Pair[] = []
  const people = new Set<string>()
  for (const pair of pairs.toSorted((one, other) => other.meetingCount - one.meetingCount)) {
    const together = new Set([...people, ...pair.names])
    if (chosen.length === MOST_LINKS) break
    if (together.size > MOST_PEOPLE) continue
    chosen.push(pair)
    for (const name of pair.names) people.add(name)
  }
  const order = inOrder([...people], chosen)
  const places = new Map(order.map((name, place) => [name, place]))
  const links = chosen.map(({ names, ...link }): MeetingLink => {
    const [one = 0, other = 0] = names.map((name) => places.get(name) ?? 0)
    return { one: Math.min(one, other), other: Math.max(one, other), ...link }
  })
  return {
    people: order,
    links: links.toSorted((one, other) => one.one - other.one || one.other - other.other),
  }
}

function pairsOf(meetings: readonly Meeting[]): readonly Pair[] {
  const nameOf = namesOf(meetings)
  const pairs = new Map<string, Pair>()
  for (const meeting of meetings) {
    const isHeld = meeting.status === 'done'
    const isPlanned = meeting.status === 'planned' || meeting.status === 'possible'
    const company = [...new Set(peopleOf(meeting).map((name) => nameOf.get(name) ?? name))]
    if ((!isHeld && !isPlanned) || company.length > LARGEST_COMPANY) continue
    for (const names of everyTwo(company)) {
      const pair = pairs.get(names.join('\n')) ?? { names, isHeld: false, isPlanned: false, meetingCount: 0 }
      pair.isHeld ||= isHeld
      pair.isPlanned ||= isPlanned
      pair.meetingCount++
      pairs.set(names.join('\n'), pair)
    }
  }
  return [...pairs.values()]
}

/** By each way in which articles write a name, the one under which the person is drawn. */
function namesOf(meetings: readonly Meeting[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const name of meetings.flatMap(peopleOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const { persons } = whoIsWho([...counts].map(([name, articleCount]) => ({ name, articleCount })))
  return new Map(
    persons.flatMap(({ name, spellings }) => spellings.map((spelling) => [spelling.name, name] as const)),
  )
}

const peopleOf = ({ participants }: Meeting): readonly string[] =>
  participants.filter(({ kind }) => kind === 'person').map(({ name }) => name)

function everyTwo(names: readonly string[]): readonly (readonly [string, string])[] {
  const sorted = names.toSorted()
  return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => [one, other] as const))
}

/** From the one with most links on, each beside somebody they are linked with, if such a one is left. */
function inOrder(people: readonly string[], pairs: readonly Pair[]): readonly string[] {
  const linksOf = (name: string): number => pairs.filter(({ names }) => names.includes(name)).length
  const left = people.toSorted((one, other) => linksOf(other) - linksOf(one) || (one < other ? -1 : 1))
  const order: string[] = []
  while (left.length > 0) {
    const last = order.at(-1)
    const next = left.findIndex((name) =>
      pairs.some(({ names }) => names.includes(name) && names.includes(last ?? '')),
    )
    order.push(...left.splice(Math.max(0, next), 1))
  }
  return order
}
