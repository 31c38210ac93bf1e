// What is said of a database that moved from a file to a server. Moves nothing.
import type { MoveReport } from '../core/move.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'

/** Before the figures of progress. */
export const MOVE_LABEL = 'Lignes déplacées'

export function movedLines({ server, rows, wasResumed }: MoveReport): readonly string[] {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const contents = `${counted(rows['articles'] ?? 0, 'article')}, ${counted(rows['editions'] ?? 0, 'édition')}`
  return [
    ...(wasResumed ? [french`Le déplacement commencé plus tôt a été repris.`] : []),
    french`Base déplacée vers ${server} : ${contents}, ${counted(all, 'ligne')} en tout, relues et comparées une à une.`,
    french`Mettez cette adresse sous « base » dans la configuration, puis relancez le robot. L’ancien fichier ne servira plus : gardez-le comme sauvegarde.`,
  ]
}
