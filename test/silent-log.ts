// A log that nobody reads.
import type { Log } from '../src/ports.ts'

const ignore = (): void => undefined

export const SILENT_LOG: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore }
