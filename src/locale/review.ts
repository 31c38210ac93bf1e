// What is said around a review that one person asks for.
import type { MessageText } from '../core/message.ts'
import { sentenceMessage } from './blocks.ts'
import { enumerate, french } from './sentence.ts'

/** A review of everything, where nobody defined one. */
export const ALL_FEEDS_TITLE = 'Votre revue'

export function unknownReview(wanted: string, titles: readonly string[]): MessageText {
  const known =
    titles.length === 0
      ? 'Aucune n’est programmée ici.'
      : french`Il y a ${enumerate(titles.map((title) => french`« ${title} »`))}.`
  return sentenceMessage(`${french`Aucune revue ne s’appelle « ${wanted} ».`} ${known}`)
}
