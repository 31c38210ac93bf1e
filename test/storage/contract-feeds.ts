// What every database promises about feeds.
import { describe, expect, it } from 'vitest'
import type { FeedState } from '../../src/core/feed.ts'
import type { Bench } from './contract.ts'
import { sampleFollowing } from './samples-chat.ts'
import { addArticle, EVENING, MORNING, sampleFeed } from './samples.ts'

export function describeFeeds(bench: () => Bench): void {
  describe('feeds', () => {
    it('lists what was saved, by title', async () => {
      const { feeds } = bench().storage
      const [rennes, brest] = [
        sampleFeed('rennes'),
        sampleFeed('brest', { rubric: '', origin: 'chat', isQuoted: false }),
      ]
      await feeds.save([rennes, brest], MORNING)
      expect(await feeds.list()).toEqual([brest, rennes])
    })

    it('tells what is there for all from what the chat follows, and gives feeds by their ids', async () => {
      const { feeds } = bench().storage
      const [rennes, brest] = [sampleFeed('rennes'), sampleFeed('brest', { origin: 'chat' })]
      const file = sampleFeed('archive', { origin: 'import' })
      await feeds.save([rennes, brest, file], MORNING)
      expect(await feeds.shared()).toEqual([file, rennes])
      expect(await feeds.get(['rennes', 'nulle-part', 'brest'])).toEqual([brest, rennes])
      expect((await feeds.states(['rennes', 'nulle-part'])).map(({ feedId }) => feedId)).toEqual(['rennes'])
    })

    it('finds the feeds in trouble, and forgets those that are well again', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes'), sampleFeed('brest')], MORNING)
      const well = {
        feedId: 'rennes',
        validators: {},
        lastReadAt: MORNING,
        nextReadAt: EVENING,
        failureCount: 0,
      }
      const failing = { ...well, failureCount: 1 }
      await feeds.saveState(failing)
      expect(await feeds.troubled()).toEqual([failing])
      await feeds.saveState(well)
      expect(await feeds.troubled()).toEqual([])
    })

    it('makes a new feed due at once', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes')], MORNING)
      const state = { feedId: 'rennes', validators: {}, nextReadAt: MORNING, failureCount: 0 }
      expect(await feeds.due(MORNING)).toEqual([{ feed: sampleFeed('rennes'), state }])
      expect(await feeds.due(MORNING - 1)).toEqual([])
    })

    it('makes a feed due before its time, and never later than it was', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes'), sampleFeed('brest')], MORNING)
      const planned = {
        feedId: 'rennes',
        validators: { etag: '"7"' },
        nextReadAt: MORNING + 9,
        failureCount: 2,
      }
      await feeds.saveState(planned)
      await feeds.makeDue('rennes', MORNING + 5)
      await feeds.makeDue('brest', MORNING + 5)
      await feeds.makeDue('nulle-part', MORNING + 5)
      expect(await feeds.states()).toEqual([
        { feedId: 'brest', validators: {}, nextReadAt: MORNING, failureCount: 0 },
        { ...planned, nextReadAt: MORNING + 5 },
      ])
    })

    it.each<[string, Partial<FeedState>, boolean]>([
      ['a server that fails and asked for rest', { failureCount: 1, restUntil: MORNING + 7 }, false],
      ['a server that fails and is over its rest', { failureCount: 1, restUntil: MORNING + 5 }, true],
      ['a server that fails and asked for nothing', { failureCount: 1 }, true],
      ['a server that answers and named a term', { restUntil: MORNING + 7 }, true],
    ])('makes due or leaves in peace %s', async (_what, more, isDue) => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes')], MORNING)
      const planned = { feedId: 'rennes', validators: {}, nextReadAt: MORNING + 9, failureCount: 0, ...more }
      await feeds.saveState(planned)
      await feeds.makeDue('rennes', MORNING + 5)
      const [state] = await feeds.states()
      expect(state?.nextReadAt).toBe(MORNING + (isDue ? 5 : 9))
    })

    it('changes a known feed and leaves its state alone', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes')], MORNING)
      const read: FeedState = {
        feedId: 'rennes',
        validators: { etag: 'W/"7"' },
        nextReadAt: MORNING + 60_000,
        failureCount: 0,
      }
      await feeds.saveState(read)
      await feeds.save([sampleFeed('rennes', { title: 'Rennes matin' })], MORNING + 1)
      expect((await feeds.list()).map(({ title }) => title)).toEqual(['Rennes matin'])
      expect(await feeds.states()).toEqual([read])
    })

    it.each<[FeedState, string]>([
      [{ feedId: 'rennes', validators: {}, nextReadAt: 5, failureCount: 0 }, 'nothing known yet'],
      [
        {
          feedId: 'rennes',
          validators: { etag: '"abc"', lastModified: 'Fri, 20 Nov 2026 07:00:00 GMT' },
          lastReadAt: MORNING,
          lastSuccessAt: MORNING - 1,
          nextReadAt: MORNING + 1,
          failureCount: 4,
          lastFailure: {
            code: 'fetch-status',
            url: 'https://rennes.example/rss.xml',
            status: 503,
            retryAt: 9,
          },
        },
        'everything known',
      ],
      [
        {
          feedId: 'rennes',
          validators: {},
          nextReadAt: 5,
          failureCount: 2,
          failingSince: 1,
          troubleSince: 2,
          answeringSince: 3,
          restUntil: 4,
          history: {
            since: MORNING,
            days: [
              { on: '2025-12-31', readings: 3, failures: 0, articles: 0, slowestSeconds: 0 },
              { on: '2026-03-29', readings: 96, failures: 1, articles: 12, slowestSeconds: 1.25 },
            ],
            lastArticleAt: MORNING - 1,
            itemCount: 0,
            emptySince: MORNING,
            usualSeconds: 0.37,
            slowSince: 8,
            silentSince: 9,
          },
          move: {
            written: { to: 'https://a.example/', at: 6 },
            seen: { to: 'https://b.example/', since: 7 },
          },
        },
        'a whole life',
      ],
      [
        { feedId: 'rennes', validators: { etag: '' }, lastReadAt: 0, nextReadAt: 0, failureCount: 1 },
        'empty is not absent',
      ],
    ])('gives a state back as it was: %#', async (state, _why) => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes')], MORNING)
      await feeds.saveState(state)
      expect(await feeds.states()).toStrictEqual([state])
    })

    it('forgets what a later state no longer says', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes')], MORNING)
      const state: FeedState = { feedId: 'rennes', validators: {}, nextReadAt: 1, failureCount: 0 }
      await feeds.saveState({ ...state, failureCount: 1, lastFailure: { code: 'feed-empty', url: 'x' } })
      await feeds.saveState(state)
      expect(await feeds.states()).toStrictEqual([state])
    })

    it('gives due feeds longest waiting first', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('brest'), sampleFeed('lorient'), sampleFeed('rennes')], MORNING)
      const state = { validators: {}, failureCount: 0 }
      await feeds.saveState({ ...state, feedId: 'brest', nextReadAt: 30 })
      await feeds.saveState({ ...state, feedId: 'lorient', nextReadAt: 20 })
      await feeds.saveState({ ...state, feedId: 'rennes', nextReadAt: 10 })
      expect((await feeds.due(20)).map(({ feed }) => feed.id)).toEqual(['rennes', 'lorient'])
    })

    it('never takes for due what came from a file', async () => {
      const { feeds } = bench().storage
      await feeds.save([{ ...sampleFeed('import'), origin: 'import' }], MORNING)
      expect(await feeds.due(MORNING)).toEqual([])
    })

    it('takes for due what was read by a clock that was ahead', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('rennes')], MORNING)
      const state = { feedId: 'rennes', validators: {}, failureCount: 0, nextReadAt: MORNING + 100 }
      await feeds.saveState({ ...state, lastReadAt: MORNING })
      expect(await feeds.due(MORNING)).toEqual([])
      expect((await feeds.due(MORNING - 1)).map(({ feed }) => feed.id)).toEqual(['rennes'])
    })

    it('stops following without losing the articles, and finds its state again when followed again', async () => {
      const { feeds, articles } = bench().storage
      await feeds.save([sampleFeed('nantes')], MORNING)
      await feeds.saveState({ feedId: 'nantes', validators: { etag: 'x' }, nextReadAt: 9, failureCount: 2 })
      await addArticle(bench().storage, 'accord')
      await feeds.remove(['nantes', 'inconnu'])
      expect(await feeds.list()).toEqual([])
      expect(await feeds.states()).toEqual([])
      expect(await articles.count()).toBe(1)
      await feeds.save([sampleFeed('nantes')], MORNING + 5)
      expect(await feeds.states()).toEqual([
        { feedId: 'nantes', validators: { etag: 'x' }, nextReadAt: MORNING + 5, failureCount: 2 },
      ])
    })

    it('starts afresh when followed again after its state was forgotten', async () => {
      const { feeds } = bench().storage
      await feeds.save([sampleFeed('nantes')], MORNING)
      await feeds.saveState({ feedId: 'nantes', validators: { etag: 'x' }, nextReadAt: 9, failureCount: 2 })
      await feeds.remove(['nantes'])
      await feeds.forgetRemoved(Number.MAX_SAFE_INTEGER)
      await feeds.save([sampleFeed('nantes')], MORNING + 5)
      expect(await feeds.states()).toEqual([
        { feedId: 'nantes', validators: {}, nextReadAt: MORNING + 5, failureCount: 0 },
      ])
    })

    it('remembers which feeds were declared for all, whatever became of them', async () => {
      const { feeds, followings } = bench().storage
      await feeds.save([sampleFeed('nantes'), sampleFeed('rennes', { origin: 'import' })], MORNING)
      await feeds.remove(['nantes'])
      await followings.save(sampleFollowing('vannes'), MORNING)
      expect(await feeds.everDeclared()).toEqual(new Set(['nantes', 'rennes']))
    })

    it('takes empty lists', async () => {
      const { feeds } = bench().storage
      await feeds.save([], MORNING)
      await feeds.remove([])
      expect(await feeds.list()).toEqual([])
    })

    it('refuses the state of a feed that nobody follows', async () => {
      const state = { feedId: 'inconnu', validators: {}, nextReadAt: 0, failureCount: 0 }
      await expect(bench().storage.feeds.saveState(state)).rejects.toThrow(/foreign key/i)
    })
  })
}
