// Publishes editions whose slot has come: one edition a slot, one posting a channel, whatever happens in between.
import type { Instant } from '../core/calendar.ts'
import { planDeliveries } from '../core/delivery.ts'
import type { Digest } from '../core/digest.ts'
import { type Edition, editionId } from '../core/edition.ts'
import { editionTrace } from '../core/log-trace.ts'
import type { Quotas } from '../core/quota.ts'
import { type SettledSlots, settleSlots } from '../core/schedule.ts'
import { partCount } from '../locale/digest.ts'
import { droppedSlot, editionMade, editionsMade } from '../locale/log.ts'
import type { Clock, Log, Meter, Storage } from '../ports.ts'
import { archiveEditions, type WriteArchive } from './archive.ts'
import { type Compositions, createCompositions } from './compositions.ts'
import { deliverNotices } from './deliver-notices.ts'
import { deliverOpen } from './deliver.ts'
import { isDatabaseFailure, logFailure } from './log-failure.ts'
import { type EditionMoment, makeTracedEdition } from './make-edition.ts'
import { useEdition } from './quotas.ts'
import type { Platforms } from './send.ts'
import { tracedLog } from './traced-log.ts'

export interface PublishTools {
  readonly storage: Storage
  readonly platforms: Platforms
  readonly writeArchive: WriteArchive
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
  readonly signal: AbortSignal
  /** What each workspace may use; as `DEFAULT_QUOTAS` when absent. */
  readonly quotas?: Quotas | undefined
}

/** Editions made in one transaction: questions wait no longer than that. */
const MADE_TOGETHER = 25

/** Makes the editions that are due, then archives and delivers whatever is open, also from an earlier life. */
export async function publishDue(
  tools: PublishTools,
  digests: readonly Digest[],
): Promise<readonly Edition[]> {
  const editions = await makeDue(tools, digests)
  await finishOpen(tools)
  return editions
}

/** Makes the editions that are due; archiving and delivering them is another matter. */
export async function makeDue(tools: PublishTools, digests: readonly Digest[]): Promise<readonly Edition[]> {
  const editions: Edition[] = []
  const due = (await dueSlots(tools, digests)).toSorted(byWorkspace)
  let compositions = createCompositions()
  let composed = 0
  for (let start = 0; start < due.length; start += MADE_TOGETHER) {
    const together = due.slice(start, start + MADE_TOGETHER)
    const made = await tools.storage.inTransaction((storage) =>
      makeTogether(tools, storage, together, compositions),
    )
    for (const edition of made) noteMade(tools, edition)
    editions.push(...made)
    // An edition that is stored says up to where the news are told, and what is stored later counts as seen later:
    // what was composed stays whole. Without one, others may have stored what the next ones have to tell.
    if (made.length > 0) continue
    composed += compositions.composedCount
    compositions = createCompositions()
  }
  composed += compositions.composedCount
  if (editions.length > 0) tools.log.debug(editionsMade(editions.length), { composed })
  return editions
}

/** Names of the digests about whose slots there is something to do. */
export async function dueDigests(
  tools: PublishTools,
  digests: readonly Digest[],
): Promise<readonly string[]> {
  return (await dueSlots(tools, digests)).map(({ digest }) => digest.name)
}

/** A digest and what is to be done about its slots. */
interface DueSlots {
  readonly digest: Digest
  readonly settled: SettledSlots
  readonly now: Instant
}

/** Digests that read the same feeds one after the other: what they share is still at hand. */
function byWorkspace({ digest: one }: DueSlots, { digest: other }: DueSlots): number {
  const [first, second] = [one.workspaceId ?? '', other.workspaceId ?? '']
  return first === second ? 0 : first < second ? -1 : 1
}

async function dueSlots(tools: PublishTools, digests: readonly Digest[]): Promise<readonly DueSlots[]> {
  const now = tools.clock.now()
  const { editions } = tools.storage
  const [nextSlots, lastSlots] = [await editions.nextSlots(), await editions.lastSlots()]
  const due: DueSlots[] = []
  for (const digest of digests) {
    const nextSlotAt = nextSlots.get(digest.name)
    const lastSlotAt = lastSlots.get(digest.name)
    const settled = settleSlots(digest.schedule, { lastSlotAt, nextSlotAt, now })
    if (settled.nextSlotAt !== nextSlotAt) due.push({ digest, settled, now })
  }
  return due
}

