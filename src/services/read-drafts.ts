// From drafts to articles, in the order in which they are wanted: fetches pages, places stories, keeps facts. Asks no feed.
import type { ArticleDraft } from '../core/article.ts'
import { isTruncated } from '../core/article-identity.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import type { StoryShelf } from '../core/story-shelf.ts'
import type { WaitingDraft } from '../core/waiting-draft.ts'
import { KEPT_IN_TURN, keptOneByOne, PAGE_UNREAD } from '../locale/log.ts'
import type { ArticleOutcome } from '../meter.ts'
import type { Clock, FeedReader, Log, Meter, Storage } from '../ports.ts'
import { atMost } from './at-most.ts'
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

/** Taken at once: pages of so many hosts are on their way together, each host's own limit of two still holds. */
const READ_AT_ONCE = 16

/** Drafts whose pages may be on their way; beyond, the slowest are waited for. */
const MOST_UNDER_WAY = 64

/**
 * Articles stored together: what a transaction costs, of the disk or of the way to a server, falls on all of them. Whoever
 * wants to write meanwhile waits for some 50 ms.
 */
const KEPT_TOGETHER = 8

/** How long drafts wait for the pages of those before them, in seconds: most pages are there in one. */
const PATIENCE_SECONDS = 2

export interface DraftTools {
  readonly reader: FeedReader
  readonly storage: Storage
  readonly shelf: StoryShelf
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
  /** Aborted when the program stops: drafts wait for its next life. */
  readonly signal: AbortSignal
}

/** A draft whose page is on its way. */
interface Reading {
  readonly waiting: WaitingDraft
  readonly page: Promise<void>
  /** Set when the page has come, or will not. */
  completed?: ArticleDraft
}

export interface ReadOptions {
  readonly onKept?: (kept: KeptArticles) => void
  /** Those that this process has to itself; all of them when absent. */
  readonly lanes?: ReadonlySet<number>
}

/**
 * Reads until nothing waits, and hands over what each draft became: nothing is held of an archive that takes hours. What a
 * page does holds up only its own article; a failing database stops everything.
 */
export async function readDrafts(
  tools: DraftTools,
  { onKept = () => undefined, lanes }: ReadOptions = {},
): Promise<void> {
  const underWay = new Map<string, Reading>()
  await restoreRunningShelf(tools.storage, tools.shelf, tools.clock.now())
  while (!tools.signal.aborted) {
    const begun = await beginReading(tools, underWay, lanes)
    if (underWay.size === 0) break
    const pages = Promise.all([...underWay.values()].map(({ page }) => page))
    // Nothing new could be begun: there is nothing to do until a page comes.
    await (begun > 0
      ? atMost(pages, PATIENCE_SECONDS)
      : Promise.race([...underWay.values()].map(({ page }) => page)))
    for (const ready of inGroups(readyOf(underWay))) {
      if (tools.signal.aborted) break
      onKept(await keepTogether(tools, ready))
      for (const { id } of ready) underWay.delete(id)
      await tools.storage.search.keepUp()
      await letOthersIn()
    }
  }
}

/** A draft with all that will be known of it. */
interface Ready {
  readonly id: string
  readonly draft: ArticleDraft
}

const readyOf = (underWay: ReadonlyMap<string, Reading>): readonly Ready[] =>
  Array.from(underWay.values()).flatMap(({ waiting: { id }, completed }) =>
    completed === undefined ? [] : [{ id, draft: completed }],
  )

function inGroups(all: readonly Ready[]): readonly (readonly Ready[])[] {
  return Array.from({ length: Math.ceil(all.length / KEPT_TOGETHER) }, (_, group) =>
    all.slice(group * KEPT_TOGETHER, (group + 1) * KEPT_TOGETHER),
  )
}

