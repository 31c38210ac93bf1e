// What every database promises about the log of placements.
import { describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import type { Bench } from './contract.ts'
import { MORNING, sampleArticle, samplePlacement } from './samples.ts'

export function describePlacements(bench: () => Bench): void {
  const add = async (id: string, changes = {}, firstSeenAt = MORNING): Promise<void> =>
    bench().storage.articles.add(sampleArticle(id, { firstSeenAt }), [], samplePlacement(id, changes))

  describe('the log of placements', () => {
    it('has each new article where it was placed, in the order of placing', async () => {
      const { placements } = bench().storage
      expect([await placements.last(), await placements.after(0, 9)]).toEqual([0, []])
      await add('un')
      await add('deux', { duplicateOf: 'un' })
      await add('trois', { storyId: 'un', unites: ['deux', 'autre'] })
      const logged = await placements.after(0, 9)
      expect(logged.map(({ placement }) => placement)).toEqual([
        samplePlacement('un'),
        samplePlacement('deux', { duplicateOf: 'un' }),
        samplePlacement('trois', { storyId: 'un', unites: ['deux', 'autre'] }),
      ])
      const positions = logged.map(({ position }) => position)
      expect(positions).toEqual(positions.toSorted((one, other) => one - other))
      expect(await placements.last()).toBe(positions[2])
      expect(await placements.after(positions[0] ?? 0, 1)).toEqual([logged[1]])
      expect(await placements.after(await placements.last(), 9)).toEqual([])
    })

    it('has nothing of a transaction that fails', async () => {
      const { storage } = bench()
      await storage
        .inTransaction(async (inner) => {
          await inner.articles.add(sampleArticle('perdu'), [], samplePlacement('perdu'))
          throw new Error('perdu')
        })
        .catch(() => undefined)
      await add('gardé')
      const logged = await storage.placements.after(0, 9)
      expect(logged.map(({ placement }) => placement.articleId)).toEqual(['gardé'])
    })

    it('forgets what is old, and goes on counting where it was', async () => {
      const { placements } = bench().storage
      await add('ancien', {}, MORNING - HOUR)
      await add('neuf')
      await placements.forgetBefore(MORNING)
      const logged = await placements.after(0, 9)
      expect(logged.map(({ placement }) => placement.articleId)).toEqual(['neuf'])
      const newest = await placements.last()
      await placements.forgetBefore(MORNING + HOUR)
      expect(await placements.last()).toBe(newest)
      await add('suivant')
      expect(await placements.last()).toBeGreaterThan(newest)
    })
  })
}
