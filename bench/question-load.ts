// Loads what reads an article, in a process of its own, and prints how long it took and what it holds. Reads none.
//   node --expose-gc bench/question-load.ts
import { enableCompileCache } from 'node:module'
import * as z from 'zod'

export const LOADED = z.object({
  milliseconds: z.number(),
  /** Of the processor alone, whoever else wants it. */
  busyMilliseconds: z.number(),
  heapMegabytes: z.number(),
  residentMegabytes: z.number(),
})

if (import.meta.main) {
  // As pressoir.mjs does.
  enableCompileCache()
  globalThis.gc?.()
  const before = process.memoryUsage()
  const busyBefore = process.cpuUsage()
  const startedAt = performance.now()
  await import('../src/core/fact.ts')
  const milliseconds = performance.now() - startedAt
  const busy = process.cpuUsage(busyBefore)
  globalThis.gc?.()
  const after = process.memoryUsage()
  process.stdout.write(
    JSON.stringify({
      milliseconds,
      busyMilliseconds: (busy.user + busy.system) / 1000,
      heapMegabytes: (after.heapUsed - before.heapUsed) / 2 ** 20,
      residentMegabytes: (after.rss - before.rss) / 2 ** 20,
    }),
  )
}
