// Tells administrators, once, that something of the program itself is wrong, and that it is well again. Mends nothing.
import type { UpkeepSubject } from '../core/alarm.ts'
import type { Instant } from '../core/calendar.ts'
import type { MessageText } from '../core/message.ts'
import { newNotice } from '../core/notice.ts'
import type { Storage } from '../ports.ts'
import { presentWorkspaces } from './watched-feeds.ts'

interface UpkeepNews {
  readonly subject: UpkeepSubject
  readonly message: MessageText
  readonly now: Instant
}

/** Whoever named a channel for it, as for the feeds of the file. */
export async function tellBroken(storage: Storage, { subject, message, now }: UpkeepNews): Promise<void> {
  const alarms = await storage.alarms.list()
  for (const { id, settings } of await presentWorkspaces(storage)) {
    const isTold = alarms.some((alarm) => alarm.workspaceId === id && alarm.subject === subject)
    const { adminChannel } = settings
    if (adminChannel === undefined || isTold) continue
    await storage.inTransaction(async (inner) => {
      await inner.alarms.raise({ workspaceId: id, subject, since: now })
      await inner.notices.add(newNotice(id, adminChannel, `${subject} ${now}`, message, now))
    })
  }
}

/** Those who were told. */
export async function tellMended(storage: Storage, { subject, message, now }: UpkeepNews): Promise<void> {
  for (const alarm of await storage.alarms.list()) {
    if (alarm.subject !== subject) continue
    const { workspaceId: id, since } = alarm
    const adminChannel = (await storage.workspaces.get(id))?.settings.adminChannel
    await storage.inTransaction(async (inner) => {
      await inner.alarms.clear(id, subject)
      if (adminChannel !== undefined)
        await inner.notices.add(newNotice(id, adminChannel, `${subject} back ${since}`, message, now))
    })
  }
}
