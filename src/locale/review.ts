// What is said around a review that one person asks for.
import type { MessageText } from '../core/message.ts'
import { sentenceMessage, shorten } from './blocks.ts'
import { titled } from './guillemets.ts'
import { enumerate, french } from './sentence.ts'

/** A review of everything, where nobody defined one. */
export const ALL_FEEDS_TITLE = 'Votre revue'

export function unknownReview(wanted: string, titles: readonly string[]): MessageText {
  const known =
    titles.length === 0
      ? 'Aucune n’est programmée ici.'
      : french`Vous pouvez demander ${enumerate(titles.map(titled), 'ou')}.`
  return sentenceMessage(`${french`Aucune revue ne s’appelle « ${shorten(wanted, 80)} ».`} ${known}`)
}
