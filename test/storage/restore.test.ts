// Restoring: what is refused, what comes back, what was posted since, and kills in the middle.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readdirSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { Delivery } from '../../src/core/edition.ts'
import type { Storage } from '../../src/ports.ts'
import { makeAgainFindable } from '../../src/services/keep-articles.ts'
import { backUp } from '../../src/storage/backup.ts'
import { countRows } from '../../src/storage/backup-manifest.ts'
import { MIGRATION_TABLE } from '../../src/storage/migrate.ts'
import { openStorage } from '../../src/storage/open.ts'
import { restoreBackup } from '../../src/storage/restore.ts'
import { takeRestoreLock } from '../../src/storage/restore-lock.ts'
import { addBallast, newDatabasePath } from './database-files.ts'
import { addFindable, EVENING, MORNING, sampleDelivery, sampleEdition, sampleStory } from './samples.ts'

const CHILD = join(import.meta.dirname, 'backup-process.ts')
const BACKED_UP = { now: MORNING + HOUR, version: '1.0.0' }
const RESTORED = { now: EVENING, version: '1.0.0', makeFindable: makeAgainFindable }

let path = ''
let file = ''

beforeEach(async () => {
  path = await newDatabasePath()
  file = join(dirname(path), 'sauvegarde.sqlite')
})

async function inStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(path, { now: () => EVENING })
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

const BEFORE = sampleEdition(MORNING)
const LATER = sampleEdition(MORNING + DAY)

/** A morning, the backup after it, and another morning. */
async function live(): Promise<void> {
  await inStorage(async (storage) => {
    const article = await addFindable(storage, 'gel', 'Le gel touche la vallée de la Brenne.')
    await storage.editions.create({ ...BEFORE, stories: [sampleStory(article)] }, [sampleDelivery(BEFORE, 0)])
  })
  await backUp(path, file, BACKED_UP)
  await inStorage(async (storage) => {
    const article = await addFindable(storage, 'dégel', 'Le dégel gagne la vallée de la Brenne.')
    await addFindable(storage, 'pluie', 'La pluie revient, et personne ne la raconte.')
    await storage.editions.saveDelivery(posted(sampleDelivery(BEFORE, 0)))
    const open = [0, 1].map((part) => sampleDelivery(LATER, part))
    await storage.editions.create({ ...LATER, stories: [sampleStory(article)] }, open)
    await storage.editions.saveDelivery(posted(sampleDelivery(LATER, 0)))
    await storage.editions.saveDelivery({
      ...sampleDelivery(LATER, 1),
      state: 'sending',
      doubtfulSince: LATER.slotAt,
    })
    await storage.editions.saveNextSlot('matin', MORNING + 2 * DAY)
  })
}

function posted(delivery: Delivery): Delivery {
  return { ...delivery, state: 'posted', attempts: 1, handle: `h ${delivery.part}` }
}

