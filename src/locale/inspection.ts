// What the doctor says of a chat platform: what is well, and what to click. Looks at nothing itself.
import type { Finding } from '../core/inspection.ts'
import { platformName } from './failures.ts'
import { enumerate, french } from './sentence.ts'
import { type SentenceTable, tell } from './sentence-table.ts'

export function explainFinding(finding: Finding): string {
  return tell(SENTENCES, finding)
}

const SENTENCES: SentenceTable<Finding> = {
  connected: ({ platform, name, workspaces }) =>
    workspaces.length === 0
      ? french`${platformName(platform)} : connecté sous le nom « ${name} ».`
      : french`${platformName(platform)} : connecté sous le nom « ${name} » (${enumerate(workspaces)}).`,
  'token-refused': ({ platform, variable }) =>
    french`${platformName(platform)} refuse le jeton ${variable}. Copiez-le de nouveau depuis la page de l’application, puis relancez Pressoir.`,
  'platform-unreachable': ({ platform }) =>
    french`${platformName(platform)} est injoignable d’ici. Vérifiez la connexion de cette machine à Internet.`,
  'scopes-missing': ({ scopes }) =>
    french`${missing(scopes.length)} à l’application Slack : ${enumerate(scopes)}. ${scopes.length < 2 ? 'Ajoutez-le' : 'Ajoutez-les'} sous « OAuth & Permissions », puis réinstallez l’application.`,
  'listens-to-nobody': ({ platform }) =>
    platform === 'slack'
      ? french`Slack : Pressoir peut publier, mais personne ne peut lui écrire. Mettez SLACK_APP_TOKEN dans l’environnement (Socket Mode), ou SLACK_SIGNING_SECRET derrière une adresse publique.`
      : french`${platformName(platform)} : Pressoir peut publier, mais personne ne peut lui écrire. Effacez l’adresse « Interactions Endpoint URL » de l’application, sous « General Information », puis enregistrez.`,
  'invited-nowhere': ({ platform }) =>
    french`${platformName(platform)} : Pressoir n’est invité nulle part. Invitez-le avec le lien d’invitation.`,
  invitation: ({ url }) => french`Lien d’invitation, avec les seuls droits utiles : ${url}`,
  'channel-good': ({ channel, name }) => french`Canal ${shown(name)} (${channel}) : Pressoir peut y publier.`,
  'channel-missing': ({ channel }) =>
    french`Le canal ${channel} n’existe pas, ou Pressoir ne le voit pas. Vérifiez son identifiant, puis invitez-y Pressoir.`,
  'channel-archived': ({ channel, name }) =>
    french`Le canal ${shown(name)} (${channel}) est archivé. Désarchivez-le, ou choisissez-en un autre.`,
  'not-a-member': ({ channel, name }) =>
    french`Pressoir n’est pas membre du canal ${shown(name)} (${channel}). Écrivez-y « /invite @Pressoir ».`,
  'permissions-missing': ({ channel, name, permissions }) =>
    french`${missing(permissions.length)} à Pressoir dans le canal ${shown(name)} (${channel}) : ${enumerate(permissions.map((permission) => french`« ${permission} »`))}. ${permissions.length < 2 ? 'Cochez-le' : 'Cochez-les'} dans les permissions du canal.`,
}

function missing(count: number): string {
  return count < 2 ? 'Il manque un droit' : 'Il manque des droits'
}

/** Channel names come with or without their mark. */
function shown(name: string): string {
  return name.startsWith('#') || name.startsWith('@') ? name : `#${name}`
}
