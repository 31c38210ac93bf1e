// A workspace that installed our app by itself: what is kept of it, its secrets sealed. Opens no seal.
import type { Instant } from './calendar.ts'
import type { WorkspaceId } from './workspace.ts'

export interface Installation {
  readonly workspaceId: WorkspaceId
  /** The tokens and whom they are for, encrypted; two sealings of the same are never equal. */
  readonly sealed: string
  /** Which key seals it, so that keys can change. */
  readonly keyId: string
  readonly installedAt: Instant
  /** Since when these tokens are the ones: a backup may hold older ones. */
  readonly renewedAt: Instant
}

/** A question that was sent to a platform with a person, and that the answer has to bring back. */
export interface InstallationState {
  /** SHA-256 of it, so that whoever reads the database can answer nothing. */
  readonly digest: string
  readonly expiresAt: Instant
}

/** Of AES-256, 32 octets each. What is sealed with the previous one is sealed again with the current one. */
export interface TokenKeys {
  readonly current: Uint8Array
  readonly previous?: Uint8Array
}
