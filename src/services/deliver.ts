// Sends what the ledger says is open: channels side by side, the parts of one channel in order, each part once.
import { holdsBack } from '../core/delivery.ts'
import type { Delivery, ShownEdition } from '../core/edition.ts'
import type { MessageText } from '../core/message.ts'
import { editionTrace } from '../core/log-trace.ts'
import { isTooLate } from '../core/sending.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { editionMessage, storyButtons } from '../locale/digest.ts'
import { deliveryAbandoned } from '../locale/log.ts'
import type { Storage } from '../ports.ts'
import { showEdition } from './make-edition.ts'
import { mapConcurrently } from './map-concurrently.ts'
import { forgetChannelFailure, tellChannelFailure } from './tell-health.ts'
import { send, type Ledger, type Letter, type Outcome, type SendTools } from './send.ts'
import { tracedLog } from './traced-log.ts'

export interface DeliverTools extends SendTools {
  readonly storage: Storage
  /** Aborted when the program stops: what is not begun is left to the next life. */
  readonly signal: AbortSignal
  /** Waited for before each edition of each channel: what this process has to do first. */
  readonly turn?: () => Promise<unknown>
}

/**
 * Channels of one platform served side by side. A channel waits about a second between two messages on Slack, so it
 * takes many of them to reach what a platform allows over all: 50 requests a second on Discord (findings, platforms).
 */
const CHANNELS_AT_ONCE = 128

/** One going over the ledger: what was learnt on the way. */
interface Round {
  readonly shown: Map<string, Promise<ShownEdition>>
  /** By edition and part. */
  readonly messages: Map<string, MessageText>
  /** By digest. */
  readonly workspaces: Map<string, Promise<WorkspaceId | undefined>>
  /** Platforms that let nothing through: no use knocking at each channel. */
  readonly closedPlatforms: Set<string>
  /** Channels whose failure administrators were told. */
  readonly toldChannels: Set<string>
}

/**
 * Sends every open delivery whose time has come, to channels that are asked for (`isAsked`). A channel that fails waits; the
 * other channels go on.
 */
export async function deliverOpen(
  tools: DeliverTools,
  isAsked?: (channel: string) => boolean,
): Promise<void> {
  const { editions } = tools.storage
  const now = tools.clock.now()
  const channels = isAsked && (await editions.openChannels(now)).filter(isAsked)
  const open = channels?.length === 0 ? [] : await editions.openDeliveries(now, channels)
  if (open.length === 0) return
  const alarms = await tools.storage.alarms.list()
  const toldChannels = new Set(
    alarms.flatMap(({ subject }) =>
      subject.startsWith('channel:') ? [subject.slice('channel:'.length)] : [],
    ),
  )
  const round: Round = {
    shown: new Map(),
    messages: new Map(),
    workspaces: new Map(),
    closedPlatforms: new Set(),
    toldChannels,
  }
  // A slow platform keeps no other waiting.
  const platforms = [...Map.groupBy(open, ({ channel }) => platformOf(channel)).values()]
  await mapConcurrently(platforms, platforms.length, async (deliveries) =>
    mapConcurrently(
      [...Map.groupBy(deliveries, ({ channel }) => channel)],
      CHANNELS_AT_ONCE,
      async ([channel, ofChannel]) => deliverChannel(tools, round, channel, ofChannel),
    ),
  )
}

async function deliverChannel(
  tools: DeliverTools,
  round: Round,
  channel: string,
  deliveries: readonly Delivery[],
): Promise<void> {
  const platform = platformOf(channel)
  for (const [editionId, open] of Map.groupBy(deliveries, (delivery) => delivery.editionId)) {
    await tools.turn?.()
    if (tools.signal.aborted || round.closedPlatforms.has(platform)) return
    const edition = await shownOnce(tools.storage, round, editionId)
    const traced = { ...tools, log: tracedLog(tools.log, editionTrace(editionId)) }
    const scope = await deliverThread(traced, round, edition, await giveUpLate(traced, edition, open))
    if (scope === 'platform') round.closedPlatforms.add(platform)
    if (scope === 'platform' || scope === 'channel') return
  }
}

function shownOnce(storage: Storage, { shown }: Round, editionId: string): Promise<ShownEdition> {
  const known = shown.get(editionId)
  if (known !== undefined) return known
  const made = shownEdition(storage, editionId)
  shown.set(editionId, made)
  return made
}

async function shownEdition(storage: Storage, editionId: string): Promise<ShownEdition> {
  const edition = await storage.editions.get(editionId)
  if (edition === undefined) throw new Error(`delivery of an edition that does not exist: ${editionId}`)
  return showEdition(storage, edition)
}

