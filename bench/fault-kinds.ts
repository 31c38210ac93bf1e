// The faults: what each does to a scene, and how one knows that it has struck. Draws none and counts no delivery.
import { HOUR, type Instant, MINUTE } from '../src/core/calendar.ts'
import type { Chance } from '../test/chat/faults/chance.ts'
import type { FakePlatform } from '../test/chat/faults/fake-platform.ts'
import { SECOND } from './fault-clock.ts'
import type { Member } from './fault-fleet.ts'
import { type FaultScene, SPARE } from './fault-scene.ts'

export const KINDS = ['kill', 'restart', 'cut', 'clock', 'disk', 'platform', 'schedulers'] as const
export type Kind = (typeof KINDS)[number]

/** What came of one fault: how often it struck what. Nowhere, and it does not count. */
export type Struck = Readonly<Record<string, number>>

export const hasStruck = (struck: Struck): boolean => Object.values(struck).some((times) => times > 0)

export interface FaultKind {
  readonly name: string
  /** Does its worst and mends it; `chance` makes the particulars the same at each run of a seed. */
  readonly play: (scene: FaultScene, chance: Chance) => Promise<Struck>
}

export const FAULTS: Readonly<Record<Kind, FaultKind>> = {
  kill: { name: 'kill -9 of a process', play: killOne },
  restart: { name: 'database restarted', play: restartServer },
  cut: { name: 'connection cut for 30 s', play: cutLines },
  clock: { name: 'clock moved by an hour', play: moveClocks },
  disk: { name: 'disk full', play: fillDisk },
  platform: { name: 'platform answering 500 for a minute', play: failPlatforms },
  schedulers: { name: 'two schedulers at once', play: addScheduler },
}

/** How long a moment is waited for at which a process is to die, or a line to be cut, in milliseconds. */
const LONGEST_LURKING: Instant = 20 * SECOND

/** How long a fault that nobody has met goes on, in milliseconds. */
const LONGEST_WAITING: Instant = MINUTE

const CUT_FOR: Instant = 30 * SECOND

const FAILING_FOR: Instant = MINUTE

const pick = <Item>(items: readonly Item[], chance: Chance): Item | undefined =>
  items[chance(0, items.length - 1)]

const isMeant = (_: Member, at: number): boolean => at !== SPARE

/** What nobody has met yet lasts longer: it is to be felt. */
async function untilFelt(scene: FaultScene, times: () => number): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAITING && times() === 0; waited += 100) await scene.rest(100)
}

/** At any moment, or while it sends, before the platform hears of it or after; while it commits, before and after. */
async function killOne(scene: FaultScene, chance: Chance): Promise<Struck> {
  const victim = pick(
    scene.fleet.members.filter((member, at) => isMeant(member, at) && member.isUp()),
    chance,
  )
  const moment = pick(['idle', 'before sending', 'sent', 'before commit', 'committed'] as const, chance)
  const downFor = chance(1, 8) * SECOND
  if (victim === undefined || moment === undefined) return {}
  const reached = await atMoment(scene, victim, moment, () => void victim.kill())
  if (!reached && !victim.kill()) return {}
  await scene.rest(downFor)
  await victim.raise()
  return { [reached ? moment : 'idle']: 1 }
}

type Moment = 'idle' | 'before sending' | 'sent' | 'before commit' | 'committed'

/** False when the moment did not come in time, or the process ended before. */
async function atMoment(
  scene: FaultScene,
  { line, gates, isUp }: Member,
  moment: Moment,
  happen: () => void,
): Promise<boolean> {
  if (moment === 'idle') return false
  const reached = new AbortController()
  const reach = (): void => {
    if (reached.signal.aborted) return
    reached.abort()
    happen()
  }
  const when = moment === 'before sending' ? 'before' : 'after'
  const atPost = ({ name, calls }: FakePlatform): (() => void) => {
    const stop = gates[name].stop({ call: calls.post, when, effect: 'hold', onStop: reach })
    return () => stop.end()
  }
  const lurks =
    moment === 'before commit' || moment === 'committed'
      ? [line.atCommit(moment === 'committed', reach)]
      : [scene.slack, scene.discord].map(atPost)
  for (let waited = 0; waited < LONGEST_LURKING && !reached.signal.aborted && isUp(); waited += 100)
    await scene.rest(100)
  for (const end of lurks) end()
  return reached.signal.aborted
}

