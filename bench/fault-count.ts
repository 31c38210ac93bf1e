// What became of everything after the faults: what the ledger says beside what stands on the platforms, what was owed
// beside what was made, what was printed beside what is archived.
//
// Lost: a delivery that is neither standing on its platform nor given up, or noted as posted and not standing. Twice: a
// message of ours that stands more often than once, or that the ledger does not know. Given up: abandoned by the program,
// which says so; none may be within a day, so none is expected here. Wrong: not in its order below its lead, or with
// another handle than the ledger's. A slot is owed an edition once the program announced it in the database (whoever
// announced it, by whatever clock) and its hour has come by the right clock.
import type { Instant } from '../src/core/calendar.ts'
import { splitChannel } from '../src/core/channel.ts'
import type { Delivery, Edition } from '../src/core/edition.ts'
import type { Storage } from '../src/ports.ts'
import { type ChannelCount, countChannel, countPieces } from '../test/chat/faults/count.ts'
import type { FakePlatform, Standing } from '../test/chat/faults/fake-platform.ts'
import type { FaultScene } from './fault-scene.ts'

export interface Verdict {
  readonly editions: number
  readonly deliveries: number
  readonly articles: number
  readonly lost: number
  readonly twice: number
  readonly givenUp: number
  /** Anything that is not as it should be, the above included, as sentences. */
  readonly wrongs: readonly string[]
  /** When each message that stands was taken, on the platform's clock. */
  readonly standingAt: readonly Instant[]
}

/** What is looked at; a scene of faults has it all. */
export interface JudgedScene extends Pick<FaultScene, 'storage' | 'channels' | 'owed' | 'now'> {
  readonly slack: Pick<FakePlatform, 'standing'>
  readonly discord: Pick<FakePlatform, 'standing'>
  readonly press: Pick<FaultScene['press'], 'printed'>
}

export async function judge(scene: JudgedScene): Promise<Verdict> {
  const { storage, press } = scene
  const editions = await storage.editions.madeSince(0)
  const deliveries = (await Promise.all(editions.map(({ id }) => storage.editions.deliveriesOf(id)))).flat()
  const standing = standingOf(scene)
  const counts = countThreads(deliveries, standing)
  const known = new Set(deliveries.map(({ id }) => id))
  const unknown = standing.filter(({ key }) => !known.has(baseOf(key)))
  const sum = (field: 'lost' | 'twice' | 'givenUp'): number =>
    counts.reduce((total, count) => total + count[field], 0)
  const missing = missingEditions(scene, editions)
  const archive = await articleWrongs(storage, press.printed)
  return {
    editions: editions.length,
    deliveries: deliveries.length,
    articles: press.printed.length,
    lost: sum('lost'),
    twice: sum('twice') + unknown.length,
    givenUp: sum('givenUp'),
    wrongs: [
      ...counts.flatMap(({ wrongs }) => wrongs),
      ...unknown.map(({ key, handle }) => `${key} stands as ${handle} and nobody sent it`),
      ...missing.map((id) => `${id} was announced and never made`),
      ...archive,
    ],
    standingAt: standing.map(({ takenAt }) => takenAt),
  }
}

/** What a message of several pieces has in common. */
const baseOf = (key: string | undefined): string => (key ?? '').replace(/\.\d+$/u, '')

interface Stood extends Standing {
  readonly channel: string
  readonly takenAt: Instant
}

function standingOf({ channels, slack, discord }: JudgedScene): readonly Stood[] {
  return channels.flatMap((address) => {
    const { platform, channel } = splitChannel(address)
    const of = platform === 'slack' ? slack : discord
    return of.standing(channel).map((message) => ({
      ...message,
      channel: address,
      takenAt: platform === 'slack' ? Number(message.handle) * 1000 : snowflakeTime(message.handle),
    }))
  })
}

/** Discord's identifiers tell the instant, discord.com/developers/docs/reference, snowflakes. */
const snowflakeTime = (id: string): Instant => Number((BigInt(id) >> 22n) + 1_420_070_400_000n)

/** By edition and channel: what waits for another attempt is overtaken by other editions, never by its own parts. */
function countThreads(deliveries: readonly Delivery[], standing: readonly Stood[]): readonly ChannelCount[] {
  const pieceCount = countPieces(deliveries, new Set(standing.map(({ key }) => key)))
  const byBase = Map.groupBy(standing, ({ key }) => baseOf(key))
  return [...Map.groupBy(deliveries, ({ editionId, channel }) => `${editionId} ${channel}`).values()].map(
    (thread) => {
      const [{ channel } = { channel: '' }] = thread
      const here = thread
        .flatMap(({ id }) => byBase.get(id) ?? [])
        .toSorted((one, other) => one.takenAt - other.takenAt || compareHandles(one.handle, other.handle))
      const count = countChannel(
        thread.toSorted((one, other) => one.part - other.part),
        here,
        pieceCount,
      )
      const astray = here.filter((message) => message.channel !== channel)
      return {
        ...count,
        wrongs: [
          ...tell(thread, count),
          ...count.wrongs,
          ...astray.map(({ key }) => `${key} stands elsewhere`),
        ],
      }
    },
  )
}

function tell(thread: readonly Delivery[], { lost, twice, givenUp }: ChannelCount): readonly string[] {
  if (lost + twice + givenUp === 0) return []
  const states = thread.map(({ id, part, state, attempts }) => `${part} ${id} ${state} ${attempts}`)
  return [
    `${thread[0]?.editionId} in ${thread[0]?.channel}: ${lost} lost, ${twice} twice, ${givenUp} given up (${states.join('; ')})`,
  ]
}

function compareHandles(one: string, other: string): number {
  const [first, second] = [one.replace('.', ''), other.replace('.', '')].map(BigInt)
  return first === undefined || second === undefined || first === second ? 0 : first < second ? -1 : 1
}

function missingEditions({ owed, now }: JudgedScene, editions: readonly Edition[]): readonly string[] {
  const made = new Set(editions.map(({ id }) => id))
  return [...owed].flatMap(([id, slotAt]) => (slotAt <= now() && !made.has(id) ? [id] : []))
}

async function articleWrongs(storage: Storage, printed: readonly string[]): Promise<readonly string[]> {
  const counts = new Map<string, number>()
  for (const { url } of await storage.articles.seenBetween(0, Number.MAX_SAFE_INTEGER))
    counts.set(url, (counts.get(url) ?? 0) + 1)
  return [
    ...printed.flatMap((url) => (counts.has(url) ? [] : [`${url} is not in the archive`])),
    ...[...counts].flatMap(([url, count]) =>
      count === 1 ? [] : [`${url} is in the archive ${count} times`],
    ),
  ]
}
