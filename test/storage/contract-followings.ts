// What every database promises about followings, and about the feeds that only the chat wants.
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { feedOf } from '../../src/core/following.ts'
import type { Following } from '../../src/core/following.ts'
import type { Storage } from '../../src/ports.ts'
import type { Bench } from './contract.ts'
import { addArticle, EVENING, MORNING, sampleFeed } from './samples.ts'
import { ODD_TEXTS, OURS, sampleFollowing, sampleWorkspace, THEIRS } from './samples-chat.ts'

const theirs = (feedId: string, changes: Partial<Following> = {}): Following =>
  sampleFollowing(feedId, { workspaceId: THEIRS, title: 'À eux', rubric: 'Secret', ...changes })

async function dueIds({ feeds }: Storage): Promise<readonly string[]> {
  return (await feeds.due(EVENING)).map(({ feed }) => feed.id)
}

export function describeFollowings(bench: () => Bench): void {
  describe('followings', () => {
    it.each<[Following, string]>([
      [sampleFollowing('rennes'), 'at work'],
      [sampleFollowing('rennes', { rubric: '', suspendedAt: EVENING }), 'suspended'],
      [sampleFollowing('rennes', { isQuoted: false }), 'only linked'],
      ...ODD_TEXTS.map(([text, why]): [Following, string] => [
        sampleFollowing(text, { workspaceId: text, title: text, publisher: text, addedBy: text, url: text }),
        why,
      ]),
    ])('gives a following back as it was: %#', async (following, _why) => {
      await bench().storage.followings.save(following, MORNING)
      const { followings } = await bench().reopen()
      expect(await followings.get(following.workspaceId, following.feedId)).toStrictEqual(following)
      expect(await followings.of(following.workspaceId)).toStrictEqual([following])
      expect(await followings.list()).toStrictEqual([following])
    })

    it('shows each workspace its own only, the same feed under two titles', async () => {
      const { followings } = bench().storage
      await followings.save(sampleFollowing('rennes'), MORNING)
      await followings.save(theirs('rennes'), MORNING)
      await followings.save(theirs('brest'), MORNING)
      expect(await followings.of(OURS)).toEqual([sampleFollowing('rennes')])
      expect(await followings.get(OURS, 'rennes')).toEqual(sampleFollowing('rennes'))
      expect(await followings.get(OURS, 'brest')).toBeUndefined()
      expect(await followings.of('slack:T')).toEqual([])
      expect(await followings.list()).toHaveLength(3)
      await followings.save(sampleFollowing('rennes', { title: 'Rennes matin' }), MORNING)
      await followings.remove(OURS, 'brest')
      expect(await followings.of(THEIRS)).toEqual([theirs('brest'), theirs('rennes')])
    })

    it('sorts by title as a French reader does', async () => {
      const { followings } = bench().storage
      const titles = ['Zoé', 'le Rhône', 'Échos', 'Le Ravi', 'Étoile', 'Eure', 'Œuvre', 'Odet']
      for (const [rank, title] of titles.entries())
        await followings.save(sampleFollowing(`flux-${rank}`, { title }), MORNING)
      expect((await followings.of(OURS)).map(({ title }) => title)).toEqual([
        'Échos',
        'Étoile',
        'Eure',
        'Le Ravi',
        'le Rhône',
        'Odet',
        'Œuvre',
        'Zoé',
      ])
    })

    it('changes a following and takes its suspension back', async () => {
      const { followings, feeds } = bench().storage
      await followings.save(sampleFollowing('rennes', { suspendedAt: EVENING }), MORNING)
      const changed = sampleFollowing('rennes', { title: 'Rennes matin', rubric: '' })
      await followings.save(changed, EVENING)
      expect(await followings.of(OURS)).toStrictEqual([changed])
      expect(await feeds.list()).toHaveLength(1)
    })

    it('makes a feed that nobody followed a feed of the chat, due at once, with no rubric of its own', async () => {
      const { followings, feeds } = bench().storage
      await followings.save(sampleFollowing('rennes'), MORNING)
      const feed = { ...feedOf(sampleFollowing('rennes')), rubric: '' }
      const state = { feedId: 'rennes', validators: {}, nextReadAt: MORNING, failureCount: 0 }
      expect(await feeds.list()).toStrictEqual([feed])
      expect(await feeds.due(MORNING)).toStrictEqual([{ feed, state }])
      expect(await feeds.due(MORNING - 1)).toEqual([])
    })

    it('leaves a feed that is there already as it is, with its state', async () => {
      const { followings, feeds } = bench().storage
      const declared = sampleFeed('rennes')
      const state = { feedId: 'rennes', validators: { etag: '"7"' }, nextReadAt: EVENING, failureCount: 2 }
      await feeds.save([declared], MORNING)
      await feeds.saveState(state)
      await followings.save(sampleFollowing('rennes'), MORNING)
      await followings.save(theirs('brest'), MORNING)
      await followings.save(sampleFollowing('brest'), MORNING)
      expect(await feeds.list()).toStrictEqual([declared, { ...feedOf(theirs('brest')), rubric: '' }])
      expect((await feeds.states())[1]).toStrictEqual(state)
    })

    it('stops reading a feed with its last follower, and keeps its articles', async () => {
      const { followings, feeds, articles } = bench().storage
      await addArticle(bench().storage, 'accord', { feedId: 'rennes' })
      for (const following of [sampleFollowing('rennes'), theirs('rennes')])
        await followings.save(following, MORNING)
      await followings.remove(OURS, 'rennes')
      expect(await dueIds(bench().storage)).toEqual(['rennes'])
      await followings.remove(THEIRS, 'rennes')
      expect([await feeds.list(), await feeds.states(), await followings.list()]).toEqual([[], [], []])
      expect(await articles.count()).toBe(1)
    })

    it.each([
      ['file', 'declared: only the file takes it away'],
      ['import', 'not a feed of the chat'],
    ] as const)('leaves a feed of origin «%s» when its follower goes', async (origin, _why) => {
      const { followings, feeds } = bench().storage
      await feeds.save([sampleFeed('rennes', { origin })], MORNING)
      await followings.save(sampleFollowing('rennes'), MORNING)
      await followings.remove(OURS, 'rennes')
      await followings.remove(OURS, 'inconnu')
      expect(await feeds.list()).toEqual([sampleFeed('rennes', { origin })])
      expect(await feeds.states()).toHaveLength(1)
    })
  })

  describe('feeds of the chat', () => {
    it.each<[readonly Following[], boolean, boolean, string]>([
      [[], false, false, 'nobody follows it any more'],
      [[sampleFollowing('rennes')], false, true, 'somebody does'],
      [[sampleFollowing('rennes', { suspendedAt: MORNING })], false, false, 'suspended by all who do'],
      [[sampleFollowing('rennes')], true, false, 'the bot has left'],
      [[sampleFollowing('rennes'), theirs('rennes')], true, true, 'the bot has left one of two'],
      [
        [sampleFollowing('rennes', { suspendedAt: MORNING }), theirs('rennes')],
        false,
        true,
        'one of two suspended it',
      ],
      [
        [sampleFollowing('rennes'), theirs('rennes', { suspendedAt: MORNING })],
        true,
        false,
        'left by one, suspended by the other',
      ],
      [[sampleFollowing('rennes', { workspaceId: 'discord:@9' })], false, true, 'nobody has noted who it is'],
    ])('are due while a workspace wants them: %#', async (followings, hasLeft, isDue, _why) => {
      const { storage } = bench()
      await storage.workspaces.save(sampleWorkspace(OURS, hasLeft ? { leftAt: MORNING } : {}))
      await storage.workspaces.save(sampleWorkspace(THEIRS))
      await storage.feeds.save([sampleFeed('rennes', { origin: 'chat' })], MORNING)
      for (const following of followings) await storage.followings.save(following, MORNING)
      expect(await dueIds(storage)).toEqual(isDue ? ['rennes'] : [])
    })

    it('are due once however many follow them, and again when the bot comes back', async () => {
      const { storage } = bench()
      for (const workspaceId of [OURS, THEIRS, 'slack:T3']) {
        await storage.workspaces.save(sampleWorkspace(workspaceId, { leftAt: MORNING }))
        await storage.followings.save(sampleFollowing('rennes', { workspaceId }), MORNING)
      }
      expect(await dueIds(storage)).toEqual([])
      await storage.workspaces.save(sampleWorkspace(OURS))
      await storage.workspaces.save(sampleWorkspace(THEIRS))
      expect(await dueIds(storage)).toEqual(['rennes'])
    })

    it('are due all the same when the file declares them, whatever the chat does', async () => {
      const { storage } = bench()
      await storage.workspaces.save(sampleWorkspace(OURS, { leftAt: MORNING }))
      await storage.followings.save(sampleFollowing('rennes', { suspendedAt: MORNING }), MORNING)
      await storage.feeds.save([sampleFeed('rennes')], MORNING)
      expect(await storage.feeds.list()).toEqual([sampleFeed('rennes')])
      expect(await dueIds(storage)).toEqual(['rennes'])
      expect(await storage.followings.of(OURS)).toHaveLength(1)
    })

    it('stay when they leave the file and somebody follows them, with their state and without its rubric', async () => {
      const { storage } = bench()
      await storage.feeds.save([sampleFeed('rennes'), sampleFeed('brest')], MORNING)
      const state = { feedId: 'rennes', validators: { etag: '"7"' }, nextReadAt: MORNING, failureCount: 1 }
      await storage.feeds.saveState(state)
      await storage.followings.save(sampleFollowing('rennes'), MORNING)
      await storage.feeds.remove(['rennes', 'brest'])
      const feed = sampleFeed('rennes', { origin: 'chat', rubric: '' })
      expect(await storage.feeds.due(EVENING)).toStrictEqual([{ feed, state }])
      await storage.followings.remove(OURS, 'rennes')
      expect(await storage.feeds.list()).toEqual([])
    })

    it('go back to the file and to the chat as often as the file changes', async () => {
      const { storage } = bench()
      await storage.followings.save(sampleFollowing('rennes'), MORNING)
      for (let turn = 0; turn < 2; turn++) {
        await storage.feeds.save([sampleFeed('rennes')], MORNING + turn * HOUR)
        expect((await storage.feeds.list()).map(({ origin }) => origin)).toEqual(['file'])
        await storage.feeds.remove(['rennes'])
        expect((await storage.feeds.list()).map(({ origin }) => origin)).toEqual(['chat'])
      }
      expect((await storage.feeds.states())[0]?.nextReadAt).toBe(MORNING)
    })

    it('take lists longer than a statement can carry', async () => {
      const { storage } = bench()
      await storage.inTransaction(async (inner) => {
        for (let number = 0; number < 1_200; number++)
          await inner.followings.save(sampleFollowing(`flux-${number}`), MORNING)
      })
      await storage.feeds.remove(Array.from({ length: 40_000 }, (_, number) => `flux-${number}`))
      expect(await dueIds(storage)).toHaveLength(1_200)
    })
  })
}
