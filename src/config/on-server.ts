// What a configuration may not ask for when its database is on a server, and what it may not tell of one.
import { isServer } from '../core/database-address.ts'
import type { ConfigurationDocument, LocatedMistake, ValuePath } from './document.ts'

/** Pressoir copies and shrinks files; a server has tools of its own for both. */
const KEYS_OF_FILES: readonly ValuePath[] = [['sauvegardes'], ['conserver', 'taille']]

/** `given` takes the place of the file's own database, when the environment names one. */
export function serverMistakes(
  document: ConfigurationDocument,
  given: string | undefined,
): readonly LocatedMistake[] {
  const own = valueAt(document.value, ['base'])
  const database = given ?? own
  if (typeof database !== 'string' || !isServer(database)) return []
  const keys = KEYS_OF_FILES.filter((path) => valueAt(document.value, path) !== undefined)
  const password = typeof own === 'string' && (URL.parse(own)?.password ?? '') !== ''
  return [
    ...(password
      ? [{ line: document.lineOf(['base']), mistake: { code: 'database-password' } as const }]
      : []),
    ...keys.map((path) => ({
      line: document.lineOf(path),
      mistake: { code: 'file-only', key: String(path.at(-1)) } as const,
    })),
  ]
}

function valueAt(value: unknown, [key, ...rest]: ValuePath): unknown {
  if (key === undefined) return value
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Object.entries(value).find(([name]) => name === String(key))?.[1]
  return found === undefined ? undefined : valueAt(found, rest)
}
