import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import { holdsBack, planDeliveries } from '../../src/core/delivery.ts'
import type { Delivery, Edition } from '../../src/core/edition.ts'

const SLOT = Date.parse('2026-03-17T07:00:00Z')

const EDITION: Edition = {
  id: 'matin@2026-03-17T07:00:00.000Z',
  digestName: 'matin',
  title: 'La revue du matin',
  zone: 'Europe/Paris',
  slotAt: SLOT,
  madeAt: SLOT + MINUTE,
  since: SLOT - 24 * HOUR,
  until: SLOT,
  articleCount: 0,
  foldedCount: 0,
  stories: [],
}

function planned(): Delivery {
  const [delivery] = planDeliveries(EDITION, ['console:terminal'], 1)
  if (delivery === undefined) throw new Error('no delivery was planned')
  return delivery
}

describe('planning deliveries', () => {
  it('writes every part of every channel down, in order, none sent', () => {
    const plan = planDeliveries(EDITION, ['console:terminal', 'slack:C1'], 3)
    expect(plan.map(({ channel, part, state }) => [channel, part, state])).toEqual([
      ['console:terminal', 0, 'pending'],
      ['console:terminal', 1, 'pending'],
      ['console:terminal', 2, 'pending'],
      ['slack:C1', 0, 'pending'],
      ['slack:C1', 1, 'pending'],
      ['slack:C1', 2, 'pending'],
    ])
  })

  it('gives each part a key of its own that fits a nonce of 25 characters and is the same in every life', () => {
    const keys = planDeliveries(EDITION, ['console:terminal', 'slack:C1'], 3).map(({ id }) => id)
    expect(new Set(keys).size).toBe(6)
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(25)
    expect(planDeliveries(EDITION, ['console:terminal', 'slack:C1'], 3).map(({ id }) => id)).toEqual(keys)
  })
})

describe('the order of the parts', () => {
  it.each<[Partial<Delivery>, boolean, string]>([
    [{ part: 0, attempts: 99 }, true, 'nothing hangs under a lead that is not there'],
    [{ part: 2 }, true, 'its turn comes first'],
    [{ part: 2, state: 'sending', attempts: 1 }, true, 'somebody is at it'],
    [{ part: 2, state: 'sending', attempts: 6 }, false, 'it has failed for half an hour'],
    [{ part: 2, state: 'posted' }, false, 'it stands'],
    [{ part: 2, state: 'abandoned', attempts: 1 }, false, 'nobody waits for what will not come'],
  ])('%j holds back what follows: %s, %s', (changes, expected, _why) => {
    expect(holdsBack({ ...planned(), ...changes })).toBe(expected)
  })
})
