// One PostgreSQL server for all the test files of a run, started before them and gone after. Asserts nothing.
import { TABLES, startOwnServer } from './postgres-server.ts'
import { openStorage } from '../../src/storage/open.ts'

/** Two groups of files may ask for it: the second finds that of the first. */
export default async function share(): Promise<() => Promise<void>> {
  if (process.env['PRESSOIR_TEST_SERVER'] !== undefined) return async () => undefined
  const server = await startOwnServer()
  await server.ask(`create database ${TABLES}`)
  await (await openStorage(server.address(TABLES), { now: () => 0 })).close()
  process.env['PRESSOIR_TEST_SERVER'] = String(server.port)
  return () => server.stop()
}
