// What came of a scene that several processes played: one edition a slot, each part once, in order, each article told once.
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import { slotsBetween } from '../../src/core/schedule.ts'
import { openStorage } from '../../src/storage/open.ts'
import { BEGINS_AT, DIGEST, ITEMS } from './process-scene.ts'

interface PlayedScene {
  readonly database: string
  /** Of the console's channels. */
  readonly transcript: string
  readonly endedAt: number
}

export async function checkScene({ database, transcript, endedAt }: PlayedScene): Promise<void> {
  const lines: readonly { readonly key: string; readonly channel: string }[] = readFileSync(
    transcript,
    'utf8',
  )
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  expect(new Set(lines.map(({ key }) => key)).size, 'no part twice').toBe(lines.length)
  const storage = await openStorage(database, { now: () => endedAt })
  // The last minute may be under way.
  const slots = slotsBetween(DIGEST.schedule, BEGINS_AT, endedAt - 1.5 * MINUTE)
  const shown: string[] = []
  let made = 0
  for (const slotAt of slots) {
    const edition = await storage.editions.get(`minute@${new Date(slotAt).toISOString()}`)
    if (edition === undefined) continue
    made += 1
    shown.push(...edition.stories.flatMap(({ sources }) => sources.map(({ url }) => url)))
    const deliveries = await storage.editions.deliveriesOf(edition.id)
    for (const channel of ['terminal', 'bureau']) {
      const keys = deliveries.filter((part) => part.channel === `console:${channel}`).map(({ id }) => id)
      expect(
        lines.filter((line) => line.channel === channel && keys.includes(line.key)).map(({ key }) => key),
        'every part, in order',
      ).toEqual(keys)
    }
  }
  await storage.close()
  expect(made).toBeGreaterThan(2)
  expect(shown.toSorted(), 'each article told once').toEqual(
    Object.values(ITEMS)
      .flat()
      .map(({ link }) => link)
      .toSorted(),
  )
}
