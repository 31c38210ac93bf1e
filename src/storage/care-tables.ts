// What the tables about the care of the data hold, as Kysely reads them.
import type { AuditEntry, Declaration } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import type { UpkeepTask } from '../ports.ts'

export interface CareTables {
  upkeep: UpkeepRow
  audit: AuditRow
  declarations: DeclarationRow
}

interface UpkeepRow {
  task: UpkeepTask
  at: Instant
  /** JSON. */
  detail: string
}

export interface AuditRow {
  id: string
  at: Instant
  origin: AuditEntry['origin']
  actor: string
  /** An `AuditEvent` as JSON. */
  event: string
}

export interface DeclarationRow {
  kind: Declaration['what']
  name: string
  /** A `Feed`, `Digest` or `Alert` as JSON. */
  definition: string
}
