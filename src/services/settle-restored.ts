// After a copy of the whole database was put back by other means than ours: what may have been posted since counts as
// posted. Restores nothing.
import type { SettledUnknown } from '../core/backup.ts'
import { type Instant, MINUTE } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Clock, Storage } from '../ports.ts'
import { lastMonday } from './tell-week.ts'

export interface RestoredReport extends SettledUnknown {
  /** The last beat in the copy; now where there is none. */
  readonly copiedAt: Instant
}

/** A beat comes every minute: a database that has seen none for so long is of no bot that runs, and is old enough. */
const RUNNING: Instant = 3 * MINUTE

/** `name` names the database in failures. Throws ExplainedError `database-in-use`; then nothing has changed. */
export async function settleRestored(
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
  name: string,
): Promise<RestoredReport> {
  const now = clock.now()
  const lastBeatAt = await storage.lastBeat()
  if (lastBeatAt !== undefined && Math.abs(now - lastBeatAt) < RUNNING)
    throw new ExplainedError({ code: 'database-in-use', path: name })
  const copiedAt = lastBeatAt ?? now
  return storage.inTransaction(async (inner) => {
    const settled = await inner.upkeep.settleUnknown(copiedAt, now)
    await settleWeeks(inner, now)
    return { copiedAt, ...settled }
  })
}

/** A report that is due since the copy may have been told; one of a workspace that never had any has not. */
async function settleWeeks(storage: Storage, now: Instant): Promise<void> {
  const weeks = await storage.reports.settledWeeks()
  for (const { id, settings } of await storage.workspaces.list()) {
    const monday = lastMonday(now, settings.zone)
    const settled = weeks.get(id)
    if (settled !== undefined && settled < monday) await storage.reports.settleWeek(id, monday)
  }
}
