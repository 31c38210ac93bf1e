// What every database promises about finding sentences of some feeds, and the best of very many.
import { describe, expect, it } from 'vitest'
import { contentStems } from '../../src/french/stems.ts'
import type { Storage } from '../../src/ports.ts'
import type { Bench } from './contract.ts'
import { addArticle, sentencesOf } from './samples.ts'

/** An article of a feed that can be found. */
async function publish(storage: Storage, id: string, feedId: string, text: string): Promise<void> {
  const article = await addArticle(storage, id, { feedId, text })
  await storage.search.index(article, sentencesOf(text))
}

function repeated(count: number, sentence: string): string {
  return Array.from({ length: count }, () => sentence).join('\n')
}

export function describeSearchInFeeds(bench: () => Bench): void {
  const articlesFor = async (
    question: string,
    feeds: readonly string[] | undefined,
    limit = 10,
  ): Promise<readonly string[]> => {
    const stems = contentStems(question)
    const found = await bench().storage.search.find(stems, limit, feeds && new Set(feeds))
    return found.map(({ article }) => article.id)
  }

  describe('search in some feeds', () => {
    it('finds sentences of articles that one of the feeds had, first or later', async () => {
      const { storage } = bench()
      await publish(storage, 'un', 'nantes', 'Le pont est fermé.')
      await publish(storage, 'deux', 'brest', 'Le pont est ouvert.')
      await storage.articles.noteAppearance('deux', { feedId: 'rennes', rubric: '' })
      expect(await articlesFor('pont', ['nantes'])).toEqual(['un'])
      expect(await articlesFor('pont', ['rennes', 'inconnu'])).toEqual(['deux'])
      expect(await articlesFor('pont', ['nantes', 'brest', 'rennes'])).toEqual(['un', 'deux'])
      expect(await articlesFor('pont', ['quimper'])).toEqual([])
      expect(await articlesFor('pont', [])).toEqual([])
      expect(await articlesFor('pont', undefined)).toEqual(['un', 'deux'])
    })

    it.each(['', "l'Été", '"', '🗞️', '\\', '\u2028', 'a,b]'])('takes an odd feed id: %j', async (feedId) => {
      await publish(bench().storage, 'un', feedId, 'Le pont est fermé.')
      await publish(bench().storage, 'deux', 'nantes', 'Le pont est ouvert.')
      expect(await articlesFor('pont', [feedId])).toEqual(['un'])
    })

    it('takes more feeds than a statement can carry', async () => {
      await publish(bench().storage, 'un', 'flux-39999', 'Le pont est fermé.')
      const feeds = Array.from({ length: 40_000 }, (_, number) => `flux-${number}`)
      expect(await articlesFor('pont', feeds)).toEqual(['un'])
    })

    it.each([
      [['nantes'], 'one of many feeds'],
      [['nantes', 'brest', 'quimper'], 'several'],
      [['rennes'], 'one that had articles later'],
      [['lorient', 'rennes', 'vannes'], 'some of each'],
    ])('finds the same as whoever sifts everything by hand: %j', async (feeds, _why) => {
      const { storage } = bench()
      const towns = ['nantes', 'brest', 'quimper', 'lorient', 'vannes']
      await storage.inTransaction(async (inner) => {
        for (let number = 0; number < 300; number++) {
          const lines = ['La mer est calme.', `Le bac ${number % 7} de la mer arrive au quai du port.`]
          const text = [...lines, repeated(number % 4, 'Le port attend le bac.'), 'Fin.'].join('\n')
          await publish(inner, `article-${number}`, towns[number % 5] ?? '', text)
          if (number % 6 === 0)
            await inner.articles.noteAppearance(`article-${number}`, { feedId: 'rennes', rubric: '' })
        }
      })
      for (const question of ['bac', 'quai', 'mer bac port 3', '5', 'absent']) {
        const stems = contentStems(question)
        const everything = await storage.search.find(stems, 10_000)
        const sifted = everything.filter(
          ({ article: { id, feedId } }) =>
            feeds.includes(feedId) || (feeds.includes('rennes') && Number(id.slice(8)) % 6 === 0),
        )
        for (const limit of [7, 10_000])
          expect(await storage.search.find(stems, limit, new Set(feeds))).toEqual(sifted.slice(0, limit))
      }
    })
  })

  describe('search among very many matches', () => {
    it('finds the rarest and what few feeds have, however old and however many others match', async () => {
      await bench().storage.inTransaction(async (inner) => {
        await publish(inner, 'ancien', 'nantes', `Il pleut, un orage éclate.\n${repeated(10, 'Il pleut.')}`)
        for (let number = 0; number < 2_600; number++)
          await publish(inner, `vieux-${number}`, 'brest', 'Il pleut encore.')
        for (let number = 0; number < 12; number++)
          await publish(inner, `neuf-${number}`, 'quimper', repeated(1_000, 'Il pleut.'))
      })
      const [first, ...others] = await articlesFor('pleut orage', undefined, 300)
      expect(first).toBe('ancien')
      expect(others).toHaveLength(299)
      const newest = new Set(Array.from({ length: 12 }, (_, number) => `neuf-${number}`))
      expect((await articlesFor('pleut', undefined, 300)).filter((id) => !newest.has(id))).toEqual([])
      expect(await articlesFor('pleut', undefined, 20_000)).toHaveLength(12_000 + 2_600 + 11)
      for (const { feeds, count } of HAVING_RAIN) {
        expect(await articlesFor('pleut', feeds, 50)).toHaveLength(Math.min(count, 50))
        expect(await articlesFor('pleut', feeds, 20_000)).toHaveLength(count)
        expect((await articlesFor('orage pleut', feeds, 3))[0] === 'ancien').toBe(feeds.includes('nantes'))
      }
    }, 60_000)
  })
}

/** Feeds, how many of their sentences speak of rain, and why they are asked. */
const HAVING_RAIN: readonly {
  readonly feeds: readonly string[]
  readonly count: number
  readonly why: string
}[] = [
  { feeds: ['nantes'], count: 11, why: 'few articles, all old' },
  { feeds: ['brest'], count: 2_600, why: 'many articles, all older than thousands of matches' },
  { feeds: ['brest', 'nantes'], count: 2_611, why: 'both' },
  { feeds: ['brest', 'quimper'], count: 14_600, why: 'nearly everything' },
]