/** How many were begun. Two drafts of one article are read one after the other: an edit comes after what it edits. */
async function beginReading(
  tools: DraftTools,
  underWay: Map<string, Reading>,
  lanes: ReadonlySet<number> | undefined,
): Promise<number> {
  const free = Math.min(READ_AT_ONCE, MOST_UNDER_WAY - underWay.size)
  if (free <= 0) return 0
  const busyKeys = new Set([...underWay.values()].flatMap(({ waiting }) => waiting.draft.keys))
  let begun = 0
  for (const waiting of await tools.storage.drafts.next(free, [...underWay.keys()], lanes)) {
    if (waiting.draft.keys.some((key) => busyKeys.has(key))) continue
    for (const key of waiting.draft.keys) busyKeys.add(key)
    underWay.set(waiting.id, begin(tools, waiting))
    begun++
  }
  return begun
}

function begin(tools: DraftTools, waiting: WaitingDraft): Reading {
  const complete = waiting.wantsPage ? withPage(tools, waiting.draft) : Promise.resolve(waiting.draft)
  const reading: Reading = {
    waiting,
    page: complete.then((draft) => {
      reading.completed = draft
    }),
  }
  return reading
}

/** Reads each text before anybody has to wait for the transaction. */
async function keepTogether(tools: DraftTools, group: readonly Ready[]): Promise<KeptArticles> {
  const known = await tools.storage.articles.findByKeys(group.flatMap(({ draft }) => draft.keys))
  const ahead: ReadText[] = []
  const read: Ready[] = []
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
  return keepRead(tools, read, ahead)
}

/** New articles are written before the turn of the transaction to write; what comes to nothing then is done in its turn. */
async function keepRead(
  tools: DraftTools,
  group: readonly Ready[],
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
async function keepAtOnce(tools: DraftTools, group: readonly Ready[], texts: Texts): Promise<KeptArticles> {
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
 * All of it in one turn to write. When it fails, the shelf holds articles that storage does not: it is emptied, and filled anew before anything is placed
 * again; then each of them stands for itself.
 */
async function keepInTurn(
  tools: DraftTools,
  group: readonly Ready[],
  ahead: readonly ReadText[],
): Promise<KeptArticles> {
  const [first, ...others] = group
  if (first === undefined) return NOTHING_KEPT
  try {
    return await keepAtOnce(tools, group, { ahead })
  } catch (error) {
    tools.shelf.clear()
    if (others.length === 0 || isDatabaseFailure(error)) {
      await setAside(tools, first, error)
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
  { shelf, clock }: DraftTools,
  storage: Storage,
  group: readonly Ready[],
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
  { storage, log, meter }: DraftTools,
  { id, draft }: Ready,
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

/** The draft with the text of its page, if it gives one. The feed's own words win where it has them. */
async function withPage({ reader, log }: DraftTools, draft: ArticleDraft): Promise<ArticleDraft> {
  try {
    const page = await reader.readPage(draft.url)
    return {
      ...draft,
      title: draft.title === '' ? page.title : draft.title,
      lead: (draft.lead === '' || isTruncated(draft.lead)) && page.lead !== '' ? page.lead : draft.lead,
      body: page.text,
      author: draft.author ?? page.author,
      agency: page.agency,
      publishedAt: draft.publishedAt ?? page.publishedAt,
    }
  } catch (error) {
    if (!(error instanceof ExplainedError)) {
      logFailure(log, error, { url: draft.url })
      return draft
    }
    log.debug(PAGE_UNREAD, { url: draft.url, failure: error.failure })
    if (isReserved(error.failure)) return { ...draft, isReserved: true }
    return isPassing(error.failure) ? withoutPrint(draft) : draft
  }
}

/** A robots.txt only says that the page is not to be fetched. */
function isReserved(failure: Failure): boolean {
  return failure.code === 'fetch-reserved' && failure.by === 'tdm'
}

/** Whether the same page may well be read in a quarter of an hour. */
function isPassing(failure: Failure): boolean {
  if (failure.code === 'fetch-status') return failure.status === 429 || failure.status >= 500
  return ['fetch-timeout', 'fetch-unreachable', 'fetch-damaged'].includes(failure.code)
}

/**
 * Without the name made of its words an article is not wholly known: the next reading of its feed asks for the page
 * again, for as long as the article is recent.
 */
function withoutPrint(draft: ArticleDraft): ArticleDraft {
  const keys = draft.keys.filter((key) => !key.startsWith('print:'))
  return keys.length === 0 ? draft : { ...draft, keys }
}
