// How often we call Slack: messages of one channel one after the other, posts no faster than Slack bears, and none while
// it asks to be left alone. Calls nothing by itself, and asks no clock but the one that never jumps.
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { Instant } from '../../core/calendar.ts'
import {
  CHANNEL_BURST,
  CHANNEL_SPACING,
  LONGEST_TURN,
  WORKSPACE_BURST,
  WORKSPACE_CONCURRENCY,
  WORKSPACE_SPACING,
} from './limits.ts'

export interface PaceLimits {
  readonly channelSpacing: Instant
  readonly channelBurst: number
  readonly workspaceSpacing: Instant
  readonly workspaceBurst: number
}

const SLACK_PACE: PaceLimits = {
  channelSpacing: CHANNEL_SPACING,
  channelBurst: CHANNEL_BURST,
  workspaceSpacing: WORKSPACE_SPACING,
  workspaceBurst: WORKSPACE_BURST,
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
  const channels = new Map<string, Bucket>()
  const workspace = createBucket(limits.workspaceSpacing, limits.workspaceBurst)
  const queue = new PQueue({ concurrency: WORKSPACE_CONCURRENCY })
  const bucketOf = (channel: string): Bucket => {
    for (const [name, bucket] of channels) if (bucket.isFull()) channels.delete(name)
    const bucket = channels.get(channel) ?? createBucket(limits.channelSpacing, limits.channelBurst)
    channels.set(channel, bucket)
    return bucket
  }
  const mind = (channel: string): void => {
    const left = pauses.left(channel)
    if (left > 0) throw new TurnRefused(left)
  }
  return {
    inOrder: (channel, work) => lines.add(channel, work),
    async call(channel, work) {
      mind(channel)
      const bucket = bucketOf(channel)
      const wait = Math.max(bucket.wait(), workspace.wait())
      if (wait > LONGEST_TURN) throw new TurnRefused(wait)
      bucket.take()
      workspace.take()
      if (wait > 0) await sleep(wait)
      return queue.add(() => {
        // Somebody else may have been told to stop while we waited.
        mind(channel)
        return work()
      })
    },
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
