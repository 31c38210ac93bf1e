// Publishes editions whose slot has come: one edition a slot, one posting a channel, whatever happens in between.
import type { Instant } from '../core/calendar.ts'
import { planDeliveries } from '../core/delivery.ts'
import type { Digest } from '../core/digest.ts'
import type { Edition } from '../core/edition.ts'
import { settleSlots } from '../core/schedule.ts'
import { partCount } from '../locale/digest.ts'
import { droppedSlot } from '../locale/log.ts'
import type { Clock, Log, Storage } from '../ports.ts'
import { archiveEditions, type WriteArchive } from './archive.ts'
import { deliverOpen, type Platforms } from './deliver.ts'
import { isDatabaseFailure, logFailure } from './log-failure.ts'
import { makeEdition } from './make-edition.ts'

export interface PublishTools {
  readonly storage: Storage
  readonly platforms: Platforms
  readonly writeArchive: WriteArchive
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
}

/**
 * Makes the editions that are due, then archives and delivers whatever is open, also from an earlier life. One of the
 * three edges where failures are caught: a digest that cannot be made keeps no other from its readers.
 */
export async function publishDue(
  tools: PublishTools,
  digests: readonly Digest[],
): Promise<readonly Edition[]> {
  const editions: Edition[] = []
  for (const digest of digests) {
    try {
      const edition = await makeDueEdition(tools, digest)
      if (edition !== undefined) editions.push(edition)
    } catch (error) {
      if (isDatabaseFailure(error)) throw error
      logFailure(tools.log, error, { digest: digest.name })
    }
  }
  await finishOpen(tools)
  return editions
}

/** Archives and delivers what is written down and not done. */
async function finishOpen(tools: PublishTools): Promise<void> {
  await archiveEditions(tools)
  await deliverOpen(tools)
}

/** The next slot moves on in the same transaction as the edition: a kill leaves both or neither. */
async function makeDueEdition(tools: PublishTools, digest: Digest): Promise<Edition | undefined> {
  const now = tools.clock.now()
  const nextSlots = await tools.storage.editions.nextSlots()
  const nextSlotAt = nextSlots.get(digest.name)
  const lastSlotAt = await tools.storage.editions.lastSlot(digest.name)
  const settled = settleSlots(digest.schedule, { lastSlotAt, nextSlotAt, now })
  if (settled.nextSlotAt === nextSlotAt) return undefined
  for (const slotAt of settled.dropped) tools.log.warn(droppedSlot(digest, slotAt))
  return tools.storage.inTransaction(async (storage) => {
    const edition =
      settled.due === undefined ? undefined : await createEdition(storage, digest, settled.due.slotAt, now)
    await storage.editions.saveNextSlot(digest.name, settled.nextSlotAt)
    return edition
  })
}

/** One edition of a digest at this very instant, whatever its hours; undefined when there is one already. */
export async function publishNow(tools: PublishTools, digest: Digest): Promise<Edition | undefined> {
  const now = tools.clock.now()
  const edition = await tools.storage.inTransaction((storage) => createEdition(storage, digest, now, now))
  await finishOpen(tools)
  return edition
}

/** The slot's only edition with its deliveries; undefined when another process was first. */
async function createEdition(
  storage: Storage,
  digest: Digest,
  slotAt: Instant,
  now: Instant,
): Promise<Edition | undefined> {
  const edition = await makeEdition(storage, digest, slotAt, now)
  const isSilent = edition.stories.length === 0 && digest.onEmpty === 'skip'
  const deliveries = isSilent ? [] : planDeliveries(edition, digest.channels, partCount(edition))
  return (await storage.editions.create(edition, deliveries)) ? edition : undefined
}
