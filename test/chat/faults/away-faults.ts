// The bot is removed from the workspace in the middle of an edition, and comes back. Counts nothing.
import { DEFAULT_SETTINGS } from '../../../src/core/workspace.ts'
import { HOUR, type Instant } from '../../../src/core/calendar.ts'
import { eventually } from './eventually.ts'
import type { Life } from './life.ts'
import { FEEDS, MORNING } from './news.ts'
import { beginMorning, type Scene, settle, stopWell } from './scene.ts'

/** Back before the day is over: what waits is sent then. */
export function awayForHours(scene: Scene): Promise<number> {
  return awayUntil(scene, MORNING + 20 * HOUR)
}

/** Back when the next slot is due as well: what waited for more than a day is given up, and said. */
export function awayForADay(scene: Scene): Promise<number> {
  return awayUntil(scene, MORNING + 25 * HOUR)
}

async function awayUntil(scene: Scene, backAt: Instant): Promise<number> {
  const { platform, clock, storage } = scene
  await setUp(scene)
  const life = await beginMorning(scene)
  const before = await configuration(scene)
  await atPost(scene, 8, life, platform.removeBot)
  for (let at = MORNING + HOUR; at < backAt; at += HOUR) {
    clock.jumpTo(at)
    await life.beat(clock.ahead())
  }
  clock.jumpTo(backAt)
  platform.inviteBot()
  await eventually('the workspace is there again', async () => {
    const workspace = await storage.workspaces.get(platform.workspaceId)
    return workspace?.leftAt === undefined
  })
  await settle(scene, life)
  // The slots of the days after the removal.
  clock.jumpTo(MORNING + 24 * HOUR)
  await settle(scene, life)
  const after = await configuration(scene)
  if (after !== before) throw new Error(`The configuration changed: ${before} → ${after}`)
  await stopWell(scene, life)
  return 1
}

/** The workspace has chosen its digest, its feeds and its people itself, in the chat. */
async function setUp(scene: Scene): Promise<void> {
  const { platform, storage, clock } = scene
  const now = clock.now()
  await storage.workspaces.save({
    id: platform.workspaceId,
    name: 'Rédaction d’essai',
    joinedAt: now,
    settings: { ...DEFAULT_SETTINGS, managers: ['U0CHEFFE'] },
  })
  for (const { id, url, title, publisher, rubric } of FEEDS)
    await storage.followings.save(
      {
        workspaceId: platform.workspaceId,
        feedId: id,
        url,
        title,
        publisher,
        rubric,
        addedBy: 'U0CHEFFE',
        addedByName: 'Camille Roux',
        addedAt: now,
      },
      now,
    )
  await scene.moveDigestToChat()
}

/** What no removal may wipe, as text. */
async function configuration({ storage, platform: { workspaceId } }: Scene): Promise<string> {
  const workspace = await storage.workspaces.get(workspaceId)
  return JSON.stringify([
    workspace?.settings,
    await storage.followings.of(workspaceId),
    await storage.digests.of(workspaceId),
  ])
}

async function atPost(scene: Scene, number: number, life: Life, happen: () => void): Promise<void> {
  const handle = scene.gate.stop({
    call: scene.platform.calls.write,
    when: 'after',
    skip: number,
    effect: 'pass',
    onStop: happen,
  })
  await life.beat(scene.clock.ahead())
  handle.end()
}
