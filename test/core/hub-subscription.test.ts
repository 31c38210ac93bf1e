import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import {
  afterAsking,
  afterDenial,
  afterFarewell,
  afterHubFailure,
  afterIntent,
  afterLapse,
  afterTrial,
  type HubSubscription,
  isFarewellOver,
  isLapsed,
  isPushExpected,
  isTrusted,
  newHubSubscription,
} from '../../src/core/hub-subscription.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const TOPIC = 'https://lavigie.example/flux.xml'

const NEW = newHubSubscription(
  {
    id: 'un-jeton-que-personne-ne-devine',
    feedId: 'vigie',
    topic: TOPIC,
    hub: 'https://hub.example/',
    callback: 'https://revue.example/websub/un-jeton-que-personne-ne-devine',
    secret: 'un secret',
  },
  NOW,
)
const ASKED = afterAsking(NEW, NOW)

function active(more: Partial<HubSubscription> = {}): HubSubscription {
  return {
    ...ASKED,
    state: 'active',
    since: NOW - DAY,
    leaseUntil: NOW + DAY,
    nextAskAt: NOW + HOUR,
    attempts: 0,
    ...more,
  }
}

const MEANT = { mode: 'subscribe', topic: TOPIC, leaseSeconds: 864_000 } as const

describe('a hub that asks whether we mean it', () => {
  it.each<[string, HubSubscription, Parameters<typeof afterIntent>[1], string | undefined]>([
    ['what we asked for', ASKED, MEANT, 'active'],
    ['a renewal', active(), MEANT, 'active'],
    [
      'a topic as the hub writes it',
      ASKED,
      { ...MEANT, topic: 'https://LAVIGIE.example/flux.xml' },
      'active',
    ],
    ['another topic', ASKED, { ...MEANT, topic: 'https://autre.example/flux.xml' }, undefined],
    ['what we have not sent yet', NEW, MEANT, undefined],
    ['what has failed meanwhile', afterHubFailure(ASKED, NOW), MEANT, undefined],
    ['an end that we did not ask for', active(), { ...MEANT, mode: 'unsubscribe' }, undefined],
    ['an end of what we wait for', ASKED, { ...MEANT, mode: 'unsubscribe' }, undefined],
    ['a beginning of what we leave', active({ state: 'leaving', attempts: 1 }), MEANT, undefined],
    [
      'the end that we asked for',
      active({ state: 'leaving', attempts: 1 }),
      { ...MEANT, mode: 'unsubscribe' },
      'gone',
    ],
    [
      'the end before we asked for it',
      active({ state: 'leaving', attempts: 0 }),
      { ...MEANT, mode: 'unsubscribe' },
      undefined,
    ],
  ])('%s', (_what, subscription, question, expected) => {
    const after = afterIntent(subscription, question, NOW)
    expect(typeof after === 'object' ? after.state : after).toBe(expected)
  })

  it.each<[number | undefined, number, number, number, string]>([
    [864_000, 10 * DAY, 5 * DAY, 8 * DAY, 'what we asked for: renewed with days to spare'],
    [86_400, DAY, 12 * HOUR, 20 * HOUR, 'a day'],
    [60, MINUTE, HOUR, HOUR, 'a minute: no hub is asked more than once an hour'],
    [0, 30 * DAY, 15 * DAY, 24 * DAY, 'no end'],
    [undefined, 30 * DAY, 15 * DAY, 24 * DAY, 'nothing said'],
    [999_999_999_999, 30 * DAY, 15 * DAY, 24 * DAY, 'thousands of years'],
  ])('grants %s seconds', (leaseSeconds, lease, earliest, latest, _why) => {
    const question = { mode: 'subscribe', topic: TOPIC } as const
    const after = afterIntent(
      ASKED,
      leaseSeconds === undefined ? question : { ...question, leaseSeconds },
      NOW,
    )
    if (typeof after !== 'object') throw new Error(String(after))
    expect(after.leaseUntil).toBe(NOW + lease)
    expect(after.nextAskAt - NOW).toBeGreaterThanOrEqual(earliest)
    expect(after.nextAskAt - NOW).toBeLessThanOrEqual(latest)
  })

  it('spreads the renewals of many over days', () => {
    const renewals = Array.from({ length: 200 }, (_, index) => {
      const after = afterIntent({ ...ASKED, id: `jeton-${index * 7919}` }, MEANT, NOW)
      return typeof after === 'object' ? Math.floor((after.nextAskAt - NOW) / (6 * HOUR)) : -1
    })
    // Three days hold twelve quarters of a day.
    const perQuarter = Map.groupBy(renewals, (quarter) => quarter)
    expect(perQuarter.size).toBeGreaterThanOrEqual(10)
    for (const many of perQuarter.values()) expect(many.length).toBeLessThan(60)
  })
})

