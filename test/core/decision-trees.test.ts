// Sums of trees: as walking down each tree for each row would give.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecisionTrees, LEAVES, QUESTIONS, sumsOfTrees } from '../../src/core/decision-trees.ts'

const FEATURES = 3
/** Steps that 31 bits tell apart; negative ones and 0 among them. */
const VALUE = fc.integer({ min: -40, max: 40 }).map((steps) => steps / 8)

const TREES: fc.Arbitrary<DecisionTrees> = fc.integer({ min: 0, max: 4 }).chain((trees) =>
  fc.record({
    features: fc
      .array(fc.nat({ max: FEATURES - 1 }), exactly(trees * QUESTIONS))
      .map((all) => Uint8Array.from(all)),
    limits: fc.array(VALUE, exactly(trees * QUESTIONS)).map((all) => Float32Array.from(all)),
    leaves: fc.array(VALUE, exactly(trees * LEAVES)).map((all) => Float32Array.from(all)),
    base: VALUE,
  }),
)

function exactly(length: number): { readonly minLength: number; readonly maxLength: number } {
  return { minLength: length, maxLength: length }
}

function walkDown({ features, limits, leaves, base }: DecisionTrees, row: readonly number[]): number {
  let sum = base
  for (let tree = 0; tree * LEAVES < leaves.length; tree++) {
    let leaf = 0
    for (let question = 0; question < QUESTIONS; question++) {
      const at = tree * QUESTIONS + question
      if ((row[features[at] ?? 0] ?? 0) >= (limits[at] ?? 0)) leaf += 2 ** question
    }
    sum += leaves[tree * LEAVES + leaf] ?? 0
  }
  return sum
}

describe('sumsOfTrees', () => {
  it('is what each tree says of each row', () => {
    const rows = fc.array(fc.tuple(VALUE, VALUE, VALUE))
    fc.assert(
      fc.property(TREES, rows, (trees, given) => {
        const columns = Float32Array.from({ length: FEATURES * given.length }, (_, at) => {
          const [feature, row] = [Math.floor(at / given.length), at % given.length]
          return given[row]?.[feature] ?? 0
        })
        const sums = sumsOfTrees(trees, columns, given.length)
        expect(Array.from(sums)).toEqual(given.map((row) => walkDown(trees, row)))
      }),
    )
  })
})
