// The verb settle, as whoever has put a copy back runs it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ExplainedError } from '../../src/core/failures.ts'
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

it('makes no database where there is none: what it settles would not be what was put back', async () => {
  const database = join(newFolder(), 'absente.sqlite')
  expect(await run(['settle', '--database', database, '--now', NOW])).toMatchObject({ status: 2 })
  expect(existsSync(database)).toBe(false)
})

it.each<[string, readonly string[], string]>([
  ['the environment, where there is no configuration', [], 'environnement.sqlite'],
  ['the option before it', ['--database', 'option.sqlite'], 'option.sqlite'],
])('looks for the database in %s', async (_where, words, expected) => {
  const ended = await run(['settle', '--now', NOW, ...words], '', {
    loadConfiguration: (path) => Promise.reject(new ExplainedError({ code: 'configuration-missing', path })),
    environmentDatabase: async () => 'environnement.sqlite',
  })
  expect(ended.errors).toContain(expected)
})
