// Whom an article is about: the only person of its title, or whoever it names most. Gives nobody where two come into question.
import type { Cast } from './cast.ts'
import { findPeople } from './people.ts'

/** Whom a text is about is named so often at least, by judgement, and twice as often as anybody else. */
const LEADING_NAMES = 3

/** Looked for once an article. */
const found = new WeakMap<Cast, { readonly name: string | undefined }>()

export function protagonistOf(cast: Cast): string | undefined {
  const known = found.get(cast) ?? { name: readProtagonist(cast) }
  found.set(cast, known)
  return known.name
}

function readProtagonist(cast: Cast): string | undefined {
  const { title } = cast
  const names = new Set(cast.named.map(({ name }) => name))
  const titled = [...names].filter((name) => title.includes(name.split(' ').at(-1) ?? name))
  if (titled.length === 1) return titled[0]
  if (titled.length === 0 && title !== '') {
    const [only, other] = findPeople(title)
    if (only !== undefined && other === undefined) return only.name
  }
  const [first, second] = cast.counted(names)
  const isLeading =
    first !== undefined && first.count >= LEADING_NAMES && first.count >= 2 * (second?.count ?? 0)
  return isLeading ? first.name : undefined
}
