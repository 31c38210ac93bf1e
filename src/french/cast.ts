// The people of an article by their longest names, with the offices that it gives them. Resolves no phrase without a name.
import { genderOfFirstName, type Gender } from './first-name-genders.ts'
import { findOffices, type HeldOffice, readOffice } from './offices.ts'
import type { Party } from './party.ts'
import { longestForms } from './people-in-text.ts'
import type { PersonName } from './people.ts'
import type { Span } from './sentences.ts'
import type { Somebody } from './somebody.ts'

interface NameCount {
  readonly name: string
  readonly count: number
}

export class Cast {
  readonly text: string
  /** Of the article; `''` when it is not known. */
  readonly title: string
  /** Names as they stand in the text, in its order. */
  readonly people: readonly PersonName[]
  /** The same, each under its longest form. */
  readonly named: readonly PersonName[]
  /** In order, each under the longest form of the holder's name. */
  readonly offices: readonly HeldOffice[]
  readonly #longest: ReadonlyMap<string, string>
  readonly #officeByName: ReadonlyMap<string, HeldOffice>

  constructor(text: string, title: string, people: readonly PersonName[]) {
    this.text = text
    this.title = title
    this.people = people
    this.#longest = longestForms(people)
    this.named = people.map(({ start, end, name }) => ({ start, end, name: this.wholeName(name) }))
    this.offices = findOffices(text, people).map((held) => ({ ...held, name: this.wholeName(held.name) }))
    const current = this.offices.filter(({ isFormer }) => !isFormer)
    // Of several the first.
    this.#officeByName = new Map(current.toReversed().map((held) => [held.name, held]))
  }

  /** `Valmy` is `Jeanne Valmy`, when the text says so. */
  wholeName(name: string): string {
    return this.#longest.get(name) ?? name
  }

  /** Each once. */
  namesWithin({ start, end }: Span): readonly string[] {
    const first = firstFrom(this.named, start)
    const last = firstFrom(this.named, end)
    return distinct(this.named.slice(first, last).filter((person) => person.end <= end))
  }

  /** From the offset `from` up to `to`, the nearest to `to` first, each once. */
  namesBefore(to: number, from: number): readonly string[] {
    return distinct(this.named.slice(firstFrom(this.named, from), firstFrom(this.named, to)).toReversed())
  }

  /** How often each of the longest names is used before the offset `before`; the most used first. */
  counted(names: Iterable<string>, before = Infinity): readonly NameCount[] {
    const counts = new Map([...names].map((name) => [name, 0]))
    for (const { name, start } of this.named) {
      const count = counts.get(name)
      if (count !== undefined && start < before) counts.set(name, count + 1)
    }
    return Array.from(counts, ([name, count]) => ({ name, count })).toSorted(
      (one, other) => other.count - one.count,
    )
  }

  /** Somebody by a longest name, with an office that he holds. */
  somebody(name: string): Somebody {
    const held = this.#officeOf(name)
    return { name, kind: 'person', ...(held === undefined ? {} : { office: held.text, officeKey: held.key }) }
  }

  /** Of a phrase with a name: the office is the one beside the name, else one that the text gives elsewhere. */
  personOf(party: Party): Somebody {
    const name = this.#nameOf(party)
    const own = party.words === undefined ? undefined : readOffice(party.words)
    const held = own ?? this.#officeOf(name)
    return {
      name,
      kind: 'person',
      ...(party.words === undefined && held === undefined ? {} : { office: party.words ?? held?.text ?? '' }),
      ...(held === undefined ? {} : { officeKey: held.key }),
    }
  }

  /** A prince has no surname: «le prince Charles» is no Charles of elsewhere. */
  #nameOf({ name = '', words = '' }: Party): string {
    const title = ROYAL.exec(words)?.[0]
    return title === undefined || name.includes(' ') ? this.wholeName(name) : `${title} ${name}`
  }

  #officeOf(name: string): HeldOffice | undefined {
    return this.#officeByName.get(name)
  }
}

const ROYAL = /^(?:prince|princesse|roi|reine|pape|sultan|duc|duchesse|frère|sœur|mère)(?= |$)/iu

const distinct = (people: readonly PersonName[]): readonly string[] => [
  ...new Set(people.map(({ name }) => name)),
]

/** Whether nothing in the first name speaks against that gender. */
export function canBe(name: string, gender: Gender): boolean {
  const own = genderOfFirstName(name.split(' ')[0] ?? '')
  return own === undefined || own === gender
}

/** Index of the first name at an offset or behind it: names stand in the order of the text. */
export function firstFrom(people: readonly PersonName[], offset: number): number {
  let [low, high] = [0, people.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((people[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}
