// A backup of the database: what it says of itself, what its file is called, which files are kept. Copies nothing.
import { DAY, type Instant, type Zone } from './calendar.ts'
import { slotsBetween } from './schedule.ts'

/** What stands inside a backup, so that nothing else is ever taken for one. */
export interface BackupManifest {
  /** The version of Pressoir that wrote it. */
  readonly version: string
  readonly madeAt: Instant
  /** Rows of each table, by its name. */
  readonly rows: Readonly<Record<string, number>>
}

/** A backup that was written and read again. */
export interface BackupReport {
  readonly path: string
  readonly manifest: BackupManifest
  readonly bytes: number
}

/** What came of putting a backup in the place of a database. */
export interface RestoreReport {
  readonly manifest: BackupManifest
  /** Where the replaced database is kept; undefined where there was none. */
  readonly keptAt: string | undefined
  /** Editions made after the backup that were brought over, so that none is posted twice. */
  readonly laterEditions: number
  /** Articles that these editions show and the backup does not have. */
  readonly laterArticles: readonly string[]
}

const NAME = /^pressoir-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.sqlite$/

/** `pressoir-2026-11-30T024048Z.sqlite`: sorts by time, and fits every file system. */
export function backupName(madeAt: Instant): string {
  return `pressoir-${new Date(madeAt).toISOString().slice(0, 19).replaceAll(':', '')}Z.sqlite`
}

/** When a backup of this name was made; undefined for a file of another name. */
export function backupTime(name: string): Instant | undefined {
  const [, day, hour, minute, second] = NAME.exec(name) ?? []
  const time = Date.parse(`${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time) ? undefined : time
}

/** The newest backup among files of a folder. */
export function lastBackupTime(names: readonly string[]): Instant | undefined {
  return names
    .map(backupTime)
    .reduce((last, time) => (last === undefined || (time ?? 0) > last ? time : last), undefined)
}

/** The files to remove so that `keep` backups stay, oldest first; files of other names are nobody's business. */
export function surplusBackups(names: readonly string[], keep: number): readonly string[] {
  const backups = names.filter((name) => backupTime(name) !== undefined).toSorted()
  return backups.slice(0, Math.max(0, backups.length - keep))
}

/** No edition is due between 23:00 and 05:00 (core/typed-values), and no clock is changed at this hour. */
const QUIET_HOUR = '04:00'

/** Whether a day's backup is still to be made: none was since the last quiet hour, or ever. */
export function isBackupDue(lastAt: Instant | undefined, now: Instant, zone: Zone): boolean {
  if (lastAt === undefined) return true
  const everyDay = { days: [0, 1, 2, 3, 4, 5, 6], hours: [QUIET_HOUR], zone }
  const quietAt = slotsBetween(everyDay, now - 2 * DAY, now).at(-1)
  return quietAt !== undefined && lastAt < quietAt
}

/** What counts as posted although nobody knows it: digests whose slot has come, messages that were under way. */
export interface SettledUnknown {
  readonly digests: number
  readonly messages: number
}
