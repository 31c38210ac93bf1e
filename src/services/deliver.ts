// Sends what the ledger says is open, part by part. Asks the platform before repeating a doubtful part.
import { splitChannel } from '../core/channel.ts'
import { beginAttempt, closeDelivery, postponeDelivery } from '../core/delivery.ts'
import type { Delivery, ShownEdition } from '../core/edition.ts'
import { ExplainedError } from '../core/failures.ts'
import { editionMessage } from '../locale/digest.ts'
import { explain } from '../locale/failures.ts'
import { deliveryAbandoned } from '../locale/log.ts'
import type { ChatPlatform, Clock, Log, Storage } from '../ports.ts'
import { showEdition } from './make-edition.ts'

/** Started platforms by name; a channel is `platform:channel`. */
export type Platforms = ReadonlyMap<string, ChatPlatform>

interface DeliverTools {
  readonly storage: Storage
  readonly platforms: Platforms
  readonly clock: Clock
  readonly log: Log
}

/** Sends every open delivery whose time has come. A channel that fails waits; the other channels go on. */
export async function deliverOpen(tools: DeliverTools): Promise<void> {
  const open = await tools.storage.editions.openDeliveries(tools.clock.now())
  const blocked = new Set<string>()
  let shown: ShownEdition | undefined
  for (const delivery of open) {
    const thread = `${delivery.editionId} ${delivery.channel}`
    if (blocked.has(thread)) continue
    if (shown?.id !== delivery.editionId) shown = await shownEdition(tools.storage, delivery.editionId)
    if (!(await deliverPart(tools, delivery, shown))) blocked.add(thread)
  }
}

async function shownEdition(storage: Storage, editionId: string): Promise<ShownEdition> {
  const edition = await storage.editions.get(editionId)
  if (edition === undefined) throw new Error(`delivery of an edition that does not exist: ${editionId}`)
  return showEdition(storage, edition)
}

/** One of the three edges where failures are caught. True when the part stands in the channel. */
async function deliverPart(tools: DeliverTools, delivery: Delivery, edition: ShownEdition): Promise<boolean> {
  const lead = await leadOf(tools.storage, delivery)
  if (lead?.state === 'abandoned') {
    await tools.storage.editions.saveDelivery({ ...delivery, state: 'abandoned' })
    return false
  }
  if (lead !== undefined && lead.state !== 'posted') return false
  const attempt = beginAttempt(delivery)
  await tools.storage.editions.saveDelivery(attempt)
  try {
    const handle = await post(tools.platforms, delivery, edition, lead?.handle)
    await tools.storage.editions.saveDelivery(closeDelivery(attempt, handle))
    return true
  } catch (error) {
    if (!(error instanceof ExplainedError) || error.failure.code.startsWith('database-')) throw error
    tools.log.warn(explain(error.failure), { channel: delivery.channel, part: delivery.part })
    const postponed = postponeDelivery(attempt, edition.slotAt, tools.clock.now())
    await tools.storage.editions.saveDelivery(postponed)
    if (postponed.state === 'abandoned') tools.log.error(deliveryAbandoned(edition, delivery.channel))
    return false
  }
}

async function post(
  platforms: Platforms,
  delivery: Delivery,
  edition: ShownEdition,
  replyTo: string | undefined,
): Promise<string> {
  const { platform: platformName, channel } = splitChannel(delivery.channel)
  const platform = platforms.get(platformName)
  if (platform === undefined) throw new ExplainedError({ code: 'platform-absent', channel: delivery.channel })
  return platform.post(channel, {
    ...editionMessage(edition, delivery.part),
    key: delivery.id,
    ...(replyTo === undefined ? {} : { replyTo }),
    isDoubtful: delivery.state === 'sending',
  })
}

/** The delivery under which a part hangs; undefined for the lead itself. */
async function leadOf(storage: Storage, delivery: Delivery): Promise<Delivery | undefined> {
  if (delivery.part === 0) return undefined
  const siblings = await storage.editions.deliveriesOf(delivery.editionId)
  return siblings.find(({ channel, part }) => channel === delivery.channel && part === 0)
}
