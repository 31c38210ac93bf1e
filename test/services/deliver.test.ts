// The ledger and the platforms: side by side, in order, and never a storm.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import { planDeliveries } from '../../src/core/delivery.ts'
import { ExplainedError, type PostFailureReason } from '../../src/core/failures.ts'
import { newNotice } from '../../src/core/notice.ts'
import { DEFAULT_SETTINGS } from '../../src/core/workspace.ts'
import { sentenceMessage } from '../../src/locale/blocks.ts'
import type { ChatPlatform, EditionStore } from '../../src/ports.ts'
import { createCompositions } from '../../src/services/compositions.ts'
import { deliverNotices } from '../../src/services/deliver-notices.ts'
import { deliverOpen } from '../../src/services/deliver.ts'
import { makeEdition } from '../../src/services/make-edition.ts'
import { type Desk, deskDigest, deskFeed, openDesk } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')
const TEXTS = [
  'Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux.',
  'L’école primaire de Marnes fermera en juillet faute d’élèves, a dit la mairie.',
] as const

/** A platform that notes its calls, and answers as a test wants. */
interface Recorder extends ChatPlatform {
  readonly posts: {
    readonly channel: string
    readonly summary: string
    readonly doubtful: boolean
    readonly workspaceId: string | undefined
  }[]
  answer: (channel: string) => Promise<void>
}

function recorder(): Recorder {
  let count = 0
  return {
    posts: [],
    answer: () => Promise.resolve(),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    isConnected: () => true,
    edit: () => Promise.reject(new Error('an edition is never edited')),
    async post(channel, { summary, doubtfulSince, workspaceId }) {
      this.posts.push({ channel, summary, doubtful: doubtfulSince !== undefined, workspaceId })
      await this.answer(channel)
      count++
      return `message-${count}`
    },
  }
}

function refuse(reason: PostFailureReason, retryAt?: number): () => Promise<void> {
  const failure = { code: 'post-failed', channel: 'slack:C', reason } as const
  return () => Promise.reject(new ExplainedError(retryAt === undefined ? failure : { ...failure, retryAt }))
}

let desk: Desk
let slack: Recorder

beforeEach(async () => {
  desk = await openDesk({ now: NOW - HOUR, feeds: [FEED] })
  for (const [index, text] of TEXTS.entries())
    await desk.keep(FEED, { title: `Sujet ${index}`, text, publishedAt: NOW - HOUR })
  desk.setNow(NOW)
  slack = recorder()
})

async function plan(channels: readonly string[], name = 'matin', slotAt = NOW): Promise<void> {
  const moment = { slotAt, now: NOW, compositions: createCompositions() }
  const edition = await makeEdition(desk.storage, deskDigest({ name, channels }), moment)
  await desk.storage.editions.create(edition, planDeliveries(edition, channels, 1 + edition.stories.length))
}

function tools() {
  return {
    ...desk.tools,
    platforms: new Map([['slack', slack]]),
    signal: new AbortController().signal,
  }
}

const channelsNamed = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `slack:C${index}`)

describe('many channels', () => {
  it('are served side by side, each with its parts in order', async () => {
    await plan(channelsNamed(40))
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>()
    slack.answer = (channel) => (channel === 'C7' ? released : Promise.resolve()).then(() => undefined)
    const delivering = deliverOpen(tools())
    await expect.poll(() => slack.posts.length, { timeout: 10_000 }).toBe(39 * 3 + 1)
    release(undefined)
    await delivering
    const byChannel = Map.groupBy(slack.posts, ({ channel }) => channel)
    expect(byChannel.size).toBe(40)
    const orders = new Set(
      [...byChannel.values()].map((posts) => posts.map(({ summary }) => summary).join('|')),
    )
    expect([...orders]).toHaveLength(1)
    expect(await desk.storage.editions.openDeliveries(NOW + HOUR)).toEqual([])
  })

  it('suffer nothing from one that fails', async () => {
    await plan(channelsNamed(3))
    slack.answer = (channel) => (channel === 'C1' ? refuse('channel-archived')() : Promise.resolve())
    await deliverOpen(tools())
    expect(slack.posts.filter(({ channel }) => channel === 'C1')).toHaveLength(1)
    expect(slack.posts.filter(({ channel }) => channel !== 'C1')).toHaveLength(6)
  })
})

