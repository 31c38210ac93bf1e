// Who asks: the context of a request, out of what the payload says and what Slack knows. Answers nothing.
import type { ChatContext } from '../../core/request.ts'
import type { Identity } from './identity.ts'
import type { People, Person } from './people.ts'
import { type Asked, contextChannel, type RequestContent, type Sender } from './received.ts'

/** Undefined for people of another workspace: they are not served. */
export async function contextOf(
  { sender, place, content }: Pick<Asked, 'sender' | 'place' | 'content'>,
  identity: Identity,
  people: People,
): Promise<ChatContext | undefined> {
  const isElsewhere = sender.teamId !== '' && sender.teamId !== identity.teamId
  if (isElsewhere && identity.enterpriseId === '') return undefined
  const person = isElsewhere || needsPerson(content, sender) ? await people.get(sender.id) : undefined
  if (person !== undefined && isForeign({ ...person, teamId: person.teamId || sender.teamId }, identity))
    return undefined
  return {
    workspaceId: `slack:${identity.teamId}`,
    workspaceName: identity.teamName,
    channel: contextChannel(place, sender.id),
    person: sender.id,
    personName: person === undefined || person.name === '' ? sender.name : person.name,
    isAdministrator: person?.isAdministrator ?? false,
    roles: [],
  }
}

/** People of one organisation are at home in all of its workspaces. */
function isForeign({ teamId, enterpriseId }: Person, identity: Identity): boolean {
  if (teamId === '' || teamId === identity.teamId) return false
  return identity.enterpriseId === '' || identity.enterpriseId !== enterpriseId
}

/** Questions and suggestions are for everybody, and quick; what changes something asks who wants it. */
function needsPerson(content: RequestContent, { name }: Sender): boolean {
  switch (content.kind) {
    case 'suggestion':
    case 'joined':
    case 'left':
      return false
    case 'command':
      return name === '' || !OPEN_COMMANDS.has(content.command)
    case 'press':
      return name === '' || !OPEN_PRESSES.has(content.action.verb)
    case 'mention':
    case 'submission':
    case 'home':
      return true
    default:
      return content satisfies never
  }
}

const OPEN_COMMANDS = new Set<unknown>(['qui', 'quand', 'ou', 'combien', 'question', 'revue', 'aide'])

/** Those that neither change nor confirm anything for others. */
const OPEN_PRESSES = new Set<unknown>(['prove', 'explain', 'mute', 'useful', 'useless', 'turn', 'share'])
