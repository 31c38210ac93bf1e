// The contract of storage on a PostgreSQL server.
import { afterAll, beforeAll } from 'vitest'
import { describeStorage } from './contract.ts'
import { startServer, type TestServer } from './postgres-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

describeStorage('PostgreSQL', () => server.clearedDatabase())
