// How people, roles and channels are called where only the platform's ids are known. Mentions nobody.
import type { ChatContext } from '../core/request.ts'
import { isPersonal } from '../core/workspace.ts'
import { typeset } from './typography.ts'

/** The names that people had when they last did something, by the platform's ids. */
export type KnownPeople = ReadonlyMap<string, string>

export function personWords(person: string, known: KnownPeople): string {
  const name = known.get(person)
  return name === undefined || name === '' ? `la personne ${person}` : typeset(name)
}

export function roleWords(role: string): string {
  return `le rôle ${role}`
}

/** «ce canal», «un message privé», «le canal C0123»; `channel` and `here` as `platform:channel`. */
export function channelWords(channel: string, here: string): string {
  if (channel === here) return channel.includes(':@') ? 'ce message privé' : 'ce canal'
  if (channel.includes(':@')) return 'un message privé'
  return `le canal ${channel.slice(channel.indexOf(':') + 1)}`
}

/** Who may change things, for whoever may not. */
export function notAllowed({ workspaceId }: Pick<ChatContext, 'workspaceId'>): string {
  if (isPersonal(workspaceId)) return 'Cela appartient à quelqu’un d’autre.'
  return workspaceId.startsWith('discord:')
    ? 'Seules les personnes qui gèrent le serveur, ou que nomme /reglages voir, peuvent le faire.'
    : 'Seuls les administrateurs de l’espace de travail, ou les personnes que nomme /reglages voir, peuvent le faire.'
}
