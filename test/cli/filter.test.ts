// filter: a filter on the articles of the database, and on the lines of standard input.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARTICLES } from './articles.ts'
import { jsonl, newFile, newFolder, plain, records, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'

describe('filter', () => {
  it('says what it keeps of the last week, and why the rest is left out', async () => {
    const folder = newFolder()
    const database = join(folder, 'essai.sqlite')
    const file = newFile(folder, 'articles.jsonl', jsonl(ARTICLES))
    await run(['import', file, '--database', database, '--now', NOW])
    const { status, output } = await run(['filter', 'marché couvert', '--database', database, '--now', NOW])
    expect(status).toBe(0)
    const told = plain(output)
    expect(told).toMatch(/^Filtre compris : marché couvert\n\d+ articles? gardés?, \d+ écartés?\.\n/)
    expect(told).toMatch(/\nGardé : .*marché/)
    expect(told).toMatch(/\nÉcarté : .*\(« marché couvert » n’y figure pas\)\n/)
    const later = ['--since', '2026-03-17T08:00:00+01:00']
    const none = await run(['filter', 'marché', '--database', database, '--now', NOW, ...later])
    expect(plain(none.output)).toContain('0 article gardé, 0 écarté.')
  })

  it('answers lines with what decided', async () => {
    const ended = await run(
      ['filter', '(grève OU éditeur:"Le Phare") SAUF titre:sport', '--jsonl'],
      jsonl([
        { id: 1, text: 'Les grèves se poursuivent à Vernay.' },
        { id: 2, title: 'Sport : la grève des arbitres', text: 'Elle dure.' },
        { id: 3, title: 'Le musée', text: 'Il rouvre.', publisher: 'La Vigie', rubric: null },
        { id: 4, title: 'Sans texte' },
      ]),
    )
    expect(ended.status).toBe(3)
    expect(records(ended)).toMatchObject([
      {
        id: 1,
        kept: true,
        because: [
          { condition: 'grève', there: true },
          { condition: 'titre:sport', there: false },
        ],
      },
      { id: 2, kept: false, because: [{ condition: 'titre:sport', there: true }] },
      {
        id: 3,
        kept: false,
        because: [
          { condition: 'grève', there: false },
          { condition: 'éditeur:"Le Phare"', there: false },
        ],
      },
      { id: 4, error: { code: 'line-invalid' } },
    ])
  })

  it('refuses a line that does not read, as a mistake of whoever typed it', async () => {
    const { status, output, errors } = await run(['filter', '(grève', '--jsonl'])
    expect({ status, output, errors: plain(errors) }).toEqual({
      status: 2,
      output: '',
      errors: 'Il manque une parenthèse fermante après « (grève ».\n',
    })
  })
})