describe('a failure', () => {
  it.each<[PostFailureReason, number, string]>([
    ['channel-missing', 2, 'of the channel: its second edition waits'],
    ['not-installed', 2, 'of one workspace: those of others go on'],
    ['token-unreadable', 2, 'of one workspace: those of others go on'],
    ['platform-failing', 4, 'of a message: the second edition has its own try'],
  ])('%s leads to %i calls for two editions in two channels: %s', async (reason, calls, _why) => {
    await plan(channelsNamed(2))
    await plan(channelsNamed(2), 'soir')
    slack.answer = refuse(reason)
    await deliverOpen(tools())
    expect(slack.posts).toHaveLength(calls)
  })

  it.each<PostFailureReason>(['token-refused', 'unreachable'])(
    '%s is of the platform: what is not under way is not begun',
    async (reason) => {
      await plan(channelsNamed(2))
      await plan(channelsNamed(2), 'soir')
      slack.answer = refuse(reason)
      await deliverOpen(tools())
      // Both channels may have begun before the first was refused; no second edition is.
      expect([1, 2]).toContain(slack.posts.length)
    },
  )

  it('of the platform spares the channels that are not begun: 500 channels, 128 calls at most', async () => {
    await plan(channelsNamed(500))
    slack.answer = refuse('token-refused')
    await deliverOpen(tools())
    expect(slack.posts.length).toBeLessThanOrEqual(128)
  })

  it('is no storm: in an hour of beats a channel that is gone is asked twice', async () => {
    await plan(['slack:C1'])
    slack.answer = refuse('channel-missing')
    for (let minute = 0; minute <= 60; minute++) {
      desk.setNow(NOW + minute * MINUTE)
      await deliverOpen(tools())
    }
    expect(slack.posts).toHaveLength(2)
  })

  it('with a pause asked for is tried again when it is over, and leaves no doubt', async () => {
    await plan(['slack:C1'])
    slack.answer = refuse('rate-limited', NOW + 30_000)
    await deliverOpen(tools())
    slack.answer = () => Promise.resolve()
    desk.setNow(NOW + 29_000)
    await deliverOpen(tools())
    expect(slack.posts).toHaveLength(1)
    desk.setNow(NOW + 30_000)
    await deliverOpen(tools())
    expect(slack.posts.map(({ doubtful }) => doubtful)).toEqual([false, false, false, false])
  })

  it('that may have landed makes the next attempt doubtful', async () => {
    await plan(['slack:C1'])
    slack.answer = refuse('cut')
    await deliverOpen(tools())
    slack.answer = () => Promise.resolve()
    desk.setNow(NOW + MINUTE)
    await deliverOpen(tools())
    expect(slack.posts.map(({ doubtful }) => doubtful)).toEqual([false, true, false, false])
  })

  it.each<[PostFailureReason, number, string]>([
    ['token-refused', 10, 'the whole platform was shut for ten hours'],
    ['not-a-member', 20, 'one channel was shut for twenty hours'],
  ])('%s for %i hours leaves the parts in order: %s', async (reason, hours, _why) => {
    await plan(['slack:C1'])
    for (let hour = 0; hour <= hours; hour++) {
      // The lead lands before it begins.
      slack.answer = () => (slack.posts.length === 1 ? Promise.resolve() : refuse(reason)())
      desk.setNow(NOW + hour * HOUR)
      await deliverOpen(tools())
    }
    slack.posts.length = 0
    slack.answer = () => Promise.resolve()
    for (let minute = 10; minute <= 70; minute += 10) {
      desk.setNow(NOW + hours * HOUR + minute * MINUTE)
      await deliverOpen(tools())
    }
    const edition = await desk.storage.editions.last('matin')
    expect(slack.posts.map(({ summary }) => summary)).toEqual(
      edition?.stories.map(({ title }) => expect.stringContaining(title)),
    )
  })

  it('of more than a day ends what nobody waits for any more, untried, and says so', async () => {
    await plan(['slack:C1'])
    slack.answer = () => (slack.posts.length === 1 ? Promise.resolve() : refuse('unreachable')())
    await deliverOpen(tools())
    slack.posts.length = 0
    slack.answer = () => Promise.resolve()
    desk.setNow(NOW + 24 * HOUR + MINUTE)
    await deliverOpen(tools())
    expect(slack.posts).toEqual([])
    const edition = await desk.storage.editions.last('matin')
    const deliveries = await desk.storage.editions.deliveriesOf(edition?.id ?? '')
    expect(deliveries.map(({ state }) => state)).toEqual(['posted', 'abandoned', 'abandoned'])
    expect(desk.said.filter((line) => line.includes('J’y renonce'))).toHaveLength(1)
  })

  it('of a channel is told to its administrators once, and forgotten when it works', async () => {
    const settings = { ...DEFAULT_SETTINGS, adminChannel: 'slack:CADMIN' }
    await desk.storage.workspaces.save({ id: 'slack:T1', name: 'Rédaction', joinedAt: NOW, settings })
    await desk.storage.digests.save(deskDigest({ workspaceId: 'slack:T1' }))
    await plan(['slack:C1'])
    slack.answer = refuse('channel-archived')
    for (const hours of [0, 1, 2]) {
      desk.setNow(NOW + hours * HOUR)
      await deliverOpen(tools())
    }
    expect(await desk.storage.notices.open(NOW + 3 * HOUR)).toHaveLength(1)
    slack.answer = () => Promise.resolve()
    desk.setNow(NOW + 4 * HOUR)
    await deliverOpen(tools())
    expect(await desk.storage.alarms.list()).toEqual([])
  })
})

