// Lives that end by kill -9 at the worst moments, and the lives after them. Counts nothing.
import { MINUTE } from '../../../src/core/calendar.ts'
import { type Stop, TOO_MANY } from './gate.ts'
import type { Life } from './life.ts'
import { beginMorning, jumpToNext, nextMorning, openDeliveries, type Scene, settle } from './scene.ts'

/** How often a program is killed in one scene. */
const KILLS = 6

/** Posts that pass before the next kill. */
const FEWEST_BETWEEN = 2
const MOST_BETWEEN = 8

/** Beats until the request comes that is fatal; gives whether it came. */
async function killAt(
  scene: Scene,
  life: Life,
  stop: Pick<Stop, 'call' | 'when' | 'skip' | 'answer'>,
): Promise<boolean> {
  const handle = scene.gate.stop({ ...stop, effect: 'cut', onStop: () => life.kill() })
  const isAlive = await settle(scene, life)
  handle.end()
  await (isAlive ? undefined : life.gone)
  return !isAlive
}

async function killAgainAndAgain(scene: Scene, when: Stop['when']): Promise<number> {
  let life = await beginMorning(scene)
  let kills = 0
  while (kills < KILLS) {
    const skip = scene.random(FEWEST_BETWEEN, MOST_BETWEEN)
    if (!(await killAt(scene, life, { call: scene.platform.calls.write, when, skip }))) break
    kills += 1
    life = await scene.launch()
  }
  await settle(scene, life)
  return kills
}

/** The ledger says «sending», the request never reaches the platform. */
export function killBeforeSending(scene: Scene): Promise<number> {
  return killAgainAndAgain(scene, 'before')
}

/** The message stands, and the program dies before it hears so. */
export function killAfterAcceptance(scene: Scene): Promise<number> {
  return killAgainAndAgain(scene, 'after')
}

/** A message that no platform takes in one piece: some pieces stand, the others do not, life after life. */
export async function killBetweenPieces(scene: Scene): Promise<number> {
  let life = await beginMorning(scene)
  const { post } = scene.platform.calls
  let kills = 0
  const deaths = [
    { call: post, when: 'after' },
    { call: post, when: 'before' },
    { call: post, when: 'after' },
    { call: post, when: 'before', skip: 1 },
    { call: post, when: 'after', skip: 1 },
  ] as const
  for (const death of deaths) {
    if (!(await killAt(scene, life, death))) break
    kills += 1
    life = await scene.launch()
  }
  await settle(scene, life)
  return kills
}

/** The life after the fatal one dies while it asks what stands, and the next one when it is told. */
export async function killTwiceInARow(scene: Scene): Promise<number> {
  let life = await beginMorning(scene)
  const { write, lookUp } = scene.platform.calls
  let kills = 0
  const deaths = [
    { call: write, when: 'after', skip: 4 },
    { call: lookUp, when: 'before' },
    { call: lookUp, when: 'after' },
    { call: write, when: 'before', skip: 3 },
    { call: lookUp, when: 'after' },
    { call: write, when: 'after' },
  ] as const
  for (const death of deaths) {
    if (!(await killAt(scene, life, death))) break
    kills += 1
    life = await scene.launch()
  }
  await settle(scene, life)
  return kills
}

/** Longer than any post takes: whoever waits so long was told to. */
const PAUSE_SECONDS = 5 * 60

/**
 * The first morning the program is killed once the pause is written down, the second one when it hears of the pause;
 * the next life knows of no pause but by the ledger, and has to keep it.
 */
export async function killInPause(scene: Scene): Promise<number> {
  const { platform, clock } = scene
  let life = await beginMorning(scene)
  platform.refusePosts({ status: 429, skip: 7, times: 3, retryAfterSeconds: PAUSE_SECONDS })
  await life.beat(clock.ahead())
  life.kill()
  await life.gone
  life = await scene.launch()
  await keepsPause(scene, life)
  await settle(scene, life)

  await nextMorning(scene, life)
  platform.refusePosts({ status: 429, skip: 7, times: 3, retryAfterSeconds: PAUSE_SECONDS })
  const isKilled = await killAt(scene, life, { call: platform.calls.post, when: 'after', answer: TOO_MANY })
  life = await scene.launch()
  await settle(scene, life)
  return isKilled ? 2 : 1
}

/** Throws when a channel that waits is written to before its time. */
async function keepsPause(scene: Scene, life: Life): Promise<void> {
  const { platform, clock } = scene
  const waiting = (await openDeliveries(scene)).filter(
    ({ nextAttemptAt }) => nextAttemptAt > clock.now() + PAUSE_SECONDS * 1000 - 2 * MINUTE,
  )
  const channels = [...new Set(waiting.map(({ channel }) => channel.split(':')[1] ?? ''))]
  if (channels.length === 0) throw new Error('No pause was written down')
  const before = channels.map((channel) => platform.postsTo(channel))
  await life.beat(clock.ahead())
  const after = channels.map((channel) => platform.postsTo(channel))
  if (after.join() !== before.join())
    throw new Error(`A pause was not kept: ${before.join()} → ${after.join()}`)
}

/** Two processes share one database; in the second edition one of them is killed at work, and the other ends it. */
export async function twoProcesses(scene: Scene): Promise<number> {
  const first = await beginMorning(scene)
  const second = await scene.launch()
  let beats = await beatTogether(scene, [first, second])
  await nextMorning(scene, first)
  const handle = scene.gate.stop({
    call: scene.platform.calls.write,
    when: 'after',
    skip: 20,
    effect: 'pass',
    onStop: () => second.kill(),
  })
  beats += await beatTogether(scene, [first, second])
  handle.end()
  return beats + (second.isDead() ? 1 : 0)
}

async function beatTogether(scene: Scene, lives: readonly Life[]): Promise<number> {
  for (let beats = 1; beats < 100; beats++) {
    await Promise.all(lives.map((life) => life.beat(scene.clock.ahead())))
    if (!(await jumpToNext(scene))) return beats
  }
  throw new Error('Two processes do not come to an end')
}
