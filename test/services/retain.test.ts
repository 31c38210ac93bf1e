// Old texts go in small steps; what they prove stays, word for word, and nothing comes back as new.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { DAY, type Instant } from '../../src/core/calendar.ts'
import { newRaisedAlert } from '../../src/core/raised-alert.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import type { Storage } from '../../src/ports.ts'
import { importArticles } from '../../src/services/import-articles.ts'
import { planRetention, retain } from '../../src/services/retain.ts'
import { openStorage } from '../../src/storage/open.ts'
import { testAlert } from '../core/alert-news.ts'
import { MORNING, sampleEdition, sampleStory } from '../storage/samples.ts'
import { sceneDatabase } from '../storage/scene-database.ts'

const NOW = MORNING + 400 * DAY
const YEAR = { days: 365, bytes: undefined }
const MEETING = 'La maire de Vernay, Lucie Arnaudin, a rencontré le préfet Paul Delmas mardi à Marnes.'
const FILLER = 'Le ciel est resté gris toute la semaine sur la vallée, et les étals ont fermé tôt.'

let path = ''
let storage: Storage

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-retain-'))
  path = join(folder, 'essai.sqlite')
  storage = await openStorage(await sceneDatabase(path), { now: () => NOW })
  onTestFinished(async () => {
    await storage.close()
    rmSync(folder, { recursive: true })
  })
})

function articleAt(id: string, publishedAt: Instant, text: string) {
  return { id, url: `https://lavigie.example/${id}`, title: `Vernay : ${id}`, lead: '', text, publishedAt }
}

async function take(articles: readonly ReturnType<typeof articleAt>[]): Promise<void> {
  await importArticles({ storage, shelf: createStoryShelf() }, articles, NOW, () => undefined)
}

const TOLD = {
  stories: [],
  moreCount: 0,
  publisherCount: 3,
  storyIds: ['pont'],
  startedAt: MORNING,
  reachedAt: MORNING,
  toldAt: MORNING,
  isLate: false,
  isTogether: false,
  isLast: false,
}

const OLD = articleAt('rencontre', MORNING, `${FILLER}\n\n${MEETING} ${FILLER}`)
const SHOWN = articleAt('racontée', MORNING, `${FILLER} Les travaux du pont de Marnes commencent.`)
const YOUNG = articleAt('récente', NOW - DAY, `${FILLER} Le pont de Marnes a rouvert.`)

async function scene(): Promise<void> {
  await take([OLD, SHOWN, YOUNG])
  const [shown] = await storage.articles.get(['racontée'])
  if (shown === undefined) throw new Error('the article was not kept')
  const brief = [{ articleId: shown.id, version: 1, start: FILLER.length + 1, end: shown.text.length }]
  await storage.editions.create(sampleEdition(MORNING, { stories: [sampleStory(shown, { brief })] }), [])
}

const tools = () => ({
  storage,
  retention: YEAR,
  now: NOW,
  signal: new AbortController().signal,
  rest: async () => undefined,
})

