// Backups of a database that others write to: whole or not at all, and nothing else is ever overwritten.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { backupName } from '../../src/core/backup.ts'
import { DAY } from '../../src/core/calendar.ts'
import { backUp } from '../../src/storage/backup.ts'
import { backUpToFolder, lastBackupIn } from '../../src/storage/backup-folder.ts'
import { readManifest } from '../../src/storage/backup-manifest.ts'
import { openStorage } from '../../src/storage/open.ts'
import { addBallast, newDatabasePath } from './database-files.ts'
import { addFindable, EVENING, MORNING } from './samples.ts'

const OPTIONS = { now: EVENING, version: '1.0.0' }
const WRITER = join(import.meta.dirname, 'writer-process.ts')
const BACKUP = join(import.meta.dirname, 'backup-process.ts')

let path = ''
let target = ''

beforeEach(async () => {
  path = await newDatabasePath()
  target = join(dirname(path), 'sauvegarde.sqlite')
})

async function fill(articles = 3): Promise<void> {
  const storage = await openStorage(path, { now: () => MORNING })
  await storage.inTransaction(async (inner) => {
    for (let at = 0; at < articles; at++)
      await addFindable(inner, `a${at}`, `Le gel touche la commune ${at}.`)
  })
  await storage.close()
}

function newFile(content: string): string {
  writeFileSync(target, content)
  return target
}

function newDatabase(): string {
  const database = new DatabaseSync(target)
  database.exec('create table t (x)')
  database.close()
  return target
}

/** Of tables that a backup counts. */
function read(file: string): {
  readonly articles: number
  readonly deliveries: number
  readonly check: unknown
} {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const count = (table: string): number =>
      Number(database.prepare(`select count(*) as count from ${table}`).get()?.['count'])
    return {
      articles: count('articles'),
      deliveries: count('deliveries'),
      check: database.prepare('pragma integrity_check').get()?.['integrity_check'],
    }
  } finally {
    database.close()
  }
}

describe('a backup', () => {
  it('is one file that says what it is, for its owner alone', async () => {
    await fill()
    const report = await backUp(path, target, OPTIONS)
    expect(report).toMatchObject({ path: target, manifest: { version: '1.0.0', madeAt: EVENING } })
    expect(report.manifest.rows).toMatchObject({
      articles: 3,
      article_versions: 3,
      sentences: 3,
      editions: 0,
    })
    expect(readdirSync(dirname(path)).toSorted()).toEqual(['pressoir.sqlite', 'sauvegarde.sqlite'])
    expect(statSync(target).mode & 0o777).toBe(0o600)
    const copy = new DatabaseSync(target, { readOnly: true })
    onTestFinished(() => copy.close())
    expect(readManifest(copy)).toEqual(report.manifest)
  })

  it('is of one instant while another program writes, and takes the place of an older one', async () => {
    await fill(500)
    await backUp(path, target, OPTIONS)
    const writer = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void writer.kill('SIGKILL'))
    await once(writer.stdout, 'data')
    writer.stdout.resume()
    for (let time = 0; time < 2; time++) {
      const { manifest } = await backUp(path, target, OPTIONS)
      const { articles, deliveries, check } = read(target)
      expect({ articles, deliveries, check }).toEqual({
        articles: manifest.rows['articles'],
        deliveries: manifest.rows['deliveries'],
        check: 'ok',
      })
      expect(deliveries % 4, 'an edition and its deliveries are of one transaction').toBe(0)
    }
  })

  it.each([
    ['the database itself', () => path],
    ['somebody’s notes', () => newFile('Ne pas effacer.')],
    ['another database', () => newDatabase()],
  ])('never takes the place of %s', async (_what, make) => {
    await fill()
    const taken = make()
    const before = statSync(taken).size
    await expect(backUp(path, taken, OPTIONS)).rejects.toMatchObject({
      failure: { code: 'backup-name-taken', path: taken },
    })
    expect(statSync(taken).size).toBe(before)
  })

  it.each([
    ['no database', 'file-missing', (): void => undefined],
    ['a file that is no database', 'database-damaged', () => writeFileSync(path, 'x'.repeat(9000))],
  ])('of %s is refused and leaves nothing', async (_what, code, make) => {
    make()
    await expect(backUp(path, target, OPTIONS)).rejects.toMatchObject({ failure: { code } })
    expect(readdirSync(dirname(path)).filter((name) => name !== 'pressoir.sqlite')).toEqual([])
  })

  it('into a folder that is not there says so', async () => {
    await fill()
    await expect(backUp(path, join(dirname(path), 'rien', 's.sqlite'), OPTIONS)).rejects.toMatchObject({
      failure: { code: 'file-unwritable' },
    })
  })

  it('that is killed half-way leaves the older one as it was', { timeout: 20_000 }, async () => {
    await fill()
    await backUp(path, target, OPTIONS)
    addBallast(path, 30)
    const before = statSync(target).size
    for (const wait of [0, 6]) {
      const child = spawn(process.execPath, [BACKUP, 'backup', target, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, wait))
      child.kill('SIGKILL')
      await once(child, 'exit')
      expect(statSync(target).size).toBe(before)
      expect(read(target)).toMatchObject({ articles: 3, check: 'ok' })
    }
  })
})

describe('a folder of backups', () => {
  it('keeps the newest, and every file that is none', async () => {
    await fill()
    const folder = join(dirname(path), 'sauvegardes', 'pressoir')
    for (let day = 0; day < 4; day++)
      await backUpToFolder(path, folder, { ...OPTIONS, now: MORNING + day * DAY, keep: 2 })
    writeFileSync(join(folder, 'notes.txt'), 'Le disque est dans l’armoire.')
    await backUpToFolder(path, folder, { ...OPTIONS, now: MORNING + 4 * DAY, keep: 2 })
    expect(readdirSync(folder).toSorted()).toEqual([
      'notes.txt',
      backupName(MORNING + 3 * DAY),
      backupName(MORNING + 4 * DAY),
    ])
    expect(await lastBackupIn(folder)).toBe(MORNING + 4 * DAY)
  })

  it('loses no old one when the new one fails', async () => {
    await fill()
    const folder = join(dirname(path), 'sauvegardes')
    await backUpToFolder(path, folder, { ...OPTIONS, now: MORNING, keep: 1 })
    mkdirSync(join(folder, backupName(EVENING)))
    await expect(backUpToFolder(path, folder, { ...OPTIONS, keep: 1 })).rejects.toMatchObject({
      failure: { code: 'backup-name-taken' },
    })
    expect(existsSync(join(folder, backupName(MORNING)))).toBe(true)
  })

  it('that is none has no last one', async () => {
    expect(await lastBackupIn(join(dirname(path), 'rien'))).toBeUndefined()
  })
})
