// A database of an earlier program: brought up to date with all that it holds, or left as it was.
import { readFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { contentStems } from '../../src/french/stems.ts'
import { MIGRATION_TABLE } from '../../src/storage/migrate.ts'
import { up as makeFirstTables } from '../../src/storage/migrations/0001-first-tables.ts'
import { archiveFiles } from '../../src/locale/archive.ts'
import { explainArticle } from '../../src/services/explain-article.ts'
import { showEdition } from '../../src/services/make-edition.ts'
import { watchIdentity } from '../../src/storage/identity.ts'
import { openStorage } from '../../src/storage/open.ts'
import { storageOn } from '../../src/storage/sqlite-storage.ts'
import { sqliteDialect } from '../../src/storage/sqlite-driver.ts'
import { newDatabasePath } from './database-files.ts'
import { EVENING, MORNING } from './samples.ts'
import { OURS, sampleFollowing } from './samples-chat.ts'

const OPTIONS = { now: () => EVENING }
const EDITION = 'matin@2026-11-20T07:00:00.000Z'

/** As the first program wrote them: no agency, no earlier edition. */
const STORIES = JSON.stringify([
  {
    storyId: 'accord',
    title: 'Accord',
    rubric: 'Région',
    publishedAt: MORNING - HOUR,
    publisherCount: 1,
    brief: [{ articleId: 'accord', version: 1, start: 0, end: 20 }],
    sources: [
      {
        articleId: 'accord',
        version: 1,
        publisher: 'Courrier',
        title: 'Accord',
        url: 'https://n.example/1',
        publishedAt: MORNING - HOUR,
        isUpdate: false,
      },
    ],
  },
])

/** What the first program made of a new file, and what it had written by the time it was replaced. */
async function makeFirstDatabase(path: string): Promise<void> {
  const connection = new DatabaseSync(path)
  connection.exec('pragma journal_mode = wal')
  const database = new Kysely<unknown>({
    dialect: sqliteDialect(connection, path, { watch: watchIdentity(connection, path) }),
  })
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ '0001-first-tables': { up: makeFirstTables } }) },
    migrationTableName: MIGRATION_TABLE,
    migrationLockTableName: `${MIGRATION_TABLE}_lock`,
  })
  expect((await migrator.migrateToLatest()).error).toBeUndefined()
  connection.exec(`
    create virtual table sentence_stems
      using fts5(stems, content = '', contentless_delete = 1, tokenize = 'ascii');
    create virtual table sentence_stem_counts using fts5vocab(sentence_stems, row);
    insert into feeds values ('nantes', 'https://n.example/', 'Nantes', 'Courrier', 'Région', 'file');
    insert into feed_states values ('nantes', '"7"', null, 1, 1, 2, 0, null);
    insert into articles values ('accord', 'nantes', 'Courrier', 'Région', 'https://n.example/1', 1, null, null,
      ${MORNING - HOUR}, ${MORNING - HOUR}, null, 'accord', null);
    insert into article_versions values ('accord', 1, 'Accord', '', 'Le traité est signé.');
    insert into article_keys values ('url:1', 'accord');
    insert into sentences values (1, 'accord', 1, 0, 20);
    insert into sentence_stems (rowid, stems) values (1, '${contentStems('traité signé').join(' ')}');
    insert into editions values ('${EDITION}', 'matin', 'Matin', 'Europe/Paris', ${MORNING}, ${MORNING + 1_500},
      0, ${MORNING}, 1, 0, '${STORIES}', null);
    insert into digest_slots values ('matin', ${MORNING - HOUR}, ${MORNING}, ${EVENING});
    insert into heart values (1, ${MORNING});`)
  for (const [part, state] of ['posted', 'sending', 'pending', 'abandoned'].entries())
    connection
      .prepare('insert into deliveries values (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(`id-${part}`, EDITION, 'slack:C1', part, state, part, MORNING, part === 0 ? '17.01' : null)
  await database.destroy()
}

