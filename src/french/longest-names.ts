// The longest form that a text has of each name in it. Leaves a surname alone that two people of the text bear.
import { readName } from './name-sounds.ts'
import type { PersonName } from './people.ts'

/** By the name as it stands: `Lavrov` to `Sergueï Lavrov`. */
export function longestNames(people: readonly PersonName[]): ReadonlyMap<string, string> {
  const names = [...new Set(people.map(({ name }) => name))]
  const full = names.map((name) => ({ name, ...readName(name) })).filter(({ words }) => words.length > 1)
  const bySurname = new Map<string, Set<string>>()
  for (const { name, words } of full)
    for (let from = 1; from < words.length; from++) {
      const surname = words.slice(from).join(' ')
      bySurname.set(surname, (bySurname.get(surname) ?? new Set<string>()).add(name))
    }
  return new Map(
    names.map((name) => [name, only(bySurname.get(readName(name).words.join(' '))) ?? name] as const),
  )
}

const only = (names: ReadonlySet<string> | undefined): string | undefined =>
  names?.size === 1 ? [...names][0] : undefined
