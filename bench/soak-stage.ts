// What the soak plays on: both platforms, a press, a database with a fortnight behind it, and the real program. Measures
// nothing.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openApp } from '../src/app.ts'
import { BOT_SCOPES } from '../src/chat/slack/scopes.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../src/core/calendar.ts'
import type { Digest } from '../src/core/digest.ts'
import { STORY_MEMORY } from '../src/core/story-shelf.ts'
import type { Role } from '../src/core/task.ts'
import { startFakeDiscord } from '../test/chat/discord/fake/fake-discord.ts'
import { startFakeSlack } from '../test/chat/slack/fake/fake-slack.ts'
import { type Audience, invitePeople } from './chat-people.ts'
import { reviewOf } from './chat-digests.ts'
import type { Fakes } from './chat-stage.ts'
import { sceneNow, type SceneTime } from './fault-clock.ts'
import { type FaultPress, openFaultPress } from './fault-press.ts'
import type { FaultOrder, FaultProgramOptions, FaultWord, ProcessReport } from './fault-program.ts'
import { hear } from './hear-word.ts'
import { SILENT_LOG } from './scale-log.ts'
import { silentTerminal } from './silent-terminal.ts'
import { DAY_OF_A_TEAM } from './soak-traffic.ts'

export interface SoakStage {
  readonly fakes: Fakes
  readonly audience: Audience
  readonly press: FaultPress
  /** A path, or the address of a server. */
  readonly database: string
  readonly programs: readonly SoakProgram[]
  readonly now: () => Instant
  /** From now on the scene's clock runs as many times as fast as the machine's. */
  readonly hasten: (times: number) => void
  readonly troubles: readonly string[]
  close(): Promise<void>
}

export interface SoakProgram {
  readonly role: Role
  readonly pid: number
  report(): Promise<ProcessReport>
}

/** The fortnight ends here, and the soak begins: before the first review of a Tuesday. */
const BEGINS_AT: Instant = Date.parse('2026-03-17T07:30:00+01:00')

const PROGRAM = join(import.meta.dirname, 'fault-program.ts')
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384', '--expose-gc']

const PEOPLE = 20

const HOURS_OF_A_DAY = DAY / HOUR

/** Discord's patience with an interaction, in milliseconds. */
const ACKNOWLEDGE_WITHIN = 3000

export async function openSoakStage(given: {
  /** A new file when absent. */
  readonly database: string | undefined
  readonly roles: readonly Role[]
  /** How fast the scene's clock is going to run. */
  readonly times: number
  /** Days of articles that there are already; a fortnight, so that as many leave the shelf of stories as come. */
  readonly days?: number
}): Promise<SoakStage> {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-endurance-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const database = given.database ?? join(folder, 'mesures.sqlite')
  const press = await openFaultPress()
  await liveThrough(press, { database, folder, days: given.days ?? STORY_MEMORY / DAY })
  let time: SceneTime = { beginsAt: BEGINS_AT, bornAt: Date.now(), speed: 1, jumped: 0 }
  const now = (): Instant => sceneNow(time)
  const slack = await startFakeSlack({ now, scopes: BOT_SCOPES, random: () => 0, rateLimits: 'off' })
  // Its clock runs with the scene's, and nobody's patience with an answer does.
  const acknowledgeMs = ACKNOWLEDGE_WITHIN * given.times
  const discord = await startFakeDiscord({ now, acknowledgeMs, rates: { isOn: false } })
  const { id: guild } = discord.addGuild({ name: 'La rédaction' })
  const fakes: Fakes = { slack, discord, guild, now, jumpTo: () => undefined }
  const audience = invitePeople(fakes, PEOPLE)
  const troubles: string[] = []
  const children = given.roles.map((role) =>
    startProgram(
      {
        role,
        database,
        archive: join(folder, 'digests'),
        feeds: press.feeds,
        hosts: press.hosts,
        pressPort: press.port,
        digests: [teamReview(fakes, audience)],
        time,
        error: 0,
        tokens: {
          slackBot: slack.botToken,
          slackApp: slack.appToken,
          slackSigning: undefined,
          discord: discord.token,
        },
        platformUrls: { slack: slack.apiUrl, discord: discord.apiUrl },
      },
      (line) => troubles.push(line),
    ),
  )
  await Promise.all(children.map(({ ready }) => ready))
  return {
    fakes,
    audience,
    press,
    database,
    programs: children,
    now,
    hasten: (speed) => {
      time = { beginsAt: now(), bornAt: Date.now(), speed, jumped: 0 }
      for (const child of children) child.order({ kind: 'clock', time, error: 0 })
    },
    troubles,
    close: async () => {
      await Promise.all(children.map((child) => child.stop()))
      await Promise.all([slack.close(), discord.close(), press.server.close()])
      process.off('exit', remove)
      remove()
    },
  }
}

