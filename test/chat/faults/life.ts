// A life of the program in a process of its own, as a test holds it: beats, stops, dies. Knows no platform.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Configuration } from '../../../src/config/load.ts'
import type { Digest } from '../../../src/core/digest.ts'
import type { Feed } from '../../../src/core/feed.ts'

/** What a life is born with. */
export interface LifeOptions extends Pick<Configuration, 'tokens' | 'platformUrls'> {
  readonly folder: string
  readonly pressPort: number
  readonly hosts: readonly string[]
  readonly feeds: readonly Feed[]
  readonly digests: readonly Digest[]
  /** By how much its clock is ahead of the machine's, in milliseconds. */
  readonly ahead: number
}

export interface Order {
  readonly kind: 'beat' | 'stop'
  readonly ahead: number
}

export interface Life {
  /** False when the process died meanwhile. */
  beat(ahead: number): Promise<boolean>
  /** Ends it as a good program ends; false when it does not within half a minute. */
  stop(ahead: number): Promise<boolean>
  /** At once, and for good: kill -9. */
  kill(): void
  isDead(): boolean
  /** Settled when the process is gone. */
  readonly gone: Promise<void>
  /** What its log said, warnings and errors. */
  readonly said: readonly string[]
}

const CHILD = join(import.meta.dirname, 'child.ts')

/** Ours: a beat waits a minute for slow platforms; a machine with much to do takes its time too. */
const LONGEST_BEAT_MILLISECONDS = 150_000
const LONGEST_STOP_MILLISECONDS = 30_000

/** Resolves when the program is open, or dead. */
export async function beginLife(options: LifeOptions): Promise<Life> {
  const child = fork(CHILD, [JSON.stringify(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  })
  const said: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const gone = once(child, 'close').then(() => undefined)
  const isDead = (): boolean => child.exitCode !== null || child.signalCode !== null || child.killed
  const order = async (kind: Order['kind'], ahead: number, patience: number): Promise<boolean> => {
    if (isDead() || !child.connected) return false
    const heard = hear(child, kind, gone, patience)
    child.send({ kind, ahead } satisfies Order)
    return heard
  }
  const life: Life = {
    beat: (ahead) => order('beat', ahead, LONGEST_BEAT_MILLISECONDS),
    stop: async (ahead) => {
      const hasStopped = await order('stop', ahead, LONGEST_STOP_MILLISECONDS)
      const hasEnded = await within(LONGEST_STOP_MILLISECONDS, gone)
      child.kill('SIGKILL')
      await gone
      return hasStopped && hasEnded
    },
    kill: () => void child.kill('SIGKILL'),
    isDead,
    gone,
    said,
  }
  const isReady = await hear(child, 'ready', gone, LONGEST_BEAT_MILLISECONDS)
  if (!isReady && !child.killed) throw new Error(`The program did not open: ${said.join('')}`)
  return life
}

/** True when the process said the word, false when it died first. Rejects when it does neither in time. */
function hear(child: ChildProcess, word: string, gone: Promise<void>, patience: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The program did not say « ${word} » within ${patience} ms`))
    }, patience)
    const settle = (isHeard: boolean): void => {
      clearTimeout(timer)
      child.off('message', listen)
      resolve(isHeard)
    }
    const listen = (message: unknown): void => {
      if (message === word) settle(true)
    }
    child.on('message', listen)
    void gone.then(() => settle(false))
  })
}

async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const patience = Promise.withResolvers<false>()
  const timer = setTimeout(() => patience.resolve(false), milliseconds)
  try {
    return await Promise.race([work.then(() => true as const), patience.promise])
  } finally {
    clearTimeout(timer)
  }
}
