// Who runs the command line, as the system knows them; what they did goes into the journal. Decides nothing.
import { userInfo } from 'node:os'
import { type AuditEvent, newAuditEntry } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import type { Storage } from '../ports.ts'

/** A container may have nobody but a number. */
export function operatorName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? '')
  }
}

export async function noteCommand({ audit }: Storage, event: AuditEvent, now: Instant): Promise<void> {
  await audit.add(newAuditEntry({ origin: 'command', actor: operatorName() }, event, now))
}
