// What was taken away in a workspace and can still be brought back. One's own digest is seen by its owner alone.
import { canUndo, type Change, isRemoval, TRASH_TIME } from '../core/change.ts'
import { ownerOf } from '../core/change-nature.ts'
import type { MessageText } from '../core/message.ts'
import type { ChatContext } from '../core/request.ts'
import { journalLine } from '../locale/changes.ts'
import { trashMessage } from '../locale/trash.ts'
import type { DeskTools } from './desk-tools.ts'
import { knownPeople } from './known-people.ts'
import { pageOf, type WantedPage } from './list-pages.ts'
import { mayChange } from './rights.ts'
import { settingsOf } from './visible-feeds.ts'

/** One button each, and a row has five. */
const REMOVALS_A_PAGE = 5

export async function trashPage(
  tools: DeskTools,
  from: ChatContext,
  wanted: WantedPage,
): Promise<MessageText> {
  const { storage, clock } = tools
  const items = await removals(tools, from)
  const page = await pageOf(tools, from, { items, kind: { of: 'trash', perPage: REMOVALS_A_PAGE }, wanted })
  const { zone } = await settingsOf(storage, from.workspaceId)
  const people = await knownPeople(storage, from)
  const scene = { time: { now: clock.now(), zone }, here: from.channel, people }
  const first = page.page * REMOVALS_A_PAGE + 1
  const told = await Promise.all(
    page.items.map(async (change, at) => ({
      spans: journalLine(change, first + at, scene),
      undoable: (await mayChange(storage, from, change.subject)) ? change.id : undefined,
    })),
  )
  return trashMessage({ ...page, items: told }, first)
}

/** Newest first. */
async function removals({ storage, clock }: DeskTools, from: ChatContext): Promise<readonly Change[]> {
  const now = clock.now()
  const made = await storage.changes.since(from.workspaceId, now - TRASH_TIME)
  return made.filter((change) => {
    const owner = ownerOf(change.subject)
    return isRemoval(change) && canUndo(change, now) && (owner === undefined || owner === from.person)
  })
}
