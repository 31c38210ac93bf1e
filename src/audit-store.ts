// The part of storage that keeps who changed what outside the chat. Knows no database.
import type { AuditEntry, Declaration } from './core/audit.ts'
import type { Instant } from './core/calendar.ts'

export interface AuditStore {
  /** Once: an entry that is there stays as it is. */
  add(entry: AuditEntry): Promise<void>
  /** At this instant or later, oldest first. */
  since(instant: Instant): Promise<readonly AuditEntry[]>
  /** What the file changed last, newest first. */
  ofFile(limit: number): Promise<readonly AuditEntry[]>
  /** The last feeds that moved and the last changes of the tables, newest first. */
  ownSteps(limit: number): Promise<readonly AuditEntry[]>
  /** The last exports, newest first. */
  exports(limit: number): Promise<readonly AuditEntry[]>
  /** What the file declared when `declare` was last called. */
  declared(): Promise<readonly Declaration[]>
  declare(declarations: readonly Declaration[]): Promise<void>
}
