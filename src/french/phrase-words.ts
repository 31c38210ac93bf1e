// Words of a phrase at an offset, and where a role begins there. Reads no further than a phrase.
import { keyOf } from './first-names.ts'
import { opensRole } from './office-roles.ts'
import { ARTICLES, BEFORE_ROLE } from './office-words.ts'
import type { Span } from './sentences.ts'

export interface Word extends Span {
  /** Folded, without its apostrophe. */
  readonly key: string
  readonly isCapital: boolean
  readonly isElided: boolean
}

const WORD = /([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑&][\p{L}\p{M}\p{N}]+)*)(['’])?/uy

export function wordAt(text: string, at: number): Word | undefined {
  WORD.lastIndex = at
  const match = WORD.exec(text)
  if (match === null) return undefined
  const [whole, word = '', apostrophe] = match
  return {
    key: keyOf(word).replaceAll('‑', '-'),
    start: at,
    end: at + whole.length,
    isCapital: /^\p{Lu}/u.test(word),
    isElided: apostrophe !== undefined,
  }
}

/** Behind an article and what may stand between it and the role. */
export function roleStart(text: string, at: number): number | undefined {
  let start = at
  for (let step = 0; step < 5; step++) {
    const word = wordAt(text, start)
    if (word === undefined) return undefined
    const ex = /^ex[-‑]/u.exec(word.key)?.[0].length ?? 0
    if (opensRole(word.key)) return start
    if (ex > 0 && opensRole(word.key.slice(ex))) return start + ex
    if (!ARTICLES.has(word.key) && !BEFORE_ROLE.has(word.key)) return undefined
    start = word.isElided ? word.end : word.end + 1
  }
  return undefined
}
