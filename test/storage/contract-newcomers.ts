// What every database promises about new articles that are written before their turn: they end as if added in it.
import { describe, expect, it } from 'vitest'
import { contentStems } from '../../src/french/stems.ts'
import type { AddedArticle, Newcomer, Storage } from '../../src/ports.ts'
import type { Bench } from './contract.ts'
import { NO_FACTS, office, person, said, told } from './samples-facts.ts'
import { addArticle, MORNING, sampleArticle, samplePlacement, sentencesOf } from './samples.ts'

const NANTES = new Set(['nantes'])

function newcomer(id: string, text: string, name: string): Newcomer {
  const facts = {
    ...NO_FACTS,
    meetings: [told([person(name)])],
    offices: [office('préfète', 'préfet', false, name)],
    statements: [{ ...said(0), speaker: name }],
  }
  return { article: sampleArticle(id, { text }), sentences: sentencesOf(text), facts, names: [name] }
}

const PORT = newcomer('port', 'Le port ferme.\nLe préfet se tait.', 'Anne Le Goff')
const DIGUE = newcomer('digue', 'La digue ferme aussi.', 'Rose Postec')

const placedAt = (one: Newcomer, changes: Partial<AddedArticle['placement']> = {}): AddedArticle => ({
  article: { ...one.article, firstSeenAt: MORNING - 1 },
  keys: [`url:${one.article.id}`],
  placement: samplePlacement(one.article.id, changes),
})

/** All that can be asked about them. */
async function known({ articles, search, facts, people, placements }: Storage) {
  const found = await search.find(contentStems('le port ferme'), 9, NANTES)
  return {
    articles: await articles.seenBetween(0, MORNING),
    keys: [...(await articles.findByKeys(['url:port', 'url:digue'])).keys()].toSorted(),
    sentences: found.map(({ text, score, article }) => [article.id, text, score]),
    frequencies: await search.frequencies(contentStems('le port ferme')),
    meetings: await facts.meetingsOf({ names: ['Anne Le Goff', 'Rose Postec'] }, 9, NANTES),
    holders: await facts.holdersOf(['préfet'], NANTES),
    statements: await facts.statementsOf(['Rose Postec'], 9, NANTES),
    unread: await facts.toRead(1, 9),
    names: await people.suggest('po', NANTES, 9),
    placements: (await placements.after(0, 9)).map(({ placement }) => placement),
  }
}

async function keepInTurn({ articles, search, facts, people }: Storage, placed: readonly AddedArticle[]) {
  const stored = [PORT, DIGUE].map((one, at) => ({ ...one, article: placed[at]?.article ?? one.article }))
  await articles.addAll(placed)
  await search.indexAll(stored)
  await facts.saveAll(stored, 1)
  await people.indexAll(stored.map(({ article, names }) => ({ articleId: article.id, names })))
}

/** What `work` gives, in a transaction of which nothing is kept. */
async function undone<T>(storage: Storage, work: (inner: Storage) => Promise<T>): Promise<T> {
  const results: T[] = []
  const undoing = storage.inTransaction(async (inner) => {
    results.push(await work(inner))
    throw new Error('undone')
  })
  await expect(undoing).rejects.toThrow('undone')
  const [result] = results
  if (result === undefined) throw new Error('The work gave nothing.')
  return result
}

export function describeNewcomers(bench: () => Bench): void {
  describe('articles that are written ahead', () => {
    const placed = [placedAt(PORT), placedAt(DIGUE, { storyId: 'histoire-port', unites: ['histoire-phare'] })]

    it('are known as those that are kept in their turn', async () => {
      const { storage } = bench()
      await addArticle(storage, 'phare')
      const inTurn = await undone(storage, async (inner) => {
        await keepInTurn(inner, placed)
        return known(inner)
      })
      await storage.inTransaction(
        (inner) => inner.newcomers.place([PORT, DIGUE], placed),
        (inner) => inner.newcomers.write([PORT, DIGUE], 1),
      )
      const ahead = await known(storage)
      expect(ahead).toEqual(inTurn)
      expect(ahead.articles.map(({ placement }) => placement.storyId)).toEqual(Array(3).fill('histoire-port'))
      expect(ahead.sentences).toHaveLength(2)
    })

    it('are seen by nobody before they are placed, not even by the shelf that they are to be placed on', async () => {
      const { storage } = bench()
      await storage.inTransaction(
        async (inner) => {
          expect(await inner.articles.seenBetween(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toEqual(
            [],
          )
          expect(await inner.articles.findByKeys(['url:port'])).toEqual(new Map())
          await inner.newcomers.place([PORT], [placedAt(PORT)])
        },
        (inner) => inner.newcomers.write([PORT], 1),
      )
      expect(await storage.articles.oldestSeenAt()).toBe(MORNING - 1)
    })

    it('leave nothing when the turn comes to nothing', async () => {
      const { storage } = bench()
      const refused = new Error('refusé')
      const failing = storage.inTransaction(
        async () => {
          throw refused
        },
        (inner) => inner.newcomers.write([PORT, DIGUE], 1),
      )
      await expect(failing).rejects.toBe(refused)
      await keepInTurn(storage, placed)
      const again = await known(storage)
      expect(again.frequencies.total).toBe(3)
      expect(again.articles).toHaveLength(2)
    })

    it('are refused where they are not new, and where they were never written', async () => {
      const { storage } = bench()
      await addArticle(storage, 'port')
      const written = storage.inTransaction(
        async () => undefined,
        (inner) => inner.newcomers.write([PORT], 1),
      )
      await expect(written).rejects.toThrow(/unique|articles_pkey/iu)
      const unwritten = storage.inTransaction((inner) => inner.newcomers.place([DIGUE], [placedAt(DIGUE)]))
      await expect(unwritten).rejects.toThrow('written ahead')
      expect((await storage.articles.seenBetween(0, MORNING)).map(({ id }) => id)).toEqual(['port'])
    })
  })
}
