// Everything that the parts of the fake share. Does nothing by itself.
import type { Faults } from './faults.ts'
import type { Journal } from './journal.ts'
import type { LiveViews } from './live-views.ts'
import type { RateMeter } from './rate-limits.ts'
import type { ResponseUrls, Triggers } from './triggers.ts'
import type { Workspace } from './workspace.ts'

export interface State {
  readonly workspace: Workspace
  readonly journal: Journal
  readonly faults: Faults
  readonly rates: RateMeter
  readonly triggers: Triggers
  readonly responseUrls: ResponseUrls
  readonly views: LiveViews
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  /** Scopes that the bot was granted; may change while the test runs. */
  readonly scopes: Set<string>
  /** Why the tokens are dead, if they are. */
  tokenError: 'token_revoked' | 'account_inactive' | undefined
  /** `http://127.0.0.1:port`, once it listens. */
  origin: string
  /** Single-use tickets of WebSocket addresses. */
  readonly tickets: Set<string>
}
