// What every database promises about finding sentences.
import { describe, expect, it } from 'vitest'
import { contentStems } from '../../src/french/stems.ts'
import type { Bench } from './contract.ts'
import { addArticle, addFindable, sentencesOf } from './samples.ts'

export function describeSearch(bench: () => Bench): void {
  const textsFor = async (question: string, limit = 10): Promise<readonly string[]> =>
    (await bench().storage.search.find(contentStems(question), limit)).map(({ text }) => text)

  describe('search', () => {
    it('gives the sentence, where it stands and its article', async () => {
      const text = 'La séance est levée.\nLe maire a rencontré les pêcheurs.'
      const article = await addFindable(bench().storage, 'port', text)
      const [found, ...others] = await bench().storage.search.find(contentStems('rencontre de pêcheurs'), 10)
      expect(others).toEqual([])
      expect(found).toEqual({
        reference: { articleId: 'port', version: 1, start: 21, end: text.length },
        text: 'Le maire a rencontré les pêcheurs.',
        article,
        score: expect.any(Number),
      })
      expect(found?.score).toBeGreaterThan(0)
    })

    it('puts first what holds more and rarer words of the question', async () => {
      const lines = ['Le maire parle.', 'Le maire inaugure un phare.', 'Le maire dort.', 'La mer monte.']
      await addFindable(
        bench().storage,
        'phare',
        [...lines, 'Un phare s’allume.', 'Le vent souffle.', 'Il gèle.'].join('\n'),
      )
      const found = await bench().storage.search.find(contentStems('maire phare'), 10)
      expect(found.map(({ text }) => text).slice(0, 2)).toEqual([
        'Le maire inaugure un phare.',
        'Un phare s’allume.',
      ])
      const scores = found.map(({ score }) => score)
      expect(scores).toEqual(scores.toSorted((one, other) => other - one))
      expect(found).toHaveLength(4)
    })

    it('gives no more than asked', async () => {
      await addFindable(
        bench().storage,
        'pluie',
        'Il pleut à Brest.\nIl pleut à Quimper.\nIl pleut à Vannes.',
      )
      expect(await textsFor('pleut', 2)).toHaveLength(2)
      expect(await textsFor('pleut', 0)).toEqual([])
    })

    it('replaces the sentences of an older version', async () => {
      const { articles, search } = bench().storage
      const first = await addFindable(bench().storage, 'accord', 'Le traité est signé.\nLe préfet applaudit.')
      const second = { ...first, version: 2, text: 'Le traité est rompu.' }
      await articles.addVersion(second, [])
      await search.index(second, sentencesOf(second.text))
      expect(await textsFor('préfet signé')).toEqual([])
      expect(await textsFor('traité')).toEqual(['Le traité est rompu.'])
      const [préfet, traité] = contentStems('préfet traité')
      const { total, of } = await search.frequencies([préfet ?? '', traité ?? ''])
      expect([total, ...of.values()]).toEqual([1, 0, 1])
    })

    it('never finds the words of a version that is no longer current', async () => {
      const first = await addFindable(bench().storage, 'accord', 'Le traité est signé.')
      await bench().storage.articles.addVersion(
        { ...first, version: 2, text: 'Un démenti officiel est tombé ce matin.' },
        [],
      )
      expect(await textsFor('traité signé')).toEqual([])
    })

    it('indexes the same version twice without doubling it', async () => {
      const article = await addFindable(bench().storage, 'accord', 'Le traité est signé.')
      await bench().storage.search.index(article, sentencesOf(article.text))
      expect(await textsFor('traité')).toEqual(['Le traité est signé.'])
    })

    it('takes an article without sentences, and takes its sentences away again', async () => {
      const article = await addFindable(bench().storage, 'accord', 'Le traité est signé.')
      await bench().storage.search.index(article, [])
      expect(await textsFor('traité')).toEqual([])
      expect((await bench().storage.search.frequencies([])).total).toBe(0)
    })

    it.each([
      ["aujourd'hui", 'an apostrophe'],
      ['rendez-vous', 'a hyphen'],
      ['"', 'a quotation mark'],
      ['a"b', 'a quotation mark inside'],
      ['NEAR', 'a word of FTS5'],
      ['OR', 'another'],
      ['*', 'a star'],
      ['stems:x', 'a column'],
      ['^a', 'a caret'],
      ['co2', 'a digit'],
      ['3,5 %', 'spaces inside'],
      ['\0\n\t', 'control characters'],
      ['œuvre', 'a ligature'],
      ['🗞️', 'a symbol outside the basic plane'],
      ['а́ли', 'another alphabet with a combining mark'],
      ['\\', 'a backslash'],
      ["'; drop table articles; --", 'an injection'],
    ])('finds the stem %j whole and alone', async (stem, _why) => {
      const { search } = bench().storage
      const article = await addArticle(bench().storage, 'étrange', { text: 'Phrase voulue. Autre phrase.' })
      const neighbours = [...stem.split(/[^\p{L}\p{N}]+/u), stem.toUpperCase(), `${stem}s`, `x${stem}`]
      await search.index(article, [
        { start: 0, end: 14, stems: ['avant', stem, 'après'] },
        { start: 15, end: 28, stems: neighbours.filter((other) => other !== stem && other !== '') },
      ])
      expect((await search.find([stem], 10)).map(({ text }) => text)).toEqual(['Phrase voulue.'])
      expect((await search.frequencies([stem])).of).toEqual(new Map([[stem, 1]]))
    })

    it.each([[[]], [['']], [['', '', '']], [['inconnu']]])('finds nothing for %j', async (stems) => {
      await addFindable(bench().storage, 'accord', 'Le traité est signé.')
      expect(await bench().storage.search.find(stems, 10)).toEqual([])
    })

    it('counts the sentences that hold a stem, not how often they hold it', async () => {
      await addFindable(bench().storage, 'pluie', 'Pluie, pluie et pluie.\nLa pluie cesse.\nLe vent tombe.')
      const [pluie = '', vent = ''] = contentStems('pluie vent')
      const { total, of } = await bench().storage.search.frequencies([pluie, vent, 'absent', pluie])
      expect(total).toBe(3)
      expect(of).toEqual(
        new Map([
          [pluie, 2],
          [vent, 1],
          ['absent', 0],
        ]),
      )
    })

    it('takes a question of thousands of stems and an article of thousands of sentences', async () => {
      const lines = Array.from({ length: 3_000 }, (_, line) => `Le bateau ${line} arrive au port.`)
      await addFindable(bench().storage, 'port', lines.join('\n'))
      expect(await textsFor('2999')).toEqual(['Le bateau 2999 arrive au port.'])
      const stems = Array.from({ length: 3_000 }, (_, rank) => `mot${rank}`)
      expect(await bench().storage.search.find([...stems, '7'], 3)).toHaveLength(1)
    })

    it('refuses sentences of a version that it does not have, and keeps those that it had', async () => {
      const article = await addFindable(bench().storage, 'accord', 'Le traité est signé.')
      const sentences = [{ start: 0, end: 2, stems: ['autre'] }]
      const refused = bench().storage.search.index({ ...article, version: 2 }, sentences)
      await expect(refused).rejects.toThrow(/foreign key/i)
      expect(await bench().storage.search.find(['autre'], 10)).toEqual([])
      expect(await textsFor('traité')).toEqual(['Le traité est signé.'])
    })
  })
}
