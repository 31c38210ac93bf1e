// What is said around an answer: what is missing, what has become too old. Answers nothing.
import type { MessageText } from '../core/message.ts'
import { sentenceMessage } from './blocks.ts'
import { french } from './sentence.ts'

export const QUESTION_MISSING: MessageText = sentenceMessage(
  french`Il manque la question. Écrivez par exemple : /qui a rencontré le ministre ?`,
)

/** After a mention without any word. */
export const MENTION_EMPTY: MessageText = sentenceMessage(
  french`Posez-moi une question, par exemple : « Qui a rencontré le ministre ? ». Tapez /aide pour le reste.`,
)

/** A button whose message has lived its time, or that belongs to somebody else. */
export const MESSAGE_TOO_OLD: MessageText = sentenceMessage(
  'Ce message est trop ancien, ou il appartient à quelqu’un d’autre. Refaites votre demande.',
)

export const MISHAP: MessageText = sentenceMessage(
  french`Une erreur inattendue m’empêche de répondre. Elle est notée ; réessayez dans un instant.`,
)
