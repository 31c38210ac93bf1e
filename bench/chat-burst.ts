// One slot for 500 channels on each platform: how long until the last message, against what the platforms allow.
import { HOUR, type Instant } from '../src/core/calendar.ts'
import { reviewOf } from './chat-digests.ts'
import { CORPUS_ENDS_AT } from './chat-corpus.ts'
import { violationsOf } from './chat-latency.ts'
import { type Fakes, openStage, pause, SLACK_POSTS_PER_MINUTE, type Stage } from './chat-stage.ts'

const CHANNELS = 500
const WORKSPACES = 250

/** At most between two beats, in milliseconds; a beat that waits for its posts is followed at once, as by node-cron. */
const BEAT = 60_000

export interface Burst {
  readonly name: string
  readonly platform: 'slack' | 'discord'
  readonly channelCount: number
  readonly messageCount: number
  readonly expectedCount: number
  /** From the slot to the last message. */
  readonly seconds: number
  /** The least that the platform's limits allow for so many requests. */
  readonly leastSeconds: number
  readonly rateLimitedCount: number
  readonly compositionCount: number
  readonly editionCount: number
}

export interface BurstOptions {
  readonly corpus: string
  readonly stories: number
}

export async function measureBursts({ corpus, stories }: BurstOptions): Promise<{
  readonly bursts: readonly Burst[]
  readonly troubles: readonly string[]
}> {
  let channels: readonly string[] = []
  const stage = await openStage({
    corpus,
    isLimited: true,
    declared: () => [reviewOf({ name: 'fichier', hour: '09:00', channels, stories })],
    inChat: (fakes) => {
      channels = channelsOf(fakes)
      return ofWorkspaces(channels, stories)
    },
  })
  await stage.program.beat()
  const first = await measureSlot(
    stage,
    `${WORKSPACES} revues de même définition`,
    CORPUS_ENDS_AT + HOUR,
    stories,
  )
  const second = await measureSlot(stage, 'une revue du fichier', CORPUS_ENDS_AT + 2 * HOUR, stories)
  const { troubles } = await stage.program.report()
  const refusals = violationsOf(stage)
  await stage.close()
  return { bursts: [...first, ...second], troubles: [...troubles, ...refusals.slice(0, 5)] }
}

function channelsOf({ slack, discord, guild }: Fakes): readonly string[] {
  const numbers = Array.from({ length: CHANNELS }, (_, number) => number)
  return [
    ...numbers.map((number) => `slack:${slack.addChannel({ name: `equipe-${number}` })}`),
    ...numbers.map((number) => `discord:${discord.addChannel(guild, { name: `equipe-${number}` })}`),
  ]
}

/** Two channels each on both platforms, all with one definition. */
function ofWorkspaces(channels: readonly string[], stories: number) {
  return ['slack', 'discord'].flatMap((platform) => {
    const own = channels.filter((channel) => channel.startsWith(platform))
    return Array.from({ length: WORKSPACES }, (_, number) =>
      reviewOf({
        name: `${platform}-${number}`,
        hour: '08:00',
        channels: own.slice(number * 2, number * 2 + 2),
        stories,
        workspaceId: `${platform}:7${number}`,
      }),
    )
  })
}

/** What was posted since a slot. */
interface Posted {
  readonly count: number
  readonly lastAt: Instant
}

async function measureSlot(
  stage: Stage,
  name: string,
  slotAt: Instant,
  stories: number,
): Promise<readonly Burst[]> {
  const refusedBefore = { slack: stage.slack.rateLimitedCount(), discord: stage.discord.rateLimitedCount() }
  const makingsBefore = (await stage.program.report()).makings.length
  stage.jumpTo(slotAt)
  const startedAt = stage.now()
  await beatUntilDone(stage)
  const expectedCount = CHANNELS * (1 + stories)
  const { makings } = await stage.program.report()
  const made = makings.slice(makingsBefore)
  const burst = (platform: Burst['platform'], posted: Posted, leastSeconds: number): Burst => ({
    name,
    platform,
    channelCount: CHANNELS,
    messageCount: posted.count,
    expectedCount,
    seconds: (posted.lastAt - startedAt) / 1000,
    leastSeconds,
    rateLimitedCount:
      (platform === 'slack' ? stage.slack : stage.discord).rateLimitedCount() - refusedBefore[platform],
    compositionCount: made.reduce((sum, { composed }) => sum + Number(composed), 0),
    editionCount: made.length,
  })
  return [
    burst('slack', slackPosted(stage, startedAt), leastSlackSeconds(expectedCount)),
    // A thread in each channel is a request more.
    burst('discord', discordPosted(stage, startedAt), leastDiscordSeconds(expectedCount + CHANNELS)),
  ]
}

async function beatUntilDone({ program }: Stage): Promise<void> {
  for (;;) {
    const until = performance.now() + BEAT
    await program.beat()
    const { openCount } = await program.report()
    process.stderr.write(`  ${openCount} envois ouverts\n`)
    if (openCount === 0) return
    if (until > performance.now()) await pause(until - performance.now())
  }
}

/** As the fake has it: as many at once as fit into a minute, then one after the other. */
function leastSlackSeconds(count: number): number {
  return Math.max(0, count - SLACK_POSTS_PER_MINUTE) / (SLACK_POSTS_PER_MINUTE / 60)
}

/** 50 at once, then 50 each second. */
function leastDiscordSeconds(count: number): number {
  return Math.ceil(count / 50) - 1
}

function slackPosted({ slack }: Stage, since: Instant): Posted {
  const posts = slack.requests.filter(
    ({ method, at, httpStatus, error }) =>
      method === 'chat.postMessage' && at >= since && httpStatus === 200 && error === undefined,
  )
  return { count: posts.length, lastAt: Math.max(since, ...posts.map(({ at }) => at)) }
}

/** The machine's clock in the fake's log; the last requests of the program were those of this slot. */
function discordPosted({ discord, now }: Stage, since: Instant): Posted {
  const ahead = now() - Date.now()
  const posts = discord.requests.filter(
    ({ method, path, at, status }) =>
      method === 'POST' && path.endsWith('/messages') && at + ahead >= since && status === 200,
  )
  return { count: posts.length, lastAt: Math.max(since, ...posts.map(({ at }) => at + ahead)) }
}
