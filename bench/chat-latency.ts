// How long people wait for the chat while digests go out: 300 acts of each kind on each platform. Judges nothing.
import { MINUTE } from '../src/core/calendar.ts'
import { type Act, type Audience, actsOf, invitePeople, rareNames, type Timing } from './chat-people.ts'
import { otherWorkspaces, reviewOf } from './chat-digests.ts'
import { CORPUS_ENDS_AT } from './chat-corpus.ts'
import type { ProgramReport } from './chat-program.ts'
import { type Fakes, openStage, pause, type Stage } from './chat-stage.ts'

/** Slack bears a sixth of the messages a second that Discord bears: so both are busy for half of each minute. */
const [SLACK_CHANNELS, DISCORD_CHANNELS] = [20, 80]

/** Slots, one a minute, each with its own digest: more than any run takes. */
const ROUNDS = 30

export interface LatencyOptions {
  readonly corpus: string
  readonly countOfEach: number
  readonly actsPerSecond: number
}

export interface Latencies {
  readonly timings: ReadonlyMap<Act, readonly Timing[]>
  readonly report: ProgramReport
  readonly seconds: number
  /** Digest messages that were posted meanwhile, on both platforms. */
  readonly postedCount: number
  readonly violations: readonly string[]
}

export async function measureLatency(options: LatencyOptions): Promise<Latencies> {
  let audience: Audience | undefined
  const stage = await openStage({
    corpus: options.corpus,
    isLimited: true,
    declared: (fakes) => {
      const rounds = roundsIn(fakes)
      audience = invitePeople(fakes, 20)
      const here = [`slack:${audience.slackChannel}`, `discord:${audience.discordChannel}`]
      return [reviewOf({ name: 'questions', hour: minutesAfter(0), channels: here }), ...rounds]
    },
    inChat: () => otherWorkspaces(),
  })
  if (audience === undefined) throw new Error('nobody came')
  await stage.program.publish(
    reviewOf({
      name: 'essai',
      hour: '23:59',
      channels: [`slack:${audience.slackChannel}`, `discord:${audience.discordChannel}`],
    }),
  )
  const acts = await actsOf(stage, audience, rareNames(options.corpus))
  // The first of each kind loads what is loaded once.
  for (const act of acts)
    process.stderr.write(`${act.platform} ${act.name} : ${JSON.stringify(await act.perform(0))}\n`)
  await stage.program.report()
  const beating = keepBeating(stage)
  const startedAt = performance.now()
  const posted = postedCount(stage)
  const timings = await performAll(acts, options)
  const seconds = (performance.now() - startedAt) / 1000
  const report = await stage.program.report()
  const latencies = {
    timings,
    report,
    seconds,
    postedCount: postedCount(stage) - posted,
    violations: violationsOf(stage),
  }
  await beating.stop()
  await stage.close()
  return latencies
}

function roundsIn({ slack, discord, guild }: Fakes) {
  const channels = [
    ...Array.from({ length: SLACK_CHANNELS }, (_, n) => `slack:${slack.addChannel({ name: `revue-${n}` })}`),
    ...Array.from(
      { length: DISCORD_CHANNELS },
      (_, n) => `discord:${discord.addChannel(guild, { name: `revue-${n}` })}`,
    ),
  ]
  return Array.from({ length: ROUNDS }, (_, round) =>
    reviewOf({ name: `tour-${round}`, hour: minutesAfter(round + 1), channels }),
  )
}

/** The hour in Paris, so many minutes after the run began. */
function minutesAfter(minutes: number): string {
  const paris = new Date(CORPUS_ENDS_AT + 60 * MINUTE + minutes * MINUTE)
  return paris.toISOString().slice(11, 16)
}

/** At each full minute, as the program's own clock does. */
function keepBeating({ program, now }: Stage): { stop: () => Promise<void> } {
  const over = new AbortController()
  const beating = (async () => {
    while (!over.signal.aborted) {
      const until = now() + MINUTE - (now() % MINUTE)
      await program.beat()
      while (!over.signal.aborted && now() < until) await pause(50)
    }
  })()
  return {
    stop: async () => {
      over.abort()
      await beating
    },
  }
}

/** Every act `countOfEach` times, mixed, at chance intervals as people come. */
async function performAll(
  acts: readonly Act[],
  { countOfEach, actsPerSecond }: LatencyOptions,
): Promise<ReadonlyMap<Act, readonly Timing[]>> {
  const timings = new Map<Act, Timing[]>(acts.map((act) => [act, []]))
  const random = createRandom(42)
  const order = Array.from({ length: countOfEach }, (_, turn) => acts.map((act) => ({ act, turn })))
    .flatMap((round) =>
      round.map((item) => ({ item, place: random() })).toSorted((a, b) => a.place - b.place),
    )
    .map(({ item }) => item)
  const underWay: Promise<void>[] = []
  let nextAt = performance.now()
  for (const [position, { act, turn }] of order.entries()) {
    nextAt += (-Math.log(1 - random()) / actsPerSecond) * 1000
    if (nextAt > performance.now()) await pause(nextAt - performance.now())
    underWay.push(act.perform(turn + 1).then((timing) => void timings.get(act)?.push(timing)))
    if (position % 500 === 0) process.stderr.write(`  ${position} sur ${order.length}\n`)
  }
  await Promise.all(underWay)
  return timings
}

/** Mulberry32, by Tommy Ettinger. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function postedCount({ slack, discord }: Stage): number {
  return discord.postedCount() + slack.requests.filter(({ method }) => method === 'chat.postMessage').length
}

export function violationsOf({ slack, discord }: Fakes): readonly string[] {
  return [...slack.violations, ...discord.violations].map((violation) =>
    JSON.stringify(violation).slice(0, 300),
  )
}
