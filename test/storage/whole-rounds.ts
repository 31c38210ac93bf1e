// What must stand in a database after whatever stopped its writer: all that it promised, and nothing half-way.
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import type { Storage } from '../../src/ports.ts'
import { MORNING } from './samples.ts'

export function expectSoundFile(path: string): void {
  const raw = new DatabaseSync(path)
  const all = (sql: string) =>
    raw
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }))
  expect(all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(all('pragma foreign_key_check')).toEqual([])
  raw.exec("insert into sentence_stems (sentence_stems) values ('integrity-check')")
  expect(all('select rowid as id from sentence_stems order by 1')).toEqual(
    all('select id from sentences order by 1'),
  )
  expect(all('select * from sentences where version <> 2')).toEqual([])
  expect(
    all(`select sentences.id from sentences left join article_versions using (article_id, version)
      where text is null or start_offset >= end_offset or end_offset > length(text)`),
  ).toEqual([])
  raw.close()
}

/** Every article has both versions and all its sentences, every edition its four deliveries and its sources. */
export async function expectWholeRounds(storage: Storage, lastPromised: number): Promise<void> {
  const articles = await storage.articles.seenBetween(0, MORNING)
  expect(articles.length).toBeGreaterThan(lastPromised)
  expect(articles.filter(({ version }) => version !== 2)).toEqual([])
  expect((await storage.search.frequencies([])).total).toBe(articles.length * 60)
  const editions = await storage.editions.madeSince(0)
  expect(editions.length).toBeGreaterThan(lastPromised)
  expect(articles.length - editions.length).toBeLessThanOrEqual(1)
  for (const [round, { id, slotAt, stories }] of editions.entries()) {
    expect(slotAt).toBe(MORNING + round * MINUTE)
    const deliveries = await storage.editions.deliveriesOf(id)
    expect(deliveries).toHaveLength(4)
    const open = deliveries.filter(({ state }) => state !== 'posted')
    expect(open.length).toBeLessThanOrEqual(round <= lastPromised ? 0 : 4)
    const cut = await storage.articles.cut(stories.flatMap(({ brief }) => brief))
    expect(cut).toEqual([expect.stringMatching(/^Le dégel \d+ touche/)])
  }
  const doubtful = (await storage.editions.openDeliveries(Number.MAX_SAFE_INTEGER)).filter(
    ({ state }) => state === 'sending',
  )
  expect(doubtful.length).toBeLessThanOrEqual(1)
  expect(await storage.editions.lastSlot('matin')).toBe(editions.at(-1)?.slotAt)
}
