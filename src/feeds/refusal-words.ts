// What a site says when it refuses us: a short excerpt of its answer as plain text. Never a reason to fail otherwise.
import type { Dispatcher } from 'undici'
import type { Headers } from './caching.ts'
import { decodeHtml } from './decode.ts'
import { plainLine } from './plain-text.ts'
import { readBody } from './read-body.ts'

/** How much of the answer is read, in decoded bytes: pages of refusal say what they have to say at their beginning. */
const REFUSAL_LIMIT_BYTES = 20_000

/** How much of it is kept, in characters: two sentences, which fit in a line of a chat. */
const WORDS_LIMIT = 240

/** A name and a password, a payment, a right, the law: here sites explain themselves (findings, wishes 9). */
export function isRefusal(status: number): boolean {
  return [401, 402, 403, 451].includes(status)
}

/** `''` when the answer has no words, or none that can be read. */
export async function refusalWords(body: Dispatcher.ResponseData['body'], headers: Headers): Promise<string> {
  const type = headers['content-type'] ?? 'text/html'
  if (!/^\s*(?:text\/(?:html|plain)|application\/xhtml)/i.test(type)) return ''
  try {
    const contentEncoding = headers['content-encoding']
    const { bytes } = await readBody(body, {
      url: '',
      contentEncoding,
      limitBytes: REFUSAL_LIMIT_BYTES,
      isCutAtLimit: true,
    })
    return excerpt(wordsOf(decodeHtml(bytes, headers)))
  } catch {
    // The refusal itself is what matters; its explanation broke off.
    return ''
  }
}

/** Without the head: the title of such a page is «403 Forbidden». */
function wordsOf(html: string): string {
  const [, body = html] = /<body\b[^>]*>([\s\S]*)/i.exec(html) ?? []
  return plainLine(body)
    .replaceAll(/\p{Cc}|\p{Cf}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** Cut at a word, with an ellipsis. What repeats the status alone says nothing. */
function excerpt(words: string): string {
  if (/^(?:(?:error|erreur)\s*)?\d{3}\b[\s\w:-]{0,40}$/iu.test(words) || words.length < 10) return ''
  if (words.length <= WORDS_LIMIT) return words
  const cut = words.slice(0, WORDS_LIMIT - 1).replace(/[\uD800-\uDBFF]$/u, '')
  const blank = cut.lastIndexOf(' ')
  return `${(blank > WORDS_LIMIT / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`
}
