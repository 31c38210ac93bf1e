// What the tables about workspaces that come and go hold, as Kysely reads them.
import type { Instant } from '../core/calendar.ts'

export interface InstallationTables {
  installations: InstallationRow
  installation_states: InstallationStateRow
  quota_uses: QuotaUseRow
}

export interface InstallationRow {
  workspace_id: string
  /** What `sealed` hides, nobody here can read. */
  sealed: string
  key_id: string
  installed_at: Instant
  renewed_at: Instant
  /** Until when one process alone renews the tokens; 0 when none does. */
  lent_until: Instant
}

interface InstallationStateRow {
  digest: string
  expires_at: Instant
}

interface QuotaUseRow {
  workspace_id: string
  kind: 'question' | 'edition'
  period: string
  uses: number
  expires_at: Instant
}