describe('a hub that fails', () => {
  it('is left alone twice as long each time, a week at most', () => {
    const rests: number[] = []
    let subscription = NEW
    for (let times = 0; times < 10; times++) {
      const asking = afterAsking(subscription, NOW)
      expect(asking.state).toBe('asked')
      subscription = afterHubFailure(asking, NOW)
      expect(subscription.state).toBe('resting')
      rests.push((subscription.nextAskAt - NOW) / HOUR)
    }
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 168, 168])
  })

  it('is waited for as long as it asks, a week at most', () => {
    expect(afterHubFailure(ASKED, NOW, NOW + 3 * HOUR).nextAskAt).toBe(NOW + 3 * HOUR)
    expect(afterHubFailure(ASKED, NOW, NOW + 365 * DAY).nextAskAt).toBe(NOW + 7 * DAY)
  })

  it('keeps what it granted until the lease is over', () => {
    const asking = afterAsking(active(), NOW)
    const failed = afterHubFailure(asking, NOW)
    expect(failed).toMatchObject({ state: 'active', leaseUntil: NOW + DAY, nextAskAt: NOW + HOUR })
    expect(isLapsed(failed, NOW + DAY)).toBe(true)
    // It has just failed: no haste.
    expect(afterLapse({ ...failed, nextAskAt: NOW + 30 * HOUR }, NOW + DAY).nextAskAt).toBe(NOW + 30 * HOUR)
  })

  it('is asked at once when the lease ran out while we were away', () => {
    const later = NOW + 20 * DAY
    expect(afterLapse(active(), later)).toMatchObject({ state: 'resting', nextAskAt: later })
  })
})

describe('a hub that refuses', () => {
  it.each<[string, HubSubscription, string, string | undefined]>([
    ['what we asked for', ASKED, TOPIC, 'resting'],
    ['what it had granted', active(), TOPIC, 'resting'],
    ['another topic', active(), 'https://autre.example/', undefined],
    ['what rests already', afterHubFailure(ASKED, NOW), TOPIC, undefined],
    ['what we leave', active({ state: 'leaving' }), TOPIC, 'gone'],
  ])('%s', (_what, subscription, topic, expected) => {
    const after = afterDenial(subscription, topic, NOW)
    expect(typeof after === 'object' ? after.state : after).toBe(expected)
  })
})

it('a hub that refused is left alone for a week, and its lease counts no more', () => {
  const denied = afterDenial(active(), TOPIC, NOW)
  expect(denied).toMatchObject({ state: 'resting', nextAskAt: NOW + 7 * DAY })
  expect(denied).not.toHaveProperty('leaseUntil')
})

describe('a farewell', () => {
  it.each<[string, HubSubscription, string | undefined]>([
    ['to what is active', active(), 'leaving'],
    ['to what was asked for', ASKED, 'leaving'],
    ['to what the hub never heard of', NEW, undefined],
    ['to what it refused', afterHubFailure(ASKED, NOW), undefined],
    ['to what has run out', active({ leaseUntil: NOW - 1 }), undefined],
  ])('%s', (_what, subscription, expected) => {
    expect(afterFarewell(subscription, NOW)?.state).toBe(expected)
  })

  it('is said three times, or until the lease is over', () => {
    let leaving = active({ state: 'leaving', nextAskAt: NOW, leaseUntil: NOW + 30 * DAY })
    const waits: number[] = []
    for (let now = NOW; !isFarewellOver(leaving, now); now = leaving.nextAskAt) {
      leaving = afterAsking(leaving, now)
      waits.push((leaving.nextAskAt - now) / HOUR)
    }
    expect(waits).toEqual([1, 2, 4])
    expect(isFarewellOver(active({ state: 'leaving', leaseUntil: NOW }), NOW)).toBe(true)
  })
})

describe('what a hub is worth', () => {
  const HOURLY = { previousReadAt: NOW - HOUR, now: NOW }

  it.each<[string, Partial<HubSubscription>, number, number, boolean]>([
    ['nothing new, nobody called', {}, 0, 0, true],
    ['news that it told of', { pushedAt: NOW - MINUTE }, 2, 0, true],
    ['news that it told of mend a little', { pushedAt: NOW - MINUTE, debt: 6 }, 1, 5, false],
    ['news that it told of mend enough', { pushedAt: NOW - MINUTE, debt: 4 }, 1, 3, true],
    ['a call that brought nothing yet', { pushedAt: NOW - MINUTE }, 0, 0, false],
    ['one miss may be a matter of minutes', {}, 1, 3, true],
    ['two misses are not', { debt: 3 }, 1, 6, false],
    ['debt has an end', { debt: 9 }, 5, 9, false],
    ['a call of before the last reading excuses nothing', { pushedAt: NOW - 2 * HOUR }, 1, 3, true],
    ['news that may be older than the subscription', { since: NOW - MINUTE }, 3, 0, true],
    ['a lease that is over promises nothing', { leaseUntil: NOW }, 1, 0, false],
    ['what is only asked for promises nothing', { state: 'asked' }, 1, 0, false],
    ['what is being left promises nothing', { state: 'leaving' }, 0, 0, false],
  ])('%s', (_what, more, newCount, debt, isExpected) => {
    const trial = { ...HOURLY, newCount }
    const judged = afterTrial(active(more), trial)
    expect(judged.debt).toBe(debt)
    expect(isPushExpected(judged, trial)).toBe(isExpected)
  })

  it('is lost after two misses and regained after three announced articles', () => {
    let hub = active()
    const seen: boolean[] = []
    for (const isTold of [true, false, false, true, true, true]) {
      const pushedAt = isTold ? { pushedAt: NOW - 1 } : { pushedAt: NOW - 2 * HOUR }
      hub = afterTrial({ ...hub, ...pushedAt }, { ...HOURLY, newCount: 1 })
      seen.push(isTrusted(hub))
    }
    expect(seen).toEqual([true, true, false, false, false, true])
  })
})
