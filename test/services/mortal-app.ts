// The program composed as src/app.ts does, with everything that leaves a trace in hands that can let it die. Sends nothing
// beyond loopback.
import { join } from 'node:path'
import { createConsolePlatform } from '../../src/chat/console/platform.ts'
import { readTranscript } from '../../src/chat/console/transcript.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import type { Instant } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Feed } from '../../src/core/feed.ts'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import { SILENT_METER } from '../../src/meter.ts'
import type { ChatPlatform, Storage } from '../../src/ports.ts'
import { reconcileFeeds } from '../../src/services/administer.ts'
import type { WriteArchive } from '../../src/services/archive.ts'
import { createHeart } from '../../src/services/heart.ts'
import { writeArchive } from '../../src/storage/archive.ts'
import { openStorage } from '../../src/storage/open.ts'
import { createOutageWatch } from '../../src/services/watch-outage.ts'

/** Thrown where the process would have died. */
class Death extends Error {}

/** Counts the calls that leave a trace, and dies at one of them: after that nothing is done any more. */
export interface Life {
  /** Runs `work` unless this life is over; ends this life before or after it when its hour has come. */
  live<T>(name: string, work: () => T): T | Promise<never>
  readonly calls: readonly string[]
  readonly isOver: boolean
}

/** A life that ends `when` the call number `at` is made, 0 the first; `Infinity` is for ever. */
export function lifeUntil(at: number, when: 'before' | 'after' = 'before'): Life {
  const calls: string[] = []
  let isOver = false
  const die = (): never => {
    isOver = true
    throw new Death()
  }
  return {
    live(name, work) {
      if (isOver) throw new Death()
      const isLast = calls.length === at
      calls.push(name)
      if (isLast && when === 'before') die()
      const done = work()
      if (!isLast) return done
      // Death comes when the work is done, not when it was asked for.
      return Promise.resolve(done).then(die)
    },
    calls,
    get isOver() {
      return isOver
    },
  }
}

/** The same object, every call of its methods, and of the methods of what it holds, lived through `life`. */
function mortal<T extends object>(target: T, life: Life, name = ''): T {
  return new Proxy(target, {
    get(_target, key) {
      const value: unknown = Reflect.get(target, key)
      const path = `${name}${String(key)}`
      if (typeof value === 'object' && value !== null) return mortal(value, life, `${path}.`)
      if (typeof value !== 'function') return value
      if (key === 'inTransaction') {
        type Work = (storage: Storage) => Promise<unknown>
        const within = (work: Work | undefined) =>
          work && ((inner: Storage) => work(mortal(inner, life, 'in ')))
        return (...parts: readonly [Work, Work?]) =>
          life.live(path, () => Reflect.apply(value, target, parts.map(within)))
      }
      return (...given: unknown[]) => life.live(path, () => Reflect.apply(value, target, given))
    },
  })
}

export interface MortalOptions {
  readonly folder: string
  readonly port: number
  readonly hosts: readonly string[]
  readonly feeds: readonly Feed[]
  readonly digests: readonly Digest[]
  readonly now: () => Instant
  readonly life?: Life
  /** The file in the folder when absent. */
  readonly openDatabase?: (path: string) => Promise<Storage>
  readonly log?: (line: string, data?: unknown) => void
  /** How long a message is on its way, where nobody who asks finds it; at once when absent. */
  readonly travel?: (key: string, channel: string) => Promise<void>
}

export interface MortalApp {
  readonly storage: Storage
  beat(): Promise<void>
  /** Lets go of files and sockets, and of nothing else: what a dead process leaves is left. */
  bury(): Promise<void>
}

export async function openMortalApp(options: MortalOptions): Promise<MortalApp> {
  const { folder, digests, feeds, now, life = lifeUntil(Infinity) } = options
  const clock = { now }
  const path = join(folder, 'essai.sqlite')
  const opened = await (options.openDatabase?.(path) ?? openStorage(path, clock))
  await reconcileFeeds({ storage: opened, clock }, feeds)
  const storage = mortal(opened, life)
  const files: WriteArchive = (given) => writeArchive(join(folder, 'digests'), given)
  const said = (line: string, data?: Readonly<Record<string, unknown>>): void => {
    // What an edition quotes of whom is told every time: it is no complaint.
    if (data?.['quotations'] === undefined) options.log?.(line, data)
  }
  const reader = createFeedReader({
    userAgent: 'Pressoir/essai (+mailto:essais@pressoir.example)',
    now,
    routes: new Map(options.hosts.map((host) => [host, { host: '127.0.0.1', port: options.port }])),
  })
  const closing = new AbortController()
  const heart = createHeart(
    {
      storage,
      reader,
      platforms: new Map([['console', consoleIn(options, life)]]),
      // A death between two files is one more way to die.
      writeArchive: async (given) => {
        for (const file of given) await life.live('writeArchive', () => files([file]))
      },
      shelf: createStoryShelf(),
      outage: createOutageWatch(),
      clock,
      zone: 'Europe/Paris',
      log: { debug: () => undefined, info: said, warn: said, error: said },
      meter: SILENT_METER,
      signal: closing.signal,
    },
    { digests: () => Promise.resolve(digests) },
  )
  return {
    storage,
    beat: heart.beat,
    bury: async () => {
      closing.abort()
      await reader.close()
      await heart.rest()
      await opened.close()
    },
  }
}

function consoleIn({ folder, now, travel }: MortalOptions, life: Life): ChatPlatform {
  const transcript = join(folder, 'essai.console.jsonl')
  const console = createConsolePlatform({
    transcript,
    write: () => undefined,
    isColour: false,
    now,
  })
  if (travel === undefined) return mortal(console, life, 'console.')
  return {
    ...console,
    post: async (channel, message) => {
      const lines = message.doubtfulSince !== undefined ? await readTranscript(transcript) : []
      if (lines.some(({ key }) => key === message.key)) return message.key
      await travel(message.key, channel)
      const { doubtfulSince: _since, ...certain } = message
      return console.post(channel, certain)
    },
  }
}
