// A workspace comes in or goes away: what the inbox hears of it. Keeps no token.
import type { ChatContext } from '../../core/request.ts'
import type { Inbox } from '../../ports.ts'
import type { Identity } from './identity.ts'

/** The workspace itself, each time we come in: its name may have changed, and the bot may have been away. */
export async function noteJoining(
  inbox: Inbox,
  { teamId, teamName, botUser }: Pick<Identity, 'teamId' | 'teamName' | 'botUser'>,
): Promise<void> {
  await inbox({ kind: 'joined', from: ofNobody(teamId, teamName, botUser) })
}

export async function noteLeaving(inbox: Inbox, teamId: string): Promise<void> {
  await inbox({ kind: 'left', from: ofNobody(teamId, '', '') })
}

/** Nobody in it asks for anything: it is the workspace that changes. */
function ofNobody(teamId: string, workspaceName: string, botUser: string): ChatContext {
  return {
    workspaceId: `slack:${teamId}`,
    workspaceName,
    channel: `slack:@${botUser}`,
    person: '',
    personName: '',
    isAdministrator: false,
    roles: [],
  }
}
