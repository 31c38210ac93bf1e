// What every database promises about the heartbeat.
import { describe, expect, it } from 'vitest'
import type { Bench } from './contract.ts'
import { EVENING, MORNING } from './samples.ts'

export function describeHeart(bench: () => Bench): void {
  describe('heartbeat', () => {
    it('remembers the last beat over a restart', async () => {
      const { storage } = bench()
      expect(await storage.lastBeat()).toBeUndefined()
      await storage.noteBeat(MORNING)
      await storage.noteBeat(EVENING)
      const again = await bench().reopen()
      expect(await again.lastBeat()).toBe(EVENING)
    })
  })

  describe('closing', () => {
    it('waits for a transaction that is under way, and may be asked twice', async () => {
      const { storage } = bench()
      const writing = storage.inTransaction(async (inner) => {
        await inner.noteBeat(MORNING)
        await inner.noteBeat(EVENING)
      })
      await Promise.all([writing, storage.close(), storage.close()])
      const again = await bench().reopen()
      expect(await again.lastBeat()).toBe(EVENING)
    })
  })
}