/**
 * One of the three edges where failures are caught: a digest that cannot be made keeps no other from its readers. The
 * next slot moves on in the same transaction as the edition: a kill leaves both or neither.
 */
async function makeTogether(
  tools: PublishTools,
  storage: Storage,
  due: readonly DueSlots[],
  compositions: Compositions,
): Promise<readonly Edition[]> {
  const editions: Edition[] = []
  for (const { digest, settled, now } of due) {
    for (const slotAt of settled.dropped) {
      logOf(tools, digest, slotAt).warn(droppedSlot(digest, slotAt), { digest: digest.name })
      tools.meter({ kind: 'edition', outcome: 'dropped' })
    }
    try {
      const edition = await storage.inTransaction(async (inner) => {
        const made =
          settled.due === undefined
            ? undefined
            : await createWithin(
                inner,
                digest,
                { slotAt: settled.due.slotAt, now, compositions },
                tools.quotas,
              )
        await inner.editions.saveNextSlot(digest.name, settled.nextSlotAt)
        return made
      })
      if (edition !== undefined) editions.push(edition)
    } catch (error) {
      if (isDatabaseFailure(error)) throw error
      const log = settled.due === undefined ? tools.log : logOf(tools, digest, settled.due.slotAt)
      logFailure(log, error, { digest: digest.name })
      tools.meter({ kind: 'edition', outcome: 'failed' })
    }
  }
  return editions
}

function logOf({ log }: PublishTools, { name }: Digest, slotAt: Instant): Log {
  return tracedLog(log, editionTrace(editionId(name, slotAt)))
}

/** Once it is stored: before that it may still come to nothing. */
function noteMade({ log, meter }: PublishTools, edition: Edition): void {
  const { id, stories, articleCount } = edition
  const counts = { stories: stories.length, articles: articleCount }
  tracedLog(log, editionTrace(id)).debug(editionMade(edition), { edition: id, ...counts })
  meter({ kind: 'edition', outcome: 'made' })
}

/** Archives and delivers what is written down and not done. */
async function finishOpen(tools: PublishTools): Promise<void> {
  await archiveAndTell(tools)
  await deliverOpen(tools)
}

/** What is done with editions and notices before any edition is sent. */
export async function archiveAndTell(tools: PublishTools): Promise<void> {
  await archiveEditions(tools)
  await deliverNotices(tools)
}

/** One edition of a digest at this very instant, whatever its hours; undefined when there is one already. */
export async function publishNow(tools: PublishTools, digest: Digest): Promise<Edition | undefined> {
  const now = tools.clock.now()
  const moment = { slotAt: now, now, compositions: createCompositions() }
  const edition = await tools.storage.inTransaction((storage) => createEdition(storage, digest, moment))
  if (edition !== undefined) noteMade(tools, edition)
  await finishOpen(tools)
  return edition
}

/** Undefined as well where the workspace has had enough editions today: its readers are told. */
async function createWithin(
  storage: Storage,
  digest: Digest,
  moment: EditionMoment,
  quotas: Quotas | undefined,
): Promise<Edition | undefined> {
  const use = await useEdition(storage, digest, moment, quotas)
  const edition = use && (await createEdition(storage, digest, moment))
  if (edition === undefined) await use?.giveBack()
  return edition
}

/** The slot's only edition with its deliveries; undefined when another process was first. */
async function createEdition(
  storage: Storage,
  digest: Digest,
  moment: EditionMoment,
): Promise<Edition | undefined> {
  const { edition, trace } = await makeTracedEdition(storage, digest, moment)
  const isSilent = edition.stories.length === 0 && digest.onEmpty === 'skip'
  const deliveries = isSilent ? [] : planDeliveries(edition, digest.channels, partCount(edition))
  if (!(await storage.editions.create(edition, deliveries))) return undefined
  await storage.traces.save(edition.id, trace)
  return edition
}
