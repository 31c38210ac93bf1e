// A log for benches that keeps what went wrong and says nothing else. Prints none.
import type { Log } from '../src/ports.ts'

export const SILENT_LOG: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: (message, data) => void process.stderr.write(`${message} ${JSON.stringify(data ?? {})}\n`),
}

function nothing(): void {
  // What goes well is no result.
}
