// The verb export: all that is there and nothing else, whole or not at all.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { explainDiskError } from '../../src/cli/export-folder.ts'
import { EXPORT_FILES, EXPORT_NOUNS, fileOf } from '../../src/core/export.ts'
import { OURS } from '../storage/samples-chat.ts'
import { plain, records, run } from './command.ts'
import { SECRET } from './export-names.ts'
import { type ExportPlace, FILE_OF_TABLE, INNER, newPlace, NOW, textIn } from './export-place.ts'
import { allLines, leavesOf, linesOf, measured, readManifest } from './export-reading.ts'

let place: ExportPlace
beforeEach(async () => {
  place = await newPlace()
  onTestFinished(() => place.remove())
})

const isInstant = ({ path }: { readonly path: string }): boolean =>
  /(?:At|Since|Until)$|\b(?:since|until)$/.test(path)

function newFiles(files: Readonly<Record<string, string>>): void {
  mkdirSync(place.folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(place.folder, name), content)
}

describe('an export of everything', () => {
  it('tells what it wrote, in files that their manifest describes', async () => {
    expect(await place.exported()).toMatch(
      /^Export fait : .*\/export, 20 fichiers, \d+ ko, 7 articles, 4 éditions\.\n$/,
    )
    expect(readdirSync(place.folder).toSorted()).toEqual(EXPORT_FILES.toSorted())
    const { files, madeAt, workspaceId } = readManifest(place.folder)
    expect({ madeAt, workspaceId }).toEqual({ madeAt: NOW, workspaceId: undefined })
    expect(files.map(({ name }) => name).toSorted()).toEqual(
      EXPORT_FILES.filter((name) => name !== 'manifest.json').toSorted(),
    )
    for (const { name, bytes, sha256 } of files)
      expect({ bytes, sha256 }).toEqual(measured(place.folder, name))
    for (const noun of EXPORT_NOUNS)
      expect(linesOf(place.folder, fileOf(noun))).toHaveLength(
        files.find(({ name }) => name === fileOf(noun))?.count ?? -1,
      )
    expect(files.find(({ name }) => name === 'feeds.opml')?.count).toBe(
      readFileSync(join(place.folder, 'feeds.opml'), 'utf8').match(/xmlUrl=/g)?.length,
    )
  })

  it('has every row of the database once', async () => {
    // Noted once the export is there.
    const noted = place.count('audit')
    await place.exported()
    for (const [table, file] of Object.entries(FILE_OF_TABLE))
      expect([file, linesOf(place.folder, file).length]).toEqual([
        file,
        table === 'audit' ? noted : place.count(table),
      ])
    for (const [table, file, path] of INNER) {
      const found = linesOf(place.folder, file).flatMap((line) =>
        leavesOf(line).filter((leaf) => leaf.path === path),
      )
      expect([table, found.length]).toEqual([table, place.count(table)])
    }
    for (const what of ['digest', 'alert'])
      expect(
        linesOf(place.folder, `${what}s.jsonl`).filter((line) => line['workspaceId'] === undefined),
      ).toHaveLength(place.count(`declarations where kind = '${what}'`))
  })

  it('quotes word for word what its offsets point to', async () => {
    await place.exported()
    const articles = new Map(linesOf(place.folder, 'articles.jsonl').map((line) => [line['id'], line]))
    expect(articles.get('a1')).toMatchObject({ version: 2, versions: [{ version: 1 }, { version: 2 }] })
    expect(articles.get('r1')).toMatchObject({ thinnedAt: NOW, duplicateOf: 'a1', isUndated: true })
    const edition = linesOf(place.folder, 'editions.jsonl').find(
      ({ stories }) => JSON.stringify(stories) !== '[]',
    )
    expect(edition).toMatchObject({
      stories: [
        {
          brief: [{ start: 0, end: 57, text: 'La maire Anne Le Goff a reçu Paul Kerbrat jeudi à Rennes.' }],
          clashes: [{ figures: [{ text: expect.stringMatching(/^La maire/) }, { version: 2 }] }],
        },
      ],
    })
  })

  it('tells instants in ISO 8601, under whatever key they stand', async () => {
    await place.exported()
    const leaves = allLines(place.folder).flatMap(([file, line]) =>
      leavesOf(line).map(({ path, value }) => ({ file, path, value })),
    )
    expect(leaves.filter(({ value }) => typeof value === 'number' && value > 1e9)).toEqual([])
    expect(leaves.filter((leaf) => isInstant(leaf) && !/^\d{4}-.*Z$/.test(String(leaf.value)))).toEqual([])
    expect(leaves.filter(isInstant).length).toBeGreaterThan(50)
  })

  it('has no password and no key, neither in an address nor of a hub', async () => {
    await place.exported()
    expect(textIn(place.folder)).toContain('https://rennes.example/rss.xml?token=%E2%80%A6')
    expect(textIn(place.folder)).not.toContain(SECRET)
  })

  it('says what it is in the journal, by whom and where to', async () => {
    await place.exported()
    await place.exportTo('--force', '--workspace', OURS)
    const { output } = await run(['journal', '--database', place.database, '--now', NOW])
    expect(plain(output)).toContain(`a exporté toutes les données dans ${place.folder}`)
    expect(plain(output)).toContain(`a exporté les données de l’espace ${OURS} dans ${place.folder}`)
    await run([
      'feeds',
      'export',
      `${place.folder}.opml`,
      '--workspace',
      OURS,
      '--database',
      place.database,
      '--now',
      NOW,
    ])
    const noted = records(await run(['journal', '--jsonl', '--database', place.database, '--now', NOW]))
    expect(noted.map(({ event }) => event)).toContainEqual({
      kind: 'exported',
      what: 'feeds',
      file: `${place.folder}.opml`,
      workspaceId: OURS,
    })
  })
})

