// Counts what became of every delivery of a scene: what the ledger says beside what stands on the platform.
import { splitChannel } from '../../../src/core/channel.ts'
import type { Delivery, Edition } from '../../../src/core/edition.ts'
import { DAY } from '../../../src/core/calendar.ts'
import type { Standing } from './fake-platform.ts'
import { MORNING } from './news.ts'
import type { Scene } from './scene.ts'

export interface Count {
  readonly editions: number
  readonly deliveries: number
  /** Closed in the ledger without standing, or not closed at all. */
  readonly lost: number
  /** Standing more often than once, or without a delivery. */
  readonly twice: number
  /** Given up after a day, and nowhere to be seen. */
  readonly givenUp: number
  /** Whatever else is not as it should be: order, threads, handles. */
  readonly wrongs: readonly string[]
}

/** Slots that a scene may have reached. */
const DAYS = 4

export async function countDeliveries({ storage, platform, digest, channels }: Scene): Promise<Count> {
  const editions: Edition[] = []
  const deliveries: Delivery[] = []
  for (let day = 0; day < DAYS; day++) {
    const slotAt = new Date(MORNING + day * DAY).toISOString()
    const edition = await storage.editions.get(`${digest.name}@${slotAt}`)
    if (edition === undefined) continue
    editions.push(edition)
    deliveries.push(...(await storage.editions.deliveriesOf(edition.id)))
  }
  const counts = channels.map((channel) =>
    countChannel(
      deliveries.filter((delivery) => splitChannel(delivery.channel).channel === channel),
      platform.standing(channel),
    ),
  )
  const sum = (count: (each: ChannelCount) => number): number =>
    counts.reduce((total, each) => total + count(each), 0)
  return {
    editions: editions.length,
    deliveries: deliveries.length,
    lost: sum(({ lost }) => lost),
    twice: sum(({ twice }) => twice),
    givenUp: sum(({ givenUp }) => givenUp),
    wrongs: counts.flatMap(({ wrongs }) => wrongs),
  }
}

type ChannelCount = Omit<Count, 'editions' | 'deliveries'>

function countChannel(deliveries: readonly Delivery[], standing: readonly Standing[]): ChannelCount {
  const byKey = Map.groupBy(standing, ({ key }) => key)
  const known = new Set(deliveries.map(({ id }) => id))
  const standsOnce = ({ id }: Delivery): boolean => byKey.get(id)?.length === 1
  const posted = deliveries.filter(({ state }) => state === 'posted')
  const abandoned = deliveries.filter(({ state }) => state === 'abandoned')
  const extra = [...byKey].map(([key, messages]) => messages.length - (known.has(key ?? '') ? 1 : 0))
  return {
    lost:
      deliveries.length - posted.length - abandoned.length + posted.filter(({ id }) => !byKey.has(id)).length,
    twice: extra.reduce((sum, count) => sum + count, 0),
    givenUp: abandoned.length,
    wrongs: [
      ...orderWrongs(posted.filter(standsOnce), standing),
      ...posted.filter(standsOnce).flatMap((delivery) => placeWrongs(delivery, deliveries, byKey)),
      ...abandoned.filter(({ id }) => byKey.has(id)).map(({ id }) => `${id} stands and was given up`),
    ],
  }
}

/** Editions in the order of their slots, in each the parts in theirs. */
function orderWrongs(posted: readonly Delivery[], standing: readonly Standing[]): readonly string[] {
  const shown = standing.map(({ key }) => key).filter((key) => posted.some(({ id }) => id === key))
  const planned = posted.map(({ id }) => id)
  const at = planned.findIndex((key, index) => shown[index] !== key)
  return at < 0 ? [] : [`part ${posted[at]?.part} of ${posted[at]?.channel} is not in its place`]
}

/** Its own handle in the ledger; the lead in the channel, the others below it. */
function placeWrongs(
  { id, editionId, channel, part, handle }: Delivery,
  deliveries: readonly Delivery[],
  byKey: ReadonlyMap<string | undefined, readonly Standing[]>,
): readonly string[] {
  const [message] = byKey.get(id) ?? []
  const lead = deliveries.find((each) => each.editionId === editionId && each.part === 0)
  const below = part === 0 ? undefined : lead?.handle
  return [
    ...(message?.handle === handle ? [] : [`part ${part} of ${channel} has another handle`]),
    ...(message?.lead === below ? [] : [`part ${part} of ${channel} is not below its lead`]),
  ]
}
