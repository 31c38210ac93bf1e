// The faults by name, and the playing of them, some side by side. Judges nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PQueue from 'p-queue'
import { awayForADay, awayForHours } from './away-faults.ts'
import { type Count, countDeliveries } from './count.ts'
import {
  killAfterAcceptance,
  killBeforeSending,
  killInPause,
  killTwiceInARow,
  twoProcesses,
} from './kill-faults.ts'
import {
  channelsClosed,
  cutAfterAcceptance,
  cutBeforeAcceptance,
  droppedInBurst,
  hanging,
  refusedWith,
  tokenRevoked,
} from './platform-faults.ts'
import { openScene, type Scene, type SceneOptions } from './scene.ts'
import type { FaultRow } from './table.ts'

interface Fault {
  readonly name: string
  /** Gives how many times it struck. */
  readonly play: (scene: Scene) => Promise<number>
  /** Too long for what waits: the rest is given up, and said. */
  readonly givesUp?: true
}

/** The slowest first: it waits for time limits on the machine's own clock. */
export const FAULTS: readonly Fault[] = [
  { name: 'requête sans réponse', play: hanging },
  { name: 'kill -9 entre l’écriture et l’envoi', play: killBeforeSending },
  { name: 'kill -9 entre l’acceptation et la note', play: killAfterAcceptance },
  { name: 'kill -9 pendant une pause demandée', play: killInPause },
  { name: 'morts à la suite, pendant la vérification', play: killTwiceInARow },
  { name: 'deux processus sur une base, l’un tué', play: twoProcesses },
  { name: 'connexion perdue en pleine rafale', play: droppedInBurst },
  { name: 'HTTP 429', play: (scene) => refusedWith(scene, 429) },
  { name: 'HTTP 500', play: (scene) => refusedWith(scene, 500) },
  { name: 'HTTP 503', play: (scene) => refusedWith(scene, 503) },
  { name: 'coupure avant l’acceptation', play: cutBeforeAcceptance },
  { name: 'coupure après l’acceptation', play: cutAfterAcceptance },
  { name: 'jeton révoqué, puis rétabli', play: tokenRevoked },
  { name: 'salons fermés, puis rouverts', play: channelsClosed },
  { name: 'robot retiré vingt heures', play: awayForHours },
  { name: 'robot retiré plus d’un jour', play: awayForADay, givesUp: true },
]

/** Ours: scenes wait more than they work; two cores bear so many. */
const SCENES_AT_ONCE = 6

/** Six parts each. */
const CHANNELS = 12

export interface Played {
  readonly row: FaultRow
  readonly count: Count
  readonly violations: readonly string[]
}

export interface Performance {
  /** By the name of the fault; rejects as its play does. */
  readonly plays: ReadonlyMap<string, Promise<Played>>
  close(): Promise<void>
}

export function playFaults(openPlatform: SceneOptions['openPlatform'], faults = FAULTS): Performance {
  const root = mkdtempSync(join(tmpdir(), 'pressoir-pannes-'))
  const queue = new PQueue({ concurrency: SCENES_AT_ONCE })
  const plays = new Map(
    faults.map((fault, number) => {
      const played = queue.add(() =>
        playFault(fault, { openPlatform, root, name: `scene-${number}`, channelCount: CHANNELS }),
      )
      // Whoever asks for it hears of the failure.
      played.catch(() => undefined)
      return [fault.name, played] as const
    }),
  )
  return {
    plays,
    close: async () => {
      queue.clear()
      await queue.onIdle()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function playFault({ name, play }: Fault, options: SceneOptions): Promise<Played> {
  const scene = await openScene(options)
  try {
    const injected = await play(scene)
    const count = await countDeliveries(scene)
    const { deliveries, lost, twice, givenUp } = count
    const platform = scene.platform.name === 'slack' ? 'Slack' : 'Discord'
    return {
      row: { fault: name, platform, injected, deliveries, lost, twice, givenUp },
      count,
      violations: scene.platform.violations(),
    }
  } catch (error) {
    const said = scene.lives.map((life) => life.said.join('').slice(-2000)).join('\n')
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}\n${said}`, {
      cause: error,
    })
  } finally {
    await scene.close()
  }
}
