// The key of config/pressoir.yaml about how much of the program one workspace may use.
import { z } from 'zod'
import { DEFAULT_QUOTAS } from '../core/quota.ts'
import { readNumber } from '../core/typed-values.ts'
import { reading } from './reading.ts'

/** Beyond it nobody means a limit. */
const MOST = 1_000_000

function limit(usual: number) {
  return z.preprocess((given) => given ?? String(usual), reading(readNumber(1, MOST)))
}

export const quotaSchema = z.strictObject({
  flux: limit(DEFAULT_QUOTAS.feeds),
  questions: limit(DEFAULT_QUOTAS.questionsAMinute),
  editions: limit(DEFAULT_QUOTAS.editionsADay),
})
