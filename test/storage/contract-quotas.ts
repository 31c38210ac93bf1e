// What every database promises about uses that are counted.
import { describe, expect, it } from 'vitest'
import type { QuotaPeriod } from '../../src/core/quota.ts'
import type { Bench } from './contract.ts'
import { EVENING, MORNING } from './samples.ts'
import { ODD_TEXTS, OURS, THEIRS } from './samples-chat.ts'

const MINUTE: QuotaPeriod = { kind: 'question', name: '1', expiresAt: EVENING }

export function describeQuotas(bench: () => Bench): void {
  describe('quotas', () => {
    it('let so many through and no more, each workspace, kind and stretch of time by itself', async () => {
      const { quotas } = bench().storage
      const taken = []
      for (let use = 0; use < 4; use++) taken.push(await quotas.take(OURS, MINUTE, 3))
      expect(taken).toEqual([true, true, true, false])
      expect(await quotas.take(THEIRS, MINUTE, 3)).toBe(true)
      expect(await quotas.take(OURS, { ...MINUTE, kind: 'edition' }, 3)).toBe(true)
      expect(await quotas.take(OURS, { ...MINUTE, name: '2' }, 3)).toBe(true)
      const { quotas: again } = await bench().reopen()
      expect(await again.take(OURS, MINUTE, 3)).toBe(false)
      expect(await again.take(OURS, MINUTE, 4)).toBe(true)
    })

    it('of many who take at once let the right number through', async () => {
      const { quotas } = bench().storage
      const taken = await Promise.all(Array.from({ length: 20 }, () => quotas.take(OURS, MINUTE, 7)))
      expect(taken.filter(Boolean)).toHaveLength(7)
    })

    it('take one back, never below none', async () => {
      const { quotas } = bench().storage
      await quotas.giveBack(OURS, MINUTE)
      await quotas.take(OURS, MINUTE, 1)
      await quotas.giveBack(OURS, MINUTE)
      await quotas.giveBack(OURS, MINUTE)
      expect(await quotas.take(OURS, MINUTE, 1)).toBe(true)
      expect(await quotas.take(OURS, MINUTE, 1)).toBe(false)
    })

    it('forget what has expired', async () => {
      const { quotas } = bench().storage
      await quotas.take(OURS, MINUTE, 1)
      await quotas.forgetBefore(MORNING)
      expect(await quotas.take(OURS, MINUTE, 1)).toBe(false)
      await quotas.forgetBefore(EVENING)
      expect(await quotas.take(OURS, MINUTE, 1)).toBe(true)
    })

    it.each(ODD_TEXTS)('count for workspaces of odd names: %j', async (text, _why) => {
      const { quotas } = bench().storage
      expect(await quotas.take(text, { ...MINUTE, name: text }, 1)).toBe(true)
      expect(await quotas.take(text, { ...MINUTE, name: text }, 1)).toBe(false)
    })
  })
}
