// What every database promises about the counts of what waits.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { Sending } from '../../src/core/sending.ts'
import { waitingDraft } from '../../src/core/waiting-draft.ts'
import { sampleRaised } from './contract-alerts.ts'
import { sampleDraft } from './contract-drafts.ts'
import type { Bench } from './contract.ts'
import { EVENING, MORNING, sampleDelivery, sampleEdition, sampleFeed } from './samples.ts'
import { sampleNotice } from './samples-chat.ts'

const STATES: readonly Sending['state'][] = ['pending', 'sending', 'posted', 'abandoned']

export function describeMeasures(bench: () => Bench): void {
  describe('measures', () => {
    it('of an empty database are naught', async () => {
      const { measures } = bench().storage
      const none = { count: 0 }
      expect(await measures.drafts()).toStrictEqual({ recent: none, old: none, unreadable: none })
      expect(await measures.openMessages()).toStrictEqual({ deliveries: 0, notices: 0, alerts: 0 })
      expect(await measures.undelivered(EVENING)).toBe(0)
    })

    it('give the feeds that are read, page by page, each with its state', async () => {
      const { storage } = bench()
      const [brest, nantes, rennes] = [
        sampleFeed('brest', { origin: 'chat', isQuoted: false }),
        sampleFeed('nantes', { origin: 'import' }),
        sampleFeed('rennes'),
      ]
      await storage.feeds.save([rennes, nantes, brest], MORNING)
      const state = { feedId: 'rennes', validators: { etag: '"7"' }, nextReadAt: EVENING, failureCount: 2 }
      await storage.feeds.saveState(state)
      const [first, ...others] = await storage.measures.feeds('', 1)
      expect([first?.feed, others]).toStrictEqual([brest, []])
      expect(await storage.measures.feeds('brest', 10)).toStrictEqual([{ feed: rennes, state }])
    })

    it('tell how many drafts wait in each turn, and since when the first one does', async () => {
      const { drafts } = bench().storage
      // The first to come is not the first to be read: that goes by the hour of publication.
      const early = sampleDraft('port', { publishedAt: MORNING })
      const late = sampleDraft('quai', { publishedAt: MORNING - HOUR })
      const old = sampleDraft('archive', { publishedAt: MORNING - 300 * DAY })
      const odd = waitingDraft(sampleDraft('étrange'), false, MORNING + 3 * MINUTE)
      await drafts.add([
        waitingDraft(early, true, MORNING + MINUTE),
        waitingDraft(late, true, MORNING + 2 * MINUTE),
        waitingDraft(old, false, MORNING),
        odd,
      ])
      await drafts.setAside(odd.id)
      const { measures } = await bench().reopen()
      expect(await measures.drafts()).toStrictEqual({
        recent: { count: 2, since: MORNING + MINUTE },
        old: { count: 1, since: MORNING },
        unreadable: { count: 1, since: MORNING + 3 * MINUTE },
      })
    })

    it('count the messages that are neither posted nor given up, also those whose time is to come', async () => {
      const { storage } = bench()
      const edition = sampleEdition(MORNING)
      const deliveries = STATES.map((state, part) =>
        sampleDelivery(edition, part, { state, nextAttemptAt: EVENING + HOUR }),
      )
      await storage.editions.create(edition, deliveries)
      for (const state of STATES) await storage.notices.add(sampleNotice(state, { state }))
      await storage.raisedAlerts.add(sampleRaised({ state: 'pending' }))
      await storage.raisedAlerts.add(sampleRaised({ state: 'posted' }, 'quai'))
      expect(await storage.measures.openMessages()).toStrictEqual({ deliveries: 2, notices: 2, alerts: 1 })
    })

    it('count an edition once while any of its parts is open, from its slot on', async () => {
      const { storage } = bench()
      const [morning, evening] = [sampleEdition(MORNING), sampleEdition(EVENING)]
      const done = sampleEdition(MORNING, { digestName: 'sport' })
      await storage.editions.create(morning, [
        sampleDelivery(morning, 0, { state: 'posted' }),
        sampleDelivery(morning, 1),
        sampleDelivery(morning, 0, { channel: 'slack:C1', state: 'sending' }),
      ])
      await storage.editions.create(evening, [sampleDelivery(evening, 0)])
      await storage.editions.create(done, [sampleDelivery(done, 0, { state: 'abandoned' })])
      const counted = [MORNING, MORNING + 1, EVENING, EVENING + 1].map((before) =>
        storage.measures.undelivered(before),
      )
      expect(await Promise.all(counted)).toEqual([0, 1, 1, 2])
    })
  })
}
