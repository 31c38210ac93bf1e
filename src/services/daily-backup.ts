// A backup a day, at a quiet hour; when it fails, administrators are told once. Copies nothing itself.
import { newAuditEntry } from '../core/audit.ts'
import { type BackupReport, isBackupDue } from '../core/backup.ts'
import { HOUR, type Instant, type Zone } from '../core/calendar.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { newNotice } from '../core/notice.ts'
import { backupBackMessage, backupBrokenMessage, backedUpLine } from '../locale/backup.ts'
import type { Clock, Log, Storage } from '../ports.ts'
import { logFailure } from './log-failure.ts'

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
      await tellBack(tools, now)
    } catch (error) {
      logFailure(tools.log, error)
      if (error instanceof ExplainedError) await tellBroken(tools, error.failure, now)
    }
  }
}

/** Whoever named a channel for it, as for the feeds of the file. */
async function tellBroken({ storage }: DailyBackupTools, failure: Failure, now: Instant): Promise<void> {
  const alarms = await storage.alarms.list()
  for (const { id, leftAt, settings } of await storage.workspaces.list()) {
    const isTold = alarms.some(
      ({ workspaceId, subject }) => workspaceId === id && subject === 'upkeep:backup',
    )
    const { adminChannel } = settings
    if (leftAt !== undefined || adminChannel === undefined || isTold) continue
    await storage.inTransaction(async (inner) => {
      await inner.alarms.raise({ workspaceId: id, subject: 'upkeep:backup', since: now })
      const message = backupBrokenMessage(failure)
      await inner.notices.add(newNotice(id, adminChannel, `backup ${now}`, message, now))
    })
  }
}

async function tellBack({ storage }: DailyBackupTools, now: Instant): Promise<void> {
  for (const { workspaceId, subject, since } of await storage.alarms.list()) {
    if (subject !== 'upkeep:backup') continue
    const adminChannel = (await storage.workspaces.get(workspaceId))?.settings.adminChannel
    await storage.inTransaction(async (inner) => {
      await inner.alarms.clear(workspaceId, subject)
      if (adminChannel !== undefined)
        await inner.notices.add(
          newNotice(workspaceId, adminChannel, `backup back ${since}`, backupBackMessage(), now),
        )
    })
  }
}
