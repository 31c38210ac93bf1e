// The beat: what is slow holds up nothing else.
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import { createStoryShelf } from '../../src/core/story-shelf.ts'
import type { ChatPlatform } from '../../src/ports.ts'
import { createHeart, type Heart } from '../../src/services/heart.ts'
import { type Desk, deskDigest, deskFeed, openDesk } from './open-desk.ts'
import { createOutageWatch } from '../../src/services/watch-outage.ts'

const EIGHT = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')

/** A platform whose messages land when `landing` is settled. */
function platform(landing: Promise<unknown>): ChatPlatform & { readonly channels: string[] } {
  const channels: string[] = []
  return {
    channels,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    isConnected: () => true,
    edit: () => Promise.resolve(),
    post: async (channel) => {
      channels.push(channel)
      await landing
      return `message-${channels.length}`
    },
  }
}

function digestAt(hour: string, name: string, channel: string): Digest {
  const digest = deskDigest({ name, channels: [channel] })
  return { ...digest, schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: [hour], zone: 'Europe/Paris' } }
}

let desk: Desk
let now: number

function setNow(given: number): void {
  now = given
  desk.setNow(given)
}

beforeEach(async () => {
  desk = await openDesk({ now: EIGHT - HOUR, feeds: [FEED] })
  setNow(EIGHT - HOUR)
  const [state] = await desk.storage.feeds.states()
  if (state !== undefined) await desk.storage.feeds.saveState({ ...state, nextReadAt: EIGHT + DAY })
  const text = 'Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux.'
  await desk.keep(FEED, { title: 'Le pont rouvre', text, publishedAt: now })
})

function heartOf(
  platforms: ReadonlyMap<string, ChatPlatform>,
  digests: readonly Digest[],
  signal = new AbortController().signal,
): Heart {
  const { storage, reader, log, meter, clock } = desk.tools
  const tools = {
    storage,
    reader,
    log,
    meter,
    clock,
    platforms,
    signal,
    shelf: createStoryShelf(),
    outage: createOutageWatch(),
    zone: 'Europe/Paris',
    writeArchive: () => Promise.resolve(),
  }
  return createHeart(tools, { digests: () => Promise.resolve(digests), patienceSeconds: 0.05 })
}

describe('a platform that is slow', () => {
  it('keeps the next slot of another platform from nobody', async () => {
    const { promise, resolve: land } = Promise.withResolvers<undefined>()
    const [slack, discord] = [platform(promise), platform(Promise.resolve())]
    const heart = heartOf(
      new Map([
        ['slack', slack],
        ['discord', discord],
      ]),
      [digestAt('08:00', 'huit', 'slack:C1'), digestAt('08:01', 'une', 'discord:D1')],
    )
    await heart.beat()
    setNow(EIGHT)
    await heart.beat()
    expect([slack.channels, discord.channels]).toEqual([['C1'], []])
    setNow(EIGHT + MINUTE)
    await heart.beat()
    expect(discord.channels).toEqual(['D1', 'D1'])
    expect(slack.channels).toEqual(['C1'])
    land(undefined)
    await heart.rest()
    expect(slack.channels).toEqual(['C1', 'C1'])
    expect(await desk.storage.editions.openDeliveries(now + DAY)).toEqual([])
  })

  it('is waited for when the program rests', async () => {
    const { promise, resolve: land } = Promise.withResolvers<undefined>()
    const slack = platform(promise)
    const heart = heartOf(new Map([['slack', slack]]), [digestAt('08:00', 'huit', 'slack:C1')])
    await heart.beat()
    setNow(EIGHT)
    await heart.beat()
    let isAtRest = false
    const resting = heart.rest().then(() => (isAtRest = true))
    await new Promise(setImmediate)
    expect(isAtRest).toBe(false)
    land(undefined)
    await resting
    expect(slack.channels).toEqual(['C1', 'C1'])
  })

  it('is asked once for each message, however many beats there are meanwhile', async () => {
    const { promise, resolve: land } = Promise.withResolvers<undefined>()
    const slack = platform(promise)
    const heart = heartOf(new Map([['slack', slack]]), [digestAt('08:00', 'huit', 'slack:C1')])
    await heart.beat()
    for (let minute = 0; minute < 5; minute++) {
      setNow(EIGHT + minute * MINUTE)
      await heart.beat()
    }
    land(undefined)
    await heart.rest()
    expect(slack.channels).toEqual(['C1', 'C1'])
  })
})

describe('one slot of many digests', () => {
  it('of one definition is composed once, however many transactions it takes', async () => {
    const digests = Array.from({ length: 60 }, (_, index) =>
      digestAt('08:00', `revue-${index}`, `slack:C${index}`),
    )
    const slack = platform(Promise.resolve())
    const making: unknown[] = []
    desk.tools.log.debug = (_line, data) => {
      if (data?.['composed'] !== undefined) making.push(data)
    }
    const heart = heartOf(new Map([['slack', slack]]), digests)
    await heart.beat()
    setNow(EIGHT)
    await heart.beat()
    await heart.rest()
    expect(slack.channels).toHaveLength(120)
    expect(making).toEqual([{ composed: 1 }])
  })
})

describe('a channel of a platform that is not there', () => {
  it('is told in the log and keeps nobody waiting', async () => {
    const discord = platform(Promise.resolve())
    const heart = heartOf(new Map([['discord', discord]]), [
      digestAt('08:00', 'huit', 'slack:C1'),
      digestAt('08:00', 'une', 'discord:D1'),
    ])
    await heart.beat()
    setNow(EIGHT)
    await heart.beat()
    await heart.rest()
    expect(discord.channels).toEqual(['D1', 'D1'])
    expect(desk.said.join(' ')).toContain('slack')
  })
})
