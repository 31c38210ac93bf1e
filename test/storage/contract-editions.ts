// What every database promises about editions and slots.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { Bench } from './contract.ts'
import { addArticle, EVENING, MORNING, sampleDelivery, sampleEdition, sampleStory } from './samples.ts'

export function describeEditions(bench: () => Bench): void {
  describe('editions', () => {
    it('gives an edition back as it was, with its stories and sources', async () => {
      const { storage } = bench()
      const [accord, reprise] = [await addArticle(storage, 'accord'), await addArticle(storage, 'reprise')]
      const sources = [accord, reprise].flatMap((article) => sampleStory(article).sources)
      const folded = sources.map((source, rank) =>
        rank === 0 ? source : { ...source, duplicateOf: 'accord' },
      )
      const choice = { rankedCount: 9, drops: {} }
      const edition = sampleEdition(MORNING, { stories: [sampleStory(accord, { sources: folded })], choice })
      expect(await storage.editions.create(edition, [])).toBe(true)
      expect(await storage.editions.get(edition.id)).toStrictEqual(edition)
      expect(await storage.editions.last('matin')).toStrictEqual(edition)
      expect(await storage.editions.get('inconnue')).toBeUndefined()
      expect(await storage.editions.last('soir')).toBeUndefined()
    })

    it('keeps one edition a slot, whatever its id, and writes nothing of the second', async () => {
      const { storage } = bench()
      const first = sampleEdition(MORNING)
      await storage.editions.create(first, [sampleDelivery(first, 0)])
      const article = await addArticle(storage, 'accord')
      const second = { ...first, id: 'autre', title: 'Autre', stories: [sampleStory(article)] }
      expect(await storage.editions.create(second, [sampleDelivery(second, 0)])).toBe(false)
      expect(await storage.editions.get('autre')).toBeUndefined()
      expect(await storage.editions.deliveriesOf('autre')).toEqual([])
      expect(await storage.editions.shown('matin', ['accord'])).toEqual(new Set())
      expect(await storage.editions.create(first, [sampleDelivery(first, 0)])).toBe(false)
      expect(await storage.editions.deliveriesOf(first.id)).toHaveLength(1)
    })

    it('gives one slot to only one of two that ask at once', async () => {
      const { editions } = bench().storage
      const edition = sampleEdition(MORNING)
      const twice = [editions.create(edition, []), editions.create({ ...edition, id: 'autre' }, [])]
      expect(new Set(await Promise.all(twice))).toEqual(new Set([true, false]))
    })

    it('gives the same slot to two digests', async () => {
      const { editions } = bench().storage
      expect(await editions.create(sampleEdition(MORNING), [])).toBe(true)
      expect(await editions.create(sampleEdition(MORNING, { digestName: 'sport' }), [])).toBe(true)
    })

    it('writes nothing at all when one delivery cannot be written', async () => {
      const { storage } = bench()
      const article = await addArticle(storage, 'accord')
      const edition = sampleEdition(MORNING, { stories: [sampleStory(article)] })
      const twice = [sampleDelivery(edition, 0), sampleDelivery(edition, 0, { id: 'autre' })]
      await expect(storage.editions.create(edition, twice)).rejects.toThrow(/unique/i)
      expect(await storage.editions.get(edition.id)).toBeUndefined()
      expect(await storage.editions.lastSlot('matin')).toBeUndefined()
      expect(await storage.editions.shown('matin', ['accord'])).toEqual(new Set())
    })

    it('refuses an edition that shows an article nobody has', async () => {
      const { storage } = bench()
      const article = await addArticle(storage, 'accord')
      const edition = sampleEdition(MORNING, { stories: [sampleStory({ ...article, id: 'inconnu' })] })
      await expect(storage.editions.create(edition, [])).rejects.toThrow(/foreign key/i)
      expect(await storage.editions.get(edition.id)).toBeUndefined()
    })

    it('knows which articles a digest has shown, and only that digest', async () => {
      const { storage } = bench()
      const [one, two] = [await addArticle(storage, 'un'), await addArticle(storage, 'deux')]
      await addArticle(storage, 'trois')
      const stories = [sampleStory(one), sampleStory(two)]
      await storage.editions.create(sampleEdition(MORNING, { stories }), [])
      await storage.editions.create(sampleEdition(EVENING, { stories: [sampleStory(one)] }), [])
      const shown = (digest: string) => storage.editions.shown(digest, ['un', 'deux', 'trois', 'inconnu'])
      expect(await shown('matin')).toEqual(new Set(['un', 'deux']))
      expect(await shown('sport')).toEqual(new Set())
      expect(await storage.editions.shown('matin', [])).toEqual(new Set())
    })

    it.each(['a"b', String.raw`a\b\\"`, '{a,b}', 'null', '', 'a b', 'é«»'])(
      'knows an article whose id is written with %j',
      async (id) => {
        const { storage } = bench()
        const stories = [sampleStory(await addArticle(storage, id))]
        await storage.editions.create(sampleEdition(MORNING, { stories }), [])
        expect(await storage.editions.shown('matin', ['autre', id])).toEqual(new Set([id]))
      },
    )

    it('knows which articles any digest has shown in a channel, unless it was given up', async () => {
      const { storage } = bench()
      const article = await addArticle(storage, 'accord')
      const edition = sampleEdition(MORNING, { stories: [sampleStory(article)] })
      const [lead, second] = [
        sampleDelivery(edition, 0),
        sampleDelivery(edition, 0, { id: 'b', channel: 'slack:C2' }),
      ]
      await storage.editions.create(edition, [lead, { ...second, state: 'abandoned' }])
      const shownIn = (channel: string, since = 0) =>
        storage.editions.shownIn(channel, ['accord', 'autre'], since)
      expect(await shownIn(lead.channel)).toEqual(new Set(['accord']))
      expect(await shownIn('slack:C2')).toEqual(new Set())
      expect(await shownIn('slack:C3')).toEqual(new Set())
      expect(await shownIn(lead.channel, lead.nextAttemptAt)).toEqual(new Set())
    })

    it('takes the last edition by slot, not by when it was made', async () => {
      const { editions } = bench().storage
      await editions.create(sampleEdition(EVENING), [])
      await editions.create(sampleEdition(MORNING, { madeAt: EVENING + HOUR }), [])
      expect((await editions.last('matin'))?.slotAt).toBe(EVENING)
      expect(await editions.lastSlot('matin')).toBe(EVENING)
    })

    it('knows up to when any digest was told', async () => {
      const { editions } = bench().storage
      expect(await editions.toldUntil()).toBeUndefined()
      await editions.create(sampleEdition(MORNING, { digestName: 'sport', until: EVENING }), [])
      await editions.create(sampleEdition(EVENING, { until: MORNING }), [])
      expect(await editions.toldUntil()).toBe(EVENING)
    })

    it('gives the editions made since an instant, oldest first, whatever their digest', async () => {
      const { editions } = bench().storage
      const morning = sampleEdition(MORNING, { madeAt: MORNING })
      const evening = sampleEdition(EVENING, { digestName: 'sport', madeAt: EVENING })
      await editions.create(evening, [])
      await editions.create(morning, [])
      expect(await editions.madeSince(MORNING)).toEqual([morning, evening])
      expect(await editions.madeSince(EVENING)).toEqual([evening])
      expect(await editions.madeSince(EVENING + 1)).toEqual([])
    })

    it('gives editions to archive oldest first, each until it is archived', async () => {
      const { editions } = bench().storage
      const [morning, evening] = [sampleEdition(MORNING), sampleEdition(EVENING)]
      await editions.create(evening, [])
      await editions.create(morning, [])
      expect(await editions.unarchived()).toEqual([morning.id, evening.id])
      await editions.markArchived(morning.id, EVENING)
      expect(await editions.unarchived()).toEqual([evening.id])
      await editions.markArchived('inconnue', EVENING)
    })
  })

  describe('slots', () => {
    it('remembers the next slot of each digest', async () => {
      const { editions } = bench().storage
      await editions.saveNextSlot('matin', MORNING)
      await editions.saveNextSlot('soir', EVENING)
      await editions.saveNextSlot('matin', MORNING + DAY)
      const again = await bench().reopen()
      expect(await again.editions.nextSlots()).toEqual(
        new Map([
          ['matin', MORNING + DAY],
          ['soir', EVENING],
        ]),
      )
    })

    it('settles a slot with its edition and leaves the next slot alone', async () => {
      const { editions } = bench().storage
      await editions.saveNextSlot('matin', MORNING)
      await editions.create(sampleEdition(MORNING), [])
      expect(await editions.lastSlot('matin')).toBe(MORNING)
      expect(await editions.nextSlots()).toEqual(new Map([['matin', MORNING]]))
      expect(await editions.lastSlot('soir')).toBeUndefined()
      expect(await editions.lastSlots()).toEqual(new Map([['matin', MORNING]]))
    })

    it('does not announce a next slot for an edition that nobody planned', async () => {
      const { editions } = bench().storage
      await editions.create(sampleEdition(MORNING), [])
      expect(await editions.nextSlots()).toEqual(new Map())
    })

    it.each([
      [MORNING, EVENING, MORNING, 'its time had come: dropped'],
      [MORNING - 1, EVENING, undefined, 'moved before its time: never due'],
      [EVENING, MORNING - HOUR, undefined, 'moved to an earlier hour'],
    ])('settles a slot that is passed over only when it was due: %#', async (now, next, settled, _why) => {
      const { editions } = bench().storage
      await editions.saveNextSlot('matin', MORNING)
      bench().now = now
      await editions.saveNextSlot('matin', next)
      expect(await editions.lastSlot('matin')).toBe(settled)
    })

    it('never goes back to an earlier settled slot', async () => {
      const { editions } = bench().storage
      await editions.saveNextSlot('matin', MORNING)
      await editions.create(sampleEdition(EVENING), [])
      bench().now = EVENING
      await editions.saveNextSlot('matin', MORNING + DAY)
      expect(await editions.lastSlot('matin')).toBe(EVENING)
    })
  })
}
