// The verb queues on a real server: what waits, what was given up, and that it can be sent again.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NOTHING_SHARED, TASK_KINDS } from '../../src/core/task.ts'
import { openBoss } from '../../src/queue/boss.ts'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { type Ended, newFolder, plain, run } from './command.ts'
import { QUICK_PACE } from '../queue/quick-pace.ts'
import { SILENT_LOG } from '../silent-log.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

const IDLE = [
  'Répartition du travail : rien en attente.',
  'Lecture des flux : rien en attente.',
  'Lecture des articles : rien en attente.',
  'Relecture des anciens articles : rien en attente.',
  'Alertes : rien en attente.',
  'Composition des revues : rien en attente.',
  'Envoi des messages : rien en attente.',
  'Avis et archives : rien en attente.',
  'Entretien de la base : rien en attente.',
]

/** All lines, with another one for the messages. */
const withMessages = (told: string): readonly string[] =>
  IDLE.map((line) => (line.startsWith('Envoi des messages') ? `Envoi des messages : ${told}.` : line))

const ADVICE =
  'Un lot est abandonné après cinq essais : le journal du robot dit pourquoi. « pressoir queues --resend » le renvoie.'

const linesOf = ({ output }: Ended): readonly string[] => plain(output).trimEnd().split('\n')

/** Messages of two lanes fail until they are put aside; reading waits for somebody. */
async function giveUpMessages(url: string): Promise<void> {
  const queue = await openBoss(url, 'postgres://essai', SILENT_LOG, QUICK_PACE)
  try {
    await queue.work('deliver', { together: 1, side: 2 }, async () => {
      throw new Error('en panne')
    })
    await queue.offer([3, 7].map((lane) => ({ kind: 'deliver', lane })))
    const given = async () => (await queue.states()).find(({ kind }) => kind === 'deliver')?.dead
    await expect.poll(given, { timeout: 40_000, interval: 100 }).toBe(2)
  } finally {
    await queue.stop(5_000)
  }
}

it('says of each kind of work that nothing waits', async () => {
  expect(IDLE).toHaveLength(TASK_KINDS.length)
  expect(NOTHING_SHARED).toHaveLength(IDLE.length)
  const ended = await run(['queues', '--database', await server.newDatabase()])
  expect(linesOf(ended)).toEqual(IDLE)
  expect([ended.status, ended.errors]).toEqual([0, ''])
}, 60_000)

it('tells what was given up with exit status 1, until it is sent again', async () => {
  const url = await server.newDatabase()
  const verb = (...words: readonly string[]): Promise<Ended> => run(['queues', '--database', url, ...words])
  await giveUpMessages(url)

  const broken = await verb()
  expect(linesOf(broken)).toEqual([...withMessages('2 lots abandonnés'), ADVICE])
  expect(broken.status).toBe(1)
  const looked = await verb()
  expect(linesOf(looked), 'looking changes nothing').toEqual(linesOf(broken))

  const resent = await verb('--resend')
  expect(linesOf(resent)).toEqual(['2 lots renvoyés.', ...withMessages('2 lots en attente')])
  expect([resent.status, resent.errors]).toEqual([0, ''])

  const again = await verb('--resend')
  expect(linesOf(again)).toEqual(['Rien n’était abandonné.', ...withMessages('2 lots en attente')])
  expect(again.status).toBe(0)
}, 90_000)

it('hands what is sent again to whoever works', async () => {
  const url = await server.newDatabase()
  await giveUpMessages(url)
  await run(['queues', '--database', url, '--resend'])
  const queue = await openBoss(url, 'postgres://essai', SILENT_LOG, QUICK_PACE)
  const done: number[] = []
  await queue.work('deliver', { together: 1, side: 1 }, async (lanes) => void done.push(...lanes))
  await expect.poll(() => done.toSorted((one, other) => one - other), { timeout: 20_000 }).toEqual([3, 7])
  await queue.stop(5_000)
  expect(linesOf(await run(['queues', '--database', url]))).toEqual(IDLE)
}, 90_000)

it('is refused for a file, whose work nobody shares', async () => {
  const ended = await run(['queues', '--database', join(newFolder(), 'essai.sqlite')])
  expect(plain(ended.errors)).toBe(
    'Une base dans un fichier n’a qu’un seul robot, qui fait tout. Pour partager le travail, déplacez-la avec « pressoir migrate-to ».\n',
  )
  expect([ended.status, ended.output]).toEqual([2, ''])
})
