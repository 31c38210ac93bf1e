// How often we call Slack: messages of one channel one after the other, posts no faster than Slack bears, and none while
// it asks to be left alone. Calls nothing by itself, and asks no clock but the one that never jumps.
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { Instant } from '../../core/calendar.ts'
import {
  CHANNEL_BURST,
  CHANNEL_SPACING,
  LONGEST_TURN,
  TIER_3_BURST,
  TIER_3_SPACING,
  WORKSPACE_BURST,
  WORKSPACE_CONCURRENCY,
  WORKSPACE_SPACING,
} from './limits.ts'

export interface PaceLimits {
  readonly channelSpacing: Instant
  readonly channelBurst: number
  readonly workspaceSpacing: Instant
  readonly workspaceBurst: number
  readonly tier3Spacing: Instant
  readonly tier3Burst: number
}

const SLACK_PACE: PaceLimits = {
  channelSpacing: CHANNEL_SPACING,
  channelBurst: CHANNEL_BURST,
  workspaceSpacing: WORKSPACE_SPACING,
  workspaceBurst: WORKSPACE_BURST,
  tier3Spacing: TIER_3_SPACING,
  tier3Burst: TIER_3_BURST,
}

/** It is not our turn for `waitMilliseconds`, which is longer than anybody should hold a message. */
export class TurnRefused extends Error {
  readonly waitMilliseconds: Instant

  constructor(waitMilliseconds: Instant) {
    super('not before the next turn')
    this.waitMilliseconds = waitMilliseconds
  }
}

export interface Pace {
  /** One work of a channel at a time, in the order of the calls. */
  inOrder<Result>(channel: string, work: () => Promise<Result>): Promise<Result>
  /** Waits for its turn in the channel and the workspace, then calls. Throws TurnRefused when that is too far off. */
  call<Result>(channel: string, work: () => Promise<Result>): Promise<Result>
  /** As `call`, for a method of Slack's third tier, which no channel's posts slow down. */
  callTier3<Result>(method: string, channel: string, work: () => Promise<Result>): Promise<Result>
  /** Throws TurnRefused while Slack asks to be left alone. */
  mind(channel: string): void
  /** No call to the channel for so long; when another one was told the same, to none. */
  pause(channel: string, milliseconds: Instant): void
  /** All work begun is done. */
  settle(): Promise<void>
}

export function createPace(limits: PaceLimits = SLACK_PACE): Pace {
  const lines = createLines()
  const pauses = createPauses()
  const channels = createBuckets(limits.channelSpacing, limits.channelBurst)
  const workspace = createBucket(limits.workspaceSpacing, limits.workspaceBurst)
  const methods = createBuckets(limits.tier3Spacing, limits.tier3Burst)
  const queue = new PQueue({ concurrency: WORKSPACE_CONCURRENCY })
  const mind = (channel: string): void => {
    const left = pauses.left(channel)
    if (left > 0) throw new TurnRefused(left)
  }
  const inTurn = async <Result>(
    channel: string,
    buckets: readonly Bucket[],
    work: () => Promise<Result>,
  ): Promise<Result> => {
    mind(channel)
    await waitForTurn(buckets)
    return queue.add(() => {
      // Somebody else may have been told to stop while we waited.
      mind(channel)
      return work()
    })
  }
  return {
    inOrder: (channel, work) => lines.add(channel, work),
    call: (channel, work) => inTurn(channel, [channels(channel), workspace], work),
    callTier3: (method, channel, work) => inTurn(channel, [methods(method)], work),
    mind,
    pause: (channel, milliseconds) => pauses.add(channel, milliseconds),
    async settle() {
      await lines.settle()
      await queue.onIdle()
    },
  }
}

interface Lines {
  add<Result>(channel: string, work: () => Promise<Result>): Promise<Result>
  settle(): Promise<void>
}

/** Work of one channel in the order of the calls; a channel without work leaves nothing behind. */
function createLines(): Lines {
  const lines = new Map<string, Promise<void>>()
  return {
    add(channel, work) {
      const turn = (lines.get(channel) ?? Promise.resolve()).then(work)
      const line = turn.then(nothing, nothing).then(() => {
        if (lines.get(channel) === line) lines.delete(channel)
      })
      lines.set(channel, line)
      return turn
    },
    async settle() {
      while (lines.size > 0) await Promise.all(lines.values())
    },
  }
}

interface Pauses {
  /** Milliseconds that are left of it. */
  left(channel: string): Instant
  add(channel: string, milliseconds: Instant): void
}

function createPauses(): Pauses {
  const ends = new Map<string, Instant>()
  const left = (channel: string): Instant => {
    for (const [name, until] of ends) if (until <= performance.now()) ends.delete(name)
    return Math.max(0, ...[EVERYWHERE, channel].map((name) => (ends.get(name) ?? 0) - performance.now()))
  }
  return {
    left,
    add(channel, milliseconds) {
      const until = performance.now() + milliseconds
      // A second channel that is told to wait: it is the workspace that is too much.
      const isAlone = left(channel) > 0 || ends.size === 0
      for (const name of isAlone ? [channel] : [channel, EVERYWHERE])
        ends.set(name, Math.max(until, ends.get(name) ?? 0))
    },
  }
}

/** No channel of Slack's is called so. */
const EVERYWHERE = '*'

const nothing = (): void => undefined

interface Bucket {
  /** Milliseconds until one more may pass. */
  wait(): Instant
  take(): void
  /** As if nobody had passed yet. */
  isFull(): boolean
}

/** Takes a place in each of them, and waits for the last. */
async function waitForTurn(buckets: readonly Bucket[]): Promise<void> {
  const wait = Math.max(...buckets.map((bucket) => bucket.wait()))
  if (wait > LONGEST_TURN) throw new TurnRefused(wait)
  for (const bucket of buckets) bucket.take()
  if (wait > 0) await sleep(wait)
}

/** One for each name. Those that are full again say nothing, and are forgotten. */
function createBuckets(spacing: Instant, burst: number): (name: string) => Bucket {
  const buckets = new Map<string, Bucket>()
  return (name) => {
    for (const [each, bucket] of buckets) if (bucket.isFull()) buckets.delete(each)
    const bucket = buckets.get(name) ?? createBucket(spacing, burst)
    buckets.set(name, bucket)
    return bucket
  }
}

/** The generic cell rate algorithm, ITU-T I.371: `burst` at once, then one every `spacing` milliseconds. */
function createBucket(spacing: Instant, burst: number): Bucket {
  let due = 0
  const wait = (): Instant => Math.max(0, due - (burst - 1) * spacing - performance.now())
  return {
    wait,
    take() {
      due = Math.max(due, performance.now()) + spacing
    },
    isFull: () => due <= performance.now(),
  }
}
