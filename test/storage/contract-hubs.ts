// What every database promises about hubs: what feeds offer, and what we asked for.
import { describe, expect, it } from 'vitest'
import type { HubSubscription } from '../../src/core/hub-subscription.ts'
import type { Bench } from './contract.ts'
import { OURS, sampleFollowing, sampleWorkspace } from './samples-chat.ts'
import { MORNING, sampleFeed } from './samples.ts'

const OFFER = {
  topic: 'https://rennes.example/rss.xml',
  hubs: ['https://hub.example/', 'https://b.example/'],
}

function asked(id: string, more: Partial<HubSubscription> = {}): HubSubscription {
  return {
    id,
    feedId: 'rennes',
    topic: OFFER.topic,
    hub: 'https://hub.example/',
    callback: `https://revue.example/websub/${id}`,
    secret: 'un secret',
    state: 'asked',
    since: MORNING,
    nextAskAt: MORNING + 1,
    attempts: 1,
    debt: 0,
    ...more,
  }
}

export function describeHubs(bench: () => Bench): void {
  describe('hubs', () => {
    it('are offered by the feeds that are read, and by no others', async () => {
      const { feeds, hubs, followings, workspaces } = bench().storage
      await feeds.save(
        [sampleFeed('rennes'), sampleFeed('vieux', { origin: 'import' }), sampleFeed('muet')],
        MORNING,
      )
      const following = sampleFollowing('brest')
      await followings.save(following, MORNING)
      for (const id of ['rennes', 'vieux', following.feedId]) await hubs.saveOffer(id, OFFER)
      const ids = async (): Promise<readonly string[]> => (await hubs.offered()).map(({ feedId }) => feedId)
      expect(await ids()).toEqual([following.feedId, 'rennes'].toSorted())
      await followings.save({ ...following, suspendedAt: MORNING }, MORNING)
      expect(await ids()).toEqual(['rennes'])
      await followings.save(following, MORNING)
      await workspaces.save(sampleWorkspace(OURS, { leftAt: MORNING }))
      expect(await ids()).toEqual(['rennes'])
      await feeds.remove(['rennes'])
      expect(await ids()).toEqual([])
    })

    it('are offered as the feed said last', async () => {
      const { feeds, hubs } = bench().storage
      await feeds.save([sampleFeed('rennes')], MORNING)
      expect(await hubs.offerOf('rennes')).toBeUndefined()
      await hubs.saveOffer('rennes', undefined)
      await hubs.saveOffer('rennes', OFFER)
      await hubs.saveOffer('rennes', { ...OFFER, hubs: ['https://b.example/'] })
      expect(await hubs.offered()).toEqual([
        { feedId: 'rennes', offer: { ...OFFER, hubs: ['https://b.example/'] } },
      ])
      await hubs.saveOffer('rennes', undefined)
      expect(await hubs.offerOf('rennes')).toBeUndefined()
    })

    it.each<[string, HubSubscription]>([
      ['with everything', asked('a', { state: 'active', leaseUntil: 9e12, pushedAt: MORNING, debt: 3 })],
      ['with nothing more than it needs', asked('a')],
    ])('keep a subscription, %s, beyond a stop', async (_what, subscription) => {
      const { hubs } = bench().storage
      await hubs.save(asked('a', { state: 'resting', leaseUntil: 1, pushedAt: 1 }))
      await hubs.save(subscription)
      const again = await bench().reopen()
      expect(await again.hubs.get('a')).toEqual(subscription)
      expect(await again.hubs.list()).toEqual([subscription])
      await again.hubs.remove('a')
      expect(await again.hubs.get('a')).toBeUndefined()
    })

    it('give the subscription of a feed that works, also of a feed that is gone', async () => {
      const { hubs } = bench().storage
      const active = asked('c', { state: 'active', since: MORNING + 1 })
      for (const one of [
        asked('a', { state: 'resting' }),
        asked('b', { state: 'leaving' }),
        active,
        asked('d', { feedId: 'brest', state: 'active' }),
      ])
        await hubs.save(one)
      expect(await hubs.activeOf('rennes')).toEqual(active)
      expect(await hubs.activeOf('quimper')).toBeUndefined()
    })
  })
}
