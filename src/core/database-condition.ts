// How a database is, as the doctor finds it, and what is too little or too much. Looks at nothing itself.

export type DatabaseCondition = FileCondition | ServerCondition

export interface FileCondition {
  readonly kind: 'file'
  readonly isWhole: boolean
  /** Rows that point to rows that are not there. */
  readonly orphans: number
  readonly bytes: number
  /** What is written and not yet in the file. */
  readonly logBytes: number
  readonly freeDiskBytes: number
  /** Names of the changes that this program will make to it. */
  readonly missingMigrations: readonly string[]
}

/** Whether it is whole, a server knows by itself, and says it when it is read. */
export interface ServerCondition {
  readonly kind: 'server'
  /** As it says itself, «18.4». */
  readonly version: string
  readonly bytes: number
  readonly connections: number
  readonly mostConnections: number
  /** As whom the program is let in. */
  readonly role: string
  /** May do everything there: read and drop what is not ours, read files of the machine, run programs on it. */
  readonly isSuperuser: boolean
  /** Nobody has used it yet. */
  readonly isEmpty: boolean
  readonly missingMigrations: readonly string[]
}

/** Half of them are for other programs, for pg_dump, and for the next version of this one. */
export function areConnectionsTight({ connections, mostConnections }: ServerCondition): boolean {
  return connections > mostConnections / 2
}

/** What came of trying these changes on a copy. */
export interface MigrationTrial {
  readonly names: readonly string[]
  readonly milliseconds: number
  readonly bytesBefore: number
  readonly bytesAfter: number
  /** Tables that lost rows, with how many there were and are. */
  readonly losses: readonly { readonly table: string; readonly before: number; readonly after: number }[]
  readonly isWhole: boolean
  readonly orphans: number
}

/** SQLite folds its log into the file at 4 MB; much more than that means that a reader never lets go. */
const LARGE_LOG_BYTES = 256e6

/** Room for a backup or a restoring, and for a week of articles: 500 MB. */
const SPARE_BYTES = 500e6

export function hasLargeLog({ logBytes, bytes }: FileCondition): boolean {
  return logBytes > Math.max(LARGE_LOG_BYTES, bytes / 2)
}

export function isDiskTight({ freeDiskBytes, bytes }: FileCondition): boolean {
  return freeDiskBytes < bytes + SPARE_BYTES
}
