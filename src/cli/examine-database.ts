// What the doctor looks at in the database and its backups: whole, large, saved, up to date. Changes nothing.
import { statSync } from 'node:fs'
import type { Configuration } from '../config/load.ts'
import { DAY, HOUR, type Instant } from '../core/calendar.ts'
import { isServer } from '../core/database-address.ts'
import {
  areConnectionsTight,
  type DatabaseCondition,
  type FileCondition,
  hasLargeLog,
  isDiskTight,
  type ServerCondition,
} from '../core/database-condition.ts'
import { feedLines } from '../locale/command-line.ts'
import * as say from '../locale/doctor-database.ts'
import type { Storage } from '../ports.ts'
import { followedFeeds } from './followed-feeds.ts'
import type { Toolbox } from './toolbox.ts'
import { bad, good, type Verdict, warning } from './verdict.ts'

/** The backup of the day may wait for a program that was away for a night. */
const BACKUP_IS_OLD_AFTER: Instant = 2 * DAY

export function examineCondition(condition: DatabaseCondition): readonly Verdict[] {
  const { kind, missingMigrations } = condition
  return [
    ...(kind === 'file' ? examineFile(condition) : examineServer(condition)),
    ...(missingMigrations.length === 0 || isNew(condition)
      ? []
      : [warning((kind === 'file' ? say.migrationsLine : say.serverMigrationsLine)(missingMigrations))]),
  ]
}

const isNew = (condition: DatabaseCondition): boolean => condition.kind === 'server' && condition.isEmpty

function examineServer(condition: ServerCondition): readonly Verdict[] {
  return [
    good(say.serverLine(condition)),
    ...(condition.isEmpty ? [good(say.EMPTY_SERVER)] : []),
    ...(areConnectionsTight(condition) ? [warning(say.tightConnectionsLine(condition))] : []),
    ...(condition.isSuperuser ? [warning(say.superuserLine(condition))] : []),
  ]
}

function examineFile(condition: FileCondition): readonly Verdict[] {
  const { isWhole, orphans } = condition
  return [
    isWhole ? good(say.WHOLE) : bad(say.DAMAGED),
    ...(orphans === 0 ? [] : [bad(say.orphansLine(orphans))]),
    isDiskTight(condition) ? warning(say.tightDiskLine(condition)) : good(say.sizeLine(condition)),
    ...(hasLargeLog(condition) ? [warning(say.largeLogLine(condition.logBytes))] : []),
  ]
}

/** Where the configuration asks for backups, and whether the last one is young. */
export async function examineBackups(
  tools: Toolbox,
  { backups, zone, database }: Configuration,
  now: Instant,
): Promise<Verdict> {
  if (isServer(database)) return warning(say.SERVER_BACKUPS)
  if (backups === undefined) return warning(say.NO_BACKUPS)
  const lastAt = await tools.lastBackupIn(backups.folder)
  if (lastAt === undefined) return good(say.noBackupYetLine(backups.folder))
  const line = say.lastBackupLine(backups.folder, lastAt, { now, zone })
  return now - lastAt > BACKUP_IS_OLD_AFTER ? bad(`${line} ${say.OLD_BACKUP_ADVICE}`) : good(line)
}

/** The feeds in one line; `health` tells each. */
export async function examineFeeds(
  storage: Storage,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): Promise<readonly Verdict[]> {
  const feeds = await followedFeeds(storage)
  const [line, ...failing] = feedLines(feeds, now, zone)
  if (feeds.length === 0 || line === undefined) return []
  return [failing.length === 0 ? good(line) : warning(`${line} ${say.FEEDS_ADVICE}`)]
}

/**
 * Thirty articles a second are read (bench/RESULTS.md, refresh): the 50,000 that 2,000 new feeds bring at once take half
 * an hour, two where the machine is slow. What waits longer waits for a program that stands still.
 */
const DRAFTS_ARE_OLD_AFTER: Instant = 3 * HOUR

/** What feeds brought and nobody has read yet. */
export async function examineDrafts(
  { drafts }: Storage,
  time: { readonly now: Instant; readonly zone: string },
): Promise<readonly Verdict[]> {
  const { count, since } = await drafts.waiting()
  if (since === undefined) return []
  const line = say.draftsLine(count, since, time)
  return [time.now - since > DRAFTS_ARE_OLD_AFTER ? warning(`${line} ${say.OLD_DRAFTS_ADVICE}`) : good(line)]
}

/** Others may read what is declared; nobody else may change it. */
export function examineRights(path: string): readonly Verdict[] {
  const OTHERS_WRITE = 0o002
  const file = statSync(path, { throwIfNoEntry: false })
  const isOpen = process.platform !== 'win32' && file !== undefined && (file.mode & OTHERS_WRITE) !== 0
  return isOpen ? [warning(say.openConfigurationLine(path))] : []
}
