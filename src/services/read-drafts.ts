// From drafts to articles, in the order in which they are wanted: fetches pages, hands over what is complete. Asks no feed.
import type { ArticleDraft } from '../core/article.ts'
import { isTruncated } from '../core/article-identity.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import type { WaitingDraft } from '../core/waiting-draft.ts'
import { PAGE_UNREAD } from '../locale/log.ts'
import type { FeedReader } from '../ports.ts'
import { atMost } from './at-most.ts'
import type { KeptArticles } from './keep-articles.ts'
import { type KeepingTools, keepTogether, type ReadyDraft } from './keep-drafts.ts'
import { logFailure } from './log-failure.ts'
import { letOthersIn } from './map-concurrently.ts'
import { restoreRunningShelf } from './restore-shelf.ts'

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

export interface DraftTools extends KeepingTools {
  readonly reader: FeedReader
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

const readyOf = (underWay: ReadonlyMap<string, Reading>): readonly ReadyDraft[] =>
  Array.from(underWay.values()).flatMap(({ waiting: { id }, completed }) =>
    completed === undefined ? [] : [{ id, draft: completed }],
  )

function inGroups(all: readonly ReadyDraft[]): readonly (readonly ReadyDraft[])[] {
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
