// A backup a day, at a quiet hour; when it fails, administrators are told once. Copies nothing itself.
import { newAuditEntry } from '../core/audit.ts'
import { type BackupReport, isBackupDue } from '../core/backup.ts'
import { HOUR, type Instant, type Zone } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import { backupBackMessage, backupBrokenMessage, backedUpLine } from '../locale/backup.ts'
import type { Clock, Log, Storage } from '../ports.ts'
import { logFailure } from './log-failure.ts'
import { tellBroken, tellMended } from './tell-upkeep.ts'

export interface DailyBackupTools {
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
  readonly zone: Zone
  /** Undefined when told to stop before the end. */
  readonly backUp: (now: Instant) => Promise<BackupReport | undefined>
  /** When the newest backup of the folder was made. */
  readonly lastBackupAt: () => Promise<Instant | undefined>
}

/** A disk that is full now is still full in a minute. */
const NEXT_ATTEMPT_AFTER: Instant = HOUR

const SUBJECT = 'upkeep:backup'

/** To be called at each beat; makes one backup when the day's is still to be made. */
export function createDailyBackup(tools: DailyBackupTools): () => Promise<void> {
  let nextAttemptAt = 0
  return async () => {
    const now = tools.clock.now()
    if (now < nextAttemptAt || !isBackupDue(await tools.lastBackupAt(), now, tools.zone)) return
    nextAttemptAt = now + NEXT_ATTEMPT_AFTER
    try {
      const report = await tools.backUp(now)
      if (report === undefined) return
      nextAttemptAt = 0
      tools.log.info(backedUpLine(report))
      await tools.storage.audit.add(
        newAuditEntry({ origin: 'program', actor: '' }, { kind: 'backed-up', file: report.path }, now),
      )
      await tools.storage.upkeep.note('backup', now, { path: report.path, bytes: report.bytes })
      await tellMended(tools.storage, { subject: SUBJECT, message: backupBackMessage(), now })
    } catch (error) {
      logFailure(tools.log, error)
      if (!(error instanceof ExplainedError)) return
      const message = backupBrokenMessage(error.failure)
      await tellBroken(tools.storage, { subject: SUBJECT, message, now })
    }
  }
}
