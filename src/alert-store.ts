// The part of storage that keeps alerts and what they told. Knows no database.
import type { Alert } from './core/alert.ts'
import type { Instant } from './core/calendar.ts'
import type { RaisedAlert } from './core/raised-alert.ts'
import type { WorkspaceId } from './core/workspace.ts'

/** Alerts that were set up in the chat. Those of the file are in the configuration alone. */
export interface AlertStore {
  /** Of every workspace, suspended ones and those of workspaces left included; by name. */
  list(): Promise<readonly Alert[]>
  of(workspaceId: WorkspaceId): Promise<readonly Alert[]>
  get(name: string): Promise<Alert | undefined>
  save(alert: Alert): Promise<void>
  /** What it has told stays. */
  remove(name: string): Promise<void>
}

export interface RaisedAlertStore {
  /** False when this episode of the story has been told already: nothing is written. */
  add(raised: RaisedAlert): Promise<boolean>
  get(id: string): Promise<RaisedAlert | undefined>
  /** What these alerts told at this instant or later, oldest first. */
  raisedSince(alertNames: readonly string[], instant: Instant): Promise<readonly RaisedAlert[]>
  /** By the id asked for, the story of that name or the one that took its articles. */
  presentStories(storyIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Neither posted nor abandoned, and their time has come; oldest first. */
  toPost(now: Instant): Promise<readonly RaisedAlert[]>
  /** Posted, grown since, and their time has come; oldest first. */
  toEdit(now: Instant): Promise<readonly RaisedAlert[]>
  save(raised: RaisedAlert): Promise<void>
  /** As `claimDelivery`; the attempt of an edit as well. */
  claim(read: RaisedAlert, attempt: RaisedAlert): Promise<boolean>
}
