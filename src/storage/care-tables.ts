// What the tables about the care of the data hold, as Kysely reads them.
import type { AuditEntry } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import type { UpkeepTask } from '../ports.ts'

export interface CareTables {
  upkeep: UpkeepRow
  audit: AuditRow
}

interface UpkeepRow {
  task: UpkeepTask
  at: Instant
  /** JSON. */
  detail: string
}

interface AuditRow {
  id: string
  at: Instant
  origin: AuditEntry['origin']
  actor: string
  /** An `AuditEvent` as JSON. */
  event: string
}
