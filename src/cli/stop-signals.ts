// The signals that end the bot: the first one asks it to finish, a second one ends it at once, and time runs out as well.
import { constants } from 'node:os'
import { STOPPED_SHORT } from '../locale/command-line.ts'
import type { Log } from '../ports.ts'
import { EXIT } from './terminal.ts'

/**
 * How long what is under way may take to end, in milliseconds. Docker and Kubernetes kill after thirty seconds: we say
 * before that what is left, and go with a status of our own. What is left is in the ledger; ADR 0003.
 */
const LONGEST_GOODBYE = 25_000

/** What shells add to the number of a signal. */
const SIGNAL_BASE = 128

export interface StopSignals {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal
  /** Nobody listens any more: everything has ended. */
  release(): void
}

/** The process that is told to stop, and may be left with a status whatever is under way. */
interface Stoppable extends Pick<NodeJS.EventEmitter, 'on' | 'off'> {
  exit(status: number): void
}

export function listenForStop(
  log: Log,
  process: Stoppable,
  longestGoodbye: number = LONGEST_GOODBYE,
): StopSignals {
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const listeners = (['SIGTERM', 'SIGINT'] as const).map((name) => {
    const listener = (): void => {
      if (stopping.signal.aborted) return process.exit(SIGNAL_BASE + constants.signals[name])
      timer = setTimeout(() => {
        log.error(STOPPED_SHORT)
        process.exit(EXIT.failed)
      }, longestGoodbye)
      stopping.abort()
    }
    process.on(name, listener)
    return { name, listener }
  })
  return {
    signal: stopping.signal,
    release: () => {
      clearTimeout(timer)
      for (const { name, listener } of listeners) process.off(name, listener)
    },
  }
}
