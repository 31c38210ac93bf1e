// What a PostgreSQL server can do to the program, and what several programs can do to each other there.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Newcomer, Storage } from '../../src/ports.ts'
import { openStorage } from '../../src/storage/open.ts'
import { describeSameSearch, describeStemLists } from './postgres-search.ts'
import { startServer, type TestServer } from './postgres-server.ts'
import { describeRaces } from './races.ts'
import { NO_FACTS } from './samples-facts.ts'
import { addArticle, MORNING, sampleArticle, samplePlacement } from './samples.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

const options = { now: () => MORNING }

describeSameSearch(() => server.newDatabase())
describeStemLists(() => server)
describeRaces('PostgreSQL', () => server.newDatabase())

describe('opening a database of a server', () => {
  it.each<[string, string, (url: URL) => void]>([
    ['database-refused', 'a wrong password', (url) => (url.password = 'autre')],
    ['database-absent', 'a database that nobody has made', (url) => (url.pathname = '/nulle-part')],
    ['database-unreachable', 'a port where nobody listens', (url) => (url.port = '1')],
    ['database-unreachable', 'a host that does not exist', (url) => (url.hostname = 'nulle-part.invalid')],
  ])('says %s of %s, without the password', async (code, _what, change) => {
    const url = new URL(await server.clearedDatabase())
    change(url)
    const failure = await openStorage(url.href, options).catch((error: unknown) => error)
    expect(failure).toMatchObject({ failure: { code } })
    expect(JSON.stringify(failure)).not.toContain('motdepasse')
    expect(String(failure)).not.toContain('motdepasse')
  })

  it('refuses an address that it cannot read', async () => {
    await expect(openStorage('postgres://[', options)).rejects.toMatchObject({
      failure: { code: 'database-address-invalid' },
    })
  })

  it('refuses a database that is not in UTF-8', async () => {
    await server.ask(`create database latine encoding 'LATIN1' locale 'C' template template0`)
    const url = new URL(await server.clearedDatabase())
    url.pathname = '/latine'
    await expect(openStorage(url.href, options)).rejects.toMatchObject({
      failure: { code: 'database-encoding' },
    })
  })

  it('goes on, after one failure, when a newer program changes a table meanwhile', async () => {
    const url = await server.newDatabase()
    const storage = await openStorage(url, options)
    const ask = () => storage.inTransaction((inner) => inner.articles.findByKeys(['url:rien']))
    await ask()
    await server.ask('alter table articles add column plus_tard integer', new URL(url).pathname.slice(1))
    await expect(ask()).rejects.toThrow(/cached plan/)
    expect(await ask()).toEqual(new Map())
    await storage.close()
  })

  it('refuses a database of a newer program, and leaves it as it is', async () => {
    const url = await server.newDatabase()
    await (await openStorage(url, options)).close()
    const name = new URL(url).pathname.slice(1)
    await server.ask(`insert into pressoir_migration values ('9999-later', '2030')`, name)
    await expect(openStorage(url, options)).rejects.toMatchObject({ failure: { code: 'database-newer' } })
  })

  it('lets several programs make the tables at once', async () => {
    const url = await server.newDatabase()
    const storages = await Promise.all([1, 2, 3].map(() => openStorage(url, options)))
    for (const storage of storages) expect(await storage.articles.count()).toBe(0)
    await Promise.all(storages.map((storage) => storage.close()))
  })

  it('says so where the user may not make tables', async () => {
    const url = new URL(await server.newDatabase())
    await server.ask(`drop role if exists lecteur`)
    await server.ask(`create role lecteur login password 'lecteur'`)
    url.username = 'lecteur'
    url.password = 'lecteur'
    await expect(openStorage(url.href, options)).rejects.toMatchObject({
      failure: { code: 'database-forbidden' },
    })
  })
})

