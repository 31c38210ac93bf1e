// What the doctor says of our public address, and how to mend what is wrong there.
import type { Failure } from '../core/failures.ts'
import { explain } from './failures.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'

/** `announced` of the feeds tell us of their news by themselves, of the `offered` ones that could. */
export function publicAddressLine(
  address: string,
  { offered, announced }: { readonly offered: number; readonly announced: number },
): string {
  const here = french`Adresse publique ${address} : Pressoir y répond.`
  if (offered === 0)
    return french`${here} Aucun flux lu jusqu’ici ne propose d’annoncer ses nouveautés (WebSub).`
  return french`${here} Nouveautés annoncées par WebSub : ${counted(announced, 'flux', 'flux')} sur ${offered}.`
}

/** Where our address is to lead: `paths` are those that somebody calls. */
export interface Way {
  readonly address: string
  readonly port: number
  readonly paths: readonly string[]
}

export function addressOfAnotherLine(way: Way): string {
  return french`L’adresse publique ${way.address} répond, mais ce n’est pas Pressoir. ${toDo(way)}`
}

export function privateAddressLine(address: string): string {
  return french`L’adresse publique ${address} mène à un réseau privé : personne ne peut y appeler Pressoir depuis Internet. Corrigez son DNS, ou retirez « adresse publique » de la configuration.`
}

/** From the machine itself a public address may be out of reach, so nothing is sure. */
export function silentAddressLine(way: Way, failure: Failure): string {
  return french`${explain(failure)} Si Pressoir tourne, vérifiez-le depuis une autre machine. ${toDo(way)}`
}

function toDo({ address, port, paths }: Way): string {
  const all = enumerate(paths.map((path) => `${address}${path}`))
  return french`Dirigez ${all} vers le port ${String(port)} de Pressoir.`
}
