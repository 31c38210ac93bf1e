// What every database promises about who bears a name, who holds an office and who says what.
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import { DAY } from '../../src/core/calendar.ts'
import type { ArticleFacts } from '../../src/core/fact.ts'
import type { Bench } from './contract.ts'
import { BREST, keepFacts, office, said } from './samples-facts.ts'
import { MORNING } from './samples.ts'

export function describeBearers(bench: () => Bench): void {
  const keep = (id: string, facts: Partial<ArticleFacts>, changes: Partial<Article> = {}): Promise<Article> =>
    keepFacts(bench().storage, id, facts, changes)
  const name = (id: string, names: readonly string[], changes: Partial<Article> = {}): Promise<Article> =>
    keep(id, { people: names.map((bearer) => ({ name: bearer, count: 1 })) }, changes)

  describe('who bears a name', () => {
    it.each([
      [['goff'], ['Anne Le Goff', 'Éloi Goffin'], 'the beginning of a surname'],
      [['Éloi', 'GOFF'], ['Éloi Goffin'], 'every word, accents and capitals apart'],
      [['le', 'goff'], ['Anne Le Goff'], 'a particle'],
      [['off'], [], 'the middle of a word'],
      [['goff', 'kerbrat'], [], 'words of two people'],
      [['le goff'], ['Anne Le Goff'], 'two words in one'],
      [['', '%'], [], 'nothing that a name can hold'],
      [[], [], 'nothing'],
    ])('for %j: %j', async (words, expected, _why) => {
      await name('un', ['Anne Le Goff', 'Paul Kerbrat'])
      await name('deux', ['Anne Le Goff', 'Éloi Goffin'])
      const found = await bench().storage.facts.bearers(words, 9)
      expect(found.map((bearer) => bearer.name)).toEqual(expected)
    })

    it('is counted in articles, of these feeds alone', async () => {
      await name('un', ['Anne Le Goff'])
      await name('deux', ['Anne Le Goff', 'Anne Goffin'])
      await name('trois', ['Anne Goffin', 'Anne Postec'], { feedId: 'brest' })
      const { facts } = bench().storage
      expect(await facts.bearers(['anne'], 2)).toEqual([
        { name: 'Anne Goffin', articleCount: 2 },
        { name: 'Anne Le Goff', articleCount: 2 },
      ])
      expect(await facts.bearers(['anne'], 9, BREST)).toEqual([
        { name: 'Anne Goffin', articleCount: 1 },
        { name: 'Anne Postec', articleCount: 1 },
      ])
    })

    it.each([
      ['go', ['goff', 'goffin']],
      ['GO', ['goff', 'goffin']],
      ['el', ['eloi']],
      ['xy', []],
      ['', []],
      ['le go', []],
    ])('can be guessed from the words that begin with %j: %j', async (beginning, expected) => {
      await name('un', ['Anne Le Goff', 'Éloi Goffin', 'Paul Kerbrat'])
      expect(await bench().storage.facts.wordsOfNames(beginning)).toEqual(expected)
    })

    it('is named in articles, newest first', async () => {
      await name('ancien', ['Anne Le Goff'], { publishedAt: MORNING - DAY })
      await name('neuf', ['Anne Le Goff', 'A. Le Goff'])
      const { facts } = bench().storage
      const named = async (limit: number): Promise<readonly string[]> =>
        (await facts.articlesNaming(['Anne Le Goff', 'A. Le Goff'], limit)).map(({ id }) => id)
      expect(await named(9)).toEqual(['neuf', 'ancien'])
      expect(await named(1)).toEqual(['neuf'])
    })
  })

  describe('offices and statements', () => {
    it('of a person are told with their time, most articles first', async () => {
      const mayor = office('maire de Nantes', 'mayor@nantes')
      await keep('un', { offices: [mayor, mayor] }, { publishedAt: MORNING - 3 * DAY })
      await keep(
        'deux',
        { offices: [office('première édile', 'mayor@nantes')] },
        { publishedAt: MORNING - DAY },
      )
      await keep('trois', { offices: [office('ancienne maire', 'mayor@nantes', true)] })
      await keep('autre', { offices: [office('maire de Brest', 'mayor@brest', false, 'Paul Kerbrat')] })
      const terms = await bench().storage.facts.officesOf(['Anne Le Goff'])
      expect(terms).toMatchObject([
        {
          name: 'Anne Le Goff',
          officeKey: 'mayor@nantes',
          isFormer: false,
          articleCount: 2,
          firstToldAt: MORNING - 3 * DAY,
          lastToldAt: MORNING - DAY,
          latest: { fact: office('première édile', 'mayor@nantes'), article: { id: 'deux' } },
        },
        { isFormer: true, articleCount: 1, latest: { article: { id: 'trois' } } },
      ])
      const unproven = terms.map((term) =>
        Object.fromEntries(Object.entries(term).filter(([key]) => key !== 'latest')),
      )
      expect(await bench().storage.facts.termsOf(['Anne Le Goff'])).toEqual(unproven)
      const holders = await bench().storage.facts.holdersOf(['mayor@brest', 'mayor@quimper'])
      expect(holders.map((term) => term.name)).toEqual(['Paul Kerbrat'])
      expect(await bench().storage.facts.holdersOf([])).toEqual([])
    })

    it('of a speaker come newest first, and no more than asked', async () => {
      await keep('ancien', { statements: [said(0)] }, { publishedAt: MORNING - DAY })
      await keep('neuf', { statements: [said(0, true), said(9)] })
      const { facts } = bench().storage
      const found = await facts.statementsOf(['Anne Le Goff', 'Le Goff'], 9)
      expect(found.map(({ fact, article }) => [fact, article.id])).toEqual([
        [said(0, true), 'neuf'],
        [said(9), 'neuf'],
        [said(0), 'ancien'],
      ])
      expect(await facts.statementsOf(['Anne Le Goff'], 1)).toHaveLength(1)
      expect(await facts.statementsOf([], 9)).toEqual([])
      const articles = await bench().storage.articles.get(['neuf', 'ancien'])
      const stated = await facts.statementsIn(articles)
      expect(stated.map(({ article }) => article.id)).toEqual(['neuf', 'neuf', 'ancien'])
      expect(await facts.statementsIn([])).toEqual([])
    })
  })
}
