// quotations: what the stored editions quote, sentence by sentence, and what it comes to.
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ARTICLES, configuration } from './articles.ts'
import { jsonl, newFile, newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'

let config = ''
let database = ''
let folder = ''

beforeEach(() => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
  config = newFile(folder, 'p.yaml', configuration({ base: database, archives: join(folder, 'digests') }))
})

async function quotations(...words: readonly string[]) {
  const { status, output, errors } = await run(['quotations', '--config', config, ...words])
  expect({ status, errors }).toEqual({ status: 0, errors: '' })
  return plain(output)
}

describe('quotations', () => {
  it('gives each sentence with its words and its address, then the sums', async () => {
    const file = newFile(folder, 'articles.jsonl', jsonl(ARTICLES))
    await run(['import', file, '--database', database, '--now', NOW])
    await run(['digest', 'matin', '--config', config, '--now', NOW])
    const told = await quotations()
    expect(told).toMatch(/, mardi 17 mars 2026 à 8 h\n/)
    expect(told).toMatch(
      /« Le marché couvert de Vernay a rouvert lundi matin après deux ans de travaux\. » \(14 mots\) https:/,
    )
    expect(told).toMatch(/\nEn tout\n {2}\S.* : \d+ mots, \d phrases?, 1 édition\n/)
    expect(await quotations('--since', '2026-03-17')).toBe(told)
    expect(await quotations('--since', '2026-03-18')).toBe('Aucune citation sur cette période.\n')
  })

  it('says so where there is nothing yet', async () => {
    expect(await quotations()).toBe('Aucune citation sur cette période.\n')
  })
})
