// The world in which faults are drawn: a server, both platforms, a press that goes on printing, people who go on adding
// digests, and the processes. Causes no fault and judges none.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Instant, MINUTE } from '../src/core/calendar.ts'
import { ExplainedError } from '../src/core/failures.ts'
import type { Role } from '../src/core/task.ts'
import type { Storage } from '../src/ports.ts'
import { openStorage } from '../src/storage/open.ts'
import { type Chance, createChance } from '../test/chat/faults/chance.ts'
import { openDiscord } from '../test/chat/faults/discord-platform.ts'
import type { FakePlatform } from '../test/chat/faults/fake-platform.ts'
import { openSlack } from '../test/chat/faults/slack-platform.ts'
import { reviewOf } from './chat-digests.ts'
import { sceneNow, type SceneTime, SECOND } from './fault-clock.ts'
import { type Fleet, openFleet } from './fault-fleet.ts'
import { type FaultPress, openFaultPress } from './fault-press.ts'
import { type FaultServer, startFaultServer } from './fault-server.ts'

export interface FaultScene {
  readonly server: FaultServer
  readonly slack: FakePlatform
  readonly discord: FakePlatform
  readonly press: FaultPress
  readonly fleet: Fleet
  /** Straight to the server, past every fault but the server's own. */
  readonly storage: Storage
  readonly channels: readonly string[]
  readonly now: () => Instant
  /** Waits by the scene's clock. */
  readonly rest: (milliseconds: number) => Promise<void>
  readonly jump: (milliseconds: number) => void
  /** Slots that the program announced: each is owed an edition. As ids of editions, with their instants. */
  readonly owed: ReadonlyMap<string, Instant>
  /** Ends printing and adding digests; what the program has to do is known from now on. */
  readonly quieten: () => Promise<void>
  close(): Promise<void>
}

export interface FaultSceneOptions {
  readonly seed: string
  readonly speed: number
  readonly onSaid: (name: string, line: string) => void
}

/** Three that share the work; the fourth is the second scheduler, and waits for its hour. */
const ROLES: readonly Role[] = ['all', 'all', 'publish', 'all']
export const SPARE = 3

/** Of each platform. */
const CHANNELS = 12

/** Printed before anybody reads. */
const FIRST_ARTICLES = 80

/** An article every four seconds, a digest every eight: something is always being read, made and sent. */
const PRINT_EVERY: Instant = 4 * SECOND
const ADD_EVERY: Instant = 8 * SECOND

/** Slots are whole minutes: a new digest is given one that somebody has time to announce. */
const ANNOUNCED_WITHIN: Instant = 20 * SECOND

const STORIES = 4

const BEGINS_AT: Instant = Date.parse('2026-03-17T08:00:10+01:00')

export async function openFaultScene({ seed, speed, onSaid }: FaultSceneOptions): Promise<FaultScene> {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-pannes-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  let time: SceneTime = { beginsAt: BEGINS_AT, bornAt: Date.now(), speed, jumped: 0 }
  const now = (): Instant => sceneNow(time)
  const server = await startFaultServer()
  const [slack, discord] = [await openSlack(now), await openDiscord(now)]
  const press = await openFaultPress()
  const storage = await openStorage(server.address, { now })
  for (let number = 0; number < FIRST_ARTICLES; number++) press.print(now() - 10 * MINUTE)
  const fleet = await openFleet(
    {
      server,
      slack,
      discord,
      archive: join(folder, 'digests'),
      feeds: press.feeds,
      hosts: press.hosts,
      pressPort: press.port,
      time: () => time,
      onSaid,
    },
    ROLES,
  )
  const platforms = [slack, discord]
  const channels = platforms.flatMap((platform) =>
    Array.from({ length: CHANNELS }, (_, at) => `${platform.name}:${platform.addChannel(`revue-${at + 1}`)}`),
  )
  await Promise.all(fleet.members.filter((_, at) => at !== SPARE).map((member) => member.raise()))
  const owed = new Map<string, Instant>()
  const chance = createChance(`${seed} monde`)
  const busy = keepBusy({ press, storage, platforms, channels, now, owed, speed, chance })
  return {
    server,
    slack,
    discord,
    press,
    fleet,
    storage,
    channels,
    now,
    owed,
    rest: (milliseconds) => pause(milliseconds / speed),
    jump: (milliseconds) => {
      time = { ...time, jumped: time.jumped + milliseconds }
      fleet.tellTime()
    },
    quieten: () => busy.end(),
    close: async () => {
      await busy.end()
      await Promise.all(fleet.members.map((member) => member.close()))
      await storage.close().catch(() => undefined)
      await Promise.all([slack.close(), discord.close(), press.server.close()])
      await server.close()
      process.off('exit', remove)
      remove()
    },
  }
}

interface Busy extends Pick<FaultScene, 'press' | 'storage' | 'channels' | 'now'> {
  readonly platforms: readonly FakePlatform[]
  readonly owed: Map<string, Instant>
  readonly speed: number
  readonly chance: Chance
}

/** Goes on until it is ended. Where the server is away, it is tried again. */
function keepBusy({ press, storage, platforms, channels, now, owed, speed, chance }: Busy): {
  end(): Promise<void>
} {
  const ending = new AbortController()
  let added = 0
  const every = async (period: Instant, work: () => Promise<void>): Promise<void> => {
    while (!ending.signal.aborted) {
      await work().catch(orAway)
      await pause(period / speed, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }
  const add = async (): Promise<void> => {
    // Each platform in its turn: whoever adds a digest does so where they talk.
    const platform = platforms[added % platforms.length]
    if (platform === undefined) return
    const own = channels.filter((channel) => channel.startsWith(`${platform.name}:`))
    const first = chance(0, own.length - 1)
    await storage.digests.save(
      reviewOf({
        name: `revue-${added + 1}`,
        hour: wallTime(now() + ANNOUNCED_WITHIN + MINUTE),
        channels: [first, first + 1].map((at) => own[at % own.length] ?? ''),
        stories: STORIES,
        workspaceId: platform.workspaceId,
      }),
    )
    added += 1
  }
  const watch = async (): Promise<void> => {
    for (const [name, slotAt] of await storage.editions.nextSlots())
      owed.set(`${name}@${new Date(slotAt).toISOString()}`, slotAt)
  }
  const underWay = [
    every(PRINT_EVERY, async () => press.print(now())),
    every(ADD_EVERY, add),
    every(SECOND, watch),
  ]
  return {
    end: async () => {
      ending.abort()
      await Promise.all(underWay)
      await watch().catch(orAway)
    },
  }
}

function orAway(error: unknown): void {
  if (!(error instanceof ExplainedError) || !error.failure.code.startsWith('database-')) throw error
}

/** `08:05`, the minute that has begun. */
function wallTime(instant: Instant): string {
  return new Date(instant).toLocaleTimeString('fr', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    minute: '2-digit',
  })
}
