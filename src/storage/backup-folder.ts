// A folder of backups, named by their time, of which the newest are kept. Touches no other file in it.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupName, type BackupReport, lastBackupTime, surplusBackups } from '../core/backup.ts'
import type { Instant } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { type BackupOptions, backUp } from './backup.ts'

export interface FolderOptions extends BackupOptions {
  /** Backups that stay, this one included; all of them when absent. */
  readonly keep?: number | undefined
}

/** Makes the folder where there is none; old backups go once the new one is there. Throws as `backUp`. */
export async function backUpToFolder(
  url: string,
  folder: string,
  options: FolderOptions,
): Promise<BackupReport> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new ExplainedError({ code: 'file-unwritable', path: folder }, { cause: error })
  })
  const report = await backUp(url, join(folder, backupName(options.now)), options)
  const { keep } = options
  if (keep !== undefined)
    for (const name of surplusBackups(await readdir(folder), keep)) await rm(join(folder, name))
  return report
}

/** Undefined where there is no backup, or no such folder. */
export async function lastBackupIn(folder: string): Promise<Instant | undefined> {
  return lastBackupTime(await readdir(folder).catch(() => []))
}
