// The processes that share the work, as a supervisor keeps them: started again when they die, each on its own lines. Judges
// nothing.
import type { Role } from '../src/core/task.ts'
import { type Gate, openGate } from '../test/chat/faults/gate.ts'
import type { FakePlatform } from '../test/chat/faults/fake-platform.ts'
import type { SceneTime } from './fault-clock.ts'
import { beginLife, keepPlace, type Life, type Place } from './fault-life.ts'
import { type Line, openLine } from './fault-line.ts'
import type { FaultProgramOptions } from './fault-program.ts'

export interface FleetOptions extends Pick<FaultProgramOptions, 'archive' | 'feeds' | 'hosts' | 'pressPort'> {
  readonly server: { readonly port: number; readonly addressAt: (port: number) => string }
  readonly slack: FakePlatform
  readonly discord: FakePlatform
  readonly time: () => SceneTime
  /** Hears every line of every log. */
  readonly onSaid: (name: string, line: string) => void
}

/** One place for a process: the process itself changes, its lines stay. */
export interface Member extends Omit<Place, 'order' | 'end'> {
  readonly name: string
  readonly line: Line
  readonly gates: Readonly<Record<'slack' | 'discord', Gate>>
  /** Beats of all its processes. */
  readonly beats: () => number
  /** How often a wrong clock was read. */
  readonly wrongHours: () => number
  /** By how much its clock is wrong, in milliseconds; 0 for none. */
  setError(error: number): void
  readonly error: () => number
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

export async function openFleet(options: FleetOptions, roles: readonly Role[]): Promise<Fleet> {
  const ownDeaths: string[] = []
  let refusedStarts = 0
  const onDeath = (name: string, life: Life, how?: string): void => {
    if (life.isEndWanted && how === undefined) return
    const { isReady, lastWords, child } = life
    if (!isReady && /code: 'database-/u.test(lastWords)) refusedStarts += 1
    else ownDeaths.push(`${name}, ${how ?? child.exitCode ?? child.signalCode}: ${lastWords}`)
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
  onDeath: (name: string, life: Life, how?: string) => void,
): Promise<Member> {
  const line = await openLine(options.server.port)
  const gates = { slack: await openGate(options.slack.port), discord: await openGate(options.discord.port) }
  const counts = countBeats()
  let error = 0
  const place = keepPlace(name, {
    begin: () => {
      counts.forget()
      return beginLife(programOptions(options, { role, error, line, gates }), {
        onWord: (word) => void (word.kind === 'beat' && counts.note(word.wrongHours)),
        onSaid: (text) => options.onSaid(name, text),
        onDeath: (life) => onDeath(name, life),
      })
    },
    onBadEnd: (life, how) => onDeath(name, life, how),
  })
  return {
    name,
    line,
    gates,
    ...place,
    beats: counts.beats,
    wrongHours: counts.wrongHours,
    setError: (given) => {
      error = given
      place.order({ kind: 'clock', time: options.time(), error })
    },
    error: () => error,
    close: async () => {
      await place.end()
      await Promise.all([line.close(), gates.slack.close(), gates.discord.close()])
    },
  }
}

/** Over all lives of one place: each counts from nought. */
function countBeats() {
  let [beats, wrongHours, ofThisLife] = [0, 0, 0]
  return {
    beats: () => beats,
    wrongHours: () => wrongHours,
    forget: () => {
      ofThisLife = 0
    },
    note: (wrongSoFar: number) => {
      beats += 1
      wrongHours += Math.max(0, wrongSoFar - ofThisLife)
      ofThisLife = wrongSoFar
    },
  }
}

function programOptions(
  { server, slack, discord, archive, feeds, hosts, pressPort, time }: FleetOptions,
  {
    role,
    error,
    line,
    gates,
  }: Pick<Member, 'line' | 'gates'> & { readonly role: Role; readonly error: number },
): FaultProgramOptions {
  return {
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
}
