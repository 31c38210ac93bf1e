// What every database promises about several articles that are kept at once: what becomes of each is what would alone.
import { describe, expect, it } from 'vitest'
import { contentStems } from '../../src/french/stems.ts'
import type { Bench } from './contract.ts'
import { keepFacts, NO_FACTS, person, told } from './samples-facts.ts'
import { addArticle, addFindable, sampleArticle, samplePlacement, sentencesOf } from './samples.ts'

const met = (name: string) => ({ ...NO_FACTS, meetings: [told([person(name)])] })

export function describeTogether(bench: () => Bench): void {
  describe('several articles at once', () => {
    it('are added and placed in their order; what unites stories reaches those of the same call', async () => {
      const { articles, placements } = bench().storage
      const placed = [
        samplePlacement('un'),
        samplePlacement('deux', { storyId: 'histoire-un', duplicateOf: 'un' }),
        samplePlacement('trois', { storyId: 'histoire-trois', unites: ['histoire-un'] }),
      ]
      await articles.addAll(
        placed.map((placement) => ({
          article: sampleArticle(placement.articleId),
          keys: [`url:${placement.articleId}`, 'url:commune'],
          placement,
        })),
      )
      expect((await placements.after(0, 9)).map(({ placement }) => placement)).toEqual(placed)
      const stories = await Promise.all(
        placed.map(async ({ articleId }) => (await articles.placementOf(articleId))?.storyId),
      )
      expect(stories).toEqual(['histoire-trois', 'histoire-trois', 'histoire-trois'])
      const owners = await articles.findByKeys(['url:deux', 'url:commune'])
      expect([...owners].map(([key, { id }]) => `${key} ${id}`).toSorted()).toEqual([
        'url:commune un',
        'url:deux deux',
      ])
    })

    it('are found by their own sentences, which take the place of older ones', async () => {
      const { storage } = bench()
      const first = await addFindable(storage, 'accord', 'Le traité est signé.')
      const second = { ...first, version: 2, text: 'Le traité est rompu.\nLe préfet se tait.' }
      await storage.articles.addVersion(second, [])
      const other = await addArticle(storage, 'port', { text: 'Le port ferme.\nLe préfet part.' })
      const mute = await addArticle(storage, 'vide', { text: '' })
      await storage.search.indexAll(
        [second, other, mute].map((article) => ({ article, sentences: sentencesOf(article.text) })),
      )
      const textsFor = async (question: string): Promise<readonly string[]> =>
        (await storage.search.find(contentStems(question), 9))
          .map(({ text, article }) => `${article.id} : ${text}`)
          .toSorted()
      expect(await textsFor('préfet')).toEqual(['accord : Le préfet se tait.', 'port : Le préfet part.'])
      expect(await textsFor('traité signé')).toEqual(['accord : Le traité est rompu.'])
      expect((await storage.search.frequencies(contentStems('préfet traité'))).total).toBe(4)
    })

    it('keep the facts of the version that they have, in place of those before', async () => {
      const { storage } = bench()
      const stale = await addArticle(storage, 'retouché')
      await storage.articles.addVersion({ ...stale, version: 2, text: 'Autre chose.' }, [])
      const known = await keepFacts(storage, 'connu', met('Anne Le Goff'))
      const fresh = await addArticle(storage, 'neuf')
      await storage.facts.saveAll(
        [
          { article: stale, facts: met('Yann Kerbrat') },
          { article: known, facts: met('Rose Postec') },
          { article: fresh, facts: met('Rose Postec') },
        ],
        2,
      )
      const idsFor = async (name: string): Promise<readonly string[]> =>
        (await storage.facts.meetingsOf({ names: [name] }, 9)).map(({ article }) => article.id).toSorted()
      expect(await idsFor('Rose Postec')).toEqual(['connu', 'neuf'])
      expect([await idsFor('Yann Kerbrat'), await idsFor('Anne Le Goff')]).toEqual([[], []])
      expect((await storage.facts.toRead(2, 9)).map(({ id }) => id)).toEqual(['retouché'])
    })

    it('name the same people, and no longer those who left', async () => {
      const { storage } = bench()
      for (const id of ['un', 'deux']) await addArticle(storage, id)
      await storage.people.index('un', ['Anne Le Goff', 'Anne Kerbrat'])
      await storage.people.indexAll([
        { articleId: 'un', names: ['Anne Kerbrat', 'Anne Postec'] },
        { articleId: 'deux', names: ['Anne Postec', 'Anne Postec'] },
      ])
      expect(await storage.people.suggest('anne', new Set(['nantes']), 9)).toEqual([
        'Anne Postec',
        'Anne Kerbrat',
      ])
    })

    it('may be none at all', async () => {
      const { articles, search, facts, people, drafts } = bench().storage
      await Promise.all([
        articles.addAll([]),
        search.indexAll([]),
        facts.saveAll([], 1),
        people.indexAll([]),
        drafts.remove([]),
      ])
      expect(await articles.count()).toBe(0)
    })
  })
}
