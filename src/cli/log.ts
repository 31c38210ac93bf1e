// The log: structured lines for machines, plain lines for a person at the terminal. Never writes to standard output.
import type { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Log } from '../ports.ts'

/** JSON lines by pino when the stream is piped; `08:00:12 message` when a person watches. */
export function createLog(stream: Writable & { readonly isTTY?: boolean }, now: () => Date): Log {
  return stream.isTTY === true ? plainLog(stream, now) : structuredLog(stream)
}

function structuredLog(stream: Writable): Log {
  const logger = pino({ base: null, messageKey: 'message', timestamp: pino.stdTimeFunctions.isoTime }, stream)
  return {
    debug: (message, data) => logger.debug(data ?? {}, message),
    info: (message, data) => logger.info(data ?? {}, message),
    warn: (message, data) => logger.warn(data ?? {}, message),
    error: (message, data) => logger.error(data ?? {}, message),
  }
}

function plainLog(stream: Writable, now: () => Date): Log {
  const line = (mark: string) => (message: string) => {
    stream.write(`${now().toLocaleTimeString('fr-FR')}  ${mark}${message}\n`)
  }
  return { debug: () => undefined, info: line(''), warn: line('⚠ '), error: line('✗ ') }
}
