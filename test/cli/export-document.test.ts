// docs/export.md beside what the export really writes: every key, every table, and nothing that is not there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_NOUNS, fileOf } from '../../src/core/export.ts'
import { OURS } from '../storage/samples-chat.ts'
import { type ExportPlace, FILE_OF_TABLE, INNER, newPlace } from './export-place.ts'
import { leavesOf, linesOf } from './export-reading.ts'

let place: ExportPlace
beforeAll(async () => {
  place = await newPlace()
  await place.exported()
})
afterAll(() => place.remove())

/** In the first cells of its table. */
const keysIn = (section: string): readonly string[] =>
  [...section.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key),
  )

/** `…` stands for all that is inside. */
const covers = (key: string, path: string): boolean =>
  key.endsWith('…') ? path.startsWith(key.slice(0, -1)) : path === key

describe('the document', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8')
  const sections = new Map(
    text
      .split(/^## /m)
      .map((section) => [section.match(/^`([^`]+)`/)?.[1] ?? section.split('\n')[0], section]),
  )

  it.each(EXPORT_NOUNS.map(fileOf))('has every key of %s, and no other', async (file) => {
    const documented = keysIn(sections.get(file) ?? '')
    const written = new Set(
      linesOf(place.folder, file).flatMap((line) => leavesOf(line).map(({ path }) => path)),
    )
    expect([...written].filter((path) => !documented.some((key) => covers(key, path)))).toEqual([])
    expect(documented.filter((key) => ![...written].some((path) => covers(key, path)))).toEqual([])
  })

  it('has every key of the manifest', async () => {
    await place.exported('--workspace', OURS, '--force')
    const manifest: unknown = JSON.parse(readFileSync(join(place.folder, 'manifest.json'), 'utf8'))
    expect(new Set(leavesOf(manifest).map(({ path }) => path))).toEqual(
      new Set(keysIn(sections.get('manifest.json') ?? '')),
    )
  })

  it('says of every table where it is, or why not', () => {
    const connection = new DatabaseSync(place.database, { readOnly: true })
    const tables = connection
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !/^(?:pressoir_migration|sentence_stem)/.test(name))
    connection.close()
    const found = new Set([
      ...Object.keys(FILE_OF_TABLE),
      ...INNER.map(([table]) => table),
      'declarations',
      'declared_feeds',
    ])
    const leftOut = new Set(keysIn(sections.get('What is left out') ?? ''))
    expect(tables.filter((name) => !found.has(name) && !leftOut.has(name))).toEqual([])
    expect([...leftOut].filter((name) => !tables.includes(name) || found.has(name))).toEqual([])
  })
})
