// The judge of the bench of faults finds what is wrong: whoever says «lost 0, twice 0» must have been able to say more.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judge } from '../../bench/fault-count.ts'
import type { Delivery, Edition } from '../../src/core/edition.ts'
import type { Storage } from '../../src/ports.ts'
import { openStorage } from '../../src/storage/open.ts'
import type { Standing } from '../chat/faults/fake-platform.ts'
import { addArticle, MORNING, sampleDelivery, sampleEdition } from '../storage/samples.ts'

const CHANNEL = 'slack:C1'
const EDITION: Edition = sampleEdition(MORNING)

/** Handles as Slack gives them: seconds, in the order of arrival. */
const handleOf = (part: number): string => `${MORNING / 1000 + part}.000100`

const PARTS: readonly Delivery[] = [0, 1, 2].map((part) =>
  sampleDelivery(EDITION, part, {
    id: `envoi-${part}`,
    channel: CHANNEL,
    state: 'posted',
    handle: handleOf(part),
  }),
)

/** The lead in the channel, the others below it. */
const STANDING: readonly Standing[] = PARTS.map(({ id, part, handle = '' }) => ({
  key: id,
  handle,
  lead: part === 0 ? undefined : handleOf(0),
}))

const [LEAD, FIRST, SECOND] = STANDING

let storage: Storage

beforeEach(async () => {
  storage = await openStorage(':memory:', { now: () => MORNING })
  await addArticle(storage, 'paru')
})
afterEach(() => storage.close())

interface World {
  readonly parts: readonly Delivery[]
  readonly standing: readonly (Standing | undefined)[]
  readonly printed: readonly string[]
  readonly owed: readonly string[]
}

const WELL: World = {
  parts: PARTS,
  standing: STANDING,
  printed: ['https://nantes.example/paru'],
  owed: [EDITION.id],
}

const changed = (part: number, changes: Partial<Delivery>): readonly Delivery[] =>
  PARTS.map((delivery) => (delivery.part === part ? { ...delivery, ...changes } : delivery))

describe('the judge of faults', () => {
  it.each<[string, Partial<World>, { lost?: number; twice?: number; givenUp?: number }, RegExp]>([
    ['all is well', {}, {}, /^$/],
    ['a part noted as posted does not stand', { standing: [LEAD, FIRST] }, { lost: 1 }, /1 lost/],
    ['a part waits for ever', { parts: changed(2, { state: 'sending' }) }, { lost: 1 }, /1 lost/],
    ['a part stands twice', { standing: [...STANDING, copyOf(FIRST)] }, { twice: 1 }, /1 twice/],
    [
      'a message is nobody’s',
      { standing: [...STANDING, copyOf(FIRST, 'autre')] },
      { twice: 1 },
      /nobody sent/,
    ],
    [
      'a part was given up',
      { parts: changed(2, { state: 'abandoned' }), standing: [LEAD, FIRST] },
      { givenUp: 1 },
      /1 given up/,
    ],
    ['a part overtook another', { standing: [LEAD, swapped(SECOND, 1), swapped(FIRST, 2)] }, {}, /its place/],
    [
      'a part is not in the thread',
      { standing: [LEAD, FIRST, below(SECOND, undefined)] },
      {},
      /below its lead/,
    ],
    ['a slot has no edition', { owed: [EDITION.id, 'soir@2026'] }, {}, /soir@2026 was announced/],
    [
      'an article is missing',
      { printed: [...WELL.printed, 'https://nantes.example/perdu'] },
      {},
      /perdu is not/,
    ],
  ])('sees that %s', async (_what, changes, expected, wrong) => {
    const { parts, standing, printed, owed } = { ...WELL, ...changes }
    await storage.editions.create(EDITION, parts)
    const verdict = await judge({
      storage,
      channels: [CHANNEL],
      slack: { standing: () => standing.flatMap((message) => message ?? []) },
      discord: { standing: () => [] },
      press: { printed },
      owed: new Map(owed.map((id) => [id, MORNING])),
      now: () => MORNING + 1,
    })
    expect(verdict).toMatchObject({ lost: 0, twice: 0, givenUp: 0, ...expected })
    expect(verdict.wrongs.join('\n')).toMatch(wrong)
  })
})

function copyOf(message: Standing | undefined, key = message?.key): Standing {
  return { key, handle: handleOf(9), lead: message?.lead }
}

function swapped(message: Standing | undefined, part: number): Standing {
  return { key: message?.key, lead: message?.lead, handle: handleOf(part) }
}

function below(message: Standing | undefined, lead: string | undefined): Standing {
  return { key: message?.key, handle: message?.handle ?? '', lead }
}
