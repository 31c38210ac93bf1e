// What work costs: seconds by the clock, seconds of the processor, memory. Does none of it.
import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { USUAL_ZONE } from '../src/core/calendar.ts'
import { factsOf } from '../src/core/fact.ts'
import type { Corpus } from './scale-corpus.ts'

export const COST = z.object({
  seconds: z.number(),
  /** Of the processor alone, whoever else wants it. */
  busySeconds: z.number(),
})
export type Cost = z.infer<typeof COST>

export async function costOf<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly cost: Cost; readonly result: Result }> {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return {
    cost: { seconds: (performance.now() - startedAt) / 1000, busySeconds: (user + system) / 1e6 },
    result,
  }
}

/** Articles of the corpus whose facts are read to find the pace of the machine. */
const PACE_ARTICLES = 200

/**
 * Milliseconds of the processor for the facts of an article, always the same ones: what a shared machine makes of the same
 * work from one minute to the next. Costs are told beside it.
 */
export function paceOf({ articles }: Corpus): number {
  const before = process.cpuUsage()
  for (const article of articles.slice(0, PACE_ARTICLES)) factsOf(article, USUAL_ZONE)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / PACE_ARTICLES
}

/** The value that this share of all is not above; 0 for none. */
export function at(share: number, all: readonly number[]): number {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Since the program was loaded, where the system tells: `maxRSS` counts what stood in its place before as well. */
export function peakMegabytes(): number {
  const status = existsSync(OWN_STATUS) ? readFileSync(OWN_STATUS, 'utf8') : ''
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(status) ?? []
  return (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes)) / 1024
}
const OWN_STATUS = '/proc/self/status'

export const residentMegabytes = (): number => process.memoryUsage().rss / 2 ** 20
