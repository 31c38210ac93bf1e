// A soak: a team's days lived many times as fast, on a database with a fortnight behind it. After a day to warm up, memory and
// handles must stay flat.
//   npm run bench:soak -- [--minutes 20] [--times 50] [--warm 28.8] [--server] [--days 14] [--keep]
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DAY, MINUTE } from '../src/core/calendar.ts'
import { type Role, ROLES } from '../src/core/task.ts'
import { type Act, actsOf } from './chat-people.ts'
import { speakerOf } from './fault-press.ts'
import { startFaultServer } from './fault-server.ts'
import { type Sample, sampleAll, trendsOf } from './soak-samples.ts'
import { openSoakStage, type SoakStage } from './soak-stage.ts'
import { keepSoak, type SoakRun, soakTable } from './soak-table.ts'
import { askingsOf, DAY_OF_A_TEAM } from './soak-traffic.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    times: { type: 'string', default: '50' },
    // Minutes that are not judged; a day of the team when absent: whatever there is has happened once.
    warm: { type: 'string' },
    // On a PostgreSQL server that is started here, a process for each role.
    server: { type: 'boolean', default: false },
    days: { type: 'string', default: '14' },
    // Into bench/RESULTS.md, bench/data and bench/soak.svg.
    keep: { type: 'boolean', default: false },
  },
})
const [minutes, times] = [Number(values.minutes), Number(values.times)]
const warmMinutes = values.warm === undefined ? DAY / MINUTE / times : Number(values.warm)
const roles: readonly Role[] = values.server ? ROLES.filter((role) => role !== 'all') : ['all']

const SAMPLE_EVERY = 10_000

/** How many people there are to ask about. */
const NAMES = 150

const server = values.server ? await startFaultServer() : undefined
const stage = await openSoakStage({ database: server?.address, roles, times, days: Number(values.days) })
try {
  const acts = await openActs(stage)
  const run = await soak(stage, acts)
  console.log(soakTable(run))
  for (const line of stage.troubles.slice(0, 5)) console.log(`! ${line.slice(0, 300)}`)
  if (values.keep) keepSoak(run)
  process.exitCode = run.trends.every(({ trends }) => trends.every(({ isFlat }) => isFlat)) ? 0 : 1
} finally {
  await stage.close()
  await server?.close()
}

/** The first review of the day stands: its buttons can be pressed. */
async function openActs({ fakes, audience, hasten }: SoakStage): Promise<readonly Act[]> {
  hasten(times)
  const isThere = (): boolean =>
    fakes.slack.messages(audience.slackChannel).some(({ replies }) => replies.length > 0) &&
    fakes.discord.messages(audience.discordChannel).some(({ thread }) => (thread?.messages.length ?? 0) > 1)
  while (!isThere()) await pause(200)
  // A form is opened: within three seconds of Slack's clock.
  hasten(1)
  const acts = await actsOf(
    fakes,
    audience,
    Array.from({ length: NAMES }, (_, number) => speakerOf(number)),
  )
  hasten(times)
  return acts
}

async function soak(given: SoakStage, acts: readonly Act[]): Promise<SoakRun> {
  const beganAt = Date.now()
  const ending = new AbortController()
  const counts = { articles: 0, acts: 0, unanswered: 0 }
  const every = async (period: number, work: (turn: number) => Promise<void>): Promise<void> => {
    for (let turn = 0; !ending.signal.aborted; turn++) {
      const next = beganAt + (turn + 1) * period
      await pause(Math.max(0, next - Date.now()), undefined, { signal: ending.signal }).catch(() => undefined)
      if (!ending.signal.aborted) await work(turn)
    }
  }
  const printing = every(86_400_000 / (DAY_OF_A_TEAM.articles * times), async () => {
    given.press.print(given.now())
    counts.articles += 1
  })
  const asking = askingsOf(acts, times).map(({ act, every: period }) =>
    every(period, async (turn) => {
      const { answered } = await act.perform(turn)
      counts.acts += 1
      if (answered !== undefined) return
      counts.unanswered += 1
      process.stderr.write(`  ${act.platform} ${act.name}: no answer\n`)
    }),
  )
  const samples: Sample[] = []
  const before = { fetched: given.press.server.requests.length, messages: messagesOf(given) }
  const sampling = every(SAMPLE_EVERY, async () => {
    samples.push(...(await sampleAll(given, (Date.now() - beganAt) / 1000)))
    const last = samples.at(-1)
    process.stderr.write(
      `  ${last?.seconds.toFixed(0)} s: ${last?.resident.toFixed(0)} MB, heap ${last?.heap.toFixed(1)}, ${last?.handles} handles\n`,
    )
  })
  const stop = (): void => ending.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  await pause((warmMinutes + minutes) * 60_000, undefined, { signal: ending.signal }).catch(() => undefined)
  stop()
  await Promise.all([printing, sampling, ...asking])
  const judged = samples.filter(({ seconds }) => seconds > warmMinutes * 60)
  return {
    minutes: (Date.now() - beganAt) / 60_000,
    warmMinutes,
    times,
    database: values.server ? 'postgres' : 'embedded',
    node: process.versions.node,
    ...counts,
    fetched: given.press.server.requests.length - before.fetched,
    messages: messagesOf(given) - before.messages,
    troubles: given.troubles.length,
    samples,
    trends: given.programs.map(({ role }) => ({
      role,
      trends: trendsOf(judged.filter((sample) => sample.role === role)),
    })),
  }
}

function messagesOf({ fakes: { slack, discord } }: SoakStage): number {
  const posts = slack.requests.filter(({ method }) => method === 'chat.postMessage')
  return posts.length + discord.postedCount()
}
