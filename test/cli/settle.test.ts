// The verb settle, as whoever has put a copy back runs it.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { HOUR } from '../../src/core/calendar.ts'
import { newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T12:00:00+01:00'
const now = Date.parse(NOW)

it('says what it took for posted, once, and the journal keeps it', async () => {
  const database = join(newFolder(), 'essai.sqlite')
  const storage = await openStorage(database, { now: () => now })
  await storage.noteBeat(now - 9 * HOUR)
  await storage.editions.saveNextSlot('matin', now - 4 * HOUR)
  await storage.close()
  const settle = ['settle', '--database', database, '--now', NOW]
  const first = await run(settle)
  expect(first).toMatchObject({ status: 0, errors: '' })
  expect(plain(first.output)).toContain(
    'date du mardi 17 mars 2026 à 3 h.\n1 revue reprend à la prochaine heure.',
  )
  const again = await run(settle)
  expect(plain(again.output)).toContain('Aucune revue n’avait d’heure depuis')
  const journal = await run(['journal', '--database', database, '--now', NOW])
  expect(plain(journal.output)).toContain('a repris une copie de la base')
})
