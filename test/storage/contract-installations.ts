// What every database promises about installations and the states that are out.
import { describe, expect, it } from 'vitest'
import type { Installation } from '../../src/core/installation.ts'
import type { Bench } from './contract.ts'
import { EVENING, MORNING } from './samples.ts'
import { ODD_TEXTS, OURS, THEIRS } from './samples-chat.ts'

function installed(changes: Partial<Installation> = {}): Installation {
  return {
    workspaceId: OURS,
    sealed: 'clos',
    keyId: 'a1',
    installedAt: MORNING,
    renewedAt: MORNING,
    ...changes,
  }
}

export function describeInstallations(bench: () => Bench): void {
  describe('installations', () => {
    it.each(ODD_TEXTS)('gives an installation back as it was: %j', async (text, _why) => {
      const installation = installed({ workspaceId: text, sealed: text, keyId: text })
      await bench().storage.installations.save(installation)
      const { installations } = await bench().reopen()
      expect(await installations.get(text)).toStrictEqual(installation)
      expect(await installations.list()).toStrictEqual([installation])
      expect(await installations.get('slack:T999')).toBeUndefined()
    })

    it('lets one who is installed again take the place of the first, and forgets one alone', async () => {
      const { installations } = bench().storage
      await installations.save(installed())
      await installations.save(installed({ workspaceId: THEIRS }))
      await installations.save(installed({ sealed: 'neuf', installedAt: EVENING }))
      expect(await installations.list()).toStrictEqual([
        installed({ workspaceId: THEIRS }),
        installed({ sealed: 'neuf', installedAt: EVENING }),
      ])
      await installations.remove(OURS)
      await installations.remove(OURS)
      expect(await installations.list()).toStrictEqual([installed({ workspaceId: THEIRS })])
    })

    it('replaces the tokens that were read, and no others', async () => {
      const { installations } = bench().storage
      const first = installed()
      await installations.save(first)
      const second = installed({ sealed: 'second', keyId: 'b2' })
      expect(await installations.replace(first, second)).toBe(true)
      expect(await installations.replace(first, installed({ sealed: 'troisième' }))).toBe(false)
      expect(await installations.get(OURS)).toStrictEqual(second)
      await installations.remove(OURS)
      expect(await installations.replace(second, first)).toBe(false)
      expect(await installations.list()).toStrictEqual([])
    })

    it('lends the renewal to one process at a time, until it is done or its time is over', async () => {
      const { installations } = bench().storage
      const first = installed()
      await installations.save(first)
      await installations.save(installed({ workspaceId: THEIRS }))
      expect(await installations.lendRenewal(OURS, MORNING, MORNING + 1000)).toBe(true)
      expect(await installations.lendRenewal(OURS, MORNING + 999, MORNING + 2000)).toBe(false)
      expect(await installations.lendRenewal(THEIRS, MORNING + 999, MORNING + 2000)).toBe(true)
      expect(await installations.lendRenewal(OURS, MORNING + 1000, MORNING + 2000)).toBe(true)
      expect(await installations.replace(first, installed({ sealed: 'second' }))).toBe(true)
      expect(await installations.lendRenewal(OURS, MORNING + 1001, MORNING + 2000)).toBe(true)
      expect(await installations.lendRenewal('slack:T999', MORNING, EVENING)).toBe(false)
    })

    it('takes a state back once, in time, and forgets those that nobody brought', async () => {
      const { installations } = bench().storage
      await installations.addState({ digest: 'un', expiresAt: MORNING + 10 }, MORNING)
      await installations.addState({ digest: 'deux', expiresAt: MORNING + 10 }, MORNING)
      expect(await installations.takeState('un', MORNING + 9)).toBe(true)
      expect(await installations.takeState('un', MORNING + 9)).toBe(false)
      expect(await installations.takeState('deux', MORNING + 10)).toBe(false)
      expect(await installations.takeState('trois', MORNING)).toBe(false)
      await installations.addState({ digest: 'trois', expiresAt: MORNING + 99 }, MORNING + 10)
      expect(await installations.takeState('deux', MORNING)).toBe(false)
    })
  })
}
