// alerts: what the alerts of the file would have told over a week, in the words of the chat.
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARTICLES, configuration } from './articles.ts'
import { jsonl, newFile, newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'

let folder = ''
let database = ''

beforeEach(() => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
})

async function alerts(declared: readonly object[]): Promise<string> {
  const config = newFile(folder, 'pressoir.yaml', configuration({ base: database, alertes: declared }))
  const ended = await run(['alerts', '--config', config, '--now', NOW])
  expect(ended).toMatchObject({ status: 0, errors: '' })
  return plain(ended.output)
}

const STRIKE = {
  nom: 'greve',
  titre: 'Grève',
  canal: 'console:terminal',
  avec: ['tramway'],
  éditeurs: 1,
  nuit: 'aucune',
}

describe('alerts', () => {
  it('says that the file has none', async () => {
    expect(await alerts([])).toBe('Aucune alerte n’est réglée.\n')
  })

  it('says that nothing was read yet, and makes no database', async () => {
    expect(await alerts([STRIKE])).toContain('Je n’ai encore lu aucun article')
  })

  it.each([
    ['tramway', 'cette alerte aurait sonné 1 fois :\n- '],
    ['volcan', 'cette alerte n’aurait jamais sonné.'],
  ])('says how often one on « %s » would have rung', async (word, expected) => {
    const file = newFile(folder, 'a.jsonl', jsonl(ARTICLES))
    await run(['import', file, '--database', database, '--now', '2026-03-16T19:00:00+01:00'])
    const told = await alerts([{ ...STRIKE, avec: [word] }])
    expect(told).toMatch(/^Essai de l’alerte « Grève »\n/)
    expect(told).toContain(expected)
  })
})
