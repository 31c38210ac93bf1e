// Moving a database from a file to a server: every row, found as before, whatever stops it half-way.
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentStems } from '../../src/french/stems.ts'
import type { Storage } from '../../src/ports.ts'
import { moveToServer } from '../../src/storage/move-to-server.ts'
import { openStorage } from '../../src/storage/open.ts'
import { newDatabasePath } from './database-files.ts'
import { startServer, type TestServer } from './postgres-server.ts'
import { addFindable, EVENING, MORNING, sampleDelivery, sampleEdition, sampleFeed } from './samples.ts'
import { OURS, sampleDigest, sampleFollowing, sampleWorkspace } from './samples-chat.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

const options = { now: () => MORNING }

/** More rows than a page has. */
const ARTICLES = 3100

async function fill(storage: Storage): Promise<void> {
  await storage.inTransaction(async (inner) => {
    await inner.feeds.save([sampleFeed('nantes'), sampleFeed('rennes')], MORNING)
    await inner.workspaces.save(sampleWorkspace(OURS))
    await inner.followings.save(sampleFollowing('brest'), MORNING)
    await inner.digests.save(sampleDigest('port'))
    for (let number = 0; number < ARTICLES; number++)
      await addFindable(
        inner,
        `article-${number}`,
        `Le maire numéro ${number} a rencontré les pêcheurs.\nIl pleut à « Brest »\u202F: \\ {"a"} 🗞️.`,
      )
    const edition = sampleEdition(MORNING)
    await inner.editions.create(edition, [sampleDelivery(edition, 0), sampleDelivery(edition, 1)])
    await inner.people.index('article-1', ['Anne Le Goff'])
  })
}

async function filledFile(): Promise<string> {
  const path = await newDatabasePath()
  const storage = await openStorage(path, options)
  await fill(storage)
  await storage.close()
  return path
}

/** All that can be asked of a small database, to compare two of them. */
async function told(storage: Storage) {
  const questions = ['maire pêcheurs', '350', 'pleut Brest', 'rien du tout']
  return {
    feeds: await storage.feeds.list(),
    states: await storage.feeds.states(),
    articles: await storage.articles.seenBetween(0, EVENING),
    editions: await storage.editions.madeSince(0),
    open: await storage.editions.openDeliveries(EVENING),
    digests: await storage.digests.list(),
    followings: await storage.followings.list(),
    workspaces: await storage.workspaces.list(),
    people: await storage.people.suggest('go', new Set(['nantes', 'rennes']), 9),
    found: await Promise.all(
      questions.map((question) => storage.search.find(contentStems(question), 20)),
    ).then((all) => all.map((found) => found.map(({ text, reference }) => ({ text, reference })))),
    frequencies: await storage.search.frequencies(contentStems('maire pêcheurs 350')),
  }
}

const indexesOf = (url: string) =>
  server.ask(
    `select indexname, indexdef from pg_indexes where schemaname = 'public'
       and tablename not like 'pressoir_move%' order by indexname`,
    new URL(url).pathname.slice(1),
  )

async function compareMoved(path: string, url: string, copy: string): Promise<void> {
  const before = await openStorage(copy, options)
  const after = await openStorage(url, options)
  expect(await told(after)).toEqual(await told(before))
  expect(await indexesOf(url)).toEqual(await indexesOf(await server.clearedDatabase()))
  // What comes next has numbers of its own.
  await addFindable(after, 'nouveau', 'Un phare s’allume.')
  expect(await after.search.find(contentStems('phare'), 3)).toHaveLength(1)
  await before.close()
  await after.close()
  await expect(openStorage(path, options)).rejects.toMatchObject({ failure: { code: 'moved-away' } })
}

function copyOf(path: string): string {
  const copy = `${path}.copie`
  const connection = new DatabaseSync(path)
  connection.exec(`vacuum into '${copy}'`)
  connection.close()
  return copy
}

describe('moving a database to a server', () => {
  it('brings every row and finds every sentence as before, and closes the file for good', async () => {
    const path = await filledFile()
    const copy = copyOf(path)
    const url = await server.newDatabase()
    const steps: (readonly [number, number])[] = []
    const report = await moveToServer(path, url, {
      now: EVENING,
      onProgress: (done, total) => steps.push([done, total]),
    })
    expect(report).toMatchObject({ wasResumed: false, rows: { articles: ARTICLES, deliveries: 2, feeds: 3 } })
    expect(report.server).not.toContain('motdepasse')
    const [done, total] = steps.at(-1) ?? [0, 1]
    expect(done).toBe(total)
    await compareMoved(path, url, copy)
  }, 180_000)

  it('goes on where it was stopped, however often', async () => {
    const path = await filledFile()
    const copy = copyOf(path)
    const url = await server.newDatabase()
    // It tells of each table to begin with, and of each page: at every place it is stopped once, and goes on.
    const stopAfter = (calls: number) => {
      let left = calls
      const onProgress = (): void => {
        if (--left === 0) throw new Error('arrêté')
      }
      return moveToServer(path, url, { now: EVENING, onProgress }).catch(({ message }: Error) => message)
    }
    let [calls, moved] = [1, await stopAfter(1)]
    while (typeof moved === 'string') {
      expect(moved).toBe('arrêté')
      await expect(openStorage(url, options)).rejects.toMatchObject({ failure: { code: 'database-moving' } })
      moved = await stopAfter(++calls)
    }
    expect(calls).toBeGreaterThan(42)
    expect(moved).toMatchObject({ wasResumed: true })
    await compareMoved(path, url, copy)
  }, 120_000)

  it('refuses where the robot still runs, where something is already, and what is no server', async () => {
    const path = await filledFile()
    const running = await openStorage(path, options)
    await running.noteBeat(EVENING - 60_000)
    await running.close()
    const empty = await server.newDatabase()
    await expect(moveToServer(path, empty, { now: EVENING })).rejects.toMatchObject({
      failure: { code: 'database-in-use' },
    })
    const full = await server.newDatabase()
    const other = await openStorage(full, options)
    await other.feeds.save([sampleFeed('nantes')], MORNING)
    await other.close()
    const later = EVENING + 3_600_000
    await expect(moveToServer(path, full, { now: later })).rejects.toMatchObject({
      failure: { code: 'database-not-empty' },
    })
    await expect(moveToServer(path, 'autre.sqlite', { now: later })).rejects.toMatchObject({
      failure: { code: 'move-target' },
    })
    await (await openStorage(path, options)).close()
  }, 180_000)

  it('notices a row that is not the same on the other side', async () => {
    const path = await filledFile()
    const url = await server.newDatabase()
    const name = new URL(url).pathname.slice(1)
    await moveToServer(path, url, { now: EVENING })
    // As if it had been stopped before the last look.
    await server.ask(`update pressoir_move set is_done = 0 where name = '*'`, name)
    await server.ask(`update article_versions set title = 'Autre' where article_id = 'article-9'`, name)
    const connection = new DatabaseSync(path)
    connection.exec('drop table pressoir_moved')
    connection.close()
    await expect(moveToServer(path, url, { now: EVENING })).rejects.toMatchObject({
      failure: { code: 'move-differs', table: 'article_versions' },
    })
    await (await openStorage(path, options)).close()
  }, 180_000)
})
