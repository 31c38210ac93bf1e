// Keeps drafts that are complete: several in one transaction, each as it would be kept alone. Fetches nothing.
import type { ArticleDraft } from '../core/article.ts'
import type { StoryShelf } from '../core/story-shelf.ts'
import { KEPT_IN_TURN, keptOneByOne } from '../locale/log.ts'
import type { ArticleOutcome } from '../meter.ts'
import type { Clock, Log, Meter, Storage } from '../ports.ts'
import {
  isNew,
  keepArticles,
  type KeepOptions,
  type KeptArticles,
  OvertakenError,
  readAhead,
  writeAhead,
} from './keep-articles.ts'
import { detailOf, isDatabaseFailure, logFailure } from './log-failure.ts'
import { letOthersIn } from './map-concurrently.ts'
import type { ReadText } from './read-text.ts'
import { restoreRunningShelf } from './restore-shelf.ts'
import { tellingTime } from './telling-time.ts'

export interface KeepingTools {
  readonly storage: Storage
  readonly shelf: StoryShelf
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
}

/** A draft with all that will be known of it. */
export interface ReadyDraft {
  readonly id: string
  readonly draft: ArticleDraft
}

/** Reads each text before anybody has to wait for the transaction. */
export async function keepTogether(tools: KeepingTools, group: readonly ReadyDraft[]): Promise<KeptArticles> {
  const known = await tools.storage.articles.findByKeys(group.flatMap(({ draft }) => draft.keys))
  const ahead: ReadText[] = []
  const read: ReadyDraft[] = []
  for (const ready of group) {
    try {
      const text = readAhead(ready.draft, known, tools.clock.now())
      if (text !== undefined) ahead.push(text)
      read.push(ready)
    } catch (error) {
      await setAside(tools, ready, error)
    }
    await letOthersIn()
  }
  return read.length === 0 ? NOTHING_KEPT : keepRead(tools, read, ahead)
}

/** New articles are written before the turn of the transaction to write; what comes to nothing then is done in its turn. */
async function keepRead(
  tools: KeepingTools,
  group: readonly ReadyDraft[],
  ahead: readonly ReadText[],
): Promise<KeptArticles> {
  try {
    return await keepAtOnce(tools, group, { ahead, written: ahead.filter(isNew) })
  } catch (error) {
    if (error instanceof OvertakenError)
      tools.log.debug(KEPT_IN_TURN, { error: detailOf(error.cause ?? error) })
    else tools.shelf.clear()
    if (isDatabaseFailure(error)) throw error
    return keepInTurn(tools, group, ahead)
  }
}

type Texts = Pick<KeepOptions, 'ahead' | 'written'>

/** The articles and the ends of their drafts in one transaction. */
async function keepAtOnce(
  tools: KeepingTools,
  group: readonly ReadyDraft[],
  texts: Texts,
): Promise<KeptArticles> {
  await restoreRunningShelf(tools.storage, tools.shelf, tools.clock.now())
  const { written = [] } = texts
  const kept = await tools.storage.inTransaction(
    (storage) => keepWithin(tools, storage, group, texts),
    written.length === 0 ? undefined : (storage) => writeAhead(storage, written),
  )
  count(tools.meter, kept, group.length)
  return kept
}

/**
 * All of it in one turn to write. When it fails, the shelf holds articles that storage does not: it is emptied, and filled
 * anew before anything is placed again; then each of them stands for itself.
 */
async function keepInTurn(
  tools: KeepingTools,
  group: readonly ReadyDraft[],
  ahead: readonly ReadText[],
): Promise<KeptArticles> {
  try {
    return await keepAtOnce(tools, group, { ahead })
  } catch (error) {
    tools.shelf.clear()
    if (isDatabaseFailure(error)) throw error
    const [one, ...others] = group
    if (one !== undefined && others.length === 0) {
      await setAside(tools, one, error)
      return NOTHING_KEPT
    }
    tools.log.warn(keptOneByOne(group.length), { error: detailOf(error) })
  }
  let all = NOTHING_KEPT
  for (const ready of group) all = both(all, await keepInTurn(tools, [ready], ahead))
  return all
}

/** The hour is read here: an edition of meanwhile counts as having told all that was seen before it. */
async function keepWithin(
  { shelf, clock }: KeepingTools,
  storage: Storage,
  group: readonly ReadyDraft[],
  texts: Texts,
): Promise<KeptArticles> {
  const now = clock.now()
  await restoreRunningShelf(storage, shelf, now)
  const seenAt = await tellingTime(storage, now)
  const drafts = group.map(({ draft }) => draft)
  const kept = await keepArticles(storage, shelf, drafts, { now, seenAt, ...texts })
  await storage.drafts.remove(group.map(({ id }) => id))
  return kept
}

/** One text that our readers stumble over must hold up no other; a database that fails holds up all. */
async function setAside(
  { storage, log, meter }: KeepingTools,
  { id, draft }: ReadyDraft,
  error: unknown,
): Promise<void> {
  if (isDatabaseFailure(error)) throw error
  logFailure(log, error, { url: draft.url })
  await storage.drafts.setAside(id)
  meter({ kind: 'article', outcome: 'unreadable' })
}

const NOTHING_KEPT: KeptArticles = { added: [], updated: [], foldedCount: 0 }

const both = (one: KeptArticles, other: KeptArticles): KeptArticles => ({
  added: [...one.added, ...other.added],
  updated: [...one.updated, ...other.updated],
  foldedCount: one.foldedCount + other.foldedCount,
})

function count(meter: Meter, { added, updated, foldedCount }: KeptArticles, draftCount: number): void {
  const counts: Readonly<Partial<Record<ArticleOutcome, number>>> = {
    folded: foldedCount,
    new: added.length - foldedCount,
    updated: updated.length,
    unchanged: draftCount - added.length - updated.length,
  }
  for (const outcome of ['folded', 'new', 'updated', 'unchanged'] as const)
    for (let left = counts[outcome] ?? 0; left > 0; left--) meter({ kind: 'article', outcome })
}
