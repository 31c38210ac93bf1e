// The verb migrate-to: from a real file to a real server, what it says and refuses, and what a kill half-way leaves.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { addFindable, MORNING, sampleDelivery, sampleEdition, sampleFeed } from '../storage/samples.ts'
import { configuration } from './articles.ts'
import { type Ended, newFile, newFolder, plain, PROGRAM, run, runProcess } from './command.ts'

/** More than a page of each table, so that there is a middle to be killed in. */
const ARTICLES = 4000

const options = { now: () => MORNING }

let server: TestServer
let filled = ''
beforeAll(async () => {
  server = await startServer()
  filled = join(mkdtempSync(join(tmpdir(), 'pressoir-migrate-')), 'pleine.sqlite')
  const storage = await openStorage(filled, options)
  await storage.inTransaction(async (inner) => {
    await inner.feeds.save([sampleFeed('nantes')], MORNING)
    for (let number = 0; number < ARTICLES; number++)
      await addFindable(inner, `article-${number}`, `Le maire numéro ${number} parle.\nIl pleut à Brest.`)
    const edition = sampleEdition(MORNING)
    await inner.editions.create(edition, [sampleDelivery(edition, 0)])
  })
  await storage.close()
}, 180_000)
afterAll(async () => {
  rmSync(join(filled, '..'), { recursive: true })
  await server.stop()
}, 180_000)

/** A file of its own: it is marked when it has moved. */
function filledFile(folder: string): string {
  const path = join(folder, 'essai.sqlite')
  copyFileSync(filled, path)
  return path
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1)
const spokenOf = (url: string): string => `postgres://${new URL(url).host}/${nameOf(url)}`

const RESUMED = 'Le déplacement commencé plus tôt a été repris.'
const PROGRESS = /^Lignes déplacées : ([\d ]+) sur ([\d ]+)$/

/** How far it says it is, at each line. */
function progressOf({ errors }: Ended): readonly (readonly [done: number, total: number])[] {
  return plain(errors)
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, done = '', total = ''] = PROGRESS.exec(line) ?? []
      return [Number(done.replaceAll(' ', '')), Number(total.replaceAll(' ', ''))] as const
    })
}

/** What the file has is there, and nothing is there twice. */
async function expectMoved(url: string): Promise<void> {
  const storage = await openStorage(url, options)
  try {
    expect(await storage.articles.count()).toBe(ARTICLES)
    expect(await storage.editions.madeSince(0)).toHaveLength(1)
    const found = await storage.search.find(['3999'], 5)
    expect(found.map(({ article }) => article.id)).toEqual(['article-3999'])
    expect((await storage.search.frequencies(['pleut'])).total).toBe(2 * ARTICLES)
  } finally {
    await storage.close()
  }
}

it('moves the file that is given, tells how far it is, and leaves the file to nobody', async () => {
  const path = filledFile(newFolder())
  const url = await server.newDatabase()
  const ended = await run(['migrate-to', url, '--database', path])
  expect(ended.status).toBe(0)
  const [moved = '', advice, ...more] = plain(ended.output).trimEnd().split('\n')
  expect(moved).toMatch(
    /^Base déplacée vers postgres:\/\/\S+ : 4 000 articles, 1 édition, [\d ]+ lignes en tout, relues et comparées une à une\.$/,
  )
  expect(moved).toContain(spokenOf(url))
  expect(advice).toBe(
    'Mettez cette adresse sous « base » dans la configuration, puis relancez le robot. L’ancien fichier ne servira plus : gardez-le comme sauvegarde.',
  )
  expect(more).toEqual([])
  expect(ended.output + ended.errors).not.toContain('motdepasse')
  const steps = progressOf(ended)
  expect(steps.length).toBeGreaterThan(3)
  expect(steps.length).toBeLessThanOrEqual(10)
  expect(steps.every(([done, total]) => done > 0 && done <= total)).toBe(true)
  expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1])
  await expectMoved(url)

  const again = await run(['migrate-to', url, '--database', path])
  expect(plain(again.errors)).toBe(
    `La base ${path} a été déplacée vers ${spokenOf(url)}. Donnez cette adresse sous « base », ou remettez une sauvegarde d’avant.\n`,
  )
  expect([again.status, again.output]).toEqual([1, ''])
}, 120_000)

