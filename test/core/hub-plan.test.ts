import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { type HubScene, planHubs } from '../../src/core/hub-plan.ts'
import {
  afterAsking,
  afterHubFailure,
  type HubSubscription,
  newHubSubscription,
} from '../../src/core/hub-subscription.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const TOPIC = 'https://lavigie.example/flux.xml'
const [FIRST, SECOND] = ['https://hub.example/', 'https://autre-hub.example/']
const OFFERED = [{ feedId: 'vigie', offer: { topic: TOPIC, hubs: [FIRST, SECOND] } }]

function made(id: string, more: Partial<HubSubscription> = {}): HubSubscription {
  const callback = `https://revue.example/websub/${id}`
  const fresh = newHubSubscription(
    { id, feedId: 'vigie', topic: TOPIC, hub: FIRST, callback, secret: 's' },
    NOW,
  )
  return { ...fresh, ...more }
}

const ASKED = afterAsking(made('a'), NOW)
const ACTIVE = made('a', { state: 'active', leaseUntil: NOW + DAY, nextAskAt: NOW + HOUR })
const RESTING = afterHubFailure(ASKED, NOW)

const isOurs = (callback: string): boolean => callback.startsWith('https://revue.example/websub/')

function plan(subscriptions: readonly HubSubscription[], more: Partial<HubScene> = {}): readonly string[] {
  return planHubs({ offered: OFFERED, subscriptions, isOurs, now: NOW, ...more }).map((step) =>
    step.kind === 'begin' ? `begin ${step.feedId} ${step.hub}` : `${step.kind} ${step.id}`,
  )
}

describe('what is to be done about hubs', () => {
  it.each<[string, readonly HubSubscription[], Partial<HubScene>, readonly string[]]>([
    ['a new offer: its first hub', [], {}, [`begin vigie ${FIRST}`]],
    ['asked, and not answered yet', [ASKED], {}, []],
    ['not answered within an hour', [ASKED], { now: NOW + HOUR }, ['give-up a']],
    ['written down, and killed before it was sent', [made('a')], {}, ['ask a']],
    ['the first hub failed: the next one', [RESTING], {}, [`begin vigie ${SECOND}`]],
    [
      'both failed: they rest',
      [RESTING, afterHubFailure(afterAsking(made('b', { hub: SECOND }), NOW), NOW)],
      {},
      [],
    ],
    [
      'both have rested: the first again',
      [RESTING, afterHubFailure(afterAsking(made('b', { hub: SECOND }), NOW), NOW)],
      { now: NOW + HOUR },
      ['ask a'],
    ],
    [
      'the second works: the first is left in peace',
      [
        { ...RESTING, nextAskAt: NOW - 1 },
        { ...ACTIVE, id: 'b', hub: SECOND },
      ],
      {},
      [],
    ],
    ['granted', [ACTIVE], {}, []],
    ['to be renewed', [ACTIVE], { now: NOW + HOUR }, ['ask a']],
    ['run out', [ACTIVE], { now: NOW + DAY }, ['give-up a']],
    ['the feed is not read any more', [ACTIVE], { offered: [] }, ['leave a']],
    ['nor known to the hub', [RESTING], { offered: [] }, ['forget a']],
    [
      'the feed has another hub now',
      [ACTIVE],
      { offered: [{ feedId: 'vigie', offer: { topic: TOPIC, hubs: [SECOND] } }] },
      ['leave a', `begin vigie ${SECOND}`],
    ],
    [
      'the feed has another name now',
      [ACTIVE],
      { offered: [{ feedId: 'vigie', offer: { topic: `${TOPIC}?2`, hubs: [FIRST] } }] },
      ['leave a', `begin vigie ${FIRST}`],
    ],
    [
      'our address is another one: nobody could confirm a farewell',
      [{ ...ACTIVE, callback: 'https://ancienne.example/websub/a' }],
      {},
      ['forget a', `begin vigie ${FIRST}`],
    ],
    [
      'left, and to be told',
      [made('a', { state: 'leaving', leaseUntil: NOW + DAY })],
      { offered: [] },
      ['ask a'],
    ],
    [
      'left, told, and followed anew',
      [made('a', { state: 'leaving', leaseUntil: NOW + DAY, attempts: 1, nextAskAt: NOW + HOUR })],
      {},
      [`begin vigie ${FIRST}`],
    ],
    [
      'told often enough',
      [made('a', { state: 'leaving', leaseUntil: NOW + DAY, attempts: 3 })],
      { offered: [] },
      ['forget a'],
    ],
  ])('%s', (_what, subscriptions, more, steps) => {
    expect(plan(subscriptions, more)).toEqual(steps)
  })

  it('asks no more than three hubs of a feed, however many it names', () => {
    const hubs = ['1', '2', '3', '4', '5'].map((number) => `https://hub${number}.example/`)
    const offered = [{ feedId: 'vigie', offer: { topic: TOPIC, hubs } }]
    const resting = hubs.slice(0, 3).map((hub, index) => ({ ...RESTING, id: `r${index}`, hub }))
    expect(plan(resting.slice(0, 2), { offered })).toEqual(['begin vigie https://hub3.example/'])
    expect(plan(resting, { offered })).toEqual([])
  })
})
