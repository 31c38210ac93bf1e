// The log of what was changed, for everybody in the workspace to read. What concerns one person's own digest is left out.
import { canUndo, type Change } from '../core/change.ts'
import { ownerOf } from '../core/change-nature.ts'
import type { MessageText } from '../core/message.ts'
import type { ChatContext } from '../core/request.ts'
import { journalLine } from '../locale/changes.ts'
import { journalMessage } from '../locale/settings.ts'
import type { Storage } from '../ports.ts'
import type { DeskTools } from './desk-tools.ts'
import { knownPeople } from './known-people.ts'
import { pageOf, type WantedPage } from './list-pages.ts'
import { mayManageHere } from './rights.ts'
import { settingsOf } from './visible-feeds.ts'

/** One button each, and a row has five. */
const CHANGES_A_PAGE = 5

/** How far back it reads: a workspace makes a few changes a week. */
const MOST_CHANGES = 500

export async function journalPage(
  tools: DeskTools,
  from: ChatContext,
  wanted: WantedPage,
): Promise<MessageText> {
  const { storage, clock } = tools
  const items = await sharedChanges(storage, from)
  const page = await pageOf(tools, from, { items, kind: { of: 'changes', perPage: CHANGES_A_PAGE }, wanted })
  const canManage = await mayManageHere(storage, from)
  const now = clock.now()
  const { zone } = await settingsOf(storage, from.workspaceId)
  const scene = { time: { now, zone }, here: from.channel, people: await knownPeople(storage, from) }
  const first = page.page * CHANGES_A_PAGE + 1
  const told = page.items.map((change, at) => ({
    spans: journalLine(change, first + at, scene),
    undoable: canManage && canUndo(change, now) ? change.id : undefined,
  }))
  return journalMessage({ ...page, items: told }, first)
}

async function sharedChanges({ changes }: Storage, { workspaceId }: ChatContext): Promise<readonly Change[]> {
  const latest = await changes.latest(workspaceId, MOST_CHANGES, 0)
  return latest.filter(({ subject }) => ownerOf(subject) === undefined)
}
