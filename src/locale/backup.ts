// What is said of backups and of restoring them. Copies nothing.
import type { BackupManifest, BackupReport, RestoreReport } from '../core/backup.ts'
import type { Zone } from '../core/calendar.ts'
import type { Failure } from '../core/failures.ts'
import type { MessageText } from '../core/message.ts'
import { sentenceMessage } from './blocks.ts'
import { formatBytes } from './bytes.ts'
import { formatDay, formatHour } from './calendar.ts'
import { explain } from './failures.ts'
import { counted } from './plural.ts'
import { french } from './sentence.ts'

/** Before the figures of progress, which are pages of the database. */
export const BACKUP_LABEL = 'Pages copiées'
export const RESTORE_LABEL = 'Pages remises'

/** «Sauvegarde faite et relue : sauvegardes/pressoir-….sqlite, 3,2 Mo, 1 249 articles, 12 éditions.» */
export function backedUpLine({ path, bytes, manifest }: BackupReport): string {
  return french`Sauvegarde faite et relue : ${path}, ${formatBytes(bytes)}, ${contents(manifest)}.`
}

function contents({ rows }: BackupManifest): string {
  const articles = counted(rows['articles'] ?? 0, 'article')
  return `${articles}, ${counted(rows['editions'] ?? 0, 'édition')}`
}

/** What was put back, what was brought along, where the replaced database is, and what else happens. */
export function restoredLines(
  { manifest, keptAt, laterEditions }: RestoreReport,
  zone: Zone,
): readonly string[] {
  const { madeAt, version } = manifest
  const made = french`${formatDay(madeAt, zone)} à ${formatHour(madeAt, zone)}`
  return [
    french`Sauvegarde restaurée : celle du ${made} (Pressoir ${version}), ${contents(manifest)}.`,
    ...(keptAt === undefined ? [NOTHING_REPLACED] : replacedLines(keptAt, laterEditions)),
  ]
}

function replacedLines(keptAt: string, laterEditions: number): readonly string[] {
  return [
    ...(laterEditions === 0
      ? []
      : [
          french`${counted(laterEditions, 'édition faite', 'éditions faites')} depuis la sauvegarde ${laterEditions < 2 ? 'est gardée' : 'sont gardées'}, pour ne rien publier deux fois.`,
        ]),
    french`La base remplacée est gardée : ${keptAt}. « restore » la remettrait ; supprimez-la quand vous n’en avez plus besoin.`,
    'Un robot qui tourne rouvre la base de lui-même dans la minute.',
  ]
}

/** Nobody knows what was posted since the backup. */
const NOTHING_REPLACED = french`Il n’y avait pas de base à remplacer : Pressoir ne sait pas ce qui a été publié depuis la sauvegarde. Les éditions dont l’heure est passée ne seront pas refaites ; « digest » en fait une à la demande.`

/** The running program, on its own initiative. */
export const REOPENING_LINE = 'Une sauvegarde a été restaurée dans la base. Je la rouvre.'
export const WAITING_LINE = 'Une sauvegarde est en cours de restauration. J’attends qu’elle soit là.'

/** In the administrators' channel, once; `failure` says what to do. */
export function backupBrokenMessage(failure: Failure): MessageText {
  return sentenceMessage(
    french`La sauvegarde du jour a échoué. ${explain(failure)} J’essaie encore toutes les heures.`,
  )
}

export function backupBackMessage(): MessageText {
  return sentenceMessage(french`La sauvegarde du jour est faite : tout est rentré dans l’ordre.`)
}
