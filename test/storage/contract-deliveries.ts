// What every database promises about deliveries, the ledger behind «posted once».
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import type { Delivery } from '../../src/core/edition.ts'
import { beginAttempt } from '../../src/core/sending.ts'
import type { Bench } from './contract.ts'
import { EVENING, MORNING, sampleDelivery, sampleEdition } from './samples.ts'

export function describeDeliveries(bench: () => Bench): void {
  describe('deliveries', () => {
    it('gives deliveries back as they were, by channel and part', async () => {
      const { editions } = bench().storage
      const edition = sampleEdition(MORNING)
      const deliveries: readonly Delivery[] = [
        sampleDelivery(edition, 0, { channel: 'discord:12' }),
        sampleDelivery(edition, 0, {
          channel: 'slack:C1',
          handle: '1763622000.000100',
          state: 'posted',
          attempts: 1,
        }),
        sampleDelivery(edition, 1, { channel: 'slack:C1', state: 'abandoned', attempts: 6 }),
        sampleDelivery(edition, 2, { channel: 'slack:C1', state: 'sending', doubtfulSince: MORNING }),
      ]
      await editions.create(edition, deliveries.toReversed())
      expect(await editions.deliveriesOf(edition.id)).toStrictEqual(deliveries)
    })

    it('gives the parts of one edition in one channel, in order', async () => {
      const { editions } = bench().storage
      const [morning, evening] = [sampleEdition(MORNING), sampleEdition(EVENING)]
      const parts = [0, 1, 2, 10].map((part) => sampleDelivery(morning, part, { channel: 'slack:C1' }))
      await editions.create(morning, [
        ...parts.toReversed(),
        sampleDelivery(morning, 0, { channel: 'slack:C12' }),
      ])
      await editions.create(evening, [sampleDelivery(evening, 0, { channel: 'slack:C1' })])
      expect(await editions.deliveriesIn(morning.id, 'slack:C1')).toStrictEqual(parts)
      expect(await editions.deliveriesIn(morning.id, 'slack:C')).toEqual([])
      expect(await editions.deliveriesIn('inconnue', 'slack:C1')).toEqual([])
    })

    it('gives one delivery by its id', async () => {
      const { editions } = bench().storage
      const edition = sampleEdition(MORNING)
      const delivery = sampleDelivery(edition, 0, { state: 'posted', handle: '17.01', attempts: 1 })
      await editions.create(edition, [delivery, sampleDelivery(edition, 1)])
      expect(await editions.getDelivery(delivery.id)).toStrictEqual(delivery)
      expect(await editions.getDelivery('inconnue')).toBeUndefined()
    })

    it('remembers since when a delivery is doubtful, and forgets it when it no longer is', async () => {
      const { editions } = bench().storage
      const edition = sampleEdition(MORNING)
      const read = sampleDelivery(edition, 0)
      await editions.create(edition, [read])
      const first = beginAttempt(read, MORNING)
      expect(await editions.claimDelivery(read, first)).toBe(true)
      const again = await bench().reopen()
      const second = beginAttempt(first, EVENING)
      expect(await again.editions.claimDelivery(first, second)).toBe(true)
      expect(await again.editions.getDelivery(read.id)).toStrictEqual({ ...second, doubtfulSince: MORNING })
      await again.editions.saveDelivery(read)
      expect(await again.editions.getDelivery(read.id)).toStrictEqual(read)
    })

    it('opens what is pending or doubtful and due, in order of slot, channel and part', async () => {
      const { editions } = bench().storage
      const [evening, morning] = [sampleEdition(EVENING), sampleEdition(MORNING)]
      const at = { nextAttemptAt: MORNING }
      await editions.create(evening, [sampleDelivery(evening, 0, at)])
      await editions.create(morning, [
        sampleDelivery(morning, 1, { ...at, channel: 'slack:C1', state: 'sending', attempts: 1 }),
        sampleDelivery(morning, 0, { ...at, channel: 'slack:C1' }),
        sampleDelivery(morning, 0, { ...at, channel: 'discord:12' }),
        sampleDelivery(morning, 1, { ...at, channel: 'discord:12', state: 'posted' }),
        sampleDelivery(morning, 2, { ...at, channel: 'discord:12', state: 'abandoned' }),
        sampleDelivery(morning, 3, { channel: 'discord:12', nextAttemptAt: MORNING + MINUTE }),
      ])
      const open = await editions.openDeliveries(MORNING)
      expect(open.map(({ editionId, channel, part }) => [editionId === evening.id, channel, part])).toEqual([
        [false, 'discord:12', 0],
        [false, 'slack:C1', 0],
        [false, 'slack:C1', 1],
        [true, 'console:terminal', 0],
      ])
      expect((await editions.openChannels(MORNING)).toSorted()).toEqual([
        'console:terminal',
        'discord:12',
        'slack:C1',
      ])
      const asked = await editions.openDeliveries(MORNING, ['slack:C1', 'slack:C9', 'console:terminal'])
      expect(asked).toEqual(open.filter(({ channel }) => channel !== 'discord:12'))
      expect(await editions.openDeliveries(MORNING, [])).toEqual([])
    })

    it('remembers over a restart that a delivery was on its way', async () => {
      const { editions } = bench().storage
      const edition = sampleEdition(MORNING)
      const delivery = sampleDelivery(edition, 0)
      await editions.create(edition, [delivery])
      const sending: Delivery = { ...delivery, state: 'sending', attempts: 1 }
      await editions.saveDelivery(sending)
      const again = await bench().reopen()
      expect(await again.editions.openDeliveries(MORNING)).toEqual([sending])
      const posted: Delivery = { ...sending, state: 'posted', handle: 'message-7' }
      await again.editions.saveDelivery(posted)
      expect(await again.editions.openDeliveries(MORNING)).toEqual([])
      expect(await again.editions.deliveriesOf(edition.id)).toEqual([posted])
    })

    it('lets one of several claim an attempt', async () => {
      const { editions } = bench().storage
      const edition = sampleEdition(MORNING)
      const read = sampleDelivery(edition, 0)
      await editions.create(edition, [read, sampleDelivery(edition, 1)])
      const attempt: Delivery = { ...read, state: 'sending', attempts: 1, nextAttemptAt: MORNING + 9 }
      const claims = await Promise.all([0, 1].map(() => editions.claimDelivery(read, attempt)))
      expect(claims).toEqual([true, false])
      const again: Delivery = { ...attempt, attempts: 2 }
      expect(await editions.claimDelivery({ ...attempt, nextAttemptAt: MORNING }, again)).toBe(false)
      expect(await editions.deliveriesOf(edition.id)).toEqual([attempt, sampleDelivery(edition, 1)])
    })

    it('refuses a second delivery of the same part in the same channel', async () => {
      const { editions } = bench().storage
      const edition = sampleEdition(MORNING)
      await editions.create(edition, [sampleDelivery(edition, 0)])
      await expect(editions.saveDelivery(sampleDelivery(edition, 0, { id: 'autre' }))).rejects.toThrow(
        /unique/i,
      )
      expect(await editions.deliveriesOf(edition.id)).toHaveLength(1)
    })

    it('refuses a delivery of an edition that nobody has', async () => {
      const delivery = sampleDelivery(sampleEdition(MORNING), 0)
      await expect(bench().storage.editions.saveDelivery(delivery)).rejects.toThrow(/foreign key/i)
    })
  })
}
