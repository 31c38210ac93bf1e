// Which country an adjective, a name or a capital stands for: «russe», «de la Russie», «Moscou». Knows no towns but capitals.
import { COUNTRIES } from './countries.ts'
import { keyOf } from './first-names.ts'

/** Masculine, feminine, and both plurals, folded: `russe` has two forms, `italien` four. */
function formsOf(adjective: string): readonly string[] {
  const [masculine = '', given] = adjective.split('/')
  const feminine = given ?? feminineOf(masculine)
  return [masculine, pluralOf(masculine), feminine, pluralOf(feminine)]
}

function feminineOf(masculine: string): string {
  if (masculine.endsWith('e')) return masculine
  return /(?:ien|yen|een)$/u.test(masculine) ? `${masculine}ne` : `${masculine}e`
}

const pluralOf = (word: string): string => {
  if (/[sxz]$/u.test(word)) return word
  return word.endsWith('al') ? `${word.slice(0, -1)}ux` : `${word}s`
}

const BY_ADJECTIVE: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(({ key, adjectives }) => adjectives.flatMap(formsOf).map((form) => [form, key] as const)),
)
const BY_CAPITAL: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(({ key, capitals }) => capitals.map((capital) => [capital, key] as const)),
)
const BY_NAME: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap(({ key, names }) =>
    [key, key.replaceAll('-', ' '), ...names].map((name) => [name, key] as const),
  ),
)

/** `-` and apostrophes count as blanks: `Côte d’Ivoire` is the three words `cote`, `d`, `ivoire`. */
const plain = (name: string): string =>
  keyOf(name)
    .replaceAll(/[-‑'’ \u00A0\u202F]+/gu, ' ')
    .trim()
const PLAIN_NAMES: ReadonlyMap<string, string> = new Map(
  Array.from(BY_NAME, ([name, key]) => [plain(name), key] as const),
)
const PLAIN_CAPITALS: ReadonlyMap<string, string> = new Map(
  Array.from(BY_CAPITAL, ([name, key]) => [plain(name), key] as const),
)

/** `russie` for «russe», «Russes», «RUSSE»; undefined for other words. Accents do not matter. */
export const countryOfAdjective = (word: string): string | undefined =>
  BY_ADJECTIVE.get(keyOf(word).replaceAll('‑', '-'))

/** `russie` for «Russie», «etats-unis» for «États-Unis», «USA»; without an article. */
export const countryOfName = (name: string): string | undefined => PLAIN_NAMES.get(plain(name))

/** `russie` for «Moscou», which often stands for who governs there. */
export const countryOfCapital = (town: string): string | undefined => PLAIN_CAPITALS.get(plain(town))
