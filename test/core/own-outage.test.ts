import { expect, it } from 'vitest'
import {
  type Attempts,
  NO_ATTEMPTS,
  ownOutageSince,
  withAnswer,
  withoutAnswer,
} from '../../src/core/own-outage.ts'

/** Each takes no time, but for one that hangs: it was asked before all others. */
type Attempt = readonly [site: string, outcome: 'answers' | 'silent' | 'silent as ever' | 'hangs']

const after = (attempts: readonly Attempt[]): Attempts =>
  attempts.reduce<Attempts>(
    (known, [site, outcome], at) =>
      outcome === 'answers'
        ? withAnswer(at)
        : withoutAnswer(known, site, {
            askedAt: outcome === 'hangs' ? 0 : at,
            at,
            wasWell: outcome !== 'silent as ever',
          }),
    NO_ATTEMPTS,
  )

it.each<[readonly Attempt[], number | undefined, string]>([
  [[], undefined, 'nothing was tried'],
  [[['a', 'silent']], undefined, 'one site alone: who knows'],
  [
    [
      ['a', 'silent'],
      ['a', 'silent'],
    ],
    undefined,
    'its two feeds know no more',
  ],
  [
    [
      ['a', 'silent'],
      ['b', 'silent'],
    ],
    0,
    'two sites, and nobody answered',
  ],
  [
    [
      ['c', 'answers'],
      ['a', 'silent'],
      ['b', 'silent'],
    ],
    1,
    'since the first after the last answer',
  ],
  [
    [
      ['d', 'answers'],
      ['c', 'answers'],
      ['a', 'hangs'],
      ['b', 'hangs'],
    ],
    undefined,
    'asked before others answered: sites that hang are given up last',
  ],
  [
    [
      ['a', 'silent'],
      ['b', 'silent'],
      ['c', 'answers'],
    ],
    undefined,
    'somebody answers: it was they',
  ],
  [
    [
      ['a', 'silent as ever'],
      ['b', 'silent as ever'],
    ],
    undefined,
    'those that are down for weeks prove nothing',
  ],
  [
    [
      ['a', 'silent'],
      ['c', 'answers'],
      ['b', 'silent'],
    ],
    undefined,
    'one before and one after an answer',
  ],
])('%j: our own outage since %s, %s', (attempts, since, _why) =>
  expect(ownOutageSince(after(attempts))).toBe(since),
)
