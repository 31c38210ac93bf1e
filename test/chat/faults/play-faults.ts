// The faults by name, and the playing of them, some side by side. Judges nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PQueue from 'p-queue'
import { awayForADay, awayForHours } from './away-faults.ts'
import { type Count, countDeliveries } from './count.ts'
import { openDiscord } from './discord-platform.ts'
import {
  killAfterAcceptance,
  killBeforeSending,
  killBetweenPieces,
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
import { openSlack } from './slack-platform.ts'
import { openScene, type Scene, type SceneOptions } from './scene.ts'
import type { FaultRow } from './table.ts'

interface Fault {
  readonly name: string
  /** Gives how many times it struck. */
  readonly play: (scene: Scene) => Promise<number>
  /** Instead of five stories in each of twelve channels. */
  readonly size?: Pick<SceneOptions, 'channelCount' | 'load'>
  /** Too long for what waits: the rest is given up, and said. */
  readonly givesUp?: true
}

/** The slowest first: they wait for limits of time and speed on the machine's own clock. */
export const FAULTS: readonly Fault[] = [
  { name: 'requête sans réponse', play: hanging },
  {
    name: 'kill -9 entre deux morceaux d’un message',
    play: killBetweenPieces,
    size: { channelCount: 3, load: 'many' },
  },
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

/** Six parts in each channel: the lead message and five stories. */
const USUAL_SIZE = { channelCount: 12, load: 'few' } as const

interface Played {
  readonly row: FaultRow
  readonly count: Count
  readonly violations: readonly string[]
}

export interface Performance {
  /** By the name of the fault; rejects as its play does. */
  readonly plays: ReadonlyMap<string, Promise<Played>>
  close(): Promise<void>
}

/** A platform under test, and how many scenes two cores bear of it: those of Slack wait more than they work. */
export interface Stage {
  readonly openPlatform: SceneOptions['openPlatform']
  readonly scenesAtOnce: number
}

export const SLACK: Stage = { openPlatform: openSlack, scenesAtOnce: 6 }
export const DISCORD: Stage = { openPlatform: openDiscord, scenesAtOnce: 4 }

/** Begins at once. */
export function playFaults({ openPlatform, scenesAtOnce }: Stage): Performance {
  const root = mkdtempSync(join(tmpdir(), 'pressoir-pannes-'))
  const queue = new PQueue({ concurrency: scenesAtOnce })
  const plays = new Map(
    FAULTS.map((fault, number) => {
      const played = queue.add(() =>
        playFault(fault, { openPlatform, root, name: `scene-${number}`, ...(fault.size ?? USUAL_SIZE) }),
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
