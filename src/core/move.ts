// What came of moving a database from a file to a server. Moves nothing.

export interface MoveReport {
  /** Where it is now, without user and password. */
  readonly server: string
  /** Rows copied and compared, by table. */
  readonly rows: Readonly<Record<string, number>>
  /** Whether an earlier attempt had begun it. */
  readonly wasResumed: boolean
}
