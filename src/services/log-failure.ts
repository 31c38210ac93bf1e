// Says in the log what went wrong, in French when we know, with the details when we do not. Decides nothing.
import { ExplainedError } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import { UNEXPECTED_ERROR } from '../locale/log.ts'
import type { Log } from '../ports.ts'

/** `data` says what it is about: an edition, a digest, a channel. */
export function logFailure(log: Log, error: unknown, data: Readonly<Record<string, unknown>> = {}): void {
  if (error instanceof ExplainedError) {
    log.error(explain(error.failure), { ...data, code: error.failure.code, ...causeOf(error) })
  } else {
    log.error(UNEXPECTED_ERROR, { ...data, error: detailOf(error) })
  }
}

/** Where it was thrown, if it says so: for whoever mends it. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** A database that fails, fails for all: no single feed or edition is to blame. */
export function isDatabaseFailure(error: unknown): boolean {
  return error instanceof ExplainedError && error.failure.code.startsWith('database-')
}

function causeOf({ cause }: ExplainedError): { readonly cause?: string } {
  return cause instanceof Error ? { cause: cause.message } : {}
}
