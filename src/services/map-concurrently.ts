// Order kept, a few at once. The only place where services choose how much runs side by side.
import { atMost } from './at-most.ts'

/**
 * Like `Promise.all(items.map(work))`, with at most `limit` under way. After a failure nothing more is begun; it
 * rejects with the first one once all that was under way has ended, so that nothing goes on behind the caller's back.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const failures: unknown[] = []
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [position, item] of queue) {
      if (failures.length > 0) return
      try {
        results[position] = await work(item)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}

/**
 * As `mapConcurrently`, but work that lasts longer than `seconds` holds up nobody: something else is begun in its place,
 * as long as no more than `most` are under way in all.
 */
export async function mapPatiently<Item, Result>(
  items: readonly Item[],
  { limit, seconds, most }: { readonly limit: number; readonly seconds: number; readonly most: number },
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const begun: Promise<Result>[] = []
  const underWay = new Set<Promise<void>>()
  let hasFailed = false
  await mapConcurrently([...items.entries()], limit, async ([position, item]) => {
    while (underWay.size >= most) await Promise.race(underWay)
    if (hasFailed) return
    const result = work(item)
    begun[position] = result
    const ended = result.then(nothing, () => {
      hasFailed = true
    })
    underWay.add(ended)
    void ended.then(() => underWay.delete(ended))
    await atMost(ended, seconds)
  })
  const outcomes = await Promise.allSettled(begun)
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
}

function nothing(): void {
  // Whoever asked for the work hears of its outcome.
}

/** Lets everything else that waits have its turn: what computes for long would hold up every answer. */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

/** Runs what it is given one at a time, in the order asked; a failure passes through and stops nobody. */
export function createTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let previous: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = previous.then(work)
    previous = turn.catch(() => undefined)
    return turn
  }
}
