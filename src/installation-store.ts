// The part of storage that keeps which workspaces installed the app, with sealed tokens. Knows no database and no key.
import type { Instant } from './core/calendar.ts'
import type { Installation, InstallationState } from './core/installation.ts'
import type { WorkspaceId } from './core/workspace.ts'

export interface InstallationStore {
  get(workspaceId: WorkspaceId): Promise<Installation | undefined>
  /** By workspace. */
  list(): Promise<readonly Installation[]>
  /** A new one, or one that takes the place of an older one. */
  save(installation: Installation): Promise<void>
  /** Other tokens in the place of those that were `read`; false when they are there no more, and nothing is written. */
  replace(read: Installation, next: Installation): Promise<boolean>
  /** Lends the renewal of the tokens to one process, until `until` or until they are replaced; false to all others. */
  lendRenewal(workspaceId: WorkspaceId, now: Instant, until: Instant): Promise<boolean>
  remove(workspaceId: WorkspaceId): Promise<void>
  /** Forgets those that have expired. */
  addState(state: InstallationState, now: Instant): Promise<void>
  /** True for the first who brings it back before it expires, and for nobody after. */
  takeState(digest: string, now: Instant): Promise<boolean>
}
