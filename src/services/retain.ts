// Gives up the texts of old articles in small steps: people, meetings and editions stay, with the sentences that prove them.
import type { Article } from '../core/article.ts'
import type { Instant } from '../core/calendar.ts'
import { keepPassages, wholeSentences } from '../core/kept-passages.ts'
import { largeBefore, type Retention, tooOldBefore } from '../core/retention.ts'
import { sentencesOf } from '../core/sentence.ts'
import type { Storage } from '../ports.ts'

/** Articles of one transaction at most, and how long it goes on taking more, in milliseconds: one takes 1 to 5. */
const BATCH = 20
const LONGEST_STEP = 10

export interface RetainTools {
  readonly storage: Storage
  readonly retention: Retention
  readonly now: Instant
  readonly signal: AbortSignal
  /** Lets everybody else write for as long as the last step took. */
  readonly rest: (stepMilliseconds: number) => Promise<void>
  readonly onProgress?: (done: number) => void
}

/** Until nothing is too old or too much, or the signal says to stop: what is done stays done. Gives how many went. */
export async function retain(tools: RetainTools): Promise<number> {
  let done = 0
  while (!tools.signal.aborted) {
    const before = await nextBefore(tools)
    const thinned = before === undefined ? 0 : await inStep(tools, () => thinOldest(tools, before))
    if (thinned === 0) break
    done += thinned
    tools.onProgress?.(done)
    // Before the size is asked for again: what went is still in the index.
    await tendIndex(tools)
  }
  await tendIndex(tools)
  await giveBack(tools)
  return done
}

async function nextBefore({ storage, retention, now }: RetainTools): Promise<Instant | undefined> {
  const byAge = tooOldBefore(retention, now)
  if (byAge !== undefined && (await storage.retention.oldestWhole(byAge, 1)).length > 0) return byAge
  return largeBefore(retention, await storage.retention.usedBytes(), now)
}

/** Age first, then size: gives how many texts went. */
async function thinOldest({ storage, now }: RetainTools, before: Instant): Promise<number> {
  return storage.inTransaction(async (inner) => {
    const articles = await inner.retention.oldestWhole(before, BATCH)
    const beganAt = performance.now()
    let done = 0
    for (const article of articles) {
      await thin(inner, article, now)
      done++
      if (performance.now() - beganAt > LONGEST_STEP) break
    }
    return done
  })
}

async function thin(storage: Storage, article: Article, now: Instant): Promise<void> {
  const proofs = await storage.retention.proofsOf(article.id)
  const kept = new Map<number, string>([[article.version, keepPassages(article.text, [])]])
  for (const [version, spans] of Map.groupBy(proofs, (proof) => proof.version)) {
    const text = await storage.articles.textOf(article.id, version)
    if (text !== undefined) kept.set(version, keepPassages(text, wholeSentences(spans, sentencesOf(text))))
  }
  await storage.search.index(article, [])
  await storage.retention.thin({ article, kept }, now)
}

/** The index keeps what went until it is merged, which takes many small steps. */
export async function tendIndex(tools: Pick<RetainTools, 'storage' | 'signal' | 'rest'>): Promise<void> {
  while (!tools.signal.aborted) {
    if (!(await inStep(tools, () => tools.storage.retention.mergeIndex(LONGEST_STEP)))) return
  }
}

async function giveBack(tools: RetainTools): Promise<void> {
  while (!tools.signal.aborted) {
    if (!(await inStep(tools, () => tools.storage.retention.freePages(LONGEST_STEP)))) return
  }
}

async function inStep<Result>(
  tools: Pick<RetainTools, 'rest'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const beganAt = performance.now()
  const result = await work()
  await tools.rest(performance.now() - beganAt)
  return result
}

/** What would go: by age, and whether the size asks for more. */
export interface RetentionPlan {
  readonly byAge: { readonly articles: number; readonly characters: number }
  readonly usedBytes: number
  /** Articles whose texts may go for the size, oldest first, until it fits. */
  readonly bySize: { readonly articles: number; readonly characters: number } | undefined
}

export async function planRetention(
  storage: Storage,
  retention: Retention,
  now: Instant,
): Promise<RetentionPlan> {
  const byAge = tooOldBefore(retention, now)
  const usedBytes = await storage.retention.usedBytes()
  const bySize = largeBefore(retention, usedBytes, now)
  return {
    byAge: byAge === undefined ? { articles: 0, characters: 0 } : await storage.retention.countWhole(byAge),
    usedBytes,
    bySize: bySize === undefined ? undefined : await storage.retention.countWhole(bySize),
  }
}
