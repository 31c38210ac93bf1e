// The log of what was changed, for everybody in the workspace to read. What concerns one person's own digest is left out.
import type { AuditEntry, Declaration } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import { canUndo, type Change } from '../core/change.ts'
import { ownerOf } from '../core/change-nature.ts'
import { seenExport } from '../core/export-view.ts'
import type { MessageText } from '../core/message.ts'
import type { ChatContext } from '../core/request.ts'
import { auditLine } from '../locale/audit.ts'
import { journalLine } from '../locale/changes.ts'
import { journalMessage } from '../locale/settings.ts'
import type { Storage } from '../ports.ts'
import type { DeskTools } from './desk-tools.ts'
import { knownPeople } from './known-people.ts'
import { pageOf, type WantedPage } from './list-pages.ts'
import { mayManageHere } from './rights.ts'
import { isDeclaredFor } from './scope.ts'
import { settingsOf } from './visible-feeds.ts'

/** One button each, and a row has five. */
const CHANGES_A_PAGE = 5

/** How far back it reads: a workspace makes a few changes a week. */
const MOST_CHANGES = 500

/** One line: a change of the chat, or what the file changed. */
type JournalItem = { readonly at: Instant } & ({ readonly change: Change } | { readonly entry: AuditEntry })

export async function journalPage(
  tools: DeskTools,
  from: ChatContext,
  wanted: WantedPage,
): Promise<MessageText> {
  const { storage, clock } = tools
  const items = await journalItems(tools, from)
  const page = await pageOf(tools, from, { items, kind: { of: 'changes', perPage: CHANGES_A_PAGE }, wanted })
  const canManage = await mayManageHere(storage, from)
  const now = clock.now()
  const { zone } = await settingsOf(storage, from.workspaceId)
  const scene = { time: { now, zone }, here: from.channel, people: await knownPeople(storage, from) }
  const first = page.page * CHANGES_A_PAGE + 1
  const told = page.items.map((item, at) =>
    'entry' in item
      ? { spans: auditLine(item.entry, first + at, scene.time) }
      : {
          spans: journalLine(item.change, first + at, scene),
          undoable: canManage && canUndo(item.change, now) ? item.change.id : undefined,
        },
  )
  return journalMessage({ ...page, items: told }, first)
}

/** Newest first. */
async function journalItems(
  { storage, declared }: DeskTools,
  from: ChatContext,
): Promise<readonly JournalItem[]> {
  const changes = await sharedChanges(storage, from)
  const noted = [
    ...(await storage.audit.ofFile(MOST_CHANGES)),
    ...(await storage.audit.ownSteps(MOST_CHANGES)),
  ]
  const entries = noted.flatMap((entry) => visibleEntry(entry, from, declared))
  const exported = await storage.audit.exports(MOST_CHANGES)
  const taken = exported.flatMap((entry) => seenExport(entry, from.workspaceId) ?? [])
  return [
    ...changes.map((change) => ({ at: change.madeAt, change })),
    ...[...entries, ...taken].map((entry) => ({ at: entry.at, entry })),
  ].toSorted((one, other) => other.at - one.at)
}

/** Digests and alerts of the file as `isDeclaredFor` shows them; its feeds are everybody's. ADR 0012. */
function visibleEntry(
  entry: AuditEntry,
  from: ChatContext,
  declared: DeskTools['declared'],
): readonly AuditEntry[] {
  const { event } = entry
  if (event.kind === 'feed-moved' || event.kind === 'migrated') return [entry]
  if (event.kind !== 'declared') return []
  const items = event.items.filter(({ before, after }) =>
    [before, after].some((side) => side !== undefined && isOfHere(side, from, declared)),
  )
  return items.length === 0 ? [] : [{ ...entry, event: { ...event, items } }]
}

function isOfHere(side: Declaration, from: ChatContext, declared: DeskTools['declared']): boolean {
  if (side.what === 'feed') return true
  const channels = side.what === 'digest' ? side.definition.channels : [side.definition.channel]
  return isDeclaredFor(channels, from, declared)
}

async function sharedChanges({ changes }: Storage, { workspaceId }: ChatContext): Promise<readonly Change[]> {
  const latest = await changes.latest(workspaceId, MOST_CHANGES, 0)
  return latest.filter(({ subject }) => ownerOf(subject) === undefined)
}
