// The one person of an article who has only a civility: papers give «M.» to whom they have presented. Gives nobody where two
// have one.
import type { Cast } from './cast.ts'

/** The longest name of whoever stands behind «M.» or «Mme» and holds no office in the article. */
export function latecomerOf(cast: Cast): string | undefined {
  const { text, people, offices } = cast
  const held = new Set(offices.map(({ name }) => name))
  const late = people.filter(
    ({ start, name }) =>
      cast.wholeName(name) === name &&
      !held.has(name) &&
      CIVILITY.test(text.slice(Math.max(0, start - LONGEST_CIVILITY), start)),
  )
  const [first] = late
  return late.every(({ name }) => name === first?.name) ? first?.name : undefined
}

const CIVILITY = /(?:^|\s)(?:M\.|Mme) ?$/u

/** «\nMme », in characters. */
const LONGEST_CIVILITY = 5
