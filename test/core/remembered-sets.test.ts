import { describe, expect, it } from 'vitest'
import { rememberSets } from '../../src/core/remembered-sets.ts'
import type { SetsOf } from '../../src/core/story-brief.ts'

type Told = Parameters<ReturnType<typeof rememberSets>>[0]

const ARTICLE = { id: 'a', version: 1 }
const LIMITS = { maxSentences: 2, maxWords: 60 }

/** Five sets of one sentence each, and how many of them were looked for. */
function countedSets() {
  const counts = { begun: 0, found: 0 }
  const setsOf: SetsOf<Told> = function* () {
    counts.begun++
    for (let start = 0; start < 5; start++) {
      counts.found++
      yield [{ start, end: start + 1 }]
    }
  }
  return { counts, setsOf: rememberSets(setsOf) }
}

function first(sets: ReturnType<SetsOf<Told>>, most: number): readonly number[] {
  const starts: number[] = []
  for (const [stretch] of sets) {
    starts.push(stretch?.start ?? -1)
    if (starts.length === most) break
  }
  return starts
}

describe('remembered sets', () => {
  it.each([
    [1, 1, 1, 'the first of them satisfies most stories'],
    [3, 2, 3, 'who wants less has it at once'],
    [2, 4, 6, 'who wants more has them found anew'],
    [9, 9, 5, 'the end is remembered too'],
  ])('are the same for %i and then %i, of which %i are looked for: %s', (one, other, found, _why) => {
    const { counts, setsOf } = countedSets()
    const all = [0, 1, 2, 3, 4]
    expect(first(setsOf(ARTICLE, LIMITS), one)).toEqual(all.slice(0, one))
    expect(first(setsOf(ARTICLE, LIMITS), other)).toEqual(all.slice(0, other))
    expect(counts.found).toBe(found)
  })

  it.each([
    [{ ...ARTICLE, id: 'b' }, LIMITS, 'another article'],
    [{ ...ARTICLE, version: 2 }, LIMITS, 'an edit'],
    [ARTICLE, { ...LIMITS, maxWords: 30 }, 'fewer words'],
    [ARTICLE, { ...LIMITS, maxSentences: 1 }, 'fewer sentences'],
  ])('are found anew for %o %o: %s', (article, limits, _why) => {
    const { counts, setsOf } = countedSets()
    first(setsOf(ARTICLE, LIMITS), 1)
    first(setsOf(article, limits), 1)
    expect(counts.begun).toBe(2)
  })
})
