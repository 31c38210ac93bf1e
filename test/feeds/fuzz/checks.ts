// What is checked of whatever a reader gives: time, failures that are explained, valid Unicode. Knows no reader.
import { ExplainedError } from '../../../src/core/failures.ts'

/** One reading of a document of some kilobytes may take so much of the processor, in milliseconds; most take two. */
const READING_LIMIT = 3000

export function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

/** What `read` gives within bounds of time; undefined when it explains why it gives nothing. */
export function readInTime<T>(read: () => T): T | undefined {
  const before = process.cpuUsage()
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error
    return undefined
  } finally {
    const { user, system } = process.cpuUsage(before)
    check((user + system) / 1000 < READING_LIMIT, `took ${Math.round((user + system) / 1000)} ms`)
  }
}

/** Every string in a value. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

export function checkStrings(value: unknown): void {
  for (const text of stringsIn(value)) check(text.isWellFormed(), `half a character in ${text.slice(0, 80)}`)
}
