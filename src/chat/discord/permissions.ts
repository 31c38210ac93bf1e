// What the bot must be allowed to do, and what somebody is allowed to do in a channel. Asks nobody.
import type { ChannelPayload } from './payloads.ts'

interface Permission {
  readonly bit: bigint
  /** As Discord's settings call it in French. */
  readonly name: string
}

export const VIEW_CHANNEL: Permission = { bit: 1n << 10n, name: 'Voir les salons' }

/** Exactly what the adapter uses; topics/permissions. */
export const NEEDED_PERMISSIONS: readonly Permission[] = [
  VIEW_CHANNEL,
  { bit: 1n << 11n, name: 'Envoyer des messages' },
  { bit: 1n << 35n, name: 'Créer des fils publics' },
  { bit: 1n << 38n, name: 'Envoyer des messages dans les fils' },
  // To look for what may have landed, and to answer below a message.
  { bit: 1n << 16n, name: 'Voir les anciens messages' },
]

const ADMINISTRATOR = 1n << 3n
const MANAGE_SERVER = 1n << 5n

export const NEEDED_BITS = NEEDED_PERMISSIONS.reduce((bits, { bit }) => bits | bit, 0n)

/** Of bits, as a decimal number: whoever may do everything, or manage the server. */
export function isAdministrator(bits: bigint): boolean {
  return (bits & (ADMINISTRATOR | MANAGE_SERVER)) !== 0n
}

export interface Server {
  readonly id: string
  readonly ownerId: string
  /** Bits by the id of the role; the role of everybody has the id of the server. */
  readonly roles: ReadonlyMap<string, bigint>
}

interface Person {
  readonly id: string
  readonly roles: readonly string[]
}

/** All that the roles of a person allow in a server, and everything to its owner. */
export function serverPermissions(server: Server, person: Person): bigint {
  if (person.id === server.ownerId) return ADMINISTRATOR | MANAGE_SERVER | NEEDED_BITS
  return [server.id, ...person.roles].reduce((bits, role) => bits | (server.roles.get(role) ?? 0n), 0n)
}

/** The names of needed permissions that a person, the bot, lacks in a channel; topics/permissions, overwrites. */
export function missingPermissions(
  server: Server,
  person: Person,
  overwrites: ChannelPayload['permission_overwrites'],
): readonly string[] {
  const base = serverPermissions(server, person)
  if ((base & ADMINISTRATOR) !== 0n) return []
  const ofEverybody = overwrites.filter(({ id }) => id === server.id)
  const ofRoles = overwrites.filter(
    ({ id, type }) => type === 0 && id !== server.id && person.roles.includes(id),
  )
  const ofPerson = overwrites.filter(({ id, type }) => type === 1 && id === person.id)
  const bits = [ofEverybody, ofRoles, ofPerson].reduce(applied, base)
  // Whoever does not see a channel may do nothing there.
  const effective = (bits & VIEW_CHANNEL.bit) === 0n ? 0n : bits
  return NEEDED_PERMISSIONS.filter(({ bit }) => (effective & bit) === 0n).map(({ name }) => name)
}

/** Of one level: refusals first, then what is allowed all the same. */
function applied(bits: bigint, overwrites: ChannelPayload['permission_overwrites']): bigint {
  const denied = overwrites.reduce((sum, { deny }) => sum | BigInt(deny), 0n)
  const allowed = overwrites.reduce((sum, { allow }) => sum | BigInt(allow), 0n)
  return (bits & ~denied) | allowed
}
