// What the search index keeps of sentences that went, and how it is freed of them.
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { contentStems } from '../../src/french/stems.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/ports.ts'
import { newDatabasePath } from './database-files.ts'
import { addFindable, MORNING } from './samples.ts'

const ARTICLES = 600
const places = Array.from({ length: ARTICLES }, (_, at) => at)

function textOf(place: number): string {
  const sentences = Array.from(
    { length: 20 },
    (_, at) => `Le bac numéro${place} quitte le quai${at} avec cargaison${place * 20 + at}.`,
  )
  return sentences.join('\n')
}

/** With so many articles of which the first have no findable sentence any more. */
async function thinned(storage: Storage, gone: number): Promise<void> {
  const articles = []
  for (const place of places) articles.push(await addFindable(storage, `bac-${place}`, textOf(place)))
  for (const article of articles.slice(0, gone)) await storage.search.index(article, [])
}

async function open() {
  const path = await newDatabasePath()
  const storage = await openStorage(path, { now: () => MORNING })
  const raw = new DatabaseSync(path, { readOnly: true })
  const bytes = (): number =>
    Number(raw.prepare('select sum(length(block)) as bytes from sentence_stems_data').get()?.['bytes'])
  return { path, storage, raw, bytes }
}

const found = async (storage: Storage): Promise<ReadonlySet<string>> =>
  new Set((await storage.search.find(contentStems('cargaison'), 20_000)).map(({ article }) => article.id))

it('is let alone while little has gone', async () => {
  const { storage, bytes } = await open()
  await thinned(storage, ARTICLES / 20)
  const before = bytes()
  expect(await storage.retention.mergeIndex(10_000)).toBe(false)
  expect(bytes()).toBe(before)
})

it('is freed in steps, by another process too, and finds what it found', async () => {
  const { path, storage, bytes } = await open()
  await thinned(storage, ARTICLES * 0.6)
  const before = bytes()
  expect(await storage.retention.mergeIndex(0)).toBe(true)
  await storage.close()
  const again = await openStorage(path, { now: () => MORNING })
  const left = new Set(places.slice(ARTICLES * 0.6).map((place) => `bac-${place}`))
  let steps = 0
  while (await again.retention.mergeIndex(0)) {
    steps++
    expect(await found(again)).toEqual(left)
  }
  expect(steps).toBeGreaterThan(1)
  expect(bytes()).toBeLessThan(before * 0.6)
  expect(await found(again)).toEqual(left)
  expect((await again.search.frequencies(contentStems('cargaison'))).total).toBe(ARTICLES * 0.4 * 20)
})

it('counts what goes while it is merged for the next time', async () => {
  const { storage, raw } = await open()
  await thinned(storage, ARTICLES * 0.6)
  await storage.retention.mergeIndex(0)
  for (const article of await storage.articles.get([`bac-${ARTICLES - 1}`]))
    await storage.search.index(article, [])
  while (await storage.retention.mergeIndex(10_000));
  expect(raw.prepare('select gone, merging from sentence_total').get()).toEqual({ gone: 20, merging: 0 })
})