describe('texts that are too old', () => {
  it('go, but for the sentences that prove a meeting and those that were shown', async () => {
    await scene()
    expect(await planRetention(storage, YEAR, NOW)).toMatchObject({
      byAge: { articles: 2 },
      bySize: undefined,
    })
    expect(await retain(tools())).toBe(2)
    const [old, shown, young] = await storage.articles.get(['rencontre', 'racontée', 'récente'])
    expect(old).toMatchObject({ isThinned: true, title: OLD.title, url: OLD.url, publishedAt: MORNING })
    expect(old?.text).toContain(MEETING)
    expect(old?.text).not.toContain(FILLER)
    expect(shown?.text.trim()).toBe('Les travaux du pont de Marnes commencent.')
    expect(young?.text).toBe(YOUNG.text)
    expect(await retain(tools()), 'nothing is left to do').toBe(0)
  })

  it('leave every fact where it points to', async () => {
    await scene()
    const found = async () => {
      const meetings = await storage.facts.meetingsOf({ names: ['Lucie Arnaudin'] }, 5)
      return meetings.map(({ fact, article }) => ({ fact, said: article.text.slice(fact.start, fact.end) }))
    }
    const before = await found()
    await retain(tools())
    expect(before).toHaveLength(1)
    expect(await found()).toEqual(before)
    expect((await storage.facts.statementsOf(['Lucie Arnaudin'], 5)).length).toBe(0)
    expect(await storage.facts.toRead(1000, 5), 'a later reader leaves them alone').toMatchObject([
      { id: 'récente' },
    ])
  })

  it('leave past editions readable, and the register of quotations', async () => {
    await scene()
    await retain(tools())
    const [edition] = await storage.editions.madeSince(0)
    expect(await storage.articles.cut(edition?.stories[0]?.brief ?? [])).toEqual([
      'Les travaux du pont de Marnes commencent.',
    ])
  })

  it('leave messages of alerts readable', async () => {
    await take([OLD, SHOWN])
    const [shown] = await storage.articles.get(['racontée'])
    if (shown === undefined) throw new Error('the article was not kept')
    const brief = [{ articleId: shown.id, version: 1, start: FILLER.length + 1, end: shown.text.length }]
    const told = { ...TOLD, stories: [sampleStory(shown, { brief })] }
    const alert = testAlert({ name: 'pont' })
    await storage.raisedAlerts.add(newRaisedAlert(alert, { storyIds: ['pont'] }, told, 0, MORNING + DAY))
    await retain(tools())
    expect(await storage.articles.cut(brief)).toEqual(['Les travaux du pont de Marnes commencent.'])
  })

  it('are not found by their words any more', async () => {
    await scene()
    await retain(tools())
    const { total } = await storage.search.frequencies([])
    const sentences = await storage.search.find(['pont', 'marn'], 9)
    expect(sentences.map(({ article }) => article.id)).toEqual(['récente'])
    expect(total).toBe(2)
  })

  it('come back as nothing new, whatever their feed did to them', async () => {
    await scene()
    await retain(tools())
    await take([OLD, { ...SHOWN, text: `${SHOWN.text} Mise à jour.` }])
    const [old, shown] = await storage.articles.get(['rencontre', 'racontée'])
    expect([old?.version, shown?.version]).toEqual([1, 1])
    expect(await storage.articles.count()).toBe(3)
    expect(await storage.articles.seenBetween(NOW - DAY, NOW)).toHaveLength(0)
  })

  it('go one step at a time, and what is done stays done when it is told to stop', async () => {
    await take(
      Array.from({ length: 23 }, (_, at) => articleAt(`a${at}`, MORNING + at, `${FILLER} Numéro ${at}.`)),
    )
    const stopping = new AbortController()
    const done = await retain({
      ...tools(),
      signal: stopping.signal,
      onProgress: () => stopping.abort(),
    })
    expect(done).toBeGreaterThan(0)
    expect((await storage.retention.oldestWhole(NOW, 99)).length).toBe(23 - done)
  })
})

describe('a database that is too large', () => {
  it('gives up its oldest texts until it fits, and the file shrinks', async () => {
    // A file in every run: no size may be asked for on a server, which keeps the room of what went for what comes.
    await storage.close()
    storage = await openStorage(path, { now: () => NOW })
    const long = `${FILLER} `.repeat(120)
    await take(
      Array.from({ length: 120 }, (_, at) =>
        articleAt(`a${at}`, NOW - (60 - at / 10) * DAY, `${long}Numéro ${at}.`),
      ),
    )
    await storage.close()
    const before = statSync(path).size
    storage = await openStorage(path, { now: () => NOW })
    const used = await storage.retention.usedBytes()
    const bytes = Math.round(used * 0.8)
    const done = await retain({ ...tools(), retention: { days: undefined, bytes } })
    expect(done).toBeGreaterThan(10)
    expect(done).toBeLessThan(120)
    expect(await storage.retention.usedBytes()).toBeLessThanOrEqual(bytes)
    const whole = await storage.retention.oldestWhole(NOW, 200)
    expect(whole[0]?.id, 'the oldest went first').toBe(`a${done}`)
    await storage.close()
    expect(statSync(path).size).toBeLessThan(before * 0.9)
    storage = await openStorage(path, { now: () => NOW })
  })

  it('keeps the texts of the last days whatever its size', async () => {
    await take([YOUNG])
    expect(await retain({ ...tools(), retention: { days: undefined, bytes: 1 } })).toBe(0)
  })
})