/** Every table and index as it was made, blanks apart. */
function schemaOf(path: string): readonly unknown[] {
  const raw = new DatabaseSync(path)
  const rows = raw.prepare('select name, sql from sqlite_master order by name').all()
  raw.close()
  return rows.map(({ name, sql }) => [name, String(sql).replace(/\s+/g, ' ')])
}

describe('a database of the first program', () => {
  let path: string

  beforeEach(async () => {
    path = await newDatabasePath()
    await makeFirstDatabase(path)
  })

  it('keeps its deliveries; those on their way are doubtful since their edition was made', async () => {
    const storage = await openStorage(path, OPTIONS)
    const of = { editionId: EDITION, channel: 'slack:C1', nextAttemptAt: MORNING }
    expect(await storage.editions.deliveriesIn(EDITION, 'slack:C1')).toStrictEqual([
      { ...of, id: 'id-0', part: 0, state: 'posted', attempts: 0, handle: '17.01' },
      { ...of, id: 'id-1', part: 1, state: 'sending', attempts: 1, doubtfulSince: MORNING + 1_500 },
      { ...of, id: 'id-2', part: 2, state: 'pending', attempts: 2 },
      { ...of, id: 'id-3', part: 3, state: 'abandoned', attempts: 3 },
    ])
    await storage.close()
  })

  it('keeps its editions, which are shown and explained as far as they say something', async () => {
    const storage = await openStorage(path, OPTIONS)
    const edition = await storage.editions.get(EDITION)
    if (edition === undefined) throw new Error('the edition is gone')
    const shown = await showEdition(storage, edition)
    expect(archiveFiles(shown)[0]?.content).toContain('> Le traité est signé.')
    expect(await storage.traces.get(EDITION)).toBeUndefined()
    expect(await explainArticle(storage, 'https://n.example/1')).toMatchObject({ kind: 'unknown' })
    expect(await explainArticle(storage, 'accord')).toMatchObject({
      kind: 'known',
      considered: [{ edition: { id: EDITION }, fate: { kind: 'told', position: 1 } }],
    })
    await storage.close()
  })

  it('keeps its feeds, articles, sentences and slots, and can be added to', async () => {
    const storage = await openStorage(path, OPTIONS)
    expect((await storage.feeds.due(EVENING)).map(({ feed }) => feed.id)).toEqual(['nantes'])
    expect((await storage.articles.ofStory('accord')).map(({ title }) => title)).toEqual(['Accord'])
    const found = await storage.search.find(contentStems('traité'), 9, new Set(['nantes']))
    expect(found.map(({ text }) => text)).toEqual(['Le traité est signé.'])
    expect((await storage.search.frequencies([])).total).toBe(1)
    expect(await storage.editions.nextSlots()).toEqual(new Map([['matin', EVENING]]))
    await storage.people.index('accord', ['Anne Le Goff'])
    expect(await storage.people.suggest('go', new Set(['nantes']), 9)).toEqual(['Anne Le Goff'])
    expect((await storage.facts.toRead(1, 9)).map(({ id }) => id)).toEqual(['accord'])
    await storage.followings.save(sampleFollowing('nantes'), EVENING)
    expect(await storage.followings.of(OURS)).toHaveLength(1)
    await storage.close()
  })

  it('has the same tables and indexes as a new one', async () => {
    const fresh = await newDatabasePath()
    for (const address of [path, fresh]) await (await openStorage(address, OPTIONS)).close()
    expect(schemaOf(path)).toEqual(schemaOf(fresh))
  })

  it('is left as it was when the disk is full, and is brought up to date once it is not', async () => {
    const connection = new DatabaseSync(path)
    const { page_count: used } = connection.prepare('pragma page_count').get() ?? {}
    connection.exec(`pragma max_page_count = ${Number(used) + 3}`)
    const before = await readFile(path)
    await expect(storageOn(connection, path, OPTIONS)).rejects.toMatchObject({
      failure: { code: 'database-full' },
    })
    expect((await readFile(path)).equals(before)).toBe(true)
    const storage = await openStorage(path, OPTIONS)
    expect(await storage.editions.deliveriesOf(EDITION)).toHaveLength(4)
    expect(await storage.workspaces.list()).toEqual([])
    await storage.close()
  })
})