const cutAll = (url: string): Promise<unknown> =>
  server.ask(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`,
  )

describe('a server that fails while the program runs', () => {
  it('leaves nothing of a transaction whose connection is cut, says so, and works again', async () => {
    const url = await server.newDatabase()
    const storage = await openStorage(url, options)
    await storage.noteBeat(MORNING)
    const cut = storage.inTransaction(async (inner) => {
      await addArticle(inner, 'perdu')
      await cutAll(url)
      await addArticle(inner, 'jamais')
    })
    await expect(cut).rejects.toMatchObject({ failure: { code: 'database-unreachable' } })
    expect(await storage.articles.count()).toBe(0)
    await addArticle(storage, 'ensuite')
    expect(await storage.articles.count()).toBe(1)
    await storage.close()
  })

  it('does not mind that idle connections are cut', async () => {
    const url = await server.newDatabase()
    const storage = await openStorage(url, options)
    await Promise.all([storage.articles.count(), storage.noteBeat(MORNING)])
    await cutAll(url)
    await wait(100)
    expect(await storage.lastBeat()).toBe(MORNING)
    await storage.close()
  })

  it('gives up waiting for another writer after a time, and says so', async () => {
    const url = await server.newDatabase()
    const first = await openStorage(url, options)
    const second = await openStorage(url, { ...options, busyTimeoutMilliseconds: 200 })
    const done = Promise.withResolvers<undefined>()
    const held = first.inTransaction(async () => done.promise)
    await wait(100)
    await expect(second.inTransaction(async () => 1)).rejects.toMatchObject({
      failure: { code: 'database-locked' },
    })
    done.resolve(undefined)
    await held
    expect(await second.inTransaction(async (inner) => inner.articles.count())).toBe(0)
    await Promise.all([first.close(), second.close()])
  })

  it('keeps readers going while many writers wait', async () => {
    const url = await server.newDatabase()
    const storage = await openStorage(url, options)
    const done = Promise.withResolvers<undefined>()
    const writers = Array.from({ length: 30 }, (_, number) =>
      storage.inTransaction(async (inner) => {
        await done.promise
        await addArticle(inner, `article ${number}`)
      }),
    )
    expect(await storage.articles.count()).toBe(0)
    done.resolve(undefined)
    await Promise.all(writers)
    expect(await storage.articles.count()).toBe(30)
    await storage.close()
  })
})

const countUp = async (storage: Storage): Promise<void> => {
  for (let round = 0; round < 20; round++)
    await storage.inTransaction(async (inner) => {
      const before = (await inner.lastBeat()) ?? 0
      await inner.noteBeat(before + 1)
    })
}

/** An article of no words, written ahead. */
const NEWCOMER: Newcomer = { article: sampleArticle('port'), sentences: [], facts: NO_FACTS, names: [] }

const place = (inner: Storage): Promise<void> =>
  inner.newcomers.place(
    [NEWCOMER],
    [{ article: NEWCOMER.article, keys: [], placement: samplePlacement('port') }],
  )

describe('writers of several programs', () => {
  it('write ahead while somebody else has the turn, and wait for it then', async () => {
    const url = await server.newDatabase()
    const [one, other] = [await openStorage(url, options), await openStorage(url, options)]
    const [written, done] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
    const held = one.inTransaction(async () => done.promise)
    await wait(100)
    let isPlaced = false
    const placing = other.inTransaction(
      async (inner) => {
        isPlaced = true
        await place(inner)
      },
      async (inner) => {
        await inner.newcomers.write([NEWCOMER], 1)
        written.resolve(undefined)
      },
    )
    await written.promise
    expect([await one.articles.count(), isPlaced]).toEqual([0, false])
    await wait(100)
    expect(isPlaced).toBe(false)
    done.resolve(undefined)
    await Promise.all([held, placing])
    expect(await one.articles.count()).toBe(1)
    await Promise.all([one.close(), other.close()])
  })

  it('that write the same article ahead keep it once: the second is refused when the first has it', async () => {
    const url = await server.newDatabase()
    const [one, other] = [await openStorage(url, options), await openStorage(url, options)]
    const [written, begun] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
    const first = one.inTransaction(place, async (inner) => {
      await inner.newcomers.write([NEWCOMER], 1)
      written.resolve(undefined)
      await begun.promise
    })
    await written.promise
    const second = other.inTransaction(place, (inner) => {
      setTimeout(() => begun.resolve(undefined), 100)
      return inner.newcomers.write([NEWCOMER], 1)
    })
    await expect(second).rejects.toThrow('articles_pkey')
    await first
    expect(await other.articles.count()).toBe(1)
    await Promise.all([one.close(), other.close()])
  })

  it('take turns: what one reads, no other changes before it has written', async () => {
    const url = await server.newDatabase()
    const storages: readonly Storage[] = await Promise.all([1, 2, 3].map(() => openStorage(url, options)))
    await Promise.all(storages.map(countUp))
    expect(await storages[0]?.lastBeat()).toBe(60)
    await Promise.all(storages.map((storage) => storage.close()))
  })

  it('of whom one is killed in the midst leave the turn to the next', async () => {
    const url = await server.newDatabase()
    const storage = await openStorage(url, options)
    const script = `
      const { openStorage } = await import(${JSON.stringify(new URL('../../src/storage/open.ts', import.meta.url).href)})
      const storage = await openStorage(${JSON.stringify(url)}, { now: () => 0 })
      await storage.inTransaction(async (inner) => {
        await inner.noteBeat(1)
        process.kill(process.pid, 'SIGKILL')
      })`
    await expect(
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]),
    ).rejects.toMatchObject({ signal: 'SIGKILL' })
    await storage.inTransaction((inner) => inner.noteBeat(2))
    expect(await storage.lastBeat()).toBe(2)
    await storage.close()
  })
})
