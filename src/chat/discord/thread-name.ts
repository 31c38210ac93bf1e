// The title of a message that stands on Discord, for the name of its thread: there Markdown means nothing. Cuts nothing.
import { plainWords } from './escape.ts'

/** The first line, as people read it. */
export function titleOf(content: string): string {
  const [line = ''] = content.trim().split('\n')
  return plainWords(line)
    .replace(/^(?:#{1,3}|-#|>) /u, '')
    .replaceAll(/\[([^\]]*)\]\(<[^>]*>\)/gu, '$1')
    .replaceAll(/(?<!\\)\*\*/gu, '')
    .replaceAll(/\\(?=[^\p{L}\p{N}\s])/gu, '')
    .trim()
}