/** The parts of one edition in one channel; stops at the first that does not land, and says how far that reaches. */
async function deliverThread(
  tools: DeliverTools,
  round: Round,
  edition: ShownEdition,
  open: readonly Delivery[],
): Promise<'message' | 'channel' | 'platform' | undefined> {
  const [first] = open
  if (first === undefined) return undefined
  const { editions } = tools.storage
  const parts = new Map(
    (await editions.deliveriesIn(edition.id, first.channel)).map((delivery) => [delivery.part, delivery]),
  )
  const platform = platformOf(first.channel)
  for (const delivery of open) {
    if (tools.signal.aborted || round.closedPlatforms.has(platform)) return undefined
    const lead = delivery.part === 0 ? undefined : parts.get(0)
    if (lead?.state === 'abandoned') {
      await editions.saveDelivery({ ...delivery, state: 'abandoned' })
      noteAbandoned(tools, delivery)
      continue
    }
    const earlier = [...parts.values()].filter(({ part }) => part < delivery.part)
    if (earlier.some(holdsBack)) return undefined
    const outcome = await send(tools, ledgerOf(tools.storage), delivery, {
      ...(await letterOf(tools.storage, round, edition, delivery)),
      replyTo: lead?.handle,
    })
    // Another process has it: the parts behind are its affair too.
    if (outcome.kind === 'busy') return undefined
    parts.set(delivery.part, outcome.sent)
    if (outcome.kind === 'posted') {
      await noteWorking(tools, round, delivery.channel)
      continue
    }
    await noteSetback(tools, edition, open, outcome)
    return outcome.scope
  }
  return undefined
}

async function letterOf(
  storage: Storage,
  round: Round,
  edition: ShownEdition,
  delivery: Delivery,
): Promise<Letter> {
  const { id, channel, part } = delivery
  return {
    key: id,
    message: await partMessage(storage, round, edition, delivery),
    workspaceId: await workspaceOf(storage, round, edition),
    dueAt: edition.slotAt,
    of: 'edition',
    about: { edition: edition.id, channel, part },
  }
}

/** Whose digest it is; undefined for those of the file, and for one that was taken away meanwhile. */
function workspaceOf(
  { digests }: Storage,
  { workspaces }: Round,
  { digestName }: ShownEdition,
): Promise<WorkspaceId | undefined> {
  const known = workspaces.get(digestName) ?? digests.get(digestName).then((digest) => digest?.workspaceId)
  workspaces.set(digestName, known)
  return known
}

/** What nobody waits for any more is not begun, as after a day without the program. Gives the others. */
async function giveUpLate(
  tools: DeliverTools,
  edition: ShownEdition,
  open: readonly Delivery[],
): Promise<readonly Delivery[]> {
  const { storage, clock, log } = tools
  const late = open.filter((delivery) => isTooLate(delivery, edition.slotAt, clock.now()))
  for (const delivery of late)
    if (await storage.editions.claimDelivery(delivery, { ...delivery, state: 'abandoned' }))
      noteAbandoned(tools, delivery)
  const [first] = late
  if (first !== undefined)
    log.error(deliveryAbandoned(edition, first.channel), { edition: edition.id, channel: first.channel })
  return open.filter((delivery) => !late.includes(delivery))
}

/** What is given up without another attempt. */
function noteAbandoned({ meter }: DeliverTools, { channel }: Delivery): void {
  meter({ kind: 'message', of: 'edition', channel, outcome: 'abandoned' })
}

async function noteSetback(
  tools: DeliverTools,
  edition: ShownEdition,
  open: readonly Delivery[],
  { sent, scope, failure }: Extract<Outcome<Delivery>, { readonly kind: 'failed' }>,
): Promise<void> {
  const { channel, state } = sent
  if (scope === 'channel' && failure !== undefined)
    await tellChannelFailure(tools, { edition, channel, failure })
  if (state === 'abandoned')
    tools.log.error(deliveryAbandoned(edition, channel), { edition: edition.id, channel })
  if (scope !== 'message') await waitTogether(tools.storage, open, sent)
}

/** The channel is shut for the parts behind as well; once it opens, none of them must come before the one that waits. */
async function waitTogether(
  { editions }: Storage,
  open: readonly Delivery[],
  waiting: Delivery,
): Promise<void> {
  const { part, nextAttemptAt } = waiting
  for (const delivery of open)
    if (delivery.part > part) await editions.claimDelivery(delivery, { ...delivery, nextAttemptAt })
}

/** The words are the same in every channel; only buttons, and what leads to an earlier edition, know where they stand. */
async function partMessage(
  { editions }: Storage,
  { messages }: Round,
  edition: ShownEdition,
  { id, part, channel }: Delivery,
): Promise<MessageText> {
  const story = edition.stories[part - 1]
  const [earlier] =
    story?.continues === undefined ? [] : await editions.deliveriesIn(story.continues.editionId, channel)
  const key = `${edition.id} ${part}`
  const message =
    earlier?.handle === undefined
      ? (messages.get(key) ?? editionMessage(edition, part))
      : editionMessage(edition, part, earlier.handle)
  if (earlier?.handle === undefined) messages.set(key, message)
  if (story === undefined) return message
  return { ...message, blocks: [...message.blocks, storyButtons(story, { target: id, detail: '' })] }
}

async function noteWorking(tools: DeliverTools, { toldChannels }: Round, channel: string): Promise<void> {
  if (toldChannels.delete(channel)) await forgetChannelFailure(tools, channel)
}

/** A channel of no platform that we know has one of its own: its failure is nobody else's. */
function platformOf(channel: string): string {
  return channel.slice(0, channel.indexOf(':'))
}

function ledgerOf({ editions }: Storage): Ledger<Delivery> {
  return {
    claim: (read, attempt) => editions.claimDelivery(read, attempt),
    save: (delivery) => editions.saveDelivery(delivery),
  }
}
