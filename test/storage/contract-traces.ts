// What every database promises about the traces of editions.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { EditionTrace } from '../../src/core/trace.ts'
import type { Bench } from './contract.ts'
import { addArticle, EVENING, MORNING, sampleEdition, sampleStory } from './samples.ts'

function sampleTrace(changes: Partial<EditionTrace> = {}): EditionTrace {
  return {
    madeAt: MORNING,
    limit: 7,
    ranked: [['histoire-accord', 1.58, 0.79, 0.92, 0.25]],
    dropped: [
      ['words', ['sport']],
      ['cut-for-length', ['vélo', 'marché']],
    ],
    ...changes,
  }
}

export function describeTraces(bench: () => Bench): void {
  describe('traces', () => {
    it('gives back what became of the articles of an edition, also after a restart', async () => {
      const { storage } = bench()
      const edition = sampleEdition(MORNING)
      await storage.editions.create(edition, [])
      expect(await storage.traces.get(edition.id)).toBeUndefined()
      await storage.traces.save(edition.id, sampleTrace())
      expect(await storage.traces.get(edition.id)).toStrictEqual(sampleTrace())
      const again = await bench().reopen()
      expect(await again.traces.get(edition.id)).toStrictEqual(sampleTrace())
      expect(await again.traces.get('inconnue')).toBeUndefined()
      expect(await again.editions.get(edition.id)).toStrictEqual(edition)
    })

    it('gives editions that share a trace the same one, and others their own', async () => {
      const { storage } = bench()
      const shared = sampleTrace()
      const names = ['matin', 'sport', 'monde']
      for (const digestName of names) {
        const edition = sampleEdition(MORNING, { digestName })
        await storage.editions.create(edition, [])
        await storage.traces.save(edition.id, digestName === 'monde' ? sampleTrace({ limit: 3 }) : shared)
      }
      const kept = await Promise.all(
        names.map((digestName) => storage.traces.get(sampleEdition(MORNING, { digestName }).id)),
      )
      expect(kept.map((trace) => trace?.limit)).toEqual([7, 7, 3])
    })

    it('forgets what is older than an instant, and only that; the editions stay', async () => {
      const { storage } = bench()
      const [morning, evening] = [sampleEdition(MORNING), sampleEdition(EVENING)]
      for (const edition of [morning, evening]) {
        await storage.editions.create(edition, [])
        await storage.traces.save(edition.id, sampleTrace({ madeAt: edition.slotAt }))
      }
      await storage.traces.removeBefore(MORNING)
      expect(await storage.traces.get(morning.id)).toBeDefined()
      await storage.traces.removeBefore(EVENING)
      expect(await storage.traces.get(morning.id)).toBeUndefined()
      expect(await storage.traces.get(evening.id)).toBeDefined()
      expect(await storage.editions.get(morning.id)).toStrictEqual(morning)
    })

    it('leaves nothing of a transaction that fails, and takes the same trace afterwards', async () => {
      const { storage } = bench()
      const [edition, trace] = [sampleEdition(MORNING), sampleTrace()]
      const failing = storage.inTransaction(async (inner) => {
        await inner.editions.create(edition, [])
        await inner.traces.save(edition.id, trace)
        throw new Error('coupure')
      })
      await expect(failing).rejects.toThrow('coupure')
      await storage.editions.create(edition, [])
      expect(await storage.traces.get(edition.id)).toBeUndefined()
      await storage.traces.save(edition.id, trace)
      expect(await storage.traces.get(edition.id)).toStrictEqual(trace)
    })

    it.each([
      [MORNING - 24 * HOUR, [], 'on the very beginning: the edition before had it'],
      [MORNING - 24 * HOUR + 1, ['matin'], 'a moment later'],
      [MORNING, ['matin', 'soir'], 'on the very end, and in the time of the next'],
      [MORNING + 1, ['soir'], 'a moment after the end'],
      [EVENING + 1, [], 'no edition yet'],
    ])('finds the editions that considered what was seen at %i: %j, %s', async (seenAt, expected, _why) => {
      const { storage } = bench()
      await storage.editions.create(sampleEdition(EVENING, { digestName: 'soir', since: MORNING - 1 }), [])
      await storage.editions.create(sampleEdition(MORNING), [])
      const found = await storage.traces.considering(seenAt)
      expect(found.map(({ digestName }) => digestName)).toEqual(expected)
    })

    it('finds the editions that show an article, by slot, of one digest or of all', async () => {
      const { storage } = bench()
      const [one, two] = [await addArticle(storage, 'un'), await addArticle(storage, 'deux')]
      const next = sampleEdition(MORNING + DAY, { stories: [sampleStory(two), sampleStory(one)] })
      const first = sampleEdition(MORNING, { stories: [sampleStory(one)] })
      const sport = sampleEdition(EVENING, { digestName: 'sport', stories: [sampleStory(one)] })
      for (const edition of [next, first, sport]) await storage.editions.create(edition, [])
      const showing = (ids: readonly string[], digestName?: string) => storage.traces.showing(ids, digestName)
      expect(await showing(['un'])).toStrictEqual([first, sport, next])
      expect(await showing(['un', 'deux'], 'matin')).toStrictEqual([first, next])
      expect(await showing(['deux'])).toStrictEqual([next])
      expect(await showing(['trois'])).toEqual([])
      expect(await showing([])).toEqual([])
    })

    it('takes lists longer than a statement can carry', async () => {
      const { storage } = bench()
      const article = await addArticle(storage, 'accord')
      const edition = sampleEdition(MORNING, { stories: [sampleStory(article)] })
      await storage.editions.create(edition, [])
      const many = Array.from({ length: 40_000 }, (_, index) => `inconnu-${index}`)
      expect(await storage.traces.showing([...many, 'accord'])).toHaveLength(1)
    })
  })
}
