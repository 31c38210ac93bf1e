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
  /** Messages that these are on the platform: a long one is several. */
  readonly pieces: number
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
  const standing = new Map(channels.map((channel) => [channel, platform.standing(channel)]))
  const pieceCount = countPieces(deliveries, new Set([...standing.values()].flat().map(({ key }) => key)))
  const counts = [...standing].map(([channel, messages]) =>
    countChannel(
      deliveries.filter((delivery) => splitChannel(delivery.channel).channel === channel),
      messages,
      pieceCount,
    ),
  )
  const sum = (count: (each: ChannelCount) => number): number =>
    counts.reduce((total, each) => total + count(each), 0)
  return {
    editions: editions.length,
    deliveries: deliveries.length,
    pieces: deliveries.reduce((total, delivery) => total + pieceCount(delivery), 0),
    lost: sum(({ lost }) => lost),
    twice: sum(({ twice }) => twice),
    givenUp: sum(({ givenUp }) => givenUp),
    wrongs: counts.flatMap(({ wrongs }) => wrongs),
  }
}

export type ChannelCount = Omit<Count, 'editions' | 'deliveries' | 'pieces'>

/** A delivery with what stands of it, piece by piece: a long message comes in several. */
interface Landed {
  readonly delivery: Delivery
  /** Keys of the pieces that there must be, in order. */
  readonly keys: readonly string[]
}

/** Deliveries of one channel, in the order in which they should stand. */
export function countChannel(
  deliveries: readonly Delivery[],
  standing: readonly Standing[],
  pieceCount: (delivery: Delivery) => number,
): ChannelCount {
  const byKey = Map.groupBy(standing, ({ key }) => key ?? '')
  const planned: readonly Landed[] = deliveries.map((delivery) => ({
    delivery,
    keys: Array.from({ length: pieceCount(delivery) }, (_, piece) => pieceKey(delivery.id, piece)),
  }))
  const known = new Set(planned.flatMap(({ keys }) => keys))
  const extra = [...byKey].map(([key, messages]) => messages.length - (known.has(key) ? 1 : 0))
  const posted = planned.filter(({ delivery }) => delivery.state === 'posted')
  const abandoned = planned.filter(({ delivery }) => delivery.state === 'abandoned')
  const whole = posted.filter(({ keys }) => keys.every((key) => byKey.has(key)))
  return {
    lost: deliveries.length - abandoned.length - whole.length,
    twice: extra.reduce((sum, count) => sum + count, 0),
    givenUp: abandoned.length,
    wrongs: [
      ...orderWrongs(whole, standing),
      ...whole.flatMap((landed) => placeWrongs(landed, deliveries, byKey)),
      ...abandoned.flatMap(({ keys }) =>
        keys.filter((key) => byKey.has(key)).map((key) => `${key} stands and was given up`),
      ),
    ],
  }
}

function pieceKey(id: string, piece: number): string {
  return piece === 0 ? id : `${id}.${piece}`
}

function nameOf({ editionId, part }: Delivery): string {
  return `${editionId} ${part}`
}

/** The words are the same in every channel, and so are the pieces: the most that stand anywhere are all of them. */
export function countPieces(
  deliveries: readonly Delivery[],
  standing: ReadonlySet<string | undefined>,
): (delivery: Delivery) => number {
  const most = new Map<string, number>()
  for (const delivery of deliveries) {
    let pieces = 1
    while (standing.has(pieceKey(delivery.id, pieces))) pieces += 1
    most.set(nameOf(delivery), Math.max(pieces, most.get(nameOf(delivery)) ?? 1))
  }
  return (delivery) => most.get(nameOf(delivery)) ?? 1
}

/** Editions in the order of their slots, in each the parts in theirs, and their pieces. */
function orderWrongs(whole: readonly Landed[], standing: readonly Standing[]): readonly string[] {
  const expected = whole.flatMap(({ keys }) => keys)
  const wanted = new Set(expected)
  // The first of two counts: that there are two is said elsewhere.
  const shown = [...new Set(standing.flatMap(({ key = '' }) => (wanted.has(key) ? [key] : [])))]
  const at = expected.findIndex((key, index) => shown[index] !== key)
  if (at < 0) return []
  const found = whole.find(({ keys }) => keys.includes(expected[at] ?? ''))
  return [`part ${found?.delivery.part} of ${found?.delivery.channel} is not in its place`]
}

/** Its own handle in the ledger; the lead in the channel, the others below it. */
function placeWrongs(
  { delivery, keys }: Landed,
  deliveries: readonly Delivery[],
  byKey: ReadonlyMap<string, readonly Standing[]>,
): readonly string[] {
  const { id, editionId, channel, part, handle } = delivery
  const lead = deliveries.find((each) => each.editionId === editionId && each.part === 0)
  const below = part === 0 ? undefined : lead?.handle
  const pieces = keys.flatMap((key) => byKey.get(key)?.[0] ?? [])
  return [
    ...(byKey.get(id)?.[0]?.handle === handle ? [] : [`part ${part} of ${channel} has another handle`]),
    ...(pieces.every((piece) => piece.lead === below)
      ? []
      : [`part ${part} of ${channel} is not below its lead`]),
  ]
}