async function restartServer({ server, fleet }: FaultScene, chance: Chance): Promise<Struck> {
  const cut = fleet.members.reduce((sum, { line }) => sum + line.openCount(), 0)
  const mode = chance(0, 1) === 0 ? 'fast' : 'immediate'
  await server.restart(mode)
  return { [`connections, ${mode}`]: cut }
}

/** One process, or all; refused at once, cut in a commit whose outcome nobody hears, or without a word. */
async function cutLines(scene: FaultScene, chance: Chance): Promise<Struck> {
  const members = scene.fleet.members.filter(isMeant)
  const how = pick(['cut', 'cut at commit', 'silent'] as const, chance)
  const one = pick(members, chance)
  const cut = chance(0, 2) === 0 || one === undefined ? members : [one]
  const before = cut.map(({ line }) => line.hits())
  if (how === 'cut at commit' && cut[0] !== undefined)
    await atMoment(scene, cut[0], 'committed', () => cut.forEach(({ line }) => line.cut()))
  for (const { line } of cut) line[how === 'silent' ? 'silence' : 'cut']()
  await scene.rest(CUT_FOR)
  for (const { line } of cut) line.mend()
  const sum = (count: (at: number) => number): number => cut.reduce((total, _, at) => total + count(at), 0)
  const grown = (field: 'inUse' | 'idle' | 'refused') =>
    sum((at) => (cut[at]?.line.hits()[field] ?? 0) - (before[at]?.[field] ?? 0))
  return { 'in use': grown('inUse'), idle: grown('idle'), refused: grown('refused') }
}

/** One machine mostly, so that they disagree; all of them now and then. */
async function moveClocks(scene: FaultScene, chance: Chance): Promise<Struck> {
  const error = chance(0, 1) === 0 ? HOUR : -HOUR
  const members = scene.fleet.members.filter((member, at) => isMeant(member, at) && member.error() === 0)
  const one = pick(members, chance)
  const moved = chance(0, 3) === 0 || one === undefined ? members : [one]
  const lasts = chance(20, 60) * SECOND
  const before = moved.map(({ wrongHours }) => wrongHours())
  const read = (): number =>
    moved.reduce((sum, { wrongHours }, at) => sum + wrongHours() - (before[at] ?? 0), 0)
  for (const member of moved) member.setError(error)
  await scene.rest(lasts)
  await untilFelt(scene, read)
  for (const member of moved) member.setError(0)
  return { [error > 0 ? 'times read, forward' : 'times read, back']: read() }
}

async function fillDisk(scene: FaultScene, chance: Chance): Promise<Struck> {
  const { disk } = scene.server
  const lasts = chance(5, 15) * SECOND
  if (disk === undefined) return {}
  const before = disk.refusedCount()
  await disk.fill()
  const refused = (): number => disk.refusedCount() - before
  await untilFelt(scene, refused)
  await scene.rest(lasts)
  await disk.free()
  return { 'writes refused': refused() }
}

async function failPlatforms(scene: FaultScene, chance: Chance): Promise<Struck> {
  const platforms = pick([[scene.slack], [scene.discord], [scene.slack, scene.discord]], chance) ?? []
  const isDone = chance(0, 1) === 0
  const failing = platforms.map((platform) => platform.fail(isDone))
  const hits = (): number => failing.reduce((sum, each) => sum + each.hits(), 0)
  await scene.rest(FAILING_FOR)
  await untilFelt(scene, hits)
  for (const { end } of failing) end()
  return { [isDone ? 'done and answered 500' : 'answered 500']: hits() }
}

/** A fourth process that does everything, for as long as a mistaken deployment lasts; then it ends, or is killed. */
async function addScheduler({ fleet, rest }: FaultScene, chance: Chance): Promise<Struck> {
  const spare = fleet.members[SPARE]
  const lasts = chance(10, 30) * SECOND
  const isKilled = chance(0, 3) === 0
  if (spare === undefined || spare.isWanted()) return {}
  const before = spare.beats()
  await spare.raise()
  await rest(lasts)
  if (isKilled) spare.kill()
  else await spare.stop()
  return { beats: spare.beats() - before }
}
