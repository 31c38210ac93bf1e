// Loads what reads an article, in a process of its own, and prints how long it took and what it holds. Reads none.
//   node --expose-gc bench/question-load.ts
import * as z from 'zod'

export const LOADED = z.object({
  milliseconds: z.number(),
  heapMegabytes: z.number(),
  residentMegabytes: z.number(),
})

if (import.meta.main) {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const startedAt = performance.now()
  await import('../src/core/fact.ts')
  const milliseconds = performance.now() - startedAt
  globalThis.gc?.()
  const after = process.memoryUsage()
  process.stdout.write(
    JSON.stringify({
      milliseconds,
      heapMegabytes: (after.heapUsed - before.heapUsed) / 2 ** 20,
      residentMegabytes: (after.rss - before.rss) / 2 ** 20,
    }),
  )
}
