// What every database promises about the log of changes.
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import { DEFAULT_SETTINGS } from '../../src/core/workspace.ts'
import type { Bench } from './contract.ts'
import { EVENING, MORNING } from './samples.ts'
import { ODD_TEXTS, OURS, sampleChange, sampleDigest, sampleFollowing, THEIRS } from './samples-chat.ts'

export function describeChanges(bench: () => Bench): void {
  const latestIds = async (workspaceId: string, limit: number, skip: number): Promise<readonly string[]> =>
    (await bench().storage.changes.latest(workspaceId, limit, skip)).map(({ id }) => id)

  describe('changes', () => {
    it.each<[Change, string]>([
      [sampleChange('un'), 'a feed added'],
      [
        sampleChange('un', {
          subject: { kind: 'following', before: sampleFollowing('rennes', { suspendedAt: MORNING }) },
          undoes: 'zéro',
          undoneAt: EVENING,
        }),
        'a feed taken away, which undid another change and was undone',
      ],
      [
        sampleChange('un', {
          subject: {
            kind: 'digest',
            before: sampleDigest('port'),
            after: sampleDigest('port', { feeds: [] }),
          },
        }),
        'a digest changed',
      ],
      [
        sampleChange('un', {
          subject: {
            kind: 'settings',
            before: DEFAULT_SETTINGS,
            after: { ...DEFAULT_SETTINGS, adminChannel: 'slack:C0ADMIN', managers: ['U1'] },
          },
        }),
        'settings changed',
      ],
      ...ODD_TEXTS.map(([text, why]): [Change, string] => [
        sampleChange(text, { workspaceId: text, person: text, personName: text, channel: text }),
        why,
      ]),
    ])('gives a change back as it was: %#', async (change, _why) => {
      await bench().storage.changes.add(change)
      const { changes } = await bench().reopen()
      expect(await changes.get(change.id)).toStrictEqual(change)
      expect(await changes.latest(change.workspaceId, 10, 0)).toStrictEqual([change])
    })

    it('gives the latest of a workspace by pages, newest first, each once', async () => {
      const { changes } = bench().storage
      for (const [id, madeAt] of [
        ['b', MORNING],
        ['d', MORNING + 1],
        ['a', MORNING],
        ['c', MORNING],
      ] as const)
        await changes.add(sampleChange(id, { madeAt }))
      await changes.add(sampleChange('à eux', { workspaceId: THEIRS, madeAt: EVENING }))
      expect(await latestIds(OURS, 2, 0)).toEqual(['d', 'a'])
      expect(await latestIds(OURS, 2, 2)).toEqual(['b', 'c'])
      expect(await latestIds(OURS, 2, 4)).toEqual([])
      expect(await latestIds(OURS, 0, 0)).toEqual([])
      expect(await latestIds(THEIRS, 9, 0)).toEqual(['à eux'])
      expect(await latestIds('slack:T', 9, 0)).toEqual([])
    })

    it('lets one of several take a change back', async () => {
      const { changes } = bench().storage
      await changes.add(sampleChange('un'))
      await changes.add(sampleChange('deux'))
      const undone = await Promise.all([0, 1, 2].map((later) => changes.markUndone('un', EVENING + later)))
      expect(undone).toEqual([true, false, false])
      expect(await changes.get('un')).toEqual(sampleChange('un', { undoneAt: EVENING }))
      expect(await changes.get('deux')).toEqual(sampleChange('deux'))
    })

    it('takes nothing back that it does not have', async () => {
      expect(await bench().storage.changes.markUndone('inconnu', EVENING)).toBe(false)
      expect(await bench().storage.changes.get('inconnu')).toBeUndefined()
    })

    it('never writes over a change', async () => {
      const { changes } = bench().storage
      await changes.add(sampleChange('un'))
      await expect(changes.add(sampleChange('un', { personName: 'Autre' }))).rejects.toThrow(/unique/i)
      expect(await changes.get('un')).toEqual(sampleChange('un'))
    })
  })
}
