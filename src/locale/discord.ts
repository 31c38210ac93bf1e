// What only people on Discord read: notes beside an answer, and lines of the log about Discord. Never a digest.
import type { MessageText } from '../core/message.ts'
import { list, plain, sentenceMessage } from './blocks.ts'
import { french } from './sentence.ts'

/** A button of an older version, or of a message that is long past. */
export const OLD_BUTTON: MessageText = sentenceMessage(
  french`Ce bouton est trop ancien. Refaites votre demande : la réponse aura de nouveaux boutons.`,
)

/** A command or a form that an older version had. */
export const OLD_COMMAND: MessageText = sentenceMessage(
  french`Je ne connais plus cette commande. Rechargez Discord pour voir celles d’aujourd’hui, ou tapez /aide.`,
)

/** Beside an answer that everybody sees. */
export const SHARED: MessageText = sentenceMessage('C’est partagé dans le canal.')

/** A form whose mistakes were found: Discord has closed it, and cannot open it again by itself. */
export function formMistakes(mistakes: readonly string[]): MessageText {
  return sentenceMessage(french`Le formulaire n’a pas été enregistré :`, [
    list(mistakes.map((mistake) => [plain(mistake)])),
    ...sentenceMessage('Refaites la même commande pour réessayer.').blocks,
  ])
}

/** Lines of the log. */
export const DISCORD_LOG = {
  connected: 'Discord est relié.',
  disconnected: french`La connexion à Discord est coupée : je me reconnecte.`,
  refused: french`Discord ne me laisse plus entrer : je réessaierai dans dix minutes.`,
  startedAnew: french`La connexion à Discord s’est perdue : j’en ouvre une autre.`,
  connectionFailed: french`La connexion à Discord ne s’établit pas : je réessaie.`,
  commandsRegistered: 'Les commandes sont à jour sur Discord.',
  commandsFailed: french`Les commandes n’ont pas pu être mises à jour sur Discord.`,
  invalidAnswers: french`Discord a refusé beaucoup de demandes : trop de refus feraient bannir l’adresse de cette machine.`,
  replyFailed: french`Une réponse n’a pas pu être donnée sur Discord.`,
  replyTooLate: french`Une réponse est venue trop tard pour Discord : la demande a expiré.`,
  requestFailed: french`Une demande venue de Discord a échoué.`,
  unreadable: french`Discord a envoyé quelque chose que je ne sais pas lire.`,
} as const
