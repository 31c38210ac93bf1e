// The log: structured lines for machines, plain lines for a person at the terminal. Never writes to standard output.
import type { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Log } from '../ports.ts'

/** JSON lines by pino when the stream is piped; `08:00:12 message` when a person watches. */
export function createLog(stream: Writable & { readonly isTTY?: boolean }, now: () => Date): Log {
  return stream.isTTY === true ? plainLog(stream, now) : structuredLog(stream)
}

/** A name and a password before a host, wherever an address stands in a line: logs are copied and sent around. */
const CREDENTIALS = /(:\/\/)[^\s/?#"\\<>]*@/g

function withoutPasswords(line: string): string {
  return line.replaceAll(CREDENTIALS, '$1')
}

function structuredLog(stream: Writable): Log {
  const logger = pino(
    {
      base: null,
      messageKey: 'message',
      // What a person need not see is there for whoever looks for one life in all the lines (core/log-trace).
      level: 'debug',
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: withoutPasswords },
    },
    stream,
  )
  return {
    debug: (message, data) => logger.debug(data ?? {}, message),
    info: (message, data) => logger.info(data ?? {}, message),
    warn: (message, data) => logger.warn(data ?? {}, message),
    error: (message, data) => logger.error(data ?? {}, message),
  }
}

function plainLog(stream: Writable, now: () => Date): Log {
  const line = (mark: string) => (message: string) => {
    stream.write(`${now().toLocaleTimeString('fr-FR')}  ${mark}${withoutPasswords(message)}\n`)
  }
  return { debug: () => undefined, info: line(''), warn: line('⚠ '), error: line('✗ ') }
}
