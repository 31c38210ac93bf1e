// An export larger than the memory that it may use, and one that is killed in the midst: nothing looks whole that is not.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { MORNING } from '../storage/samples.ts'
import { PROGRAM } from './command.ts'
import { readManifest } from './export-reading.ts'

const ARTICLES = 25_000

/** What V8 may keep, in megabytes: the program takes some 35, the articles are 105. */
const HEAP_MEGABYTES = 80

let place = ''
const pathOf = (name: string): string => join(place, name)

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'pressoir-large-'))
  await (await openStorage(pathOf('grande.sqlite'), { now: () => MORNING })).close()
  addArticles(pathOf('grande.sqlite'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Filled by the database itself: the program would take a minute. */
function addArticles(path: string): void {
  const database = new DatabaseSync(path)
  database.exec(`
    pragma synchronous = off;
    begin;
    create temp table numbers as with recursive counted (number) as
      (select 1 union all select number + 1 from counted where number < ${ARTICLES}) select number from counted;
    insert into articles (id, feed_id, publisher, rubric, url, version, published_at, first_seen_at, story_id)
      select printf('%06d', number), 'vigie', 'La Vigie', 'Régions', 'https://lavigie.example/' || number, 1,
        ${MORNING}, ${MORNING}, printf('%06d', number) from numbers;
    insert into article_versions (article_id, version, title, lead, text)
      select printf('%06d', number), 1, 'Le port rouvre', '',
        replace(hex(zeroblob(100)), '00', 'Le port rouvre, dit le maire de Vernay. ') || number from numbers;
    insert into article_keys (key, article_id)
      select 'url:https://lavigie.example/' || number, printf('%06d', number) from numbers;
    commit`)
  database.close()
}

function start(folder: string) {
  const words = ['export', pathOf(folder), '--database', pathOf('grande.sqlite')]
  return spawn(process.execPath, [`--max-old-space-size=${HEAP_MEGABYTES}`, PROGRAM, ...words])
}

it('needs no more memory than a page of articles takes', async () => {
  const child = start('entier')
  child.stdout.resume()
  const [errors, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ status, errors }).toMatchObject({ status: 0, errors: expect.not.stringContaining('heap') })
  const articles = readManifest(pathOf('entier')).files.find(({ name }) => name === 'articles.jsonl')
  expect(articles?.count).toBe(ARTICLES)
  expect(statSync(pathOf('entier/articles.jsonl')).size).toBeGreaterThan(HEAP_MEGABYTES * 2 ** 20)
})

it('leaves nothing under its name when it is killed in the midst', async () => {
  const child = start('tué')
  await once(child.stderr, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(pathOf('tué'))).toBe(false)
  const rest = readdirSync(place).find((name) => name.startsWith('tué.')) ?? ''
  expect(rest).toMatch(/\.part$/)
  expect(readdirSync(pathOf(rest))).not.toContain('manifest.json')
})
