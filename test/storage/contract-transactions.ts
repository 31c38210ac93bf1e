// What every database promises about transactions: all or nothing, one after the other, no waiting for oneself.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Storage } from '../../src/ports.ts'
import type { Bench } from './contract.ts'
import { addArticle, addFindable, MORNING, sampleFeed } from './samples.ts'
import {
  OURS,
  sampleChange,
  sampleDigest,
  sampleFollowing,
  sampleMemo,
  sampleNotice,
  sampleWorkspace,
} from './samples-chat.ts'

class Refused extends Error {}

export function describeTransactions(bench: () => Bench): void {
  const ids = async (): Promise<readonly string[]> =>
    (await bench().storage.articles.seenBetween(0, MORNING)).map(({ id }) => id)

  describe('transactions', () => {
    it('keeps everything and gives back what the work gives', async () => {
      const count = await bench().storage.inTransaction(async (inner) => {
        await addArticle(inner, 'un')
        await addArticle(inner, 'deux')
        return inner.articles.count()
      })
      expect(count).toBe(2)
      expect(await ids()).toEqual(['deux', 'un'])
    })

    it('keeps nothing when the work fails, in any table', async () => {
      const { storage } = bench()
      const failing = storage.inTransaction(async (inner) => {
        await inner.feeds.save([sampleFeed('rennes')], MORNING)
        await addFindable(inner, 'accord', 'Le traité est signé.')
        await inner.editions.saveNextSlot('matin', MORNING)
        throw new Refused()
      })
      await expect(failing).rejects.toBeInstanceOf(Refused)
      expect(await storage.feeds.list()).toEqual([])
      expect(await ids()).toEqual([])
      expect((await storage.search.frequencies([])).total).toBe(0)
      expect(await storage.editions.nextSlots()).toEqual(new Map())
      await addFindable(storage, 'accord', 'Le traité est signé.')
      expect(await ids()).toEqual(['accord'])
    })

    it('keeps nothing of what the chat sets up when the work fails', async () => {
      const { storage } = bench()
      await storage.followings.save(sampleFollowing('brest'), MORNING)
      await storage.changes.add(sampleChange('ancien'))
      await addArticle(storage, 'accord')
      const failing = storage.inTransaction(async (inner) => {
        await inner.workspaces.save(sampleWorkspace(OURS))
        await inner.followings.save(sampleFollowing('rennes'), MORNING)
        await inner.followings.remove(OURS, 'brest')
        await inner.digests.save(sampleDigest('port'))
        await inner.changes.add(sampleChange('neuf'))
        expect(await inner.changes.markUndone('ancien', MORNING)).toBe(true)
        await inner.memos.save(sampleMemo('un'))
        expect(await inner.notices.add(sampleNotice('muet'))).toBe(true)
        await inner.alarms.raise({ workspaceId: OURS, subject: 'feed:rennes', since: MORNING })
        await inner.reactions.mute({ audience: 'slack:C1', storyId: 'grève', until: MORNING + 1 })
        await inner.people.index('accord', ['Anne Le Goff'])
        throw new Refused()
      })
      await expect(failing).rejects.toBeInstanceOf(Refused)
      expect(await storage.workspaces.list()).toEqual([])
      expect(await storage.followings.list()).toEqual([sampleFollowing('brest')])
      expect((await storage.feeds.list()).map(({ id }) => id)).toEqual(['brest'])
      expect(await storage.digests.list()).toEqual([])
      expect(await storage.changes.latest(OURS, 9, 0)).toEqual([sampleChange('ancien')])
      expect(await storage.memos.get('un', MORNING)).toBeUndefined()
      expect(await storage.notices.add(sampleNotice('muet'))).toBe(true)
      expect(await storage.alarms.list()).toEqual([])
      expect(await storage.reactions.muted(['slack:C1'], MORNING)).toEqual(new Set())
      expect(await storage.people.suggest('', new Set(['nantes']), 9)).toEqual([])
    })

    it('keeps other writers out until it is over, and lets others read what stood before', async () => {
      const { storage } = bench()
      const order: string[] = []
      const long = storage.inTransaction(async (inner) => {
        await addArticle(inner, 'un')
        await addArticle(inner, 'trois')
        await wait(30)
        order.push('long')
        throw new Refused()
      })
      const short = addArticle(storage, 'deux').then(() => order.push('court'))
      const counted = storage.articles.count().then((count) => order.push(`compte ${count}`))
      await expect(long).rejects.toBeInstanceOf(Refused)
      await Promise.all([short, counted])
      expect(order).toEqual(['compte 0', 'long', 'court'])
      expect(await ids()).toEqual(['deux'])
    })

    it('joins the outer transaction when nested', async () => {
      const nested = bench().storage.inTransaction(async (outer) => {
        await outer.inTransaction((inner) => addArticle(inner, 'un'))
        throw new Refused()
      })
      await expect(nested).rejects.toBeInstanceOf(Refused)
      expect(await ids()).toEqual([])
    })

    it('undoes only the inner work when its failure is caught', async () => {
      await bench().storage.inTransaction(async (outer) => {
        await addArticle(outer, 'avant')
        const inner = outer.inTransaction(async (nested) => {
          await addArticle(nested, 'dedans')
          await nested.inTransaction((deeper) => addArticle(deeper, 'au-fond'))
          throw new Refused()
        })
        await expect(inner).rejects.toBeInstanceOf(Refused)
        await addArticle(outer, 'après')
      })
      expect(await ids()).toEqual(['après', 'avant'])
    })

    it('undoes a call that fails half-way in a transaction of its own, and only that', async () => {
      await bench().storage.inTransaction(async (outer) => {
        await addArticle(outer, 'accord')
        const again = outer.inTransaction((inner) => addArticle(inner, 'accord', { text: 'Autre.' }))
        await expect(again).rejects.toThrow(/unique/i)
        await addArticle(outer, 'suite')
      })
      expect(await ids()).toEqual(['accord', 'suite'])
    })

    it.each<[string, (inner: Storage) => Promise<unknown>]>([
      ['ends there', async () => undefined],
      ['goes on', (inner) => addArticle(inner, 'suite')],
    ])('keeps nothing when a call fails half-way, and whoever has caught it %s', async (_, goOn) => {
      const half = bench().storage.inTransaction(async (inner) => {
        await addArticle(inner, 'accord')
        await expect(addArticle(inner, 'accord', { text: 'Autre.' })).rejects.toThrow(/unique/i)
        await goOn(inner)
      })
      await expect(half).rejects.toThrow(/unique/i)
      expect(await ids()).toEqual([])
    })

    it('lets nested transactions that start at once take turns', async () => {
      await bench().storage.inTransaction(async (outer) => {
        const works = ['un', 'deux', 'trois', 'quatre'].map((id, rank) =>
          outer.inTransaction(async (inner) => {
            await addArticle(inner, id)
            await wait(4 - rank)
            if (rank % 2 === 1) throw new Refused()
          }),
        )
        const outcomes = (await Promise.allSettled(works)).map(({ status }) => status)
        expect(outcomes).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
      })
      expect(await ids()).toEqual(['trois', 'un'])
    })

    it.each<[string, (outer: Storage) => Promise<unknown>]>([
      ['a reading', (outer) => outer.articles.count()],
      ['a writing', (outer) => addArticle(outer, 'un')],
      ['a transaction', (outer) => outer.inTransaction(async () => 1)],
    ])('says so at once instead of waiting for itself: %s on the outer storage', async (_what, use) => {
      const { storage } = bench()
      await storage.inTransaction(async (inner) => {
        await expect(use(storage)).rejects.toThrow(/hands to its work/)
        await inner.inTransaction(async () => {
          await expect(use(storage)).rejects.toThrow(/hands to its work/)
          await expect(use(inner)).rejects.toThrow(/hands to its work/)
        })
        await addArticle(inner, 'deux')
      })
      expect(await ids()).toEqual(['deux'])
    })

    it('lets work that a transaction started go on with the outer storage afterwards', async () => {
      const { storage } = bench()
      let later: Promise<number> | undefined
      await storage.inTransaction(async () => {
        later = wait(20).then(() => storage.articles.count())
      })
      expect(await later).toBe(0)
    })

    it('refuses a storage whose transaction is over', async () => {
      const leaked = await bench().storage.inTransaction(async (inner) => inner)
      await expect(leaked.articles.count()).rejects.toThrow(/is over/)
      await expect(addArticle(leaked, 'un')).rejects.toThrow(/is over/)
      expect(await ids()).toEqual([])
    })

    it('does not close the database from inside', async () => {
      await expect(bench().storage.inTransaction((inner) => inner.close())).rejects.toThrow(/cannot close/)
      expect(await bench().storage.articles.count()).toBe(0)
    })
  })
}
