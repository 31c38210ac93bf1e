// Tells administrators that work which processes share was given up, and that none is any more. Sends nothing again.
import type { QueueState } from '../core/task.ts'
import { tasksBackMessage, tasksGivenUpMessage } from '../locale/tasks.ts'
import type { Clock, Storage } from '../ports.ts'
import { tellBroken, tellMended } from './tell-upkeep.ts'
import { presentWorkspaces } from './watched-feeds.ts'

/** Ours: a bot that serves more teams is kept by others than their administrators, who could do nothing about it. */
const MOST_WORKSPACES = 5

const SUBJECT = 'upkeep:tasks'

export async function tellTasks(
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
  states: readonly QueueState[],
): Promise<void> {
  const now = clock.now()
  const givenUp = states.filter(({ dead }) => dead > 0)
  if (givenUp.length === 0) return tellMended(storage, { subject: SUBJECT, message: tasksBackMessage(), now })
  if ((await presentWorkspaces(storage)).length > MOST_WORKSPACES) return
  await tellBroken(storage, { subject: SUBJECT, message: tasksGivenUpMessage(givenUp), now })
}
