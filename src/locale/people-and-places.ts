// How people, roles and channels are called where only the platform's ids are known. Calls nobody.
import type { Span } from '../core/message.ts'
import type { ChatContext } from '../core/request.ts'
import { isPersonal } from '../core/workspace.ts'
import { plain } from './blocks.ts'
import { typeset } from './typography.ts'

/** The names that people had when they last did something, by the platform's ids. */
export type KnownPeople = ReadonlyMap<string, string>

/** The name they had; where nobody knows one, the platform shows its own. */
export function personSpan(person: string, known: KnownPeople): Span {
  const name = known.get(person)
  return name === undefined || name === ''
    ? { kind: 'mention', of: 'person', id: person, text: `la personne ${person}` }
    : plain(typeset(name))
}

export function roleSpan(role: string): Span {
  return { kind: 'mention', of: 'role', id: role, text: `le rôle ${role}` }
}

/** «ce canal», «un message privé», or the channel by its name; `channel` and `here` as `platform:channel`. */
export function channelSpan(channel: string, here: string): Span {
  const id = channel.slice(channel.indexOf(':') + 1)
  if (id.startsWith('@')) return plain(channel === here ? 'ce message privé' : 'un message privé')
  if (channel === here) return plain('ce canal')
  return { kind: 'mention', of: 'channel', id, text: `le canal ${id}` }
}

/** Who may change things, for whoever may not, and how to find them. */
export function notAllowed({ workspaceId }: Pick<ChatContext, 'workspaceId'>): string {
  if (isPersonal(workspaceId)) return 'Cela appartient à quelqu’un d’autre.'
  return workspaceId.startsWith('discord:')
    ? `Seules les personnes qui gèrent le serveur, et celles qu’elles ont désignées, peuvent le faire. ${WHOM_TO_ASK}`
    : `Seuls les administrateurs, et les personnes qu’ils ont désignées, peuvent le faire. ${WHOM_TO_ASK}`
}

const WHOM_TO_ASK = 'Tapez /reglages pour savoir à qui demander.'
