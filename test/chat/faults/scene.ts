// One scene of the fault tests: publishers, a platform behind a gate, a database, and lives of the program on them.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DAY, MINUTE, type Instant } from '../../../src/core/calendar.ts'
import type { Digest } from '../../../src/core/digest.ts'
import type { Delivery } from '../../../src/core/edition.ts'
import { startLoopbackPress } from '../../../src/demo/loopback-press.ts'
import type { Storage } from '../../../src/ports.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { type Chance, createChance } from './chance.ts'
import type { FakePlatform } from './fake-platform.ts'
import { type Gate, openGate } from './gate.ts'
import { beginLife, type Life } from './life.ts'
import { answerNews, DIGEST, FEEDS, HOSTS, type Load, MORNING } from './news.ts'
import { createSceneClock, type SceneClock } from './scene-clock.ts'

export interface SceneOptions {
  readonly openPlatform: (now: () => Instant) => Promise<FakePlatform>
  /** Where its folder is made. */
  readonly root: string
  /** Names the folder, and is the seed of chance. */
  readonly name: string
  readonly channelCount: number
  readonly load: Load
}

export interface Scene {
  readonly platform: FakePlatform
  readonly gate: Gate
  readonly clock: SceneClock
  /** Of the database that the program works on. */
  readonly storage: Storage
  /** The ids of its channels on the platform. */
  readonly channels: readonly string[]
  /** The digest of every life that begins from now on; it goes to every channel. */
  readonly digest: Digest
  /** Lives begun so far, the dead included. */
  readonly lives: readonly Life[]
  /** The digest is in the database and no longer in the file. */
  moveDigestToChat(): Promise<void>
  readonly random: Chance
  launch(): Promise<Life>
  close(): Promise<void>
}

/** Half an hour before the first slot: the publishers have printed, nobody has read. */
const BEGINS_AT: Instant = MORNING - 30 * MINUTE

export async function openScene({
  openPlatform,
  root,
  name,
  channelCount,
  load,
}: SceneOptions): Promise<Scene> {
  const folder = join(root, name)
  mkdirSync(folder)
  const clock = createSceneClock(BEGINS_AT)
  // First, since it may fail and nothing is open yet.
  const storage = await openStorage(join(folder, 'essai.sqlite'), { now: clock.now })
  const platform = await openPlatform(clock.now)
  const gate = await openGate(platform.port)
  const press = await startLoopbackPress((host, path) => answerNews(load, host, path, clock.now()))
  const channels = Array.from({ length: channelCount }, (_, number) =>
    platform.addChannel(`revue-${number + 1}`),
  )
  const digest: Digest = { ...DIGEST, channels: channels.map((channel) => `${platform.name}:${channel}`) }
  const lives: Life[] = []
  let declared: readonly Digest[] = [digest]
  return {
    platform,
    gate,
    clock,
    storage,
    channels,
    digest,
    lives,
    moveDigestToChat: async () => {
      await storage.digests.save({ ...digest, workspaceId: platform.workspaceId })
      declared = []
    },
    random: createChance(name),
    launch: async () => {
      const life = await beginLife({
        folder,
        pressPort: press.port,
        hosts: HOSTS,
        feeds: FEEDS,
        digests: declared,
        tokens: platform.tokens,
        platformUrls: platform.urls(gate.port),
        ahead: clock.ahead(),
      })
      lives.push(life)
      return life
    },
    close: async () => {
      for (const life of lives) if (!life.isDead()) life.kill()
      await Promise.all(lives.map(({ gone }) => gone))
      await storage.close()
      await Promise.all([gate.close(), press.close(), platform.close()])
    },
  }
}

export function openDeliveries({ storage }: Scene): Promise<readonly Delivery[]> {
  return storage.editions.openDeliveries(Number.MAX_SAFE_INTEGER)
}

/** A first life that has read the feeds and announced the slot; then it is eight o'clock. */
export async function beginMorning(scene: Scene): Promise<Life> {
  const life = await scene.launch()
  await life.beat(scene.clock.ahead())
  scene.clock.jumpTo(MORNING)
  return life
}

/** Sets the clock to what waits next; false when nothing waits any more. */
export async function jumpToNext(scene: Scene): Promise<boolean> {
  const open = await openDeliveries(scene)
  const next = open.map(({ nextAttemptAt }) => nextAttemptAt).filter((at) => at > scene.clock.now())
  // What is due already waits for a part before it, or for a life that sends it.
  if (next.length > 0) scene.clock.jumpTo(Math.min(...next))
  return open.length > 0
}

/** Rounds after which something waits for ever: a day of hours and many short waits. */
const MOST_ROUNDS = 120

/** Beats until nothing is open; false when the program died on the way. */
export async function settle(scene: Scene, life: Life): Promise<boolean> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!(await life.beat(scene.clock.ahead()))) return false
    if (!(await jumpToNext(scene))) return true
  }
  const open = await openDeliveries(scene)
  throw new Error(
    `Still open after ${MOST_ROUNDS} beats: ${JSON.stringify(open.slice(0, 3))} ${life.said.join('')}`,
  )
}

/** The next slot, its news read; the clock then stands at eight o'clock. */
export async function nextMorning({ clock }: Scene, life: Life): Promise<void> {
  const days = Math.ceil((clock.now() - MORNING) / DAY)
  clock.jumpTo(MORNING + days * DAY - 30 * MINUTE)
  await life.beat(clock.ahead())
  clock.jumpTo(MORNING + days * DAY)
}

/** Throws when the program does not end as it should. */
export async function stopWell({ clock }: Scene, life: Life): Promise<void> {
  if (!(await life.stop(clock.ahead()))) throw new Error(`The program did not stop: ${life.said.join('')}`)
}
