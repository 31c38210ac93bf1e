// What every service asks before it looks up facts: whose feeds, which hour, which zone. Looks up none.
import type { Instant, Zone } from '../core/calendar.ts'
import type { ChatContext } from '../core/request.ts'
import type { Storage } from '../ports.ts'
import type { DeskTools } from './desk-tools.ts'
import { workspaceOf } from './scope.ts'
import { settingsOf, visibleFeedIds } from './visible-feeds.ts'

export interface AskedHere {
  readonly storage: Storage
  readonly feedIds: ReadonlySet<string>
  readonly now: Instant
  readonly zone: Zone
}

export async function askedHere({ storage, clock }: DeskTools, from: ChatContext): Promise<AskedHere> {
  const workspaceId = await workspaceOf(storage, from)
  const { zone } = await settingsOf(storage, workspaceId)
  return { storage, feedIds: await visibleFeedIds(storage, workspaceId), now: clock.now(), zone }
}
