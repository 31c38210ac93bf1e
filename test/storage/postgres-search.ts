// Sentences of made-up words, as common as words are, in two databases: both find the same ones in the same order.
import { describe, expect, it } from 'vitest'
import type { FoundSentence } from '../../src/core/answer.ts'
import type { IndexedSentence, Storage } from '../../src/ports.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { TestServer } from './postgres-server.ts'
import { addArticle, MORNING, sampleFeed } from './samples.ts'

/** More than are scored one by one for a question, so that every way of finding is gone. */
const [ARTICLES, SENTENCES_AN_ARTICLE] = [440, 40]
const FEEDS = 8

export function describeSameSearch(newDatabase: () => Promise<string>): void {
  it('finds the same sentences as the embedded database, in the same order, with the same scores', async () => {
    const options = { now: () => MORNING }
    const embedded = await openStorage(':memory:', options)
    const server = await openStorage(await newDatabase(), options)
    for (const storage of [embedded, server]) await storage.inTransaction(fill)
    for (const { stems, limit, feeds } of questions()) {
      const expected = await embedded.search.find(stems, limit, feeds)
      const found = await server.search.find(stems, limit, feeds)
      expect([stems, ...found.map(placeOf)]).toEqual([stems, ...expected.map(placeOf)])
      found.forEach(({ score }, rank) => expect(score).toBeCloseTo(expected[rank]?.score ?? NaN, 9))
      expect(await server.search.frequencies(stems)).toEqual(await embedded.search.frequencies(stems))
    }
    // Sentences leave, counted ones and new ones. FTS5 goes on counting their length: its scores are others then.
    for (const storage of [embedded, server]) await storage.inTransaction(edit)
    for (const { stems } of questions()) {
      await server.search.find(stems, 1)
      await embedded.search.find(stems, 1)
      expect(await server.search.frequencies(stems)).toEqual(await embedded.search.frequencies(stems))
    }
    await embedded.close()
    await server.close()
  }, 120_000)
}

const ask = ({ search }: Storage) => search.find(['mot3é', 'mot40é', 'mot900é'], 50)

/** Lists that lack a sentence, or have one too many, as text. */
const DIFFERENCES = `
  with listed as (
    select stem, block * 16384 + place as id from sentence_stem_blocks cross join unnest(places) as place
    union all
    select stem, sentence_id from sentence_stem_recent cross join unnest(stems) as stem),
  standing as (
    select distinct stem, sentence_id as id from sentence_stems cross join unnest(stems) as stem)
  select 'lacks' as what, stem from (select * from standing except all select * from listed) as lacking
  union all select 'too many', stem from (select * from listed except all select * from standing) as spare`

export function describeStemLists(server: () => TestServer): void {
  describe('lists of the sentences that have a stem', () => {
    it('hold what sentences have, whatever leaves, and are made anew where they are not there', async () => {
      const url = await server().newDatabase()
      const database = new URL(url).pathname.slice(1)
      const differences = () => server().ask(DIFFERENCES, database)
      const recent = () =>
        server().ask(
          `select bool_or(sentence_id < 16384) as full, bool_or(sentence_id >= 16384) as rest from sentence_stem_recent`,
          database,
        )
      const open = () => openStorage(url, { now: () => MORNING })
      const [storage, beside] = [await open(), await open()]
      await storage.inTransaction(fill)
      expect(await differences()).toEqual([])
      // Beside an edit that comes to nothing: what it holds is left out, and listed the next time.
      const edited = storage.inTransaction(async (inner) => {
        await edit(inner)
        await beside.search.keepUp()
        throw new Error('arrêté')
      })
      await expect(edited).rejects.toThrow('arrêté')
      expect(await recent()).toMatchObject([{ full: true, rest: true }])
      expect(await differences()).toEqual([])
      await beside.search.keepUp()
      expect(await recent()).toMatchObject([{ full: false, rest: true }])
      expect(await differences()).toEqual([])
      // And beside one that is kept.
      await storage.inTransaction(async (inner) => {
        await edit(inner)
        await beside.search.keepUp()
      })
      expect(await differences()).toEqual([])
      await beside.close()
      const found = await ask(storage)
      await storage.close()
      // As the index was before it had lists.
      await server().ask('drop table sentence_stem_blocks, sentence_stem_recent', database)
      await server().ask('alter table sentence_stem_total add column listed_until bigint', database)
      await server().ask('create index sentence_stems_with on sentence_stems using gin (stems)', database)
      const again = await open()
      expect(await differences()).toEqual([])
      expect(await ask(again)).toEqual(found)
      await again.close()
    }, 120_000)
  })
}

const placeOf = ({ reference: { articleId, start } }: FoundSentence): string => `${articleId} ${start}`

async function fill(storage: Storage): Promise<void> {
  await storage.feeds.save(
    Array.from({ length: FEEDS }, (_, number) => sampleFeed(`flux${number}`)),
    MORNING,
  )
  const random = chance(7)
  for (let number = 0; number < ARTICLES; number++) await addMadeUp(storage, `article${number}`, random)
}

async function edit(storage: Storage): Promise<void> {
  const random = chance(13)
  for (const number of [3, 150, ARTICLES - 1]) {
    const [article] = await storage.articles.get([`article${number}`])
    if (article !== undefined) await storage.search.index(article, madeUp(random, 5).sentences)
  }
}

async function addMadeUp(storage: Storage, id: string, random: () => number): Promise<void> {
  const { text, sentences } = madeUp(random, SENTENCES_AN_ARTICLE)
  const feedId = `flux${Math.floor(random() ** 2 * FEEDS)}`
  await addArticle(storage, id, { text, feedId })
  const [article] = await storage.articles.get([id])
  if (article !== undefined) await storage.search.index(article, sentences)
}

function madeUp(random: () => number, count: number) {
  const sentences: IndexedSentence[] = []
  let text = ''
  for (let number = 0; number < count; number++) {
    const stems = Array.from({ length: 3 + Math.floor(random() * 14) }, () => wordBy(random()))
    const start = text.length
    text += `${stems.join(' ')}. `
    sentences.push({ start, end: text.length - 1, stems })
  }
  return { text, sentences }
}

/** The first word stands in nearly every sentence, the last ones in none or one. */
const wordBy = (drawn: number): string => `mot${Math.floor(Math.exp(drawn * 9))}é`

function* questions(): Generator<{
  readonly stems: readonly string[]
  readonly limit: number
  readonly feeds?: ReadonlySet<string>
}> {
  const random = chance(11)
  const numbers = [[1], [2, 3], [1, 2, 4], [900], [4_000, 5_000, 6_000], [7, 90, 1_200], [9_999_999]]
  for (const some of numbers)
    for (const limit of [1, 20, 300]) yield { stems: some.map((number) => `mot${number}é`), limit }
  for (let round = 0; round < 30; round++) {
    const stems = Array.from({ length: 1 + Math.floor(random() * 8) }, () => wordBy(random()))
    const feeds = new Set(
      Array.from({ length: 1 + (round % 3) }, (_, index) => `flux${(round + index) % FEEDS}`),
    )
    yield { stems, limit: 50 }
    yield { stems, limit: 50, feeds }
  }
}

/** Park and Miller's generator: the same numbers at each run. */
function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
