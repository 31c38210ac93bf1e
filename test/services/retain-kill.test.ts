// A kill in the middle of giving up texts: what proves something stays, the database is sound, the next run finishes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { DAY, MINUTE } from '../../src/core/calendar.ts'
import type { Found } from '../../src/core/fact.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import type { Storage } from '../../src/ports.ts'
import { importArticles } from '../../src/services/import-articles.ts'
import { openStorage } from '../../src/storage/open.ts'
import { newFile, plain, run } from '../cli/command.ts'
import { configuration } from '../cli/articles.ts'
import { MORNING, sampleEdition, sampleStory } from '../storage/samples.ts'

const NOW = MORNING + 400 * DAY
const ARTICLES = 200
const KILLS = 8
const CHILD = join(import.meta.dirname, 'retain-process.ts')

/** Counted from the end of the first step of each life: a step takes 10 ms. The same in every run of the test. */
const LIVES_MILLISECONDS = Array.from({ length: KILLS }, (_, life) => (life * 7) % 13)

const FILLER = 'Le ciel est resté gris toute la semaine sur la vallée, et les étals ont fermé tôt. '
const MAYORS = ['Lucie Arnaudin', 'Odile Vasseur', 'Claire Martin', 'Awa Diop', 'Jeanne Roudier']
const TOWNS = ['Vernay', 'Corbigny', 'Brienne', 'Fumel', 'Orpierre', 'Estaires', 'Marnes']

function text(at: number): string {
  const [mayor, town] = [MAYORS[at % MAYORS.length], TOWNS[at % TOWNS.length]]
  return `${FILLER.repeat(10)}\n\nLa maire de ${town}, ${mayor}, a rencontré le préfet Paul Delmas mardi à ${town}. ${FILLER.repeat(10)}`
}

async function fill(storage: Storage): Promise<void> {
  const articles = Array.from({ length: ARTICLES }, (_, at) => ({
    id: `a${at}`,
    url: `https://lavigie.example/${at}`,
    title: `${TOWNS[at % TOWNS.length]} : rencontre numéro ${at}`,
    lead: '',
    text: text(at),
    publishedAt: MORNING + at * MINUTE,
  }))
  await importArticles({ storage, shelf: createStoryShelf() }, articles, NOW, () => undefined)
  for (const [at, article] of (await storage.articles.get(articles.map(({ id }) => id))).entries()) {
    if (at % 10 > 0) continue
    const brief = [{ articleId: article.id, version: 1, start: 0, end: FILLER.length - 1 }]
    const stories = [sampleStory(article, { brief })]
    await storage.editions.create(sampleEdition(MORNING + at * MINUTE, { stories }), [])
  }
}

/** All that must outlive the texts, in the words that people read. */
async function kept(storage: Storage): Promise<unknown> {
  const meetings = await storage.facts.meetingsOf({ names: ['Paul Delmas'] }, 10 * ARTICLES)
  const editions = await storage.editions.madeSince(0)
  return {
    articles: await storage.articles.count(),
    meetings: meetings
      .map(proofOf)
      .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    shown: await storage.articles.cut(
      editions.flatMap(({ stories }) => stories.flatMap(({ brief }) => brief)),
    ),
    editions,
    offices: (await storage.facts.officesOf(MAYORS)).map(({ latest, ...term }) => ({
      ...term,
      ...proofOf(latest),
    })),
  }
}

/** A fact with the words that prove it, which have to be where it points to. */
function proofOf<Fact extends { readonly start: number; readonly end: number }>({
  fact,
  article,
}: Found<Fact>) {
  return { fact, articleId: article.id, said: article.text.slice(fact.start, fact.end) }
}

/** Gives up texts until it is killed, so long after its first step; to its end without a time. */
async function live(path: string, milliseconds: number | undefined): Promise<void> {
  const child = spawn(process.execPath, [CHILD, path, String(NOW)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  child.stdout.resume()
  if (milliseconds !== undefined) {
    await pause(milliseconds)
    child.kill('SIGKILL')
  }
  await ended
}

it(
  'loses nothing of what is kept, through eight kills, and is finished after',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pressoir-retain-kill-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'essai.sqlite')
    const first = await openStorage(path, { now: () => NOW })
    await fill(first)
    const before = await kept(first)
    expect(before).toMatchObject({
      articles: ARTICLES,
      meetings: { length: ARTICLES },
      editions: { length: ARTICLES / 10 },
    })
    await first.close()
    const left: number[] = []
    for (const life of LIVES_MILLISECONDS) {
      await live(path, life)
      const storage = await openStorage(path, { now: () => NOW })
      expect(await kept(storage)).toEqual(before)
      left.push((await storage.retention.oldestWhole(NOW, ARTICLES)).length)
      await storage.close()
    }
    expect(
      left.toSorted((one, other) => other - one),
      'what went never comes back',
    ).toEqual(left)
    expect(
      left.filter((count) => count > 0 && count < ARTICLES).length,
      'kills in the middle',
    ).toBeGreaterThan(3)
    await expectSound(folder, path)
    await live(path, undefined)
    const last = await openStorage(path, { now: () => NOW })
    expect(await kept(last)).toEqual(before)
    expect(await last.retention.oldestWhole(NOW, 1)).toEqual([])
    await last.close()
    await expectSound(folder, path)
  },
)

/** As the administrator would ask. */
async function expectSound(folder: string, path: string): Promise<void> {
  const config = newFile(
    folder,
    'pressoir.yaml',
    configuration({ base: path, archives: join(folder, 'digests') }),
  )
  const { output, status } = await run(['doctor', '--config', config, '--database', path])
  expect({ status, output: plain(output) }).toMatchObject({
    status: 0,
    output: expect.stringContaining('✓ La base est entière : toutes ses pages se lisent.'),
  })
}