describe('a database that answers late', () => {
  it.each([
    [25, 3, 'in time for the posting'],
    [45, 0, 'when another process may soon take the message for one of a crash'],
  ])('after %i s lets %i messages go', async (seconds, expected, _why) => {
    await plan(channelsNamed(1))
    const { storage } = desk
    const editions: EditionStore = {
      ...storage.editions,
      claimDelivery: async (read, attempt) => {
        const isOurs = await storage.editions.claimDelivery(read, attempt)
        desk.setNow(desk.tools.clock.now() + seconds * 1000)
        return isOurs
      },
    }
    await deliverOpen({ ...tools(), storage: { ...storage, editions } })
    expect(slack.posts).toHaveLength(expected)
    desk.setNow(NOW + HOUR)
    await deliverOpen(tools())
    expect(slack.posts).toHaveLength(3)
    expect(slack.posts.filter(({ doubtful }) => doubtful)).toHaveLength(expected === 0 ? 1 : 0)
  })
})

describe('whose message it is', () => {
  it('travels with it: of the workspace of its digest or notice, of nobody for one of the file', async () => {
    await desk.storage.digests.save(deskDigest({ name: 'atelier', workspaceId: 'slack:T2' }))
    await plan(['slack:C1'], 'atelier')
    await plan(['slack:C2'], 'fichier')
    await deliverOpen(tools())
    await add('Le flux est muet.', 'slack:C3')
    await deliverNotices(tools())
    const whose = new Map(slack.posts.map(({ channel, workspaceId }) => [channel, workspaceId]))
    expect(Object.fromEntries(whose)).toEqual({ C1: 'slack:T2', C2: undefined, C3: 'slack:T1' })
  })
})

describe('a platform that is not there', () => {
  it('is said, and nothing is lost', async () => {
    await plan(['slack:C1'])
    await deliverOpen({ ...tools(), platforms: new Map() })
    expect(desk.said.join('\n')).toContain('attend une messagerie qui n’est pas connectée')
    desk.setNow(NOW + HOUR)
    await deliverOpen(tools())
    expect(slack.posts.map(({ doubtful }) => doubtful)).toEqual([false, false, false])
  })
})

const add = (occasion: string, channel = 'slack:C1'): Promise<boolean> =>
  desk.storage.notices.add(newNotice('slack:T1', channel, occasion, sentenceMessage(occasion), NOW))

describe('a notice', () => {
  it('is sent once, whoever finds it', async () => {
    expect([await add('Le flux est muet.'), await add('Le flux est muet.')]).toEqual([true, false])
    await deliverNotices(tools())
    await deliverNotices(tools())
    expect(slack.posts.map(({ summary }) => summary)).toEqual(['Le flux est muet.'])
  })

  it('that fails waits, and keeps no other channel waiting', async () => {
    await add('Un.', 'slack:C1')
    await add('Deux.', 'slack:C1')
    await add('Trois.', 'slack:C2')
    slack.answer = (channel) => (channel === 'C1' ? refuse('not-a-member')() : Promise.resolve())
    await deliverNotices(tools())
    expect(slack.posts.map(({ channel }) => channel).toSorted()).toEqual(['C1', 'C2'])
    slack.answer = () => Promise.resolve()
    desk.setNow(NOW + HOUR)
    await deliverNotices(tools())
    expect(await desk.storage.notices.open(NOW + 2 * HOUR)).toEqual([])
  })
})
