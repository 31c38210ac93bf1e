// What goes wrong with a file on a disk: each failure made for real, explained, and nothing lost or half-written.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contentStems } from '../../src/french/stems.ts'
import type { Storage } from '../../src/ports.ts'
import { explainSqliteError } from '../../src/storage/explain-sqlite.ts'
import { openStorage } from '../../src/storage/open.ts'
import { storageOn } from '../../src/storage/sqlite-storage.ts'
import { newDatabasePath, newFolder } from './database-files.ts'
import { addArticle, addFindable, MORNING } from './samples.ts'

const OPTIONS = { now: () => MORNING, busyTimeoutMilliseconds: 50 }

async function opened(path: string): Promise<Storage> {
  const storage = await openStorage(path, OPTIONS)
  onTestFinished(() => storage.close())
  return storage
}

/** A connection of our own, as another program would have one. */
function rawConnection(path: string, options = {}): DatabaseSync {
  const raw = new DatabaseSync(path, options)
  onTestFinished(() => {
    if (raw.isOpen) raw.close()
  })
  return raw
}

async function madeAndClosed(): Promise<string> {
  const path = await newDatabasePath()
  const storage = await openStorage(path, OPTIONS)
  for (let number = 0; number < 50; number++)
    await addFindable(storage, `article-${number}`, 'Il gèle.\nIl neige.')
  await storage.close()
  return path
}

const failureOf = (code: string, path: string) => ({ failure: { code, path } })

describe('a locked database', () => {
  it('says so, keeps what was there and goes on once it is free', async () => {
    const path = await newDatabasePath()
    const storage = await opened(path)
    await addArticle(storage, 'avant')
    const other = rawConnection(path)
    other.exec('begin immediate')
    const locked = failureOf('database-locked', path)
    await expect(addArticle(storage, 'pendant')).rejects.toMatchObject(locked)
    await expect(storage.noteBeat(MORNING)).rejects.toMatchObject(locked)
    await expect(storage.inTransaction(async () => 1)).rejects.toMatchObject(locked)
    expect((await storage.articles.get(['avant', 'pendant'])).map(({ id }) => id)).toEqual(['avant'])
    other.exec('rollback')
    await addArticle(storage, 'pendant')
    expect(await storage.articles.count()).toBe(2)
  })

  it('can be opened and read while another program writes', async () => {
    const path = await madeAndClosed()
    rawConnection(path).exec('begin immediate')
    const storage = await opened(path)
    expect(await storage.articles.count()).toBe(50)
    expect(await storage.search.find(contentStems('neige'), 3)).toHaveLength(3)
  })

  it('waits for another process that is soon done', async () => {
    const path = await newDatabasePath()
    const storage = await openStorage(path, { now: () => MORNING })
    onTestFinished(() => storage.close())
    const script = `const { DatabaseSync } = require('node:sqlite')
      const other = new DatabaseSync(process.argv[1])
      other.exec('begin immediate'); console.log('taken')
      setTimeout(() => { other.exec('commit'); other.close() }, 200)`
    const other = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(other, 'close')
    await once(other.stdout, 'data')
    const before = performance.now()
    await addArticle(storage, 'patient')
    expect(performance.now() - before).toBeGreaterThan(50)
    expect(await storage.articles.count()).toBe(1)
    await ended
  })

  it('never lets a transaction that read first miss what another program wrote meanwhile', async () => {
    const path = await newDatabasePath()
    const storage = await opened(path)
    const other = rawConnection(path, { timeout: 0 })
    await storage.inTransaction(async (inner) => {
      expect(await inner.articles.count()).toBe(0)
      expect(() => other.exec('begin immediate')).toThrow(/locked/)
      await addArticle(inner, 'accord')
    })
    expect(await storage.articles.count()).toBe(1)
  })
})

/** A storage whose connection we hold, so that we decide when the disk is full. */
async function limited(): Promise<{ path: string; storage: Storage; setRoom: (pages: number) => void }> {
  const path = await newDatabasePath()
  const connection = rawConnection(path)
  connection.exec('pragma journal_mode = wal')
  const storage = await storageOn(connection, path, OPTIONS)
  onTestFinished(() => storage.close())
  const setRoom = (pages: number): void => {
    const { page_count: used } = connection.prepare('pragma page_count').get() ?? {}
    connection.exec(`pragma max_page_count = ${Number(used) + pages}`)
  }
  return { path, storage, setRoom }
}

