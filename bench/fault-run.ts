// One run of faults: draws them until as many have struck as were asked for, lets everything settle, and judges. Prints
// nothing.
import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '../src/core/calendar.ts'
import { openQueue } from '../src/open-queue.ts'
import { createChance } from '../test/chat/faults/chance.ts'
import { SECOND } from './fault-clock.ts'
import { judge, type Verdict } from './fault-count.ts'
import { FAULTS, hasStruck, type Kind, KINDS, type Struck } from './fault-kinds.ts'
import { type FaultScene, openFaultScene } from './fault-scene.ts'
import { settle } from './fault-settle.ts'
import type { FaultRow } from './fault-table.ts'
import { SILENT_LOG } from './scale-log.ts'

export interface FaultRunOptions {
  readonly faults: number
  readonly seed: string
  /** Seconds of the scene in one of the machine. */
  readonly speed: number
  /** The mean time between the beginnings of two faults, in seconds of the machine; shorter than most of them last. */
  readonly gapSeconds: number
  readonly onSaid: (name: string, line: string) => void
  readonly onProgress: (line: string) => void
}

export interface FaultOutcome {
  readonly rows: readonly FaultRow[]
  readonly verdict: Verdict
  /** Lanes that were put aside after five attempts. */
  readonly dead: number
  readonly ownDeaths: readonly string[]
  readonly refusedStarts: number
  /** Whether nothing waited any more at the end. */
  readonly isSettled: boolean
  /** Bodies and calls that a platform would have refused. */
  readonly violations: readonly string[]
}

interface Played {
  readonly kind: Kind
  readonly struck: Struck
  readonly from: Instant
  readonly until: Instant
}

export async function runFaults(options: FaultRunOptions): Promise<FaultOutcome> {
  const scene = await openFaultScene(options)
  try {
    await untilBusy(scene)
    const played = await playAll(scene, options)
    options.onProgress('everything is whole again')
    await scene.quieten()
    const isSettled = await settle(scene)
    const dead = await deadTasks(scene)
    await Promise.all(scene.fleet.members.map((member) => member.stop()))
    const verdict = await judge(scene)
    const { slack, discord, fleet } = scene
    return {
      rows: rowsOf(played, verdict),
      verdict,
      dead,
      ownDeaths: fleet.ownDeaths,
      refusedStarts: fleet.refusedStarts(),
      isSettled,
      violations: [...slack.violations(), ...discord.violations()],
    }
  } finally {
    await scene.close()
  }
}

/** The first slot is made: from now on there is always something to disturb. */
async function untilBusy({ storage }: FaultScene): Promise<void> {
  while ((await storage.editions.madeSince(0)).length === 0) await pause(200)
}

async function playAll(scene: FaultScene, options: FaultRunOptions): Promise<readonly Played[]> {
  const { faults, seed, gapSeconds, onProgress } = options
  const chance = createChance(seed)
  const kinds = scene.server.disk === undefined ? KINDS.filter((kind) => kind !== 'disk') : KINDS
  const played: Played[] = []
  const underWay = new Set<Promise<void>>()
  const struckCount = (): number => played.filter(({ struck }) => hasStruck(struck)).length
  for (let number = 1; struckCount() + underWay.size < faults; number++) {
    const kind = kinds[chance(0, kinds.length - 1)] ?? 'kill'
    const from = scene.now()
    const particulars = createChance(`${seed} ${number}`)
    const play = FAULTS[kind].play(scene, particulars).then((struck) => {
      played.push({ kind, struck, from, until: scene.now() })
      onProgress(`${struckCount()} of ${faults}: ${FAULTS[kind].name} ${JSON.stringify(struck)}`)
    })
    const whole = play.finally(() => underWay.delete(whole))
    underWay.add(whole)
    await pause((chance(10, 190) / 100) * gapSeconds * 1000)
    while (struckCount() + underWay.size >= faults && underWay.size > 0) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  return played
}

async function deadTasks({ server }: FaultScene): Promise<number> {
  const queue = await openQueue(server.address, SILENT_LOG)
  try {
    return (await queue.states()).reduce((sum, { dead }) => sum + dead, 0)
  } finally {
    await queue.stop(SECOND)
  }
}

function rowsOf(played: readonly Played[], { standingAt }: Verdict): readonly FaultRow[] {
  return KINDS.map((kind) => {
    const drawn = played.filter((each) => each.kind === kind)
    const struck = drawn.filter((each) => hasStruck(each.struck))
    const what: Record<string, number> = {}
    for (const each of struck)
      for (const [name, times] of Object.entries(each.struck)) what[name] = (what[name] ?? 0) + times
    return {
      fault: FAULTS[kind].name,
      drawn: drawn.length,
      struck: struck.length,
      what,
      deliveries: standingAt.filter((at) => struck.some(({ from, until }) => at >= from && at <= until))
        .length,
    }
  })
}
