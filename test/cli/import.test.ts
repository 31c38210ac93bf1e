// import: what is added, what is told, what is refused. A real database each time.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { importedLine } from '../../src/locale/command-line.ts'
import { openStorage } from '../../src/storage/open.ts'
import { ARTICLES, MARKET, MARKET_AGAIN, STRIKE, UNDATED } from './articles.ts'
import { type Ended, jsonl, newFile, newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'

let folder = ''
let database = ''

beforeEach(() => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
})

async function importFile(path: string): Promise<Ended> {
  return run(['import', path, '--database', database, '--now', NOW])
}

/** What was said at the end, after the progress. */
function lastLine({ errors }: Ended): string {
  return plain(errors).trimEnd().split('\n').at(-1) ?? ''
}

async function articleIds(): Promise<readonly string[]> {
  const storage = await openStorage(database, { now: () => 0 })
  const kept = await storage.articles.seenBetween(0, Number.MAX_SAFE_INTEGER)
  await storage.close()
  return kept.map(({ id }) => id).toSorted()
}

describe('what an import says at the end', () => {
  it.each([
    [{ added: 1, folded: 0, updated: 0, lines: 1, unread: 0 }, '1 article ajouté.'],
    [
      { added: 1249, folded: 12, updated: 0, lines: 1249, unread: 0 },
      '1 249 articles ajoutés, dont 12 reprises repliées.',
    ],
    [
      { added: 2, folded: 1, updated: 1, lines: 4, unread: 1 },
      '2 articles ajoutés, dont 1 reprise repliée ; 1 article mis à jour. 1 ligne n’a pas pu être lue.',
    ],
    [{ added: 0, folded: 0, updated: 3, lines: 3, unread: 0 }, '3 articles mis à jour.'],
    [
      { added: 0, folded: 0, updated: 0, lines: 1, unread: 0 },
      'Rien de nouveau. Cet article est déjà dans la base.',
    ],
    [
      { added: 0, folded: 0, updated: 0, lines: 2, unread: 2 },
      'Aucun article à ajouter. 2 lignes n’ont pas pu être lues.',
    ],
  ])('%j', (tally, sentence) => {
    expect(plain(importedLine(tally))).toBe(sentence)
  })
})

