// What the running program does for its data: a backup a day, old texts given up. A part of the composition root.
import { setTimeout as rest } from 'node:timers/promises'
import type { AppOptions } from './cli/toolbox.ts'
import { newAuditEntry } from './core/audit.ts'
import { HOUR, type Instant } from './core/calendar.ts'
import type { Storage } from './ports.ts'
import { createDailyBackup } from './services/daily-backup.ts'
import { retain, tendIndex } from './services/retain.ts'
import { backUpAside } from './storage/backup-aside.ts'
import { lastBackupIn } from './storage/backup-folder.ts'
import { isServer } from './core/database-address.ts'
import { VERSION } from './version.ts'

/** Some texts pass the age at nearly every beat: the journal hears of them now and then. */
const NOTED_EVERY: Instant = HOUR

/** To be called at each beat; what the configuration does not ask for is not there. */
export function dutiesOf(
  options: AppOptions,
  storage: Storage,
  signal: AbortSignal,
): readonly (() => Promise<void>)[] {
  return [...backupDuties(options, storage, signal), ...retentionDuties(options, storage, signal)]
}

function backupDuties(
  { configuration, clock, log }: AppOptions,
  storage: Storage,
  signal: AbortSignal,
): readonly (() => Promise<void>)[] {
  const { backups, database: url, zone } = configuration
  if (backups === undefined || isServer(url)) return []
  const { folder, keep } = backups
  return [
    createDailyBackup({
      storage,
      clock,
      log,
      zone,
      backUp: (now) => backUpAside({ url, folder, options: { now, version: VERSION, keep } }, signal),
      lastBackupAt: () => lastBackupIn(folder),
    }),
  ]
}

function retentionDuties(
  { configuration: { retention }, clock }: AppOptions,
  storage: Storage,
  signal: AbortSignal,
): readonly (() => Promise<void>)[] {
  // Edits leave sentences behind as well.
  if (retention === undefined) return [() => tendIndex({ storage, signal, rest })]
  let [articles, notedAt] = [0, 0]
  return [
    async () => {
      const now = clock.now()
      articles += await retain({ storage, retention, now, signal, rest })
      if (articles === 0 || signal.aborted || now - notedAt < NOTED_EVERY) return
      await storage.audit.add(
        newAuditEntry({ origin: 'program', actor: '' }, { kind: 'thinned', articles }, now),
      )
      ;[articles, notedAt] = [0, now]
    },
  ]
}
