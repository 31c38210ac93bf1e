// One trace tells the whole life of an edition, through failures, restarts and all: what grep finds in the real log.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { createLog } from '../../src/cli/log.ts'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import { isServer } from '../../src/core/database-address.ts'
import type { Happening } from '../../src/meter.ts'
import { editionId } from '../../src/core/edition.ts'
import { editionTrace } from '../../src/core/log-trace.ts'
import { plain } from '../cli/command.ts'
import { openTestApp, rss, testDigest, testFeed } from './open-test-app.ts'

const SLOT = Date.parse('2026-03-17T08:00:00+01:00')

const FEED = rss(
  ['Le pont', 'Le musée', 'La gare'].map((thing, number) => ({
    guid: `a${number}`,
    title: `Vernay : ${thing} ferme pour travaux`,
    link: `http://vigie.example/${number}`,
    date: 'Tue, 17 Mar 2026 06:30:00 +0100',
    text: `<p>À Vernay, ${thing} fermera lundi pour ${number + 3} semaines.</p><p>La mairie le promet.</p><p>Les riverains attendent.</p>`,
  })),
)

interface Line {
  readonly [key: string]: unknown
}

/** The log as a machine gets it, one JSON object a line. */
function recordedLog(): {
  readonly log: ReturnType<typeof createLog>
  readonly lines: () => readonly Line[]
} {
  const chunks: string[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString('utf8'))
      done()
    },
  })
  const lines = (): readonly Line[] => chunks.map((line): Line => JSON.parse(line))
  return { log: createLog(stream, () => new Date(0)), lines }
}

async function openVernay() {
  const recorded = recordedLog()
  const counted: Happening[] = []
  const tested = await openTestApp({
    now: SLOT - HOUR,
    answer: (address) => (address === 'vigie.example/rss' ? FEED : undefined),
    hosts: ['vigie.example'],
    feeds: [testFeed('vigie.example/rss', 'La Vigie')],
    digests: [testDigest()],
    log: recorded.log,
    meter: (happened) => void counted.push(happened),
  })
  onTestFinished(() => tested.close())
  return { tested, counted, lines: recorded.lines }
}

type Told = readonly (readonly unknown[])[]

const asTold = (lines: Told): Told => lines

/** What has a part is of a message, and all else of the edition. */
const editionsFirst = (lines: Told): Told => [
  ...lines.filter(([, part]) => part === undefined),
  ...lines.filter(([, part]) => part !== undefined),
]

it('tells an edition from its slot to its archive, over a failure and a restart', async () => {
  const { tested, counted, lines } = await openVernay()
  await tested.app.beat()
  // Where the console's channel should be, and where the archive should be, something else stands.
  mkdirSync(join(tested.folder, 'essai.console.jsonl'))
  writeFileSync(join(tested.folder, 'digests'), '')
  tested.setNow(SLOT)
  await tested.app.beat()
  for (const name of ['essai.console.jsonl', 'digests'])
    rmSync(join(tested.folder, name), { recursive: true })
  tested.setNow(SLOT + 2 * MINUTE)
  await tested.restart()
  await tested.app.beat()

  const trace = editionTrace(editionId('matin', SLOT))
  const life = lines().filter((line) => line['trace'] === trace)
  const told = life.map(({ message, part, attempt }) =>
    [plain(String(message)).replace(/ :.*/u, ''), part, attempt].filter((one) => one !== undefined),
  )
  // Where several processes share the work, one archives while another sends.
  const order = isServer(tested.database) ? editionsFirst : asTold
  expect(order(told)).toEqual(
    order([
      ['Édition « La revue du matin » composée'],
      [expect.stringContaining('ne peut pas être écrit')],
      ['Envoi commencé.', 0, 1],
      ['La publication dans « console:terminal » a échoué', 0, 1],
      ['Édition « La revue du matin » archivée.'],
      ['Édition « matin »'],
      ['Envoi commencé.', 0, 2],
      ['Envoi réussi.', 0, 2],
      ['Envoi commencé.', 1, 1],
      ['Envoi réussi.', 1, 1],
    ]),
  )
  expect(life.filter(({ isDoubtful }) => isDoubtful === true)).toMatchObject([{ part: 0, attempt: 2 }])
  expect(life.find(({ code }) => code === 'post-failed')).toMatchObject({
    reason: 'unwritable',
    nextAttemptAt: new Date(SLOT + MINUTE).toISOString(),
  })
  const failure = { code: 'post-failed', reason: 'unwritable' }
  const sending = { kind: 'message', of: 'edition', channel: 'console:terminal' }
  expect(counted).toMatchObject([
    { kind: 'feed', outcome: 'read' },
    ...['new', 'new', 'new'].map((outcome) => ({ kind: 'article', outcome })),
    { kind: 'feed', outcome: 'unchanged' },
    { kind: 'edition', outcome: 'made' },
    { ...sending, outcome: 'failed', failure },
    { ...sending, outcome: 'posted' },
    { ...sending, outcome: 'posted' },
  ])
  const posted = tested.transcript()
  expect(life.filter(({ message }) => message === 'Envoi réussi.')).toHaveLength(posted.length)
  expect(lines().filter((line) => line['edition'] !== undefined && line['trace'] !== trace)).toEqual([])
})

it('names each request, and says neither who asked nor what', async () => {
  const { tested, lines } = await openVernay()
  const from = {
    workspaceId: 'slack:T1',
    workspaceName: 'Le Courrier',
    channel: 'slack:C1',
    person: 'UANNE',
    personName: 'Anne',
    isAdministrator: false,
    roles: [],
  }
  for (const text of ['Qui a rencontré Lavrov ?', 'Qui a rencontré Lavrov ?'])
    await tested.app.ask({ kind: 'mention', from, text })
  const asked = lines().filter((line) => line['request'] === 'question')
  expect(asked).toMatchObject([{ outcome: 'answered' }, { outcome: 'answered' }])
  expect(new Set(asked.map(({ trace }) => trace)).size).toBe(2)
  expect(JSON.stringify(asked)).not.toMatch(/Lavrov|Anne|UANNE|C1/)
})
