// How much traces weigh in the file: one copy for all the channels of a slot.
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import type { EditionTrace } from '../../src/core/trace.ts'
import { openStorage } from '../../src/storage/open.ts'
import { newDatabasePath } from './database-files.ts'
import { MORNING, sampleEdition } from './samples.ts'

function trace(): EditionTrace {
  return {
    madeAt: MORNING,
    limit: 7,
    ranked: [['pont', 1, 0.5, 0.9, 0.2]],
    dropped: [['words', ['école']]],
  }
}

it('keeps one copy of a trace for fifty editions, handed in as one or as many', async () => {
  const path = await newDatabasePath()
  const storage = await openStorage(path, { now: () => MORNING })
  const shared = trace()
  await storage.inTransaction(async (inner) => {
    for (let index = 0; index < 50; index++) {
      const edition = sampleEdition(MORNING, { digestName: `revue-${index}` })
      await inner.editions.create(edition, [])
      await inner.traces.save(edition.id, index % 2 === 0 ? shared : trace())
    }
  })
  await storage.close()
  const raw = new DatabaseSync(path)
  expect(raw.prepare('select count(*) as count from compositions').get()).toEqual({ count: 1 })
  expect(
    raw.prepare('select count(distinct composition_id) as ids, count(*) as all_of_them from editions').get(),
  ).toEqual({ ids: 1, all_of_them: 50 })
  raw.close()
})
