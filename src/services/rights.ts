// Who may do what, asked before anything is proposed and again before it is done. Changes nothing.
import type { ChangeSubject } from '../core/change.ts'
import { ownerOf } from '../core/change-nature.ts'
import type { ChatContext } from '../core/request.ts'
import { isPersonal, mayManage } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { settingsOf } from './visible-feeds.ts'

/** Whether somebody may change what all share in their workspace. One who is alone there may. */
export async function mayManageHere(storage: Storage, from: ChatContext): Promise<boolean> {
  return isPersonal(from.workspaceId) || mayManage(await settingsOf(storage, from.workspaceId), from)
}

/** A digest of one's own is nobody else's affair, whatever their rights. */
export async function mayChange(
  storage: Storage,
  from: ChatContext,
  subject: ChangeSubject,
): Promise<boolean> {
  const owner = ownerOf(subject)
  return owner === undefined ? mayManageHere(storage, from) : owner === from.person
}
