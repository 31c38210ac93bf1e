// Where a noun phrase that names an office or a group begins and ends in running text. Says nothing of who holds it.
import { officeKeyOf } from './office-keys.ts'
import { ARTICLES } from './office-words.ts'
import { PhraseReader } from './phrase-reader.ts'
import { roleStart, wordAt } from './phrase-words.ts'
import type { Span } from './sentences.ts'

/** The span is that of `text`, behind any article. */
export interface OfficePhrase extends Span {
  readonly text: string
  readonly key: string
  /** Where the last role within its complements begins: `président` in `conseiller du président`. */
  readonly innerAt?: number
}

/** No title is longer, in characters. */
const LONGEST_PHRASE = 240

/**
 * The longest name of an office at `at`, an article or the role itself. Nothing at or beyond `limit` belongs to it: the
 * first name behind it in the text, when that is known. Undefined where no role stands.
 */
export function officePhraseAt(text: string, at: number, limit = text.length): OfficePhrase | undefined {
  const start = roleStart(text, at)
  if (start === undefined) return undefined
  const reader = new PhraseReader(text, Math.min(limit, start + LONGEST_PHRASE))
  const words = reader.readOffice(start)
  const end = words.at(-1)?.end
  const key = officeKeyOf(words.map((word) => word.key))
  if (end === undefined || key === undefined) return undefined
  const { innerAt } = reader
  return { start, end, text: text.slice(start, end), key, ...(innerAt !== undefined && { innerAt }) }
}

/** A noun phrase behind an article at `at`, article included: `la préfecture du Nord`, `le groupe Renault`. */
export function groupPhraseAt(text: string, at: number, limit = text.length): Span | undefined {
  const article = wordAt(text, at)
  if (article === undefined) return undefined
  const start = ARTICLES.has(article.key) ? (article.isElided ? article.end : article.end + 1) : at
  const words = new PhraseReader(text, Math.min(limit, start + LONGEST_PHRASE)).readGroup(start)
  const end = words.at(-1)?.end
  return end === undefined ? undefined : { start: at, end }
}
