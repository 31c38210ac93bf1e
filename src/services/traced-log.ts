// A log whose every line says which life it belongs to. Says nothing itself.
import type { LogTrace } from '../core/log-trace.ts'
import type { Log } from '../ports.ts'

export function tracedLog(log: Log, trace: LogTrace): Log {
  return {
    debug: (message, data) => log.debug(message, { trace, ...data }),
    info: (message, data) => log.info(message, { trace, ...data }),
    warn: (message, data) => log.warn(message, { trace, ...data }),
    error: (message, data) => log.error(message, { trace, ...data }),
  }
}