describe('a full disk', () => {
  const long = 'Il gèle à pierre fendre.\n'.repeat(200)

  it('says so, writes no half of anything and goes on once there is room', async () => {
    const { path, storage, setRoom } = await limited()
    await addFindable(storage, 'avant', long)
    setRoom(40)
    const wholes: string[] = []
    const fill = async (): Promise<never> => {
      for (let number = 0; ; number++) {
        await storage.inTransaction((inner) => addFindable(inner, `article-${number}`, long))
        wholes.push(`article-${number}`)
      }
    }
    await expect(fill()).rejects.toMatchObject(failureOf('database-full', path))
    expect(wholes.length).toBeGreaterThan(0)
    expect(await storage.articles.count()).toBe(wholes.length + 1)
    const refused = `article-${wholes.length}`
    expect(await storage.articles.textOf(refused, 1)).toBeUndefined()
    expect(await storage.articles.findByKeys([`url:${refused}`])).toEqual(new Map())
    expect((await storage.search.frequencies([])).total).toBe((wholes.length + 1) * 200)
    setRoom(1_000)
    await storage.inTransaction((inner) => addFindable(inner, refused, long))
    expect(await storage.articles.count()).toBe(wholes.length + 2)
  })

  it('lets nothing slip through after a failure that the work has caught', async () => {
    const { path, storage, setRoom } = await limited()
    setRoom(5)
    const full = failureOf('database-full', path)
    const careless = storage.inTransaction(async (inner) => {
      await addArticle(inner, 'avant')
      await expect(addFindable(inner, 'trop', long.repeat(20))).rejects.toMatchObject(full)
      await expect(addArticle(inner, 'après')).rejects.toMatchObject(full)
      await expect(inner.noteBeat(MORNING)).rejects.toMatchObject(full)
    })
    await expect(careless).rejects.toMatchObject(full)
    expect(await storage.articles.count()).toBe(0)
    expect(await storage.lastBeat()).toBeUndefined()
    await storage.noteBeat(MORNING)
    expect(await storage.lastBeat()).toBe(MORNING)
  })

  it('makes all tables or none', async () => {
    const path = await newDatabasePath()
    const connection = rawConnection(path)
    connection.exec('pragma max_page_count = 12')
    await expect(storageOn(connection, path, OPTIONS)).rejects.toMatchObject(failureOf('database-full', path))
    const tables = rawConnection(path)
      .prepare("select name from sqlite_master where name like '%article%'")
      .all()
    expect(tables).toEqual([])
    expect(await (await opened(path)).articles.count()).toBe(0)
  })
})

async function ofTheFuture(): Promise<{ path: string; raw: DatabaseSync }> {
  const path = await madeAndClosed()
  const raw = rawConnection(path)
  raw.exec("insert into pressoir_migration values ('9999-du-futur', '2031-01-01T00:00:00.000Z')")
  return { path, raw }
}

