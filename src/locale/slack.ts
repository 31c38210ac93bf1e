// What only people on Slack read: notes beside an answer, refusals, and lines of the log about Slack. Never a digest.
import { COMMANDS, type CommandName } from '../core/command.ts'
import type { Block, MessageText } from '../core/message.ts'
import { list, plain, sentenceMessage, smallPrint, strong } from './blocks.ts'
import { actionDescription } from './commands.ts'
import { french } from './sentence.ts'

/** The notification of a further part of a long message. */
export function continuedSummary(summary: string, part: number, parts: number): string {
  return french`${summary} (suite, ${part} sur ${parts})`
}

/** At the foot of a page that is too long to be shown whole. */
export const HOME_CUT = french`Cette page est trop longue pour Slack : voyez la suite avec /flux lister et /programme lister.`

/** Closes a form without saving it. */
export const CANCEL = 'Annuler'

/** A button of an older version, or of a message that is long past. */
export const OLD_BUTTON: MessageText = sentenceMessage(
  french`Ce bouton est trop ancien. Refaites votre demande : la réponse aura de nouveaux boutons.`,
)

/** People of another workspace, who share a channel through Slack Connect. */
export const FOREIGN_PERSON: MessageText = sentenceMessage(
  'Je ne réponds qu’aux membres de l’espace de travail où je suis installé.',
)

/** Whether a shared answer stands in the channel is not known: it is not posted again. */
export const SHARE_UNSURE: MessageText = sentenceMessage(
  french`Slack n’a pas confirmé le partage. Regardez dans le canal : si la réponse n’y est pas, partagez-la de nouveau.`,
)

/** Under a private reply in a channel: a file cannot be shown there to one person alone. */
export function fileInPrivate(mediaType: string): Block {
  const what = mediaType.startsWith('image/') ? 'L’image' : 'Le fichier'
  return smallPrint(`${what} vous attend dans notre conversation privée.`)
}

/** The first word after a command is none of its actions. */
export function unknownAction(command: CommandName): MessageText {
  const actions = COMMANDS.find(({ name }) => name === command)?.actions ?? []
  return sentenceMessage(french`Je ne connais pas cette action. Avec /${command}, vous pouvez écrire :`, [
    list(
      actions.map(({ name }) => [
        strong(`/${command} ${name}`.trim()),
        plain(french` : ${actionDescription(command, name)}`),
      ]),
    ),
  ])
}

/** A form whose mistakes were found after Slack had closed it. */
export function lateMistakes(mistakes: readonly string[]): MessageText {
  return sentenceMessage(french`Le formulaire n’a pas été enregistré :`, [
    list(mistakes.map((mistake) => [plain(mistake)])),
    ...sentenceMessage('Refaites la même demande pour réessayer.').blocks,
  ])
}

/** Lines of the log. */
export const SLACK_LOG = {
  sdk: french`Slack : le module de connexion signale quelque chose.`,
  connected: 'Slack est relié.',
  disconnected: french`La connexion à Slack est coupée : je me reconnecte.`,
  notReconnected: french`Slack ne me laisse pas me reconnecter : je réessaie.`,
  replyFailed: french`Une réponse n’a pas pu être donnée sur Slack.`,
  fileFailed: french`Une pièce jointe n’a pas pu être partagée sur Slack : elle est dite en mots.`,
  formFailed: french`Un formulaire n’a pas pu être ouvert sur Slack.`,
  homeFailed: french`La page d’accueil n’a pas pu être affichée sur Slack.`,
  unreadable: french`Slack a envoyé quelque chose que je ne sais pas lire.`,
  requestFailed: french`Une demande venue de Slack a échoué.`,
  personUnknown: french`Slack ne dit pas qui demande.`,
  notInstalled: 'Une installation dans Slack n’a pas abouti.',
  installed: 'Un espace Slack a installé Pressoir.',
  removed: french`Un espace Slack a retiré Pressoir : ses jetons sont effacés.`,
  tokensUnreadable: french`Des espaces Slack ont un jeton chiffré avec une autre clé : je ne peux rien y publier. Remettez cette clé dans PRESSOIR_TOKEN_KEY_PREVIOUS, puis relancez Pressoir.`,
} as const
