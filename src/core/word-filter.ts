// Which articles have, or have not, the words that a digest asks for. Knows no regular expression of anybody's.
import { contentStems } from '../french/stems.ts'
import type { Digest } from './digest.ts'

type FilteredText = { readonly title: string; readonly lead: string; readonly text: string }

/**
 * Whether one at least of `withWords` is there (or none was asked for) and none of `withoutWords`. Accents, capitals
 * and endings do not matter: «réforme des retraites» is there when its words stand in the article, in any order.
 */
export function passesWords(
  article: FilteredText,
  { withWords, withoutWords }: Pick<Digest, 'withWords' | 'withoutWords'>,
): boolean {
  if (withWords.length === 0 && withoutWords.length === 0) return true
  const present = new Set(contentStems(`${article.title}\n${article.lead}\n${article.text}`))
  const isThere = (words: string): boolean => {
    const stems = contentStems(words)
    return stems.length > 0 && stems.every((stem) => present.has(stem))
  }
  return (withWords.length === 0 || withWords.some(isThere)) && !withoutWords.some(isThere)
}
