// What every database promises about offering the names of people.
import { describe, expect, it } from 'vitest'
import { DAY } from '../../src/core/calendar.ts'
import type { Bench } from './contract.ts'
import { addArticle, MORNING } from './samples.ts'

const NANTES = new Set(['nantes'])

export function describePeople(bench: () => Bench): void {
  const name = async (articleId: string, people: readonly string[], feedId = 'nantes'): Promise<void> => {
    await addArticle(bench().storage, articleId, { feedId })
    await bench().storage.people.index(articleId, people)
  }
  const suggest = (typed: string, feeds = NANTES, limit = 25): Promise<readonly string[]> =>
    bench().storage.people.suggest(typed, feeds, limit)

  describe('people', () => {
    it.each([
      ['ele', ['Éléonore d’Hérouville'], 'accents of the name'],
      ['ÉLÉ', ['Éléonore d’Hérouville'], 'accents and capitals of who types'],
      ['her', ['Éléonore d’Hérouville'], 'after an apostrophe'],
      ["d'her", ['Éléonore d’Hérouville'], 'with another apostrophe'],
      ['œuv', ['Jean-Luc Œuvrard'], 'a ligature'],
      ['OEUV', ['Jean-Luc Œuvrard'], 'a ligature that was opened'],
      ['luc', ['Jean-Luc Œuvrard', 'Luc Jeanneau'], 'after a hyphen, and in front'],
      ['jean', ['Jean-Luc Œuvrard', 'Luc Jeanneau'], 'the beginning of either word'],
      ['jean-l', ['Jean-Luc Œuvrard'], 'several words with their hyphen'],
      ['  jean   luc œ', ['Jean-Luc Œuvrard'], 'several words with blanks'],
      ['Лав', ['Сергей Лавров'], 'another alphabet'],
      ['co2', ['Amélie CO2'], 'a digit'],
      ['ean', [], 'the middle of a word'],
      ['luc jean œ', [], 'words in another order'],
      ['jeanx', [], 'more than the word'],
      ['%', EVERYBODY, 'nothing that a word can hold'],
      ['', EVERYBODY, 'nothing yet'],
      ["'; drop table people_words; --", [], 'an injection'],
      ['\u{10ffff}', EVERYBODY, 'the last character of all'],
    ])('offers for %j the names of which a word begins so', async (typed, expected, _why) => {
      await name('accord', EVERYBODY)
      expect(await suggest(typed)).toEqual(expected)
    })

    it('offers the most often named first, of one feed or of several, and no more than asked', async () => {
      await name('un', ['Anne Le Goff', 'Anne Kerbrat'])
      await name('deux', ['Anne Kerbrat', 'Anne Postec'])
      await name('trois', ['Anne Postec', 'Anne Postec'], 'brest')
      await name('quatre', ['Anne Postec'], 'brest')
      expect(await suggest('anne')).toEqual(['Anne Kerbrat', 'Anne Le Goff', 'Anne Postec'])
      expect(await suggest('anne', new Set(['nantes', 'brest', 'inconnu']))).toEqual([
        'Anne Postec',
        'Anne Kerbrat',
        'Anne Le Goff',
      ])
      expect(await suggest('anne', NANTES, 1)).toEqual(['Anne Kerbrat'])
      expect(await suggest('anne', NANTES, 0)).toEqual([])
    })

    it('offers nobody who is named in other feeds only', async () => {
      await name('un', ['Anne Le Goff'])
      await name('deux', ['Anne Postec'], 'brest')
      await bench().storage.articles.noteAppearance('deux', { feedId: 'nantes', rubric: '' })
      expect(await suggest('anne')).toEqual(['Anne Le Goff'])
      expect(await suggest('anne', new Set(['quimper']))).toEqual([])
      expect(await suggest('anne', new Set())).toEqual([])
      expect(await suggest('', new Set())).toEqual([])
    })

    it('offers those who are in the news while nothing is typed, and everybody after', async () => {
      const { storage } = bench()
      await storage.inTransaction(async (inner) => {
        await addArticle(inner, 'ancien', { firstSeenAt: MORNING - DAY })
        await inner.people.index('ancien', ['Anne Le Goff'])
        for (let number = 0; number < 2_000; number++) {
          await addArticle(inner, `neuf-${number}`)
          await inner.people.index(`neuf-${number}`, ['Paul Kerbrat'])
        }
      })
      expect(await suggest('')).toEqual(['Paul Kerbrat'])
      expect(await suggest('a')).toEqual(['Anne Le Goff'])
    })

    it('takes the new names of an article for the old ones', async () => {
      await name('un', ['Anne Le Goff', 'Anne Kerbrat'])
      await name('deux', ['Anne Le Goff'])
      await bench().storage.people.index('un', ['Anne Kerbrat', 'Paul Kerbrat'])
      expect(await suggest('anne')).toEqual(['Anne Kerbrat', 'Anne Le Goff'])
      await bench().storage.people.index('deux', [])
      expect(await suggest('goff')).toEqual([])
      expect(await suggest('kerbrat')).toEqual(['Anne Kerbrat', 'Paul Kerbrat'])
      await bench().storage.people.index('deux', ['Anne Le Goff'])
      expect(await suggest('goff')).toEqual(['Anne Le Goff'])
    })

    it('takes names that hold no word, and the same name twice', async () => {
      await name('un', ['', '…', 'Anne Le Goff', 'Anne Le Goff'])
      await bench().storage.people.index('un', ['…', 'Anne Le Goff'])
      expect(await suggest('a')).toEqual(['Anne Le Goff'])
    })

    it('refuses the names of an article that nobody has', async () => {
      await expect(bench().storage.people.index('inconnu', ['Anne Le Goff'])).rejects.toThrow(/no article/)
      expect(await suggest('')).toEqual([])
    })

    it('takes lists longer than a statement can carry', async () => {
      const many = Array.from({ length: 2_000 }, (_, number) => `Anne Kerbrat ${number}`)
      await name('un', many)
      await name('deux', ['Anne Kerbrat 7'], 'flux-39999')
      const feeds = Array.from({ length: 40_000 }, (_, number) => `flux-${number}`)
      expect(await suggest('ker', new Set(['nantes', ...feeds]), 2)).toEqual([
        'Anne Kerbrat 7',
        'Anne Kerbrat 0',
      ])
      await bench().storage.people.index('un', [])
      expect(await suggest('ker')).toEqual([])
    })
  })
}

/** In the order in which they are offered, being named once each. */
const EVERYBODY = ['Amélie CO2', 'Jean-Luc Œuvrard', 'Luc Jeanneau', 'Éléonore d’Hérouville', 'Сергей Лавров']