describe('import', () => {
  it.each([
    ['articles.jsonl', (text: string) => Buffer.from(text), 'plain'],
    ['articles.jsonl.gz', (text: string) => gzipSync(text), 'compressed'],
    [
      'morceaux.jsonl.gz',
      (text: string) => Buffer.concat(text.split(/(?<=\n)/).map((line) => gzipSync(line))),
      'compressed piece by piece',
    ],
  ])('fills the database from %s, and adds nothing the second time', async (name, made, _why) => {
    const path = newFile(folder, name, made(jsonl(ARTICLES)))
    const first = await importFile(path)
    expect(first).toMatchObject({ status: 0, output: '' })
    expect(plain(first.errors)).toBe(
      'Articles versés : 4 sur 4\n4 articles ajoutés, dont 1 reprise repliée.\n',
    )
    const second = await importFile(path)
    expect(second.status).toBe(0)
    expect(lastLine(second)).toBe('Rien de nouveau. Ces 4 articles sont déjà dans la base.')
    expect(await articleIds()).toEqual(ARTICLES.map(({ id }) => String(id)).toSorted())
  })

  it('adds nothing twice within one file either', async () => {
    const path = newFile(folder, 'a.jsonl', jsonl([STRIKE, STRIKE]))
    expect(lastLine(await importFile(path))).toBe('1 article ajouté.')
    expect(await articleIds()).toEqual(['greve'])
  })

  it('takes an article that was edited as an update', async () => {
    await importFile(newFile(folder, 'a.jsonl', jsonl([MARKET, STRIKE])))
    const edited = { ...STRIKE, text: STRIKE.text.replace('une rame sur trois', 'une rame sur deux') }
    expect(lastLine(await importFile(newFile(folder, 'b.jsonl', jsonl([edited, UNDATED]))))).toBe(
      '1 article ajouté ; 1 article mis à jour.',
    )
  })

  it('joins what an earlier import brought', async () => {
    await importFile(newFile(folder, 'a.jsonl', jsonl([MARKET])))
    expect(lastLine(await importFile(newFile(folder, 'b.jsonl', jsonl([MARKET_AGAIN]))))).toBe(
      '1 article ajouté, dont 1 reprise repliée.',
    )
  })

  it('takes numbers for ids, and articles without address, date or abstract', async () => {
    const bare = { id: 12, title: 'Titre', text: 'Le pont de Marnes rouvre.' }
    const nulls = {
      ...bare,
      id: 13,
      url: null,
      date: null,
      summary: null,
      lead: null,
      text: 'Il pleut à Vernay.',
    }
    const ended = await importFile(newFile(folder, 'a.jsonl', jsonl([bare, nulls])))
    expect(ended.status).toBe(0)
    expect(await articleIds()).toEqual(['12', '13'])
  })

  it('tells bad lines with their number in the file, and imports the others', async () => {
    const lines = [
      '',
      JSON.stringify(STRIKE),
      '{"id":',
      '',
      JSON.stringify({ id: 1, title: 'Sans texte' }),
      '[]',
    ]
    const path = newFile(folder, 'a.jsonl', lines.join('\n'))
    const ended = await importFile(path)
    expect(ended).toMatchObject({ status: 3, output: '' })
    expect(plain(ended.errors).trimEnd().split('\n')).toEqual([
      `${path}, ligne 3 : Cette ligne n’est pas du JSON valide. Il faut un objet JSON par ligne.`,
      `${path}, ligne 5 : Le champ « text » manque ou n’a pas la forme attendue.`,
      `${path}, ligne 6 : Le champ « id » manque ou n’a pas la forme attendue.`,
      'Articles versés : 1 sur 1',
      '1 article ajouté. 3 lignes n’ont pas pu être lues.',
    ])
    expect(await articleIds()).toEqual(['greve'])
  })

  it('has a sentence for a file with nothing in it', async () => {
    expect(await importFile(newFile(folder, 'vide.jsonl', '\n'))).toMatchObject({
      status: 0,
      errors: 'Aucun article à ajouter.\n',
    })
  })

  it.each([
    ['coupé', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['retouché', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 60 ? byte ^ 0xff : byte)))],
    ['pas du gzip', () => Buffer.from(jsonl(ARTICLES))],
  ])('refuses a damaged .gz in a sentence, and imports nothing of it: %s', async (_how, damage) => {
    const path = newFile(folder, 'a.jsonl.gz', damage(gzipSync(jsonl(ARTICLES))))
    expect(await importFile(path)).toEqual({
      status: 1,
      output: '',
      errors: expect.stringContaining(`Le fichier ${path} est abîmé ou incomplet`),
    })
  })

  it.each(['', '.gz'])('refuses a folder in a sentence%s', async (ending) => {
    const path = join(newFolder(), `dossier${ending}`)
    mkdirSync(path)
    const ended = await importFile(path)
    expect(ended.status).toBe(2)
    expect(plain(ended.errors)).toBe(
      `Le fichier ${path} ne peut pas être lu. Vérifiez que ce n’est pas un dossier et que vous avez le droit de le lire.\n`,
    )
  })

  it('keeps texts as they came, whatever characters they hold', async () => {
    const text = 'Ligne\u2028une. Un 🚋 passe.\u00A0Et «\u202Fvoilà\u202F».'
    await importFile(newFile(folder, 'a.jsonl', jsonl([{ ...STRIKE, text }])))
    const storage = await openStorage(database, { now: () => 0 })
    const [article] = await storage.articles.get(['greve'])
    await storage.close()
    expect(article?.text).toContain(text)
  })
})
