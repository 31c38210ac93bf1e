// What administrators hear of shared work that was given up: once, where they read, and when it is over.
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import { NOTHING_SHARED, type QueueState } from '../../src/core/task.ts'
import type { Storage } from '../../src/ports.ts'
import { tellTasks } from '../../src/services/tell-tasks.ts'
import { openStorage } from '../../src/storage/open.ts'
import { sceneDatabase } from '../storage/scene-database.ts'

const EIGHT = Date.parse('2026-03-17T08:00:00+01:00')

const GIVEN_UP: readonly QueueState[] = NOTHING_SHARED.map((state) =>
  state.kind === 'deliver' ? { ...state, dead: 2 } : state.kind === 'care' ? { ...state, dead: 1 } : state,
)

let storage: Storage
beforeEach(async () => {
  storage = await openStorage(await sceneDatabase(':memory:'), { now: () => EIGHT })
  onTestFinished(() => storage.close())
})

const addWorkspace = (id: string, adminChannel: string | undefined, leftAt?: number): Promise<void> =>
  storage.workspaces.save({
    id,
    name: 'La Vigie',
    joinedAt: 0,
    ...(leftAt !== undefined && { leftAt }),
    settings: { zone: 'Europe/Paris', managers: [], managerRoles: [], ...(adminChannel && { adminChannel }) },
  })

/** One minute after the other, as beats come. */
async function pass(...seen: readonly (readonly QueueState[])[]): Promise<readonly string[]> {
  for (const [minute, states] of seen.entries())
    await tellTasks({ storage, clock: { now: () => EIGHT + minute * MINUTE } }, states)
  const told = await storage.notices.open(EIGHT + seen.length * MINUTE)
  return told.map(
    ({ channel, message }) => `${channel} ${message.summary.replaceAll(/[\u00A0\u202F]/g, ' ')}`,
  )
}

const BROKEN =
  'Du travail est abandonné après cinq essais : Envoi des messages (2 lots) et Avis et archives (1 lot). Le journal du robot dit pourquoi. Une fois la cause levée, « pressoir queues --resend » le renvoie.'
const BACK = 'Plus aucun travail n’est abandonné : tout est rentré dans l’ordre.'

it.each<[string, readonly (readonly QueueState[])[], readonly string[]]>([
  ['nothing was given up', [NOTHING_SHARED], []],
  ['something is, minute after minute', [GIVEN_UP, GIVEN_UP], [`slack:C1 ${BROKEN}`]],
  [
    'it was sent again',
    [GIVEN_UP, NOTHING_SHARED, NOTHING_SHARED],
    [`slack:C1 ${BROKEN}`, `slack:C1 ${BACK}`],
  ],
  [
    'it happens a second time',
    [GIVEN_UP, NOTHING_SHARED, GIVEN_UP],
    [`slack:C1 ${BROKEN}`, `slack:C1 ${BACK}`, `slack:C1 ${BROKEN}`],
  ],
])('when %s', async (_what, seen, expected) => {
  await addWorkspace('slack:T1', 'slack:C1')
  await addWorkspace('slack:T2', undefined)
  await addWorkspace('slack:T3', 'slack:C3', EIGHT)
  expect(await pass(...seen)).toEqual(expected)
})

it('is told to nobody where the bot serves many: its keepers are others', async () => {
  for (const number of [1, 2, 3, 4, 5, 6]) await addWorkspace(`slack:T${number}`, `slack:C${number}`)
  expect(await pass(GIVEN_UP)).toEqual([])
})
