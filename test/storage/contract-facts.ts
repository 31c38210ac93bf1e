// What every database promises about the facts of articles: kept, found by whom they name, seen by their feeds alone.
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { ArticleFacts } from '../../src/core/fact.ts'
import type { FoundMeeting } from '../../src/core/meeting.ts'
import { contentStems } from '../../src/french/stems.ts'
import type { Bench } from './contract.ts'
import {
  BREST,
  GOFF_AND_KERBRAT,
  group,
  idsOf,
  keepFacts,
  NO_FACTS,
  office,
  person,
  said,
  told,
} from './samples-facts.ts'
import { addArticle, MORNING, sampleArticle, samplePlacement } from './samples.ts'

const NANTES = new Set(['nantes'])

const dated = (from: string, to: string): Partial<ArticleFacts> => ({
  meetings: [told([person('Anne Le Goff')], { from, to })],
})

export function describeFacts(bench: () => Bench): void {
  const keep = (id: string, facts: Partial<ArticleFacts>, changes: Partial<Article> = {}): Promise<Article> =>
    keepFacts(bench().storage, id, facts, changes)
  const appearIn = (articleId: string, feedId: string): Promise<void> =>
    bench().storage.articles.noteAppearance(articleId, { feedId, rubric: '' })

  describe('meetings', () => {
    it('are found whole, with their article and its place among the others', async () => {
      const { storage } = bench()
      const full = told(
        [
          person('Anne Le Goff', { office: 'maire de Nantes', officeKey: 'mayor@nantes' }),
          group('une délégation de pêcheurs'),
        ],
        { place: 'Saint-Nazaire', from: '2026-11-19', to: '2026-11-20', attribution: 'la mairie' },
      )
      const article = sampleArticle('reprise')
      await storage.articles.add(article, ['url:r'], samplePlacement('reprise', { duplicateOf: 'premier' }))
      await storage.facts.save(article, { ...NO_FACTS, meetings: [full] }, 1)
      const expected: readonly FoundMeeting[] = [
        { fact: full, article, storyId: 'histoire-reprise', duplicateOf: 'premier' },
      ]
      expect(await storage.facts.meetingsOf({ names: ['Anne Le Goff'] }, 9)).toEqual(expected)
      expect(await storage.facts.meetingsOf({ names: [], officeKeys: ['mayor@nantes'] }, 9)).toEqual(expected)
      expect(await storage.facts.meetingsOfGroup(contentStems('pêcheur'), 9)).toEqual(expected)
      expect(await storage.facts.meetingsAt(contentStems('saint-nazaire'), 9)).toEqual(expected)
      expect(await storage.facts.meetingsBetween('2026-11-20', '2026-11-21', 9)).toEqual(expected)
      expect(await storage.facts.meetingsToldSince(article.publishedAt, 9)).toEqual(expected)
    })

    it('come newest article first, once for several names, and no more than asked', async () => {
      await keep('ancien', { meetings: [GOFF_AND_KERBRAT] }, { publishedAt: MORNING - DAY })
      await keep('neuf', { meetings: [GOFF_AND_KERBRAT, told([person('Anne Le Goff')])] })
      const asked = { names: ['Anne Le Goff', 'Paul Kerbrat', 'Anne Le Goff'] }
      const { facts } = bench().storage
      expect(idsOf(await facts.meetingsOf(asked, 9))).toEqual(['neuf', 'neuf', 'ancien'])
      expect(idsOf(await facts.meetingsOf(asked, 1.7))).toEqual(['neuf'])
      expect(await facts.meetingsOf(asked, 0)).toEqual([])
      expect(await facts.meetingsOf(asked, -1)).toEqual([])
      expect(await facts.meetingsOf({ names: [] }, 9)).toEqual([])
      expect(await facts.meetingsOf({ names: ['anne le goff'] }, 9)).toEqual([])
    })

    it.each([
      [['conventionnel', 'citoyen'], ['un'], 'all stems of one group'],
      [['delegu'], ['un', 'deux'], 'one stem'],
      [['citoyen', 'pecheur'], [], 'stems of two groups'],
      [['mair'], ['trois'], 'an office whose holder is not named'],
      [['goff'], [], 'a person is asked for by name'],
      [[], [], 'nothing'],
      [['', '"; drop table meetings; --'], [], 'an injection'],
    ])('of a group are found by the stems %j', async (stems, expected, _why) => {
      await keep('un', {
        meetings: [
          told([
            person('Anne Le Goff'),
            group('des délégués du conventionnel citoyen'),
            group('les pêcheurs'),
          ]),
        ],
      })
      await keep(
        'deux',
        { meetings: [told([person('Anne Le Goff'), group('les délégués')])] },
        { publishedAt: 1 },
      )
      await keep('trois', { meetings: [told([person('maire de Brest'), person('Anne Le Goff')])] })
      expect(idsOf(await bench().storage.facts.meetingsOfGroup(stems, 9))).toEqual(expected)
    })

    it.each([
      ['2026-11-17', '2026-11-17', ['mardi'], 'the day itself'],
      ['2026-11-18', '2026-11-19', ['tournée'], 'inside of a stretch'],
      ['2026-11-16', '2026-11-30', ['mardi', 'tournée'], 'around both'],
      ['2026-12-01', '2026-12-02', [], 'after all'],
      ['2026-01-01', '2026-12-31', ['mardi', 'tournée', 'année'], 'a year told as a whole'],
    ])('from %s to %s are %j', async (from, to, expected, _why) => {
      await keep('année', dated('2026-01-01', '2026-12-31'), { publishedAt: MORNING - 3 * DAY })
      await keep('tournée', dated('2026-11-18', '2026-11-24'), { publishedAt: MORNING - 2 * DAY })
      await keep('mardi', dated('2026-11-17', '2026-11-17'), { publishedAt: MORNING - DAY })
      await keep('sans jour', { meetings: [told([person('Anne Le Goff')])] })
      expect(idsOf(await bench().storage.facts.meetingsBetween(from, to, 9))).toEqual(expected)
    })

    it('without a day are found by the date of their article', async () => {
      await keep('ancien', { meetings: [GOFF_AND_KERBRAT] }, { publishedAt: MORNING - DAY })
      await keep('neuf', { meetings: [GOFF_AND_KERBRAT] }, { publishedAt: MORNING })
      const { facts } = bench().storage
      expect(idsOf(await facts.meetingsToldSince(MORNING, 9))).toEqual(['neuf'])
      expect(idsOf(await facts.meetingsToldSince(MORNING - DAY, 9))).toEqual(['neuf', 'ancien'])
      expect(idsOf(await facts.meetingsToldSince(MORNING - DAY, 1))).toEqual(['neuf'])
    })
  })

  describe('facts', () => {
    it('are seen by the feeds that had the article, first or later, and by no other', async () => {
      const meeting = told([person('Anne Le Goff', { officeKey: 'mayor@nantes' })], {
        place: 'Vannes',
        from: '2026-11-19',
        to: '2026-11-19',
      })
      await keep('un', {
        meetings: [meeting, told([group('les pêcheurs')])],
        offices: [office('maire', 'mayor@nantes')],
        statements: [said(0, true)],
        people: [{ name: 'Anne Le Goff', count: 2 }],
      })
      const { facts } = bench().storage
      const names = ['Anne Le Goff']
      const countsFor = async (feeds: ReadonlySet<string>): Promise<readonly number[]> =>
        (
          await Promise.all([
            facts.meetingsOf({ names, officeKeys: ['mayor@nantes'] }, 9, feeds),
            facts.meetingsOfGroup(contentStems('pêcheurs'), 9, feeds),
            facts.meetingsAt(contentStems('Vannes'), 9, feeds),
            facts.meetingsBetween('2026-11-19', '2026-11-19', 9, feeds),
            facts.meetingsToldSince(0, 9, feeds),
            facts.termsOf(names, feeds),
            facts.officesOf(names, feeds),
            facts.holdersOf(['mayor@nantes'], feeds),
            facts.statementsOf(names, 9, feeds),
            facts.articlesNaming(names, 9, feeds),
            facts.bearers(['goff'], 9, feeds),
          ])
        ).map(({ length }) => length)
      const all = [1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1]
      expect(await countsFor(NANTES)).toEqual(all)
      expect(await countsFor(BREST)).toEqual(all.map(() => 0))
      expect(await countsFor(new Set())).toEqual(all.map(() => 0))
      await appearIn('un', 'brest')
      expect(await countsFor(BREST)).toEqual(all)
      const many = Array.from({ length: 40_000 }, (_, number) => `flux-${number}`)
      expect(await countsFor(new Set([...many, 'brest']))).toEqual(all)
    })

    it('take the place of those noted before', async () => {
      const { facts } = bench().storage
      const article = await keep('un', {
        meetings: [GOFF_AND_KERBRAT],
        offices: [office('maire', 'mayor@nantes')],
        statements: [said(0, true)],
      })
      await facts.save(article, { ...NO_FACTS, meetings: [told([person('Paul Kerbrat')])] }, 1)
      expect(await facts.meetingsOf({ names: ['Anne Le Goff'] }, 9)).toEqual([])
      expect(idsOf(await facts.meetingsOf({ names: ['Paul Kerbrat'] }, 9))).toEqual(['un'])
      expect(await facts.officesOf(['Anne Le Goff'])).toEqual([])
      expect(await facts.statementsOf(['Anne Le Goff'], 9)).toEqual([])
    })

    it('of an earlier version of an article are not found, and not saved over those of a later one', async () => {
      const { storage } = bench()
      const first = await keep('un', { meetings: [GOFF_AND_KERBRAT] })
      const second = { ...first, version: 2, text: 'Tout a changé.' }
      await storage.articles.addVersion(second, [])
      const asked = { names: ['Anne Le Goff'] }
      expect(await storage.facts.meetingsOf(asked, 9)).toEqual([])
      await storage.facts.save(second, { ...NO_FACTS, meetings: [GOFF_AND_KERBRAT] }, 1)
      await storage.facts.save(first, NO_FACTS, 1)
      expect((await storage.facts.meetingsOf(asked, 9)).map(({ article }) => article.version)).toEqual([2])
    })

    it('remain to be read until a reader of this version has read them, the newest first', async () => {
      const { storage } = bench()
      for (const [index, id] of ['ancien', 'neuf', 'lu'].entries())
        await addArticle(storage, id, { firstSeenAt: MORNING + index * HOUR })
      const toRead = async (version: number, limit = 9): Promise<readonly string[]> =>
        (await storage.facts.toRead(version, limit)).map(({ id }) => id)
      await storage.facts.save(sampleArticle('lu'), NO_FACTS, 1)
      expect(await toRead(1)).toEqual(['neuf', 'ancien'])
      expect(await toRead(1, 1)).toEqual(['neuf'])
      expect(await toRead(2)).toEqual(['neuf', 'ancien', 'lu'])
      expect(await toRead(0)).toEqual([])
      await storage.articles.addVersion({ ...sampleArticle('lu'), version: 2 }, [])
      expect(await toRead(1)).toEqual(['neuf', 'ancien', 'lu'])
    })
  })
}
