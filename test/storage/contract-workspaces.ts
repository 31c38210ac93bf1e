// What every database promises about workspaces.
import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/core/workspace.ts'
import type { Bench } from './contract.ts'
import { EVENING } from './samples.ts'
import { ODD_TEXTS, OURS, sampleWorkspace, THEIRS } from './samples-chat.ts'

export function describeWorkspaces(bench: () => Bench): void {
  describe('workspaces', () => {
    it.each<[Workspace, string]>([
      [sampleWorkspace(OURS), 'nothing set'],
      [
        sampleWorkspace(OURS, {
          leftAt: EVENING,
          settings: {
            adminChannel: 'slack:C0ADMIN',
            managers: ['U1', 'U«\u202f2\u202f»'],
            managerRoles: ['47'],
            zone: 'America/Montreal',
          },
        }),
        'all of it',
      ],
      ...ODD_TEXTS.map(([text, why]): [Workspace, string] => [
        sampleWorkspace(text, { name: text, settings: { managers: [text], managerRoles: [], zone: text } }),
        why,
      ]),
    ])('gives a workspace back as it was: %#', async (workspace, _why) => {
      await bench().storage.workspaces.save(workspace)
      const { workspaces } = await bench().reopen()
      expect(await workspaces.get(workspace.id)).toStrictEqual(workspace)
      expect(await workspaces.list()).toStrictEqual([workspace])
    })

    it('changes a workspace, and forgets that the bot had left it', async () => {
      const { workspaces } = bench().storage
      await workspaces.save(sampleWorkspace(OURS, { leftAt: EVENING }))
      await workspaces.save(sampleWorkspace(OURS, { name: 'Rédaction de Brest' }))
      expect(await workspaces.list()).toStrictEqual([sampleWorkspace(OURS, { name: 'Rédaction de Brest' })])
    })

    it('lists those that the bot has left as well, and gives none for another', async () => {
      const { workspaces } = bench().storage
      expect(await workspaces.list()).toEqual([])
      await workspaces.save(sampleWorkspace(OURS, { leftAt: EVENING }))
      await workspaces.save(sampleWorkspace(THEIRS))
      expect((await workspaces.list()).map(({ id }) => id)).toEqual([THEIRS, OURS])
      expect(await workspaces.get('slack:T')).toBeUndefined()
    })
  })
}
