// What a platform and a network do to a program that stays alive. Counts nothing.
import { eventually } from './eventually.ts'
import type { Stop } from './gate.ts'
import type { Life } from './life.ts'
import { beginMorning, jumpToNext, type Scene, settle, stopWell } from './scene.ts'

/** Times a short fault strikes in one scene, in so many bouts. */
const BOUTS = 3
const TIMES_A_BOUT = 4

/** Refusals that come in bouts among posts that pass. */
export async function refusedWith(scene: Scene, status: number): Promise<number> {
  const life = await beginMorning(scene)
  for (let bout = 1; bout <= BOUTS; bout++)
    scene.platform.refusePosts({
      status,
      skip: scene.random(3, 7) * bout,
      times: TIMES_A_BOUT,
      ...(status === 429 ? { retryAfterSeconds: 2 } : {}),
    })
  await settle(scene, life)
  await stopWell(scene, life)
  return scene.platform.refusedCount()
}

async function stopped(scene: Scene, stops: readonly Pick<Stop, 'when' | 'effect'>[]): Promise<number> {
  const life = await beginMorning(scene)
  const handles = stops.map((stop) =>
    scene.gate.stop({
      ...stop,
      call: scene.platform.calls.write,
      skip: scene.random(1, 6),
      times: (BOUTS * TIMES_A_BOUT) / stops.length,
    }),
  )
  await settle(scene, life)
  await stopWell(scene, life)
  return handles.reduce((sum, handle) => sum + handle.count(), 0)
}

/** Half of the requests are never done, the other half never answered. */
export function hanging(scene: Scene): Promise<number> {
  return stopped(scene, [
    { when: 'before', effect: 'hold' },
    { when: 'after', effect: 'hold' },
  ])
}

export function cutBeforeAcceptance(scene: Scene): Promise<number> {
  return stopped(scene, [{ when: 'before', effect: 'cut' }])
}

export function cutAfterAcceptance(scene: Scene): Promise<number> {
  return stopped(scene, [{ when: 'after', effect: 'cut' }])
}

/** The connection through which the platform speaks to us is lost every few posts. */
export async function droppedInBurst(scene: Scene): Promise<number> {
  const { platform, gate } = scene
  const life = await beginMorning(scene)
  await eventually('the program is connected', platform.isConnected)
  const drops = 10
  let posts = 0
  let dropped = 0
  gate.stop({
    call: platform.calls.post,
    when: 'after',
    effect: 'pass',
    times: Number.POSITIVE_INFINITY,
    onStop: () => {
      posts += 1
      if (posts % 6 !== 0 || dropped >= drops) return
      platform.cutConnections(dropped)
      dropped += 1
    },
  })
  await endConnected(scene, life)
  return dropped
}

/** Cut while it connects, the program finds its way back by itself. */
async function endConnected(scene: Scene, life: Life): Promise<void> {
  await settle(scene, life)
  await eventually('the connection is back', () => scene.platform.isConnected())
  await stopWell(scene, life)
}

/** Beats while the platform is shut; then somebody opens it again. */
async function shutFor(scene: Scene, beats: number, shut: () => void, open: () => void): Promise<number> {
  const life = await beginMorning(scene)
  let count = 0
  for (let time = 0; time < BOUTS; time++) {
    const handle = scene.gate.stop({
      call: scene.platform.calls.write,
      when: 'after',
      skip: scene.random(3, 9),
      effect: 'pass',
      onStop: () => {
        shut()
        count += 1
      },
    })
    for (let beat = 0; beat < beats; beat++) {
      await life.beat(scene.clock.ahead())
      await jumpToNext(scene)
    }
    handle.end()
    open()
  }
  await settle(scene, life)
  await stopWell(scene, life)
  return count
}

export function tokenRevoked(scene: Scene): Promise<number> {
  const { revokeToken, restoreToken } = scene.platform
  return shutFor(scene, 3, revokeToken, restoreToken)
}

/** Half of the channels. */
export function channelsClosed(scene: Scene): Promise<number> {
  const closed = scene.channels.filter((_, number) => number % 2 === 0)
  return shutFor(
    scene,
    4,
    () => closed.forEach((channel) => scene.platform.closeChannel(channel)),
    () => closed.forEach((channel) => scene.platform.openChannel(channel)),
  )
}
