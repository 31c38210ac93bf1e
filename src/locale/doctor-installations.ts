// What the doctor says of workspaces of Slack that install the app by themselves, and how to mend what is wrong there.
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'

export function installationsLine(address: string, installed: number): string {
  const who =
    installed === 0
      ? 'aucun espace ne l’a encore installé'
      : counted(installed, 'espace l’a installé', 'espaces l’ont installé')
  return french`Pressoir s’installe dans Slack depuis ${address} : ${who}.`
}

export function closedTokensLine(workspaces: readonly string[]): string {
  return french`Le jeton de ${enumerate(workspaces)} est chiffré avec une autre clé. Remettez cette clé dans PRESSOIR_TOKEN_KEY_PREVIOUS, ou réinstallez Pressoir dans l’espace.`
}
