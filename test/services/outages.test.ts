// A platform that is down for a while, or that breaks: the parts come in order all the same, and other channels have theirs.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/chat/console/transcript.ts'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import { ExplainedError } from '../../src/core/failures.ts'
import { type LoopbackPress, startLoopbackPress } from '../../src/demo/loopback-press.ts'
import { type MortalApp, openMortalApp } from './mortal-app.ts'
import { ITEMS } from './process-scene.ts'
import { rss, testDigest, testFeed } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-17T07:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const HOSTS = Object.keys(ITEMS)

let press: LoopbackPress
let folder: string
let app: MortalApp
let now: number
let said: string[]
/** What happens to the posting number n of a channel, 0 the first. */
let onPost: (posting: number, key: string, channel: string) => void

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pressoir-panne-'))
  press = await startLoopbackPress((host, path) =>
    path === '/flux.xml' ? rss(ITEMS[host] ?? []) : undefined,
  )
  now = EVENING
  said = []
  onPost = () => undefined
  const postings = new Map<string, number>()
  app = await openMortalApp({
    folder,
    port: press.port,
    hosts: HOSTS,
    feeds: HOSTS.map((host) => testFeed(`${host}/flux.xml`, host)),
    digests: [testDigest({ channels: ['console:bureau', 'console:terminal'] })],
    now: () => now,
    travel: async (key, channel) => {
      const posting = postings.get(channel) ?? 0
      postings.set(channel, posting + 1)
      onPost(posting, key, channel)
    },
    log: (line) => said.push(line),
  })
  await app.beat()
})

afterEach(async () => {
  await app.bury()
  await press.close()
  rmSync(folder, { recursive: true })
})

async function beatUntil(minutes: number): Promise<void> {
  for (const end = MORNING + minutes * MINUTE; now <= end; now += MINUTE) await app.beat()
}

/** The keys in a channel, and those that the ledger has for it, in order. */
async function keysIn(
  channel: string,
): Promise<{ readonly posted: readonly string[]; readonly planned: readonly string[] }> {
  const lines = await readTranscript(join(folder, 'essai.console.jsonl'))
  const deliveries = await app.storage.editions.deliveriesOf(`matin@${new Date(MORNING).toISOString()}`)
  return {
    posted: lines.filter((line) => line.channel === channel).map(({ key }) => key),
    planned: deliveries.filter((part) => part.channel === `console:${channel}`).map(({ id }) => id),
  }
}

describe('a platform that is down', () => {
  it.each([1, 7, 20])('for %i minutes has its parts in order when it comes back', async (minutes) => {
    now = MORNING
    onPost = (posting) => {
      if (posting >= 2 && now < MORNING + minutes * MINUTE)
        throw new ExplainedError({ code: 'post-failed', channel: 'console:bureau' })
    }
    await beatUntil(90)
    for (const channel of ['bureau', 'terminal']) {
      const { posted, planned } = await keysIn(channel)
      expect(planned.length).toBeGreaterThan(3)
      expect(posted).toEqual(planned)
    }
    expect(said.length).toBeGreaterThan(0)
  })
})

describe('a part that no platform takes', () => {
  it.each([
    [
      'because it is refused',
      () => new ExplainedError({ code: 'post-failed', channel: 'console:bureau' }),
      /a échoué/,
    ],
    [
      'because of a mistake of our own',
      () => new TypeError('undefined n’est pas une fonction'),
      /^Erreur inattendue/,
    ],
  ])('%s holds back its channel for a while only, and no other channel', async (_why, failure, line) => {
    now = MORNING
    let refused: string | undefined
    onPost = (posting, key, channel) => {
      if (posting === 1 && channel === 'bureau') refused = key
      if (key === refused) throw failure()
    }
    await beatUntil(3)
    expect((await keysIn('bureau')).posted).toHaveLength(1)
    const other = await keysIn('terminal')
    expect(other.posted).toEqual(other.planned)
    expect(said[0]).toMatch(line)
    await beatUntil(2 * 60)
    const { posted, planned } = await keysIn('bureau')
    expect(posted).toEqual(planned.filter((key) => key !== refused))
    now = MORNING + 24 * HOUR + MINUTE
    await app.beat()
    now += HOUR + MINUTE
    await app.beat()
    expect(said.at(-1)).toMatch(/n’a pas pu être publiée/)
  })
})
