// What every database promises about articles and their versions.
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import type { Bench } from './contract.ts'
import { addArticle, MORNING, sampleArticle, samplePlacement } from './samples.ts'

export function describeArticles(bench: () => Bench): void {
  describe('articles', () => {
    it.each([
      [sampleArticle('court', { lead: '', url: '', rubric: '' }), 'nothing optional'],
      [
        sampleArticle('long', {
          author: 'Élise Cœurderoy',
          agency: 'AFP',
          isReserved: true,
          updatedAt: MORNING,
        }),
        'all of it',
      ],
      [
        sampleArticle('étrange 🗞️', { title: '« L’été »\u202f; \'"--', text: '🗞️ Été\u00a0!\n\n\u2028' }),
        'odd characters',
      ],
    ])('gives an article back as it was: %#', async (article, _why) => {
      const { articles } = bench().storage
      await articles.add(article, [], samplePlacement(article.id))
      expect(await articles.get([article.id])).toStrictEqual([article])
    })

    it('gives articles in the order asked for and leaves out the unknown', async () => {
      const { articles } = bench().storage
      for (const id of ['a', 'b', 'c']) await addArticle(bench().storage, id)
      const found = await articles.get(['c', 'inconnu', 'a', 'c'])
      expect(found.map(({ id }) => id)).toEqual(['c', 'a', 'c'])
      expect(await articles.get([])).toEqual([])
    })

    it('finds articles by any of their keys', async () => {
      const { articles } = bench().storage
      const [one, two] = [sampleArticle('un'), sampleArticle('deux')]
      await articles.add(one, ['guid:1', 'url:un'], samplePlacement('un'))
      await articles.add(two, ['guid:2'], samplePlacement('deux'))
      await articles.addKeys('deux', ['url:deux', 'guid:2'])
      const found = await articles.findByKeys(['url:un', 'url:deux', 'guid:2', 'guid:3'])
      expect(found).toEqual(
        new Map([
          ['url:un', one],
          ['url:deux', two],
          ['guid:2', two],
        ]),
      )
      expect(await articles.findByKeys([])).toEqual(new Map())
    })

    it('leaves a key with its first owner', async () => {
      const { articles } = bench().storage
      await articles.add(sampleArticle('un'), ['url:commune'], samplePlacement('un'))
      await articles.add(sampleArticle('deux'), ['url:commune'], samplePlacement('deux'))
      expect((await articles.findByKeys(['url:commune'])).get('url:commune')?.id).toBe('un')
    })

    it('keeps every version, and shows the last', async () => {
      const { articles } = bench().storage
      const first = await addArticle(bench().storage, 'accord')
      const second = { ...first, version: 2, title: 'Mis à jour', text: 'Accord signé.', updatedAt: MORNING }
      await articles.addVersion(second, ['guid:accord-2'])
      expect(await articles.get(['accord'])).toEqual([second])
      expect((await articles.findByKeys(['guid:accord-2'])).get('guid:accord-2')).toEqual(second)
      expect(await articles.textOf('accord', 1)).toBe(first.text)
      expect(await articles.textOf('accord', 2)).toBe('Accord signé.')
      expect(await articles.textOf('accord', 3)).toBeUndefined()
      expect(await articles.textOf('inconnu', 1)).toBeUndefined()
      expect(await articles.count()).toBe(1)
    })

    it('keeps the place of an article through its versions', async () => {
      const { articles } = bench().storage
      const placement = samplePlacement('reprise', { storyId: 'histoire-accord', duplicateOf: 'accord' })
      const article = sampleArticle('reprise')
      await articles.add(article, [], placement)
      await articles.addVersion({ ...article, version: 2, text: 'Autre texte.' }, [])
      expect((await articles.seenBetween(0, MORNING)).map((seen) => seen.placement)).toStrictEqual([
        placement,
      ])
    })

    it.each([
      [2, 'written already'],
      [1, 'older than the current one'],
    ])('never rewrites a version: %i is %s', async (version, _why) => {
      const { articles } = bench().storage
      const first = await addArticle(bench().storage, 'accord')
      await articles.addVersion({ ...first, version: 2, text: 'Accord signé.' }, [])
      const rewriting = articles.addVersion({ ...first, version, text: 'Accord rompu.' }, ['guid:rompu'])
      await expect(rewriting).rejects.toThrow(/follows no earlier/)
      expect(await articles.textOf('accord', 1)).toBe(first.text)
      expect(await articles.textOf('accord', 2)).toBe('Accord signé.')
      expect(await articles.findByKeys(['guid:rompu'])).toEqual(new Map())
    })

    it('refuses a version of an article that it does not have', async () => {
      const orphan = bench().storage.articles.addVersion(sampleArticle('inconnu', { version: 2 }), [])
      await expect(orphan).rejects.toThrow(/follows no earlier/)
    })

    it('refuses a second article under one id and keeps the first whole', async () => {
      const { articles } = bench().storage
      const first = await addArticle(bench().storage, 'accord')
      const again = articles.add({ ...first, text: 'Autre.' }, ['url:autre'], samplePlacement('accord'))
      await expect(again).rejects.toThrow(/unique/i)
      expect(await articles.get(['accord'])).toEqual([first])
      expect(await articles.findByKeys(['url:autre'])).toEqual(new Map())
    })

    it('cuts stretches in UTF-16 code units out of the version that they belong to', async () => {
      const { articles } = bench().storage
      const first = await addArticle(bench().storage, 'accord', { text: '🗞️ Été. Fin.' })
      await articles.addVersion({ ...first, version: 2, text: 'Tout a changé.' }, [])
      const reference = { articleId: 'accord', version: 1, start: 4, end: 8 }
      const cut = await articles.cut([
        reference,
        { ...reference, version: 2, start: 0, end: 4 },
        { ...reference, version: 3 },
        { ...reference, articleId: 'inconnu' },
        reference,
      ])
      expect(cut).toEqual(['Été.', 'Tout', undefined, undefined, 'Été.'])
    })

    it.each([
      [-1, 4, 'before the text'],
      [0, 99, 'beyond the text'],
      [5, 4, 'backwards'],
    ])('cuts nothing from %i to %i', async (start, end, _why) => {
      await addArticle(bench().storage, 'accord', { text: 'Accord signé.' })
      const cut = await bench().storage.articles.cut([{ articleId: 'accord', version: 1, start, end }])
      expect(cut).toEqual([undefined])
    })

    it('gives what was first seen after one instant and up to another, oldest first', async () => {
      const { articles } = bench().storage
      await addArticle(bench().storage, 'trop-tard', { firstSeenAt: MORNING + 11 * MINUTE })
      await addArticle(bench().storage, 'dernier', { firstSeenAt: MORNING + 10 * MINUTE })
      const middle = await addArticle(bench().storage, 'milieu', { firstSeenAt: MORNING + 5 * MINUTE })
      await addArticle(bench().storage, 'trop-tôt', { firstSeenAt: MORNING })
      const edited = { ...middle, version: 2, text: 'Corrigé.', updatedAt: MORNING + 60 * MINUTE }
      await articles.addVersion(edited, [])
      const seen = await articles.seenBetween(MORNING, MORNING + 10 * MINUTE)
      expect(seen.map(({ id }) => id)).toEqual(['milieu', 'dernier'])
      expect(seen[0]).toStrictEqual({ ...edited, placement: samplePlacement('milieu'), appearances: [] })
    })

    it('remembers in which other feeds an article stood, each once', async () => {
      const { articles } = bench().storage
      await addArticle(bench().storage, 'pont', { firstSeenAt: MORNING })
      await articles.noteAppearance('pont', { feedId: 'monde', rubric: 'Monde' })
      await articles.noteAppearance('pont', { feedId: 'culture', rubric: '' })
      await articles.noteAppearance('pont', { feedId: 'monde', rubric: 'International' })
      const [seen] = await articles.seenBetween(MORNING - 1, MORNING)
      expect(seen?.appearances).toEqual([
        { feedId: 'culture', rubric: '' },
        { feedId: 'monde', rubric: 'International' },
      ])
    })

    it('gives every article of a story as it is now, oldest first, and no other', async () => {
      const { articles } = bench().storage
      const placement = { storyId: 'histoire « pont »' }
      for (const [id, firstSeenAt] of [
        ['reprise', MORNING],
        ['premier', MORNING - MINUTE],
      ] as const)
        await articles.add(sampleArticle(id, { firstSeenAt }), [], samplePlacement(id, placement))
      await addArticle(bench().storage, 'autre')
      const edited = sampleArticle('premier', { firstSeenAt: MORNING - MINUTE, version: 2, text: 'Corrigé.' })
      await articles.addVersion(edited, [])
      await articles.noteAppearance('premier', { feedId: 'culture', rubric: 'Arts' })
      expect(await articles.ofStory('histoire « pont »')).toStrictEqual([
        {
          ...edited,
          placement: samplePlacement('premier', placement),
          appearances: [{ feedId: 'culture', rubric: 'Arts' }],
        },
        {
          ...sampleArticle('reprise', { firstSeenAt: MORNING }),
          placement: samplePlacement('reprise', placement),
          appearances: [],
        },
      ])
      expect(await articles.ofStory('histoire')).toEqual([])
    })

    it('knows the place of an article, and the members of stories', async () => {
      const { articles } = bench().storage
      const pont = { storyId: 'pont' }
      await articles.add(sampleArticle('premier'), [], samplePlacement('premier', pont))
      const reprint = samplePlacement('reprise', { ...pont, duplicateOf: 'premier' })
      await articles.add(sampleArticle('reprise'), [], reprint)
      await addArticle(bench().storage, 'autre')
      expect(await articles.placementOf('reprise')).toStrictEqual(reprint)
      expect(await articles.placementOf('inconnu')).toBeUndefined()
      const many = Array.from({ length: 40_000 }, (_, index) => `histoire-${index}`)
      expect(await articles.membersOf([...many, 'pont'])).toEqual(
        new Map([
          ['premier', 'pont'],
          ['reprise', 'pont'],
        ]),
      )
      expect(await articles.membersOf([])).toEqual(new Map())
    })

    it('gives the articles of united stories to the one that goes on, under any of their ids', async () => {
      const { articles } = bench().storage
      const places = [
        samplePlacement('pont', { storyId: 'pont' }),
        samplePlacement('bac', { storyId: 'bac' }),
        samplePlacement('reprise', { storyId: 'bac', duplicateOf: 'bac' }),
        samplePlacement('phare', { storyId: 'phare' }),
        samplePlacement('seul', { storyId: 'seul' }),
        samplePlacement('lien', { storyId: 'pont', unites: ['bac', 'phare'] }),
      ]
      for (const placement of places) await articles.add(sampleArticle(placement.articleId), [], placement)
      const again = (await bench().reopen()).articles
      expect(await again.placementOf('reprise')).toStrictEqual(
        samplePlacement('reprise', { storyId: 'pont', duplicateOf: 'bac' }),
      )
      expect(await again.placementOf('lien')).toStrictEqual(samplePlacement('lien', { storyId: 'pont' }))
      const together = ['bac', 'lien', 'phare', 'pont', 'reprise']
      for (const id of ['pont', 'bac', 'phare'])
        expect((await again.ofStory(id)).map((article) => article.id)).toEqual(together)
      expect((await again.ofStory('seul')).map(({ id }) => id)).toEqual(['seul'])
      expect(await again.membersOf(['bac', 'seul'])).toEqual(
        new Map([...together.map((id): [string, string] => [id, 'bac']), ['seul', 'seul']]),
      )
    })

    it('follows a story that became part of one which became part of another', async () => {
      const { articles } = bench().storage
      for (const id of ['pont', 'bac', 'phare'])
        await articles.add(sampleArticle(id), [], samplePlacement(id, { storyId: id }))
      const links = {
        'lien-1': { storyId: 'bac', unites: ['phare'] },
        'lien-2': { storyId: 'pont', unites: ['bac'] },
      }
      for (const [id, placement] of Object.entries(links))
        await articles.add(sampleArticle(id), [], samplePlacement(id, placement))
      expect((await articles.ofStory('phare')).map(({ id }) => id)).toEqual([
        'bac',
        'lien-1',
        'lien-2',
        'phare',
        'pont',
      ])
    })

    it.each([
      ['https://vigie.example/2026/pont-de-verna', ['pont', 'port', 'sport'], 'cut off: nearest first'],
      ['https://vigie.example/2026/pont-de-vernay-2', ['pont', 'port', 'sport'], 'a little more'],
      ['https://vigie.example/2026/zoo', ['sport', 'port', 'pont'], 'after all of them'],
      ['https://autre.example/2026/pont-de-vernay', [], 'another site'],
      ['https://vigie.example.org/2026/pont', [], 'a site whose name begins the same'],
      ['pont de Vernay', [], 'no address'],
      ['', [], 'nothing'],
      ['https://', [], 'no site'],
    ])('names articles with addresses like « %s »: %j, %s', async (asked, expected, _why) => {
      const { articles } = bench().storage
      for (const [id, slug] of [
        ['pont', 'pont-de-vernay'],
        ['port', 'port-de-vernay'],
        ['sport', 'sport'],
      ] as const) {
        const url = `https://vigie.example/2026/${slug}`
        await articles.add(sampleArticle(id, { url }), [`guid:1:${id}`, `url:${url}`], samplePlacement(id))
      }
      const found = await articles.addressedLike(asked, 3)
      expect(found.map(({ id }) => id)).toEqual(expected)
      expect((await articles.addressedLike(asked, 1)).length).toBe(Math.min(1, expected.length))
    })

    it('counts and knows the oldest', async () => {
      const { articles } = bench().storage
      expect([await articles.count(), await articles.oldestSeenAt()]).toEqual([0, undefined])
      await addArticle(bench().storage, 'neuf', { firstSeenAt: MORNING })
      await addArticle(bench().storage, 'ancien', { firstSeenAt: MORNING - 1 })
      expect([await articles.count(), await articles.oldestSeenAt()]).toEqual([2, MORNING - 1])
    })

    it('knows when a feed last brought an article', async () => {
      const { articles } = bench().storage
      const { feedId } = await addArticle(bench().storage, 'neuf', { firstSeenAt: MORNING })
      await addArticle(bench().storage, 'ancien', { firstSeenAt: MORNING - 1 })
      expect(await articles.lastBroughtBy(feedId)).toBe(MORNING)
      expect(await articles.lastBroughtBy('ailleurs')).toBeUndefined()
    })

    it('takes lists longer than a statement can carry', async () => {
      const { articles } = bench().storage
      const keys = Array.from({ length: 40_000 }, (_, index) => `guid:${index}`)
      await articles.add(sampleArticle('accord'), keys, samplePlacement('accord'))
      expect((await articles.findByKeys(keys)).size).toBe(40_000)
      expect((await articles.get([...keys, 'accord'])).length).toBe(1)
    })

    it('still has everything after a restart', async () => {
      const article = await addArticle(bench().storage, 'accord')
      const again = await bench().reopen()
      expect(await again.articles.get(['accord'])).toEqual([article])
    })
  })
}
