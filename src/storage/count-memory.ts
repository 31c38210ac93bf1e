// How often common stems stand in sentences, for as long as it can hardly have changed. Asks no database.
import type { CountedStem } from './stem-index.ts'

export interface CountMemory {
  /** Of these stems, those whose counts are known and still right to a thousandth. */
  recall(stems: readonly string[], changes: number): readonly CountedStem[]
  /** `changes` are the sentences that ever came or went, together. */
  keep(counted: readonly CountedStem[], changes: number): void
}

/** In SQLite whatever has a stem is read to count it: of a million articles 90 ms for the commonest ones. */
const COMMON = 20_000

/** Of a count, how much may have come or gone since. */
const TOLERANCE = 1 / 1000

/** Remembers nothing at first; as many stems as are common, some thousand in a million articles. */
export function createCountMemory(): CountMemory {
  const kept = new Map<string, { readonly counted: CountedStem; readonly changes: number }>()
  return {
    recall: (stems, changes) =>
      stems.flatMap((stem) => {
        const known = kept.get(stem)
        const isRight = known !== undefined && changes - known.changes <= known.counted.count * TOLERANCE
        return isRight ? [known.counted] : []
      }),
    keep: (counted, changes) => {
      for (const one of counted) if (one.count >= COMMON) kept.set(one.stem, { counted: one, changes })
    },
  }
}
