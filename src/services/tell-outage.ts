// Notices that our own network is down, and tells it once when it lasts and once when it is over. Counts it against nobody.
import type { Alarm } from '../core/alarm.ts'
import { HOUR, type Instant, MINUTE, type Zone } from '../core/calendar.ts'
import { newNotice, type Notice } from '../core/notice.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { sentenceMessage } from '../locale/blocks.ts'
import { outageLasts, outageOver } from '../locale/outage.ts'
import type { Clock, Log, Storage } from '../ports.ts'
import type { OutageWatch } from './watch-outage.ts'
import { presentWorkspaces } from './watched-feeds.ts'

interface OutageTools {
  readonly storage: Storage
  readonly outage: OutageWatch
  readonly clock: Clock
  readonly log: Log
  readonly zone: Zone
}

/** Two sites may be down at the same minute; after this everything that is due has been tried again. */
const BELIEVED_AFTER: Instant = 5 * MINUTE

/** What is told while it lasts. A chat may be reached where sites are not. */
const TOLD_AFTER: Instant = HOUR

/** A shorter one is for the log alone: no edition missed anything. */
const TOLD_FROM: Instant = 30 * MINUTE

const SUBJECT = { workspaceId: '', subject: 'network' } as const

export async function tellOutage(tools: OutageTools): Promise<void> {
  const { storage, outage, clock, log, zone } = tools
  const now = clock.now()
  const raised = (await storage.alarms.list()).find(({ subject }) => subject === 'network')
  const since = outage.since()
  if (raised === undefined) {
    if (since === undefined || now - since < BELIEVED_AFTER) return
    await storage.alarms.raise({ ...SUBJECT, since })
    log.warn(outageLasts(since, { now, zone }))
    return
  }
  const answeredAt = outage.lastAnswerAt()
  if (answeredAt > raised.since) return endOutage(tools, raised, answeredAt)
  if (now - raised.since >= TOLD_AFTER) await tellLasting(storage, raised, now)
}

/** A workspace with a channel for what is wrong. */
interface Listening {
  readonly id: WorkspaceId
  readonly channel: string
  readonly zone: Zone
}

async function listening(storage: Storage): Promise<readonly Listening[]> {
  return (await presentWorkspaces(storage)).flatMap(({ id, settings: { adminChannel: channel, zone } }) =>
    channel === undefined ? [] : [{ id, channel, zone }],
  )
}

async function tellLasting(storage: Storage, { since }: Alarm, now: Instant): Promise<void> {
  for (const place of await listening(storage)) await storage.notices.add(lastingNotice(place, since, now))
}

function lastingNotice({ id, channel, zone }: Listening, since: Instant, now: Instant): Notice {
  const message = sentenceMessage(outageLasts(since, { now, zone }))
  return newNotice(id, channel, `network down ${since}`, message, now)
}

async function endOutage({ storage, log, zone }: OutageTools, { since }: Alarm, at: Instant): Promise<void> {
  const span = { since, until: at }
  log.info(outageOver(span, { now: at, zone }))
  await storage.inTransaction(async (inner) => {
    await inner.alarms.clear(SUBJECT.workspaceId, SUBJECT.subject)
    for (const place of await listening(inner)) {
      await withdraw(inner, lastingNotice(place, since, at).id)
      if (at - since < TOLD_FROM) continue
      const message = sentenceMessage(outageOver(span, { now: at, zone: place.zone }))
      await inner.notices.add(newNotice(place.id, place.channel, `network up ${since}`, message, at))
    }
  })
}

/** What never left while the network was down is old by now: that it is over says it all. */
async function withdraw({ notices }: Storage, noticeId: string): Promise<void> {
  const notice = await notices.get(noticeId)
  if (notice?.state === 'pending') await notices.save({ ...notice, state: 'abandoned' })
}
