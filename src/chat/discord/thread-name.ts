// The words of a message as the name of a thread, where Markdown means nothing. Shortens nothing.
import { plainWords } from './escape.ts'

/** The first line, as people read it; a summary stays what it is. */
export function titleOf(content: string): string {
  const [line = ''] = content.trim().split('\n')
  return plainWords(line)
    .replace(/^(?:#{1,3}|-#|>) /u, '')
    .replaceAll(/\[([^\]]*)\]\(<[^>]*>\)/gu, '$1')
    .replaceAll(/(?<!\\)\*\*/gu, '')
    .replaceAll(/\\(?=[^\p{L}\p{N}\s])/gu, '')
    .trim()
}
