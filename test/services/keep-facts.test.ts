// Facts of articles that an earlier program has kept: read in the background, once, and not over newer ones.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FACTS_VERSION } from '../../src/core/fact.ts'
import type { Storage } from '../../src/ports.ts'
import { readOldFacts } from '../../src/services/keep-facts.ts'
import { openStorage } from '../../src/storage/open.ts'
import { addArticle, MORNING } from '../storage/samples.ts'
import { sceneDatabase } from '../storage/scene-database.ts'
import { openTestApp } from './open-test-app.ts'

const TEXT = 'La maire de Nantes, Johanna Rolland, a reçu Marie Dupuis mercredi à l’hôtel de ville.'
const NANTES = new Set(['nantes'])

describe('facts of articles of before', () => {
  let storage: Storage
  beforeEach(async () => {
    storage = await openStorage(await sceneDatabase(':memory:'), { now: () => MORNING })
  })
  afterEach(() => storage.close())

  const left = async (): Promise<number> => (await storage.facts.toRead(FACTS_VERSION, 1_000)).length

  it('are read batch after batch until there are none left', async () => {
    for (let number = 0; number < 45; number++) await addArticle(storage, `a${number}`, { text: TEXT })
    await readOldFacts(storage, new AbortController().signal)
    expect(await left()).toBe(0)
    expect(await storage.people.suggest('dup', NANTES, 9)).toEqual(['Marie Dupuis'])
    expect(await storage.facts.bearers(['rolland'], 9)).toEqual([
      { name: 'Johanna Rolland', articleCount: 45 },
    ])
  })

  it('are left where the program stops, and read by its next life', async () => {
    for (let number = 0; number < 45; number++) await addArticle(storage, `a${number}`, { text: TEXT })
    const closing = new AbortController()
    const reading = readOldFacts(storage, closing.signal)
    setImmediate(() => closing.abort())
    await reading
    expect(await left()).toBeGreaterThan(20)
    await readOldFacts(storage, closing.signal)
    expect(await left()).toBeGreaterThan(20)
    await readOldFacts(storage, new AbortController().signal)
    expect(await left()).toBe(0)
  })

  it('leave an article alone that got another version meanwhile', async () => {
    const article = await addArticle(storage, 'un', { text: TEXT })
    const reading = readOldFacts(storage, new AbortController().signal)
    await storage.articles.addVersion({ ...article, version: 2, text: 'Marie Dupuis est partie.' }, [])
    await reading
    expect(await left()).toBe(0)
    expect(await storage.facts.bearers(['rolland'], 9)).toEqual([])
    expect(await storage.facts.bearers(['dupuis'], 9)).toHaveLength(1)
  })
})

describe('the beat of the program', () => {
  it('reads the facts of articles of before, and waits for them when it ends', async () => {
    const test = await openTestApp({ now: MORNING, hosts: [], feeds: [], answer: () => undefined })
    const { storage } = test.app
    await addArticle(storage, 'un', { text: TEXT })
    await test.app.beat()
    await expect.poll(async () => (await storage.facts.toRead(FACTS_VERSION, 9)).length).toBe(0)
    expect(await storage.facts.bearers(['rolland'], 9)).toHaveLength(1)
    await test.close()
  })
})
