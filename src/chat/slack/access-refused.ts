// Why there is no token for a workspace, before Slack is even asked. Asks nobody.
import type { PostFailureReason } from '../../core/failures.ts'

/** Of all reasons, those that we find out by ourselves. */
export type AccessReason = Extract<
  PostFailureReason,
  'not-installed' | 'workspace-unclear' | 'token-unreadable'
>

export class AccessRefused extends Error {
  readonly reason: AccessReason

  constructor(reason: AccessReason) {
    super(`no token: ${reason}`)
    this.reason = reason
  }
}