/** Five channels of each platform, those in which people ask among them. */
function teamReview({ slack, discord, guild }: Fakes, audience: Audience): Digest {
  const more = Array.from({ length: DAY_OF_A_TEAM.channels - 1 }, (_, at) => [
    `slack:${slack.addChannel({ name: `revue-${at}` })}`,
    `discord:${discord.addChannel(guild, { name: `revue-${at}` })}`,
  ]).flat()
  const channels = [`slack:${audience.slackChannel}`, `discord:${audience.discordChannel}`, ...more]
  const digest = reviewOf({ name: 'equipe', hour: '08:00', channels })
  return { ...digest, schedule: { ...digest.schedule, hours: DAY_OF_A_TEAM.hours } }
}

/** The program itself reads the days before, with nobody to tell. */
async function liveThrough(
  press: FaultPress,
  { database, folder, days }: { database: string; folder: string; days: number },
): Promise<void> {
  let now = BEGINS_AT - days * DAY
  const app = await openApp(
    {
      role: 'all',
      configuration: {
        contact: 'mesures@pressoir.example',
        zone: 'Europe/Paris',
        port: 3000,
        database,
        archive: join(folder, 'digests'),
        feeds: press.feeds,
        digests: [],
        alerts: [],
        tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
        platformUrls: { slack: undefined, discord: undefined },
      },
      clock: { now: () => now },
      log: SILENT_LOG,
      routes: new Map(press.hosts.map((host) => [host, { host: '127.0.0.1', port: press.port }])),
    },
    silentTerminal(),
  )
  // Hour by hour: days printed at once would leave the shelf at once, a step down each day and a slope up between two.
  for (let hour = 1; hour <= days * HOURS_OF_A_DAY; hour++) {
    while (press.printed.length < (hour * DAY_OF_A_TEAM.articles) / HOURS_OF_A_DAY) press.print(now)
    await app.ingest()
    if (hour < days * HOURS_OF_A_DAY) now += HOUR
    if (hour % HOURS_OF_A_DAY !== 0) continue
    process.stderr.write(
      `  day ${hour / HOURS_OF_A_DAY} of ${days}: ${await app.storage.articles.count()} articles\n`,
    )
  }
  now = BEGINS_AT - MINUTE
  await app.close()
}

interface Child extends SoakProgram {
  readonly ready: Promise<void>
  order(order: FaultOrder): void
  stop(): Promise<void>
}

function startProgram(options: FaultProgramOptions, onTrouble: (line: string) => void): Child {
  const child = fork(PROGRAM, [JSON.stringify(options)], {
    execArgv: FLAGS,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  let lastWords = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = text
    onTrouble(text)
  })
  const hearWord = (kind: FaultWord['kind']): Promise<FaultWord> =>
    hear<FaultWord>(
      child,
      (word) => word.kind === kind,
      () => lastWords,
    )
  const order = (given: FaultOrder): void => void child.send(given)
  return {
    role: options.role,
    pid: child.pid ?? 0,
    ready: hearWord('ready').then(() => undefined),
    order,
    report: async () => {
      const heard = hearWord('report')
      order({ kind: 'report' })
      const word = await heard
      if (word.kind !== 'report') throw new Error('the program said something else')
      return word.report
    },
    stop: async () => {
      const gone = once(child, 'close')
      order({ kind: 'stop' })
      const isInTime = await Promise.race([gone.then(() => true), pause(30_000, false, { ref: false })])
      if (!isInTime) child.kill('SIGKILL')
    },
  }
}