describe('a restored database', () => {
  it('is what it was, but for what was posted since', async () => {
    await live()
    const report = await restoreBackup(file, path, RESTORED)
    expect(report).toMatchObject({
      laterEditions: 1,
      laterArticles: ['dégel'],
      manifest: { madeAt: BACKED_UP.now },
    })
    await inStorage(async (storage) => {
      expect((await storage.articles.get(['gel', 'dégel', 'pluie'])).map(({ id }) => id)).toEqual([
        'gel',
        'dégel',
      ])
      const deliveries = [
        ...(await storage.editions.deliveriesOf(BEFORE.id)),
        ...(await storage.editions.deliveriesOf(LATER.id)),
      ]
      expect(deliveries.map(({ part, state, handle }) => ({ part, state, handle }))).toEqual([
        { part: 0, state: 'posted', handle: 'h 0' },
        { part: 0, state: 'posted', handle: 'h 0' },
        { part: 1, state: 'sending', handle: undefined },
      ])
      expect(deliveries[2]?.doubtfulSince, 'the platform is asked first').toBe(LATER.slotAt)
      expect(await storage.editions.lastSlot('matin')).toBe(LATER.slotAt)
      expect(await storage.editions.nextSlots()).toEqual(new Map([['matin', MORNING + 2 * DAY]]))
      expect(await storage.editions.shown('matin', ['gel', 'dégel'])).toEqual(new Set(['gel', 'dégel']))
    })
  })

  it('shows the sentences of later editions, finds them, and knows their articles again', async () => {
    await live()
    await restoreBackup(file, path, RESTORED)
    await inStorage(async (storage) => {
      const later = await storage.editions.get(LATER.id)
      expect(await storage.articles.cut(later?.stories[0]?.brief ?? [])).toEqual([
        'Le dégel gagne la vallée ',
      ])
      const found = await storage.search.find(['dégel', 'degel'], 5)
      expect(found.map(({ article }) => article.id)).toEqual(['dégel'])
      expect((await storage.articles.findByKeys(['url:dégel'])).get('url:dégel')?.id).toBe('dégel')
    })
  })

  it('is kept beside, and can be put back', async () => {
    await live()
    const { keptAt = '' } = await restoreBackup(file, path, RESTORED)
    await restoreBackup(keptAt, path, { ...RESTORED, now: EVENING + HOUR })
    await inStorage(async (storage) => {
      expect(await storage.articles.count()).toBe(3)
      expect(await storage.editions.deliveriesOf(LATER.id)).toHaveLength(2)
    })
    expect(readdirSync(dirname(path)).filter((name) => name.includes('restauration-'))).toHaveLength(2)
  })

  it('where there was none makes no missed edition, and takes what was open for doubtful', async () => {
    await inStorage(async (storage) => {
      await storage.editions.create(BEFORE, [sampleDelivery(BEFORE, 0)])
      await storage.editions.saveNextSlot('matin', EVENING - HOUR)
    })
    await backUp(path, file, BACKED_UP)
    path = join(dirname(path), 'ailleurs.sqlite')
    expect(await restoreBackup(file, path, RESTORED)).toMatchObject({ keptAt: undefined, laterEditions: 0 })
    await inStorage(async (storage) => {
      expect(await storage.editions.nextSlots()).toEqual(new Map())
      // No slot itself: of a schedule with others since, none counts as missed.
      expect(await storage.editions.lastSlot('matin')).toBe(RESTORED.now)
      expect(await storage.editions.deliveriesOf(BEFORE.id)).toMatchObject([{ doubtfulSince: BACKED_UP.now }])
    })
  })

  it('older than the backup takes nothing back that the backup knows to be posted', async () => {
    await live()
    await inStorage((storage) => storage.editions.saveDelivery(posted(sampleDelivery(LATER, 1))))
    const newer = join(dirname(path), 'plus-récente.sqlite')
    await backUp(path, newer, RESTORED)
    await restoreBackup(file, path, RESTORED)
    await inStorage((storage) => storage.editions.saveDelivery(sampleDelivery(LATER, 1)))
    await restoreBackup(newer, path, { ...RESTORED, now: EVENING + HOUR })
    await inStorage(async (storage) => {
      const states = (await storage.editions.deliveriesOf(LATER.id)).map(({ state }) => state)
      expect(states).toEqual(['posted', 'posted'])
    })
  })
})

/** What was sent, and the log of changes: it is brought over. A new table of something that is sent belongs here. */
const BROUGHT_OVER = [
  'article_appearances',
  'article_keys',
  'article_versions',
  'articles',
  'audit',
  'changes',
  'compositions',
  'deliveries',
  'digest_slots',
  'edition_articles',
  'editions',
  'health_reports',
  'hub_subscriptions',
  'installations',
  'notices',
  'raised_alerts',
]

/** All else is as it was when the backup was made. */
const RESTORED_ONLY = [
  'alarms',
  'article_people',
  'chat_alerts',
  'chat_digests',
  'declarations',
  'declared_feeds',
  'draft_keys',
  'drafts',
  'feed_states',
  'feeds',
  'followings',
  'heart',
  'hub_offers',
  'installation_states',
  'meeting_keys',
  'meetings',
  'memos',
  'mutes',
  'offices',
  'people_words',
  'placements',
  'quota_uses',
  'pressoir_migration',
  'pressoir_migration_lock',
  'ratings',
  'removed_feeds',
  'sentence_total',
  'sentences',
  'statements',
  'upkeep',
  'workspaces',
]

it('of every table somebody has decided what a restoring does to it', async () => {
  await inStorage(async () => undefined)
  const database = new DatabaseSync(path)
  const tables = Object.keys(countRows(database))
  database.close()
  expect(tables.toSorted()).toEqual([...BROUGHT_OVER, ...RESTORED_ONLY].toSorted())
})

