// What the doctor says of the database and its backups, and how to mend what is wrong. Looks at nothing itself.
import type { Instant, Zone } from '../core/calendar.ts'
import type { FileCondition, MigrationTrial, ServerCondition } from '../core/database-condition.ts'
import { formatBytes } from './bytes.ts'
import { formatMoment } from './calendar.ts'
import { counted, formatNumber } from './plural.ts'
import { enumerate, french } from './sentence.ts'

export const WHOLE = french`La base est entière : toutes ses pages se lisent.`
export const DAMAGED = french`La base est abîmée. Arrêtez le robot, mettez le fichier de côté, puis remettez la dernière sauvegarde avec « pressoir restore ».`

export function orphansLine(count: number): string {
  return french`${counted(count, 'ligne')} de la base ${count < 2 ? 'renvoie' : 'renvoient'} à ce qui n’existe plus. Remettez la dernière sauvegarde avec « pressoir restore ».`
}

export function sizeLine(condition: FileCondition): string {
  return french`Taille de la base : ${sizeOf(condition)}. Place libre : ${formatBytes(condition.freeDiskBytes)}.`
}

export function serverLine({ version, bytes }: ServerCondition): string {
  return french`PostgreSQL ${version} répond. Taille de la base : ${formatBytes(bytes)}.`
}

export const EMPTY_SERVER = french`La base est vide : Pressoir y fera ses tables au premier démarrage.`

export function tightConnectionsLine({ connections, mostConnections }: ServerCondition): string {
  return french`${counted(connections, 'connexion')} sur ${formatNumber(mostConnections)} ${connections < 2 ? 'est prise' : 'sont prises'} sur le serveur de la base. Augmentez « max_connections », ou fermez d’autres programmes.`
}

export function superuserLine({ role }: ServerCondition): string {
  return french`Le robot se connecte à la base avec « ${role} », qui a tous les droits sur le serveur : il suffit qu’il possède sa base. Donnez-lui un rôle à lui : voyez « Several machines » dans docs/operations.md.`
}

export const SERVER_BACKUPS = french`La base est sur un serveur : c’est à vous de la sauvegarder, avec « pg_dump ». Voyez docs/operations.md.`

export function tightDiskLine(condition: FileCondition): string {
  return french`Le disque est presque plein : il reste ${formatBytes(condition.freeDiskBytes)} pour une base de ${sizeOf(condition)}. Libérez de la place, ou fixez « conserver » dans la configuration.`
}

function sizeOf({ bytes, logBytes }: FileCondition): string {
  return logBytes === 0
    ? formatBytes(bytes)
    : french`${formatBytes(bytes)}, et ${formatBytes(logBytes)} en attente`
}

export function largeLogLine(bytes: number): string {
  return french`Trop de données attendent d’entrer dans la base : ${formatBytes(bytes)}. Un autre programme la lit sans s’arrêter ; fermez-le, ou relancez le robot.`
}

export function migrationsLine(names: readonly string[]): string {
  return french`Cette version de Pressoir changera la base au prochain démarrage (${enumerate(names)}). « pressoir migrate --try » l’essaie sur une copie ; une sauvegarde est faite avant.`
}

export function serverMigrationsLine(names: readonly string[]): string {
  return french`Cette version de Pressoir changera la base au prochain démarrage (${enumerate(names)}). Sauvegardez-la avant, avec « pg_dump ».`
}

export const NO_BACKUPS = french`Aucune sauvegarde automatique. Ajoutez « sauvegardes » à la configuration, ou lancez « pressoir backup » chaque jour.`

export function noBackupYetLine(folder: string): string {
  return french`Aucune sauvegarde dans ${folder}. Le robot en fera une dès qu’il tournera.`
}

export function lastBackupLine(
  folder: string,
  at: Instant,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): string {
  return french`Dernière sauvegarde dans ${folder} : ${formatMoment(at, now, zone)}.`
}

export const OLD_BACKUP_ADVICE = french`Elle est trop ancienne : vérifiez que le robot tourne et lisez son journal.`
export const FEEDS_ADVICE = french`« pressoir health » dit lesquels et pourquoi.`

/** Articles that feeds named, and that are still to be read. */
export function draftsLine(
  count: number,
  since: Instant,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): string {
  const waits = count < 2 ? 'attend' : 'attendent'
  const oldest = count < 2 ? 'depuis' : 'le premier depuis'
  return french`${counted(count, 'article')} ${waits} d’être ${count < 2 ? 'lu' : 'lus'}, ${oldest} ${formatMoment(since, now, zone)}.`
}

export const OLD_DRAFTS_ADVICE = french`C’est trop long : vérifiez que le robot tourne, puis relancez-le. Il reprendra ce qu’il n’a pas su lire.`

export function openConfigurationLine(path: string): string {
  return french`N’importe qui peut modifier ${path}. Retirez ce droit : chmod o-w ${path}`
}

/** What a trial on a copy told. */
export function trialLines(trial: MigrationTrial): readonly string[] {
  const { names, milliseconds, bytesBefore, bytesAfter, losses } = trial
  if (names.length === 0) return ['La base est à jour. Rien ne changera.']
  return [
    french`Changements essayés sur une copie : ${enumerate(names)}.`,
    french`Durée : ${formatNumber(milliseconds / 1000)} s. Taille : ${formatBytes(bytesBefore)} avant, ${formatBytes(bytesAfter)} après.`,
    ...losses.map(
      ({ table, before, after }) =>
        french`La table ${table} perdrait des lignes : ${formatNumber(before)} avant, ${formatNumber(after)} après.`,
    ),
    isTrialGood(trial)
      ? french`Tout s’est bien passé. La base elle-même n’a pas changé ; la copie est supprimée.`
      : french`L’essai a échoué. Ne mettez pas cette version en route ; la base elle-même n’a pas changé.`,
  ]
}

export function isTrialGood({ losses, isWhole, orphans }: MigrationTrial): boolean {
  return losses.length === 0 && isWhole && orphans === 0
}

/** The running program, before it changes a database that an older version made. */
export function backedUpBeforeLine(path: string): string {
  return french`Nouvelle version : avant de changer, la base est sauvegardée dans ${path}`
}
