// The names of people where storage knows their ids alone, out of what they did before. Asks no platform.
import type { ChatContext } from '../core/request.ts'
import type { KnownPeople } from '../locale/people-and-places.ts'
import type { Storage } from '../ports.ts'

/** Changes looked through: whoever may change things has mostly done so. */
const LOOKED_THROUGH = 200

/** Whoever asks is known by the name that they have now. */
export async function knownPeople(storage: Storage, from: ChatContext): Promise<KnownPeople> {
  const changes = await storage.changes.latest(from.workspaceId, LOOKED_THROUGH, 0)
  const followings = await storage.followings.of(from.workspaceId)
  return new Map([
    ...followings.map(({ addedBy, addedByName }) => [addedBy, addedByName] as const),
    ...changes.toReversed().map(({ person, personName }) => [person, personName] as const),
    [from.person, from.personName] as const,
  ])
}
