// Sends what the ledger says is open, part by part. Asks the platform before repeating a doubtful part.
import { splitChannel } from '../core/channel.ts'
import { beginAttempt, closeDelivery, holdsBack, postponeDelivery } from '../core/delivery.ts'
import type { Delivery, ShownEdition } from '../core/edition.ts'
import { ExplainedError } from '../core/failures.ts'
import { editionMessage } from '../locale/digest.ts'
import { explain } from '../locale/failures.ts'
import { deliveryAbandoned } from '../locale/log.ts'
import type { ChatPlatform, Clock, Log, Storage } from '../ports.ts'
import { logFailure } from './log-failure.ts'
import { showEdition } from './make-edition.ts'

/** Started platforms by name; a channel is `platform:channel`. */
export type Platforms = ReadonlyMap<string, ChatPlatform>

interface DeliverTools {
  readonly storage: Storage
  readonly platforms: Platforms
  readonly clock: Clock
  readonly log: Log
  /** Aborted when the program stops: what is not begun is left to the next life. */
  readonly signal: AbortSignal
}

/** Sends every open delivery whose time has come. A channel that fails waits; the other channels go on. */
export async function deliverOpen(tools: DeliverTools): Promise<void> {
  const open = await tools.storage.editions.openDeliveries(tools.clock.now())
  const blocked = new Set<string>()
  let shown: ShownEdition | undefined
  for (const delivery of open) {
    if (tools.signal.aborted) return
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

/** One of the three edges where failures are caught. True when the parts behind this one may follow. */
async function deliverPart(tools: DeliverTools, delivery: Delivery, edition: ShownEdition): Promise<boolean> {
  const { editions } = tools.storage
  const earlier = await earlierParts(tools.storage, delivery)
  const lead = earlier.find(({ part }) => part === 0)
  if (lead?.state === 'abandoned') {
    await editions.saveDelivery({ ...delivery, state: 'abandoned' })
    return true
  }
  if (earlier.some(holdsBack)) return false
  const attempt = beginAttempt(delivery, tools.clock.now())
  // Another process has it: the parts behind are its affair too.
  if (!(await editions.claimDelivery(delivery, attempt))) return false
  let handle: string
  try {
    handle = await post(tools.platforms, delivery, edition, lead?.handle)
  } catch (error) {
    await postpone(tools, attempt, edition, error)
    return false
  }
  await editions.saveDelivery(closeDelivery(attempt, handle))
  return true
}

/** A mistake of our own is told as such and waits like any other failure: the other channels go on. */
async function postpone(
  { storage, clock, log }: DeliverTools,
  attempt: Delivery,
  edition: ShownEdition,
  error: unknown,
): Promise<void> {
  const { channel, part } = attempt
  if (error instanceof ExplainedError) log.warn(explain(error.failure), { channel, part })
  else logFailure(log, error, { channel, part })
  const postponed = postponeDelivery(attempt, edition.slotAt, clock.now())
  await storage.editions.saveDelivery(postponed)
  if (postponed.state === 'abandoned') log.error(deliveryAbandoned(edition, channel))
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

/** What stands before a part in its channel, the lead first; nothing for the lead itself. */
async function earlierParts(storage: Storage, delivery: Delivery): Promise<readonly Delivery[]> {
  if (delivery.part === 0) return []
  const siblings = await storage.editions.deliveriesOf(delivery.editionId)
  return siblings.filter(({ channel, part }) => channel === delivery.channel && part < delivery.part)
}