describe('the folder', () => {
  it('is for whoever runs the program alone', async () => {
    await place.exported()
    expect(statSync(place.folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(place.folder))
      expect(statSync(join(place.folder, name)).mode & 0o777).toBe(0o600)
  })

  it('is replaced when somebody says so, and not before', async () => {
    await place.exported()
    const before = readFileSync(join(place.folder, 'manifest.json'), 'utf8')
    const refused = await place.exportTo('--workspace', OURS)
    expect(refused.status).toBe(1)
    expect(plain(refused.errors)).toContain('est déjà pris. Donnez un autre nom')
    expect(readFileSync(join(place.folder, 'manifest.json'), 'utf8')).toBe(before)
    await place.exported('--workspace', OURS, '--force')
    expect(readManifest(place.folder).workspaceId).toBe(OURS)
    expect(readdirSync(dirname(place.folder)).filter((name) => name.startsWith('export'))).toEqual(['export'])
  })

  it.each([
    ['somebody’s folder', () => newFiles({ 'notes.txt': 'Ne pas effacer.' })],
    ['an export to which somebody added', () => newFiles({ 'notes.txt': '', 'manifest.json': '{}' })],
    ['a place.folder that calls a file of its own so', () => newFiles({ 'manifest.json': '{"name":"jeu"}' })],
    ['a file', () => writeFileSync(place.folder, 'Ne pas effacer.')],
  ])('never takes the place of %s', async (_what, make) => {
    make()
    const ended = await place.exportTo('--force')
    expect(ended.status).toBe(1)
    expect(plain(ended.errors)).toContain('n’est pas un export de Pressoir')
    expect(existsSync(join(place.folder, 'articles.jsonl'))).toBe(false)
  })

  it('is not made where there is no place or no database', async () => {
    const nowhere = await run(['export', join(place.folder, 'a', 'b'), '--database', place.database])
    expect(nowhere.status).toBe(1)
    expect(plain(nowhere.errors)).toMatch(/^Le dossier .+ ne peut pas être écrit\./m)
    const nothing = await run(['export', place.folder, '--database', `${place.database}.autre`])
    expect(nothing).toMatchObject({ status: 2, output: '' })
    expect(existsSync(`${place.database}.autre`)).toBe(false)
    expect((await run(['export'])).status).toBe(2)
  })

  it.each([
    ['ENOSPC', 'disk-full', 'no room'],
    ['EDQUOT', 'disk-full', 'no room for this user'],
    ['EACCES', 'folder-unwritable', 'no right'],
    ['EROFS', 'folder-unwritable', 'a disk to read'],
  ])('explains %s as %s', (code, expected, _why) =>
    expect(explainDiskError(Object.assign(new Error(), { code }), 'export').failure).toEqual({
      code: expected,
      path: 'export',
    }),
  )
})