it('moves the file that the configuration names when none is given', async () => {
  const folder = newFolder()
  const path = filledFile(folder)
  const config = newFile(folder, 'pressoir.yaml', configuration({ base: path }))
  const url = await server.newDatabase()
  const ended = await run(['migrate-to', url, '--config', config])
  expect(ended.status).toBe(0)
  expect(plain(ended.output)).toContain('4 000 articles, 1 édition')
  await expectMoved(url)
}, 120_000)

it('refuses a database that has something in it, and changes neither side', async () => {
  const path = filledFile(newFolder())
  const url = await server.newDatabase()
  const full = await openStorage(url, options)
  await full.feeds.save([sampleFeed('rennes')], MORNING)
  await full.close()
  const ended = await run(['migrate-to', url, '--database', path])
  expect(plain(ended.errors)).toBe(
    `La base ${spokenOf(url)} contient déjà des données. Rien n’a été changé. Donnez une base vide.\n`,
  )
  expect([ended.status, ended.output]).toEqual([1, ''])
  for (const [database, feeds] of [
    [url, ['rennes']],
    [path, ['nantes']],
  ] as const) {
    const storage = await openStorage(database, options)
    expect((await storage.feeds.list()).map(({ id }) => id)).toEqual(feeds)
    await storage.close()
  }
}, 120_000)

it('refuses a file that is not there, and makes none', async () => {
  const path = join(newFolder(), 'absente.sqlite')
  const ended = await run(['migrate-to', await server.newDatabase(), '--database', path])
  expect(plain(ended.errors)).toBe(`Le fichier ${path} est introuvable. Vérifiez son chemin.\n`)
  expect([ended.status, ended.output, existsSync(path)]).toEqual([2, '', false])
}, 60_000)

it('refuses a place that is no server', async () => {
  const folder = newFolder()
  const path = filledFile(folder)
  const ended = await run(['migrate-to', join(folder, 'autre.sqlite'), '--database', path])
  expect(plain(ended.errors)).toBe(
    'Dites où déplacer la base, par exemple postgres://utilisateur@serveur:5432/pressoir.\n',
  )
  expect([ended.status, ended.output, existsSync(join(folder, 'autre.sqlite'))]).toEqual([2, '', false])
  await (await openStorage(path, options)).close()
}, 60_000)

/** It tells at each tenth how far it is: at the third it is killed as it stands. */
async function killHalfWay(words: readonly string[], folder: string): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    if (said.split('\n').length > 3) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'exit')
  expect({ signal, told, said }).toMatchObject({ signal: 'SIGKILL', told: '' })
}

/** The server ends what it was asked last, and only then is it known what is there. */
async function settled(url: string): Promise<void> {
  const others = (): Promise<unknown> =>
    server.ask(
      'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      nameOf(url),
    )
  await expect.poll(others, { timeout: 20_000 }).toEqual([])
}

/** Rows by the transaction that wrote them: one that was written anew has another. */
const writtenIn = (url: string, table: string) =>
  server.ask(`select xmin::text as born, count(*)::int as rows from "${table}" group by 1`, nameOf(url))

it('goes on after it was killed, and writes nothing anew', async () => {
  const folder = newFolder()
  const url = await server.newDatabase()
  const words = ['migrate-to', url, '--database', filledFile(folder)]
  await killHalfWay(words, folder)
  await settled(url)
  await expect(openStorage(url, options)).rejects.toMatchObject({ failure: { code: 'database-moving' } })
  const noted = await server.ask(
    `select name, rows::int from pressoir_move where rows > 0 order by rows desc`,
    nameOf(url),
  )
  const [table = ''] = noted.map(({ name }) => String(name))
  const before = await writtenIn(url, table)
  expect(before.length, `something of ${table} was there`).toBeGreaterThan(0)

  const ended = await runProcess(words, folder)
  expect(ended.status).toBe(0)
  expect(plain(ended.output).split('\n')[0]).toBe(RESUMED)
  expect(plain(ended.output)).toContain('4 000 articles, 1 édition')
  expect(await writtenIn(url, table)).toEqual(expect.arrayContaining([...before]))
  const steps = progressOf(ended)
  expect(steps.at(-1)?.[0], 'what was there already is counted').toBe(steps.at(-1)?.[1])
  await expectMoved(url)
}, 120_000)