describe('a database of a newer program', () => {
  it('is refused and left as it was, byte for byte', async () => {
    const { path, raw } = await ofTheFuture()
    raw.close()
    const before = await readFile(path)
    await expect(openStorage(path, OPTIONS)).rejects.toMatchObject(failureOf('database-newer', path))
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('is refused and left as it was after a crash of that program, too', async () => {
    const { path } = await ofTheFuture()
    const copy = join(await newFolder(), 'copie.sqlite')
    await copyFile(path, copy)
    await copyFile(`${path}-wal`, `${copy}-wal`)
    const [before, log] = [await readFile(copy), await readFile(`${copy}-wal`)]
    expect(log.length).toBeGreaterThan(0)
    await expect(openStorage(copy, OPTIONS)).rejects.toMatchObject(failureOf('database-newer', copy))
    expect((await readFile(copy)).equals(before)).toBe(true)
    expect((await readFile(`${copy}-wal`)).equals(log)).toBe(true)
  })
})

describe('something else than a database', () => {
  it('is not overwritten when it is a text', async () => {
    const path = await newDatabasePath()
    const text = 'Ceci n’est pas une base, mais une liste de courses.\n'.repeat(100)
    await writeFile(path, text)
    await expect(openStorage(path, OPTIONS)).rejects.toMatchObject(failureOf('database-damaged', path))
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('is refused when it is a folder', async () => {
    const path = await newDatabasePath()
    await mkdir(path)
    await expect(openStorage(path, OPTIONS)).rejects.toMatchObject(failureOf('database-unopenable', path))
  })

  it('is refused when its folder does not exist', async () => {
    const path = join(await newFolder(), 'nulle-part', 'pressoir.sqlite')
    await expect(openStorage(path, OPTIONS)).rejects.toMatchObject(failureOf('database-unopenable', path))
    expect(existsSync(path)).toBe(false)
  })

  it('is refused when it has become unreadable in the middle', async () => {
    const path = await madeAndClosed()
    const bytes = await readFile(path)
    bytes.fill(0xa5, 4096 * 2)
    await writeFile(path, bytes)
    const reading = (async () => (await opened(path)).articles.seenBetween(0, MORNING))()
    await expect(reading).rejects.toMatchObject(failureOf('database-damaged', path))
  })

  it('is refused when it was cut short', async () => {
    const path = await madeAndClosed()
    await writeFile(path, (await readFile(path)).subarray(0, 5_000))
    const reading = (async () => (await opened(path)).articles.seenBetween(0, MORNING))()
    await expect(reading).rejects.toMatchObject(failureOf('database-damaged', path))
  })

  it('is taken for a new database when it is an empty file', async () => {
    const path = await newDatabasePath()
    await writeFile(path, '')
    expect(await (await opened(path)).articles.count()).toBe(0)
  })

  it('is explained when it cannot be written', async () => {
    const path = await madeAndClosed()
    const storage = await storageOn(rawConnection(path, { readOnly: true }), path, OPTIONS)
    expect(await storage.articles.count()).toBe(50)
    await expect(storage.noteBeat(MORNING)).rejects.toMatchObject(failureOf('database-unopenable', path))
    await storage.close()
  })

  it('is not our affair when the program itself is wrong', () => {
    const ours = new TypeError('un défaut à nous')
    expect(explainSqliteError(ours, 'x')).toBe(ours)
    let syntaxError: unknown
    try {
      rawConnection(':memory:').exec('selectionner')
    } catch (error) {
      syntaxError = error
    }
    expect(syntaxError).toBeInstanceOf(Error)
    expect(explainSqliteError(syntaxError, 'x')).toBe(syntaxError)
  })

  it.each([
    ['mariadb://pressoir:secret@exemple.fr/presse', 'mariadb'],
    ['MYSQL://localhost', 'mysql'],
  ])('is refused by its kind without repeating its password: %s', async (url, scheme) => {
    const refused = await openStorage(url, OPTIONS).catch((error: unknown) => error)
    expect(refused).toMatchObject({ failure: { code: 'database-unsupported', scheme } })
    expect(JSON.stringify(refused)).not.toContain('secret')
  })
})

describe('addresses', () => {
  it.each(['sqlite:', 'SQLITE:', 'sqlite://'])('reads %s before a path', async (prefix) => {
    const path = await newDatabasePath()
    await addArticle(await opened(`${prefix}${path}`), 'accord')
    expect(await (await opened(path)).articles.count()).toBe(1)
  })

  it.each([':memory:', 'sqlite::memory:'])('keeps nothing under %s', async (url) => {
    await addArticle(await opened(url), 'accord')
    expect(await (await opened(url)).articles.count()).toBe(0)
    expect(existsSync(':memory:')).toBe(false)
  })
})

describe('opening', () => {
  it('changes nothing the second time', async () => {
    const path = await madeAndClosed()
    const before = await readFile(path)
    await (await openStorage(path, OPTIONS)).close()
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('lets several programs make one new database at once', async () => {
    const path = await newDatabasePath()
    const module = new URL('../../src/storage/open.ts', import.meta.url).href
    const script = `const { openStorage } = await import(${JSON.stringify(module)})
      const storage = await openStorage(process.argv[1], { now: () => 0 })
      await storage.noteBeat(1)
      await storage.close()`
    const endings = Array.from({ length: 4 }, () =>
      once(
        spawn(process.execPath, ['--input-type=module', '-e', script, path], { stdio: 'inherit' }),
        'close',
      ),
    )
    expect(await Promise.all(endings)).toEqual(Array.from({ length: 4 }, () => [0, null]))
    expect(await (await opened(path)).lastBeat()).toBe(1)
  })
})
