// The processes that share the work, as a supervisor keeps them: started again when they die, each on its own lines. Judges
// nothing.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Role } from '../src/core/task.ts'
import { type Gate, openGate } from '../test/chat/faults/gate.ts'
import type { FakePlatform } from '../test/chat/faults/fake-platform.ts'
import type { SceneTime } from './fault-clock.ts'
import { type Line, openLine } from './fault-line.ts'
import type { FaultOrder, FaultProgramOptions, FaultWord } from './fault-program.ts'

export interface FleetOptions extends Pick<FaultProgramOptions, 'archive' | 'feeds' | 'hosts' | 'pressPort'> {
  readonly server: { readonly port: number; readonly addressAt: (port: number) => string }
  readonly slack: FakePlatform
  readonly discord: FakePlatform
  readonly time: () => SceneTime
  /** Hears every line of every log. */
  readonly onSaid: (name: string, line: string) => void
}

/** One place for a process: the process itself changes, its lines stay. */
export interface Member {
  readonly name: string
  readonly line: Line
  readonly gates: Readonly<Record<'slack' | 'discord', Gate>>
  readonly isUp: () => boolean
  /** Or about to be. */
  readonly isWanted: () => boolean
  /** Beats of all its processes. */
  readonly beats: () => number
  /** How often a wrong clock was read. */
  readonly wrongHours: () => number
  /** By how much its clock is wrong, in milliseconds; 0 for none. */
  setError(error: number): void
  readonly error: () => number
  /** kill -9; false where there was nobody to kill. */
  kill(): boolean
  /** Started, and started again until it stands: a database that cannot be reached lets nobody begin. */
  raise(): Promise<void>
  /** Ends as a good program ends. */
  stop(): Promise<void>
  close(): Promise<void>
}

export interface Fleet {
  readonly members: readonly Member[]
  tellTime(): void
  /** Deaths that nobody ordered, with the last words. */
  readonly ownDeaths: readonly string[]
  /** Starts that ended before they stood, for want of a database. */
  readonly refusedStarts: () => number
}

const PROGRAM = join(import.meta.dirname, 'fault-program.ts')

/** As `npm start` has it. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384']

/** A process that does not end by itself within this is a failure, in milliseconds: less than the program allows itself. */
const LONGEST_STOP = 30_000

const LAST_WORDS = 2000

/** Far more than the longest outage needs. */
const MOST_STARTS = 120

interface Life {
  readonly child: ChildProcess
  readonly gone: Promise<void>
  isReady: boolean
  isEndWanted: boolean
  lastWords: string
}

export async function openFleet(options: FleetOptions, roles: readonly Role[]): Promise<Fleet> {
  const ownDeaths: string[] = []
  let refusedStarts = 0
  const onDeath = (name: string, { isReady, isEndWanted, lastWords, child }: Life): void => {
    if (isEndWanted) return
    if (!isReady && /code: 'database-/u.test(lastWords)) refusedStarts += 1
    else ownDeaths.push(`${name}, ${child.exitCode ?? child.signalCode}: ${lastWords}`)
  }
  const members: Member[] = []
  for (const [index, role] of roles.entries())
    members.push(await openMember(options, `${role}-${index + 1}`, role, onDeath))
  return {
    members,
    tellTime: () => members.forEach((member) => member.setError(member.error())),
    ownDeaths,
    refusedStarts: () => refusedStarts,
  }
}

async function openMember(
  options: FleetOptions,
  name: string,
  role: Role,
  onDeath: (name: string, life: Life) => void,
): Promise<Member> {
  const line = await openLine(options.server.port)
  const gates = {
    slack: await openGate(options.slack.port),
    discord: await openGate(options.discord.port),
  }
  const totals = { beats: 0, wrongHours: 0 }
  let life: Life | undefined
  let error = 0
  let isRising = false
  const begin = (): Life => {
    const begun = beginLife(options, { role, error, line, gates })
    begun.child.on('message', (word: FaultWord) => {
      if (word.kind === 'ready') begun.isReady = true
      if (word.kind === 'beat') note(word.wrongHours)
    })
    begun.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      begun.lastWords = `${begun.lastWords}${text}`.slice(-LAST_WORDS)
      options.onSaid(name, text)
    })
    void begun.gone.then(() => onDeath(name, begun))
    return begun
  }
  let wrongBefore = 0
  const note = (wrongHours: number): void => {
    totals.beats += 1
    totals.wrongHours += Math.max(0, wrongHours - wrongBefore)
    wrongBefore = wrongHours
  }
  const isUp = (): boolean => life !== undefined && life.isReady && isAlive(life)
  const member: Member = {
    name,
    line,
    gates,
    isUp,
    isWanted: () => isRising || (life !== undefined && isAlive(life)),
    beats: () => totals.beats,
    wrongHours: () => totals.wrongHours,
    setError: (given) => {
      error = given
      if (life !== undefined && isAlive(life)) order(life, { kind: 'clock', time: options.time(), error })
    },
    error: () => error,
    kill: () => {
      if (life === undefined || !isUp()) return false
      life.isEndWanted = true
      return life.child.kill('SIGKILL')
    },
    raise: async () => {
      isRising = true
      for (let start = 1; life === undefined || !isAlive(life); start++) {
        if (start > MOST_STARTS) throw new Error(`${name} does not start: ${life?.lastWords}`)
        wrongBefore = 0
        life = begin()
        await standing(life)
        if (!isAlive(life)) await pause(1000)
      }
      isRising = false
    },
    stop: async () => {
      if (life === undefined || !isAlive(life)) return
      life.isEndWanted = true
      order(life, { kind: 'stop' })
      const wrong = await endWell(life)
      if (wrong !== undefined) onDeath(name, { ...life, isEndWanted: false })
    },
    close: async () => {
      if (life !== undefined && isAlive(life)) {
        life.isEndWanted = true
        life.child.kill('SIGKILL')
        await life.gone
      }
      await Promise.all([line.close(), gates.slack.close(), gates.discord.close()])
    },
  }
  return member
}

function beginLife(
  { server, slack, discord, archive, feeds, hosts, pressPort, time }: FleetOptions,
  { role, error, line, gates }: Pick<Member, 'line' | 'gates'> & { role: Role; error: number },
): Life {
  const given: FaultProgramOptions = {
    role,
    archive,
    feeds,
    hosts,
    pressPort,
    digests: [],
    database: server.addressAt(line.port),
    time: time(),
    error,
    tokens: { ...slack.tokens, discord: discord.tokens.discord },
    platformUrls: {
      slack: slack.urls(gates.slack.port).slack,
      discord: discord.urls(gates.discord.port).discord,
    },
  }
  const child = fork(PROGRAM, [JSON.stringify(given)], {
    execArgv: FLAGS,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const gone = once(child, 'close').then(() => undefined)
  return { child, gone, isReady: false, isEndWanted: false, lastWords: '' }
}

const isAlive = ({ child }: Life): boolean => child.exitCode === null && child.signalCode === null

function order({ child }: Life, given: FaultOrder): void {
  if (child.connected) child.send(given)
}

/** Or dead. */
async function standing(life: Life): Promise<void> {
  while (isAlive(life) && !life.isReady) await pause(50)
}

/** What is wrong with how it ended, if anything. */
async function endWell({ child, gone }: Life): Promise<string | undefined> {
  const isInTime = await Promise.race([gone.then(() => true), pause(LONGEST_STOP, false, { ref: false })])
  if (isInTime) return child.exitCode === 0 ? undefined : 'ended badly'
  child.kill('SIGKILL')
  await gone
  return 'did not stop'
}
