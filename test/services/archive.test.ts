// Archiving when the program is told to stop in the midst of it.
import { expect, it } from 'vitest'
import { archiveEditions } from '../../src/services/archive.ts'
import { sampleEdition } from '../storage/samples.ts'
import { openDesk } from './open-desk.ts'

it('leaves the rest to the next life of the program', async () => {
  const slotAt = Date.parse('2026-03-17T08:00:00+01:00')
  const { storage, tools } = await openDesk({ now: slotAt })
  for (const digestName of ['matin', 'midi', 'soir'])
    await storage.editions.create(sampleEdition(slotAt, { digestName }), [])
  const stopping = new AbortController()
  const archive = (signal: AbortSignal) =>
    archiveEditions({ ...tools, signal, writeArchive: async () => stopping.abort() })
  await archive(stopping.signal)
  expect(await storage.editions.unarchived()).toHaveLength(2)
  await archive(new AbortController().signal)
  expect(await storage.editions.unarchived()).toEqual([])
})
