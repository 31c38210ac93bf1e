// A database that is locked or full in the middle of a beat: it is said, nothing is half-written, the next beat goes on.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/chat/console/transcript.ts'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import { type LoopbackPress, startLoopbackPress } from '../../src/demo/loopback-press.ts'
import type { Storage } from '../../src/ports.ts'
import { openStorage } from '../../src/storage/open.ts'
import { storageOn } from '../../src/storage/sqlite-storage.ts'
import { type MortalApp, type MortalOptions, openMortalApp } from './mortal-app.ts'
import { rss, testDigest, testFeed, type TestItem } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-16T21:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const HOSTS = ['lavigie.example', 'lephare.example'] as const
const FEEDS = HOSTS.map((host) => testFeed(`${host}/flux.xml`, host))

const item = (host: string, name: string, title: string, text: string): TestItem => ({
  guid: name,
  title,
  link: `http://${host}/${name}`,
  date: new Date(MORNING - HOUR).toUTCString(),
  text: `<p>${text}</p><p>${`${title}. `.repeat(150)}</p>`,
})

/** Both houses tell the landslide: it is one story, however the database fares between the two. */
const ITEMS: Readonly<Record<string, readonly TestItem[]>> = {
  'lavigie.example': [
    item(
      'lavigie.example',
      'eboulement',
      'Éboulement à Orpierre : la route du col coupée',
      'Un éboulement de huit cents tonnes de roche a coupé lundi la route du col d’Orpierre, sans faire de blessé. Le département compte un mois de travaux pour dégager la chaussée.',
    ),
    item(
      'lavigie.example',
      'phoque',
      'Un phoque remonte le fleuve jusqu’à Marnes',
      'Un phoque gris a remonté le fleuve sur quarante kilomètres et se repose depuis dimanche sous le pont de Marnes.',
    ),
  ],
  'lephare.example': [
    item(
      'lephare.example',
      'roche',
      'Orpierre : la route du col coupée par un éboulement',
      'La route du col d’Orpierre est coupée depuis lundi par un éboulement : huit cents tonnes de roche sont tombées sur la chaussée. Aucun blessé n’est à déplorer, et les travaux dureront un mois, estime le département.',
    ),
  ],
}

let press: LoopbackPress
let folder: string
let app: MortalApp | undefined
let said: string[]
let onRequest: () => void
let now: Instant

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pressoir-base-'))
  onRequest = () => undefined
  said = []
  press = await startLoopbackPress((host, path) => {
    if (path !== '/flux.xml') return undefined
    onRequest()
    return rss(now < MORNING ? [] : (ITEMS[host] ?? []))
  })
})

afterEach(async () => {
  await app?.bury()
  app = undefined
  await press.close()
  rmSync(folder, { recursive: true })
})

async function openEvening(
  openDatabase: (path: string) => Promise<Storage>,
  more: Partial<MortalOptions> = {},
): Promise<MortalApp> {
  now = EVENING
  app = await openMortalApp({
    folder,
    port: press.port,
    hosts: HOSTS,
    feeds: FEEDS,
    digests: [testDigest()],
    now: () => now,
    openDatabase,
    log: (line) => said.push(line.replaceAll(/[\u00A0\u202F]/g, ' ')),
    ...more,
  })
  await app.beat()
  now = MORNING
  return app
}

/** Everything came out once, as one edition of two stories. */
async function check({ storage }: MortalApp): Promise<void> {
  const lines = await readTranscript(join(folder, 'essai.console.jsonl'))
  const leads = lines.filter(({ text }) => text.includes('La revue du matin'))
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  expect(leads).toHaveLength(2)
  const articles = await storage.articles.seenBetween(0, now)
  const storyOf = (name: string): string | undefined =>
    articles.find(({ url }) => url.endsWith(name))?.placement.storyId
  expect(articles).toHaveLength(3)
  expect(storyOf('roche')).toBe(storyOf('eboulement'))
  expect(storyOf('phoque')).not.toBe(storyOf('eboulement'))
  for (const { url } of articles)
    expect(
      lines.filter(({ text }) => text.includes(url)).length,
      `${url} stands in the channel`,
    ).toBeGreaterThan(0)
  const shown = [MORNING, MORNING + DAY].map((slotAt) => `matin@${new Date(slotAt).toISOString()}`)
  const editions = await Promise.all(shown.map((id) => storage.editions.get(id)))
  const sources = editions.flatMap((edition) => edition?.stories.flatMap((story) => story.sources) ?? [])
  expect(sources.map(({ url }) => url).toSorted()).toEqual(articles.map(({ url }) => url).toSorted())
  expect(await storage.editions.unarchived()).toEqual([])
  expect(await storage.editions.openDeliveries(now + HOUR)).toEqual([])
}

/** The beats of the rest of the day and the next edition. */
async function recover(given: MortalApp): Promise<void> {
  for (const later of [MINUTE, 4 * MINUTE, 20 * MINUTE, DAY]) {
    now = MORNING + later
    await given.beat()
  }
}

const impatient = (path: string): Promise<Storage> =>
  openStorage(path, { now: () => now, busyTimeoutMilliseconds: 20 })

const LOCKED = /^La base .* est occupée par un autre programme/
const FULL = /^Le disque qui porte la base .* est plein/

describe('a database that another program locks', () => {
  it.each(['while feeds are read', 'while parts are posted', 'from the beginning'] as const)(
    '%s is said, and the next beat goes on',
    async (moment) => {
      let other: DatabaseSync | undefined
      const lock = (): void => {
        if (other !== undefined || now < MORNING) return
        other = new DatabaseSync(join(folder, 'essai.sqlite'))
        other.exec('begin immediate')
      }
      const travel = async (): Promise<void> => {
        if (moment === 'while parts are posted') lock()
      }
      const opened = await openEvening(impatient, { travel })
      if (moment === 'while feeds are read') onRequest = lock
      if (moment === 'from the beginning') lock()
      await opened.beat()
      expect(other).toBeDefined()
      expect(said.length).toBeGreaterThan(0)
      for (const line of said) expect(line).toMatch(LOCKED)
      expect((await opened.storage.feeds.states()).map(({ failureCount }) => failureCount)).toEqual([0, 0])
      other?.exec('rollback')
      other?.close()
      await recover(opened)
      await check(opened)
    },
  )
})

describe('a disk that is full', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 30])(
    'after %i more pages is said, and once there is room the next beat goes on',
    async (pages) => {
      let connection: DatabaseSync | undefined
      const opened = await openEvening((path) => {
        connection = new DatabaseSync(path)
        connection.exec('pragma journal_mode = wal')
        return storageOn(connection, path, { now: () => now })
      })
      const setRoom = (room: number): void => {
        const { page_count: used } = connection?.prepare('pragma page_count').get() ?? {}
        connection?.exec(`pragma max_page_count = ${Number(used) + room}`)
      }
      setRoom(pages)
      await opened.beat()
      // With enough room the morning fits.
      expect(said.length > 0 || pages >= 10).toBe(true)
      for (const line of said) expect(line).toMatch(FULL)
      setRoom(10_000)
      await recover(opened)
      await check(opened)
    },
  )
})
