// Sends what alerts have written down, each message once, and brings those that have grown up to date. Decides no alert.
import { splitChannel } from '../core/channel.ts'
import type { EditionStory } from '../core/edition.ts'
import { ExplainedError } from '../core/failures.ts'
import { messageTrace } from '../core/log-trace.ts'
import type { MessageText, OutgoingMessage } from '../core/message.ts'
import { beginEdit, closeEdit, isStale, postponeEdit, type RaisedAlert } from '../core/raised-alert.ts'
import { natureOf } from '../core/sending.ts'
import { alertMessage } from '../locale/alert.ts'
import { explain } from '../locale/failures.ts'
import { alertAbandoned, alertTakenAway } from '../locale/log.ts'
import type { Storage } from '../ports.ts'
import { logFailure } from './log-failure.ts'
import { showStories } from './make-edition.ts'
import { type Ledger, send, type SendTools } from './send.ts'
import { forgetChannelFailure, tellAlertFailure } from './tell-health.ts'
import { tracedLog } from './traced-log.ts'

interface DeliverTools extends SendTools {
  readonly storage: Storage
  readonly signal: AbortSignal
}

/** Posts first, then edits. A channel that fails keeps no other waiting. */
export async function deliverAlerts(tools: DeliverTools): Promise<void> {
  const { storage, clock, signal } = tools
  const closed = new Set<string>()
  for (const raised of await storage.raisedAlerts.toPost(clock.now())) {
    if (signal.aborted) return
    if (closed.has(raised.channel)) continue
    if (!(await postAlert(traced(tools, raised), raised))) closed.add(raised.channel)
  }
  for (const raised of await storage.raisedAlerts.toEdit(clock.now())) {
    if (signal.aborted) return
    if (closed.has(raised.channel)) continue
    if (!(await editAlert(traced(tools, raised), raised))) closed.add(raised.channel)
  }
}

function traced(tools: DeliverTools, { id }: RaisedAlert): DeliverTools {
  return { ...tools, log: tracedLog(tools.log, messageTrace(id)) }
}

/** Whether the channel is worth another try in this round. */
async function postAlert(tools: DeliverTools, raised: RaisedAlert): Promise<boolean> {
  const { storage, clock, log, meter } = tools
  if (isStale(raised, clock.now())) {
    await storage.raisedAlerts.claim(raised, { ...raised, state: 'abandoned' })
    log.error(alertAbandoned(raised.title, raised.channel))
    meter({ kind: 'message', of: 'alert', channel: raised.channel, outcome: 'abandoned' })
    return true
  }
  const outcome = await send(tools, ledgerOf(storage), raised, {
    key: raised.id,
    message: await messageOf(storage, raised),
    workspaceId: raised.workspaceId,
    dueAt: raised.raisedAt,
    of: 'alert',
    about: { channel: raised.channel, alert: raised.alertName },
  })
  if (outcome.kind === 'posted') await forgetChannelFailure(tools, raised.channel)
  if (outcome.kind !== 'failed') return true
  const { sent, scope, failure } = outcome
  if (scope === 'channel' && failure !== undefined) await tellAlertFailure(tools, raised, failure)
  if (sent.state === 'abandoned') log.error(alertAbandoned(raised.title, raised.channel))
  return scope === 'message'
}

/** What stands after a doubtful attempt may be of an earlier revision: it is edited, which does no harm. */
function ledgerOf({ raisedAlerts }: Storage): Ledger<RaisedAlert> {
  return {
    claim: (read, attempt) => raisedAlerts.claim(read, attempt),
    save: (raised) => raisedAlerts.save(shownAs(raised)),
  }
}

function shownAs(raised: RaisedAlert): RaisedAlert {
  const isSure = raised.state === 'posted' && raised.attempts <= 1
  return isSure ? closeEdit(raised, raised.nextEditAt) : raised
}

async function editAlert(tools: DeliverTools, raised: RaisedAlert): Promise<boolean> {
  const { storage, platforms, clock, log } = tools
  const attempt = beginEdit(raised, clock.now())
  if (!(await storage.raisedAlerts.claim(raised, attempt))) return true
  const about = { channel: raised.channel, alert: raised.alertName }
  try {
    const { platform: name, channel } = splitChannel(raised.channel)
    const platform = platforms.get(name)
    if (platform === undefined) throw new ExplainedError({ code: 'platform-absent', channel: raised.channel })
    const message = await messageOf(storage, raised)
    await platform.edit(channel, raised.handle ?? '', { ...message, ...addressOf(raised) })
    await saveUnlessGrown(storage, attempt, closeEdit(attempt, clock.now()))
    return true
  } catch (error) {
    const failure = error instanceof ExplainedError ? error.failure : undefined
    if (failure === undefined) logFailure(log, error, about)
    const after = postponeEdit(attempt, failure, clock.now())
    if (after.edits === 'gone') log.info(alertTakenAway(raised.title), about)
    else if (failure !== undefined) log.warn(explain(failure), about)
    await storage.raisedAlerts.claim(attempt, after)
    return failure === undefined || natureOf(failure).scope === 'message'
  }
}

function addressOf({ id, workspaceId }: RaisedAlert): Pick<OutgoingMessage, 'key' | 'workspaceId'> {
  return { key: id, ...(workspaceId === undefined ? {} : { workspaceId }) }
}

/** What has grown meanwhile is shown by the next edit. */
async function saveUnlessGrown(storage: Storage, attempt: RaisedAlert, after: RaisedAlert): Promise<void> {
  if (await storage.raisedAlerts.claim(attempt, after)) return
  const grown = await storage.raisedAlerts.get(attempt.id)
  if (grown === undefined) return
  const { editAttempts, nextEditAt } = after
  await storage.raisedAlerts.claim(grown, {
    ...grown,
    shownRevision: attempt.revision,
    editAttempts,
    nextEditAt,
  })
}

async function messageOf(storage: Storage, raised: RaisedAlert): Promise<MessageText> {
  const stories: readonly EditionStory[] = raised.told.stories
  const shown = { ...raised, told: { ...raised.told, stories: await showStories(storage, stories) } }
  const isOfChat = (await storage.alerts.get(raised.alertName)) !== undefined
  return alertMessage(shown, isOfChat)
}
