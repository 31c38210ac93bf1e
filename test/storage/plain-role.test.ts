// The role that compose.roles.yaml gives to bots: its script is played on a real server, and it is enough for everything.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, escapeLiteral } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/config/load.ts'
import { openQueue } from '../../src/open-queue.ts'
import { inspectDatabase } from '../../src/storage/inspect.ts'
import { moveToServer } from '../../src/storage/move-to-server.ts'
import { openStorage } from '../../src/storage/open.ts'
import { configuration } from '../cli/articles.ts'
import { newFile, newFolder, plain, run } from '../cli/command.ts'
import { newDatabasePath } from './database-files.ts'
import { startServer, type TestServer } from './postgres-server.ts'
import { addArticle, EVENING, MORNING } from './samples.ts'
import { SILENT_LOG } from '../silent-log.ts'

/** What would end a text of SQL, and means something in an address. */
const PASSWORD = `l'eau @ la/bouche`

/** What psql does with the script: the environment in variables, variables as texts, one statement after the other. */
function statementsOf(script: string, environment: Readonly<Record<string, string>>): readonly string[] {
  const variables = new Map<string, string>()
  const statements = script
    .replaceAll(/^--.*\n/gm, '')
    .replaceAll(/^\\(.*)\n/gm, (_line, command: string) => {
      const [, name = '', from = ''] = /^getenv (\w+) (\w+)$/.exec(command) ?? []
      const value = environment[from]
      if (value === undefined) throw new Error(`no such command here: ${command}`)
      variables.set(name, value)
      return ''
    })
  return statements
    .replaceAll(/:'(\w+)'/g, (_words, name: string) => escapeLiteral(variables.get(name) ?? ''))
    .split(/;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

let server: TestServer
let url = ''
beforeAll(async () => {
  // Roles are of a whole server: one of its own.
  server = await startServer(['-c', 'fsync=off'])
  const script = readFileSync('config/postgres-role.sql', 'utf8')
  for (const statement of statementsOf(script, { PRESSOIR_PASSWORD: PASSWORD })) await server.ask(statement)
  const address = new URL(server.address('pressoir'))
  address.username = 'pressoir'
  address.password = encodeURIComponent(PASSWORD)
  url = address.href
}, 180_000)
afterAll(() => server.stop(), 180_000)

describe('the role of bots', () => {
  it('owns one database, may connect to no other, and has no right of the server', async () => {
    const roles = await server.ask(`
      select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolcanlogin
      from pg_roles where rolname = 'pressoir'`)
    expect(roles.map((role) => Object.values(role))).toEqual([[false, false, false, false, false, true]])
    const databases = await server.ask(`
      select datname as name, pg_get_userbyid(datdba) as owner from pg_database
      where has_database_privilege('pressoir', oid, 'connect') and datallowconn`)
    expect(databases).toEqual([{ name: 'pressoir', owner: 'pressoir' }])
    expect(await server.ask(`select from pg_auth_members where member = 'pressoir'::regrole`)).toEqual([])
  })

  it('is enough for the tables, for what is kept in them, and for the queues', async () => {
    const storage = await openStorage(url, { now: () => MORNING })
    await addArticle(storage, 'premier')
    expect(await storage.articles.count()).toBe(1)
    await storage.close()
    const queue = await openQueue(url, SILENT_LOG)
    const worked = Promise.withResolvers<ReadonlySet<number>>()
    await queue.work('read', { together: 1, side: 1 }, async (lanes) => worked.resolve(lanes))
    await queue.offer([{ kind: 'read', lane: 3 }])
    expect(await worked.promise).toEqual(new Set([3]))
    expect(await queue.isWorking()).toBe(true)
    await queue.stop(5_000)
    const owners = await server.ask(
      `select distinct tableowner as owner from pg_tables where schemaname in ('public', 'pressoir_travail')`,
      'pressoir',
    )
    expect(owners).toEqual([{ owner: 'pressoir' }])
  })

  it('is enough for moving an archive there, into a database that was made anew', async () => {
    const path = await newDatabasePath()
    const file = await openStorage(path, { now: () => MORNING })
    await addArticle(file, 'premier')
    await file.close()
    await server.ask(`create database ailleurs owner pressoir encoding 'UTF8' template template0`)
    const target = url.replace(/pressoir$/, 'ailleurs')
    await moveToServer(path, target, { now: EVENING })
    const storage = await openStorage(target, { now: () => EVENING })
    expect(await storage.articles.count()).toBe(1)
    await storage.close()
  })
})

/** What the doctor says of the database at this address, in lines. */
async function doctor(database: string): Promise<readonly string[]> {
  const folder = newFolder()
  const text = configuration({ archives: join(folder, 'digests') })
  const path = newFile(folder, 'pressoir.yaml', text)
  const ended = await run(['doctor', '--config', path], '', {
    loadConfiguration: async (asked) => loadConfiguration(asked, { PRESSOIR_DATABASE: database }),
  })
  expect(ended).toMatchObject({ status: 0, errors: '' })
  return ended.output.trimEnd().split('\n')
}

describe('the doctor', () => {
  it('counts the connections of others as well, of whom that role is told little', async () => {
    const other = new Client({ connectionString: server.address('postgres') })
    await other.connect()
    try {
      // Those of before may still be on their way out.
      for (const address of [url, server.address('pressoir')])
        await expect.poll(() => inspectDatabase(address)).toMatchObject({ connections: 2 })
    } finally {
      await other.end()
    }
  })

  it('has nothing against a role that only owns its database', async () => {
    expect(await inspectDatabase(url)).toMatchObject({ role: 'pressoir', isSuperuser: false })
    const lines = await doctor(url)
    expect(lines.filter((line) => line.startsWith('⚠')).map(plain)).toEqual([
      '⚠ La base est sur un serveur : c’est à vous de la sauvegarder, avec « pg_dump ». Voyez docs/operations.md.',
    ])
  })

  it('warns of a superuser, whether there are tables or not', async () => {
    const line =
      '⚠ Le robot se connecte à la base avec «\u202Fpostgres\u202F», qui a tous les droits sur le serveur\u00A0: il suffit qu’il possède sa base. Donnez-lui un rôle à lui\u00A0: voyez «\u202FSeveral machines\u202F» dans docs/operations.md.'
    for (const database of [await server.newDatabase(), server.address('pressoir')])
      expect(await doctor(database)).toContain(line)
  })
})