describe('whoever has the database open', () => {
  it('reads what was restored and writes nothing until it is opened anew', async () => {
    await live()
    const open = await openStorage(path, { now: () => EVENING })
    try {
      expect(await open.isReplaced()).toBe(false)
      await restoreBackup(file, path, RESTORED)
      expect(await open.isReplaced()).toBe(true)
      expect(await open.articles.count()).toBe(2)
      const refused = { failure: { code: 'database-replaced', path } }
      await expect(open.noteBeat(EVENING)).rejects.toMatchObject(refused)
      await expect(open.inTransaction(async () => undefined)).rejects.toMatchObject(refused)
      await expect(open.editions.saveDelivery(sampleDelivery(LATER, 1))).rejects.toMatchObject(refused)
    } finally {
      await open.close()
    }
    await inStorage((storage) => storage.noteBeat(EVENING))
  })

  it('is refused while somebody restores', async () => {
    await live()
    const release = takeRestoreLock(path)
    const restoring = { failure: { code: 'database-restoring', path } }
    await expect(openStorage(path, { now: () => EVENING })).rejects.toMatchObject(restoring)
    await expect(restoreBackup(file, path, RESTORED)).rejects.toMatchObject(restoring)
    release()
    await inStorage(async (storage) => expect(await storage.articles.count()).toBe(3))
  })
})

describe('what is refused, with nothing changed', () => {
  it.each([
    ['nothing there', 'file-missing', (): void => undefined],
    ['a photograph', 'backup-foreign', () => writeFileSync(file, 'JFIF'.repeat(3000))],
    ['an empty file', 'backup-foreign', () => writeFileSync(file, '')],
    ['a database that is no backup', 'backup-foreign', () => newDatabase('create table t (x)')],
    ['a backup that was cut off', 'backup-damaged', () => truncateSync(file, 40_000)],
    ['one with a page of nonsense', 'backup-damaged', () => spoil()],
    [
      'one of a newer program',
      'backup-newer',
      () => newDatabase(`insert into ${MIGRATION_TABLE} values ('9999-demain', '')`),
    ],
  ])('%s', async (what, code, make) => {
    await live()
    if (what !== 'one of a newer program' && !code.endsWith('damaged')) rmSync(file)
    make()
    await expect(restoreBackup(file, path, RESTORED)).rejects.toMatchObject({ failure: { code, path: file } })
    await inStorage(async (storage) => expect(await storage.articles.count()).toBe(3))
    expect(readdirSync(dirname(path)).filter((name) => name.includes('restauration'))).toEqual([])
  })
})

function newDatabase(sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(sql)
  database.close()
}

/** Past the first pages, where the rows are. */
function spoil(): void {
  const database = new DatabaseSync(file)
  const pages = Number(database.prepare('pragma page_count').get()?.['page_count'])
  database.close()
  const handle = openSync(file, 'r+')
  for (let page = 6; page < pages; page += 2)
    writeSync(handle, Buffer.alloc(2000, 0xab), 0, 2000, page * 4096 + 500)
  closeSync(handle)
}

describe('a restoring that is killed', () => {
  it.each([0, 40])(
    '%i ms after it began to copy leaves one of the two, whole',
    { timeout: 20_000 },
    async (wait) => {
      await live()
      addBallast(path, 40)
      await backUp(path, join(dirname(path), 'lourde.sqlite'), BACKED_UP)
      const heavy = join(dirname(path), 'lourde.sqlite')
      await inStorage((storage) => addFindable(storage, 'neige', 'La neige tombe après la sauvegarde.'))
      const child = spawn(process.execPath, [CHILD, 'restore', heavy, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await pause(wait)
      child.kill('SIGKILL')
      await once(child, 'exit')
      await inStorage(async (storage) => {
        expect([3, 4]).toContain(await storage.articles.count())
        expect(await storage.editions.deliveriesOf(LATER.id)).toHaveLength(2)
      })
      const database = new DatabaseSync(path)
      expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
      database.close()
      await restoreBackup(heavy, path, RESTORED)
      await inStorage(async (storage) => expect(await storage.articles.count()).toBe(3))
      expect(
        readdirSync(dirname(path)).filter((name) => /\.restauration-|-restauration$/.test(name)),
      ).toEqual([])
    },
  )
})
