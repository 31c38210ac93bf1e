// Grows boosted symmetric trees over binned features, by any gradient. Deterministic: chance comes with a seed.
// Papers: see src/core/decision-trees.ts; histograms of gradients as in Ke et al., «LightGBM», NIPS 2017.
import { type DecisionTrees, LEAVES, QUESTIONS } from '../../src/core/decision-trees.ts'
import { binLimits, BINS, binsOf, type Rows } from './bins.ts'
import { seededRandom } from './random.ts'

export interface Growth {
  readonly trees: number
  /** Share of each leaf that is taken. */
  readonly rate: number
  /** Added to the curvature of a leaf: few rows move it little. */
  readonly shrinkage: number
  /** Share of the features that each tree may ask for. */
  readonly featureShare: number
  readonly seed: number
  /** What every sum begins with. */
  readonly base: number
}

/** Writes what each row wants to be more (`gradients`) and how sure it is of it (`curvatures`), given the sums so far. */
export type Slope = (sums: Float64Array, gradients: Float64Array, curvatures: Float64Array) => void

interface Ground {
  readonly rows: Rows
  readonly limits: readonly Float32Array[]
  readonly bins: readonly Uint8Array[]
  readonly gradients: Float64Array
  readonly curvatures: Float64Array
  readonly growth: Growth
}

export function growTrees(rows: Rows, slope: Slope, growth: Growth): DecisionTrees {
  const limits = binLimits(rows)
  const made = (): Float64Array => new Float64Array(rows.count)
  const ground: Ground = {
    rows,
    limits,
    bins: limits.map((own, feature) => binsOf(rows, own, feature)),
    gradients: made(),
    curvatures: made(),
    growth,
  }
  const sums = made().fill(growth.base)
  const random = seededRandom(growth.seed)
  const features = new Uint8Array(growth.trees * QUESTIONS)
  const questionLimits = new Float32Array(growth.trees * QUESTIONS)
  const leaves = new Float32Array(growth.trees * LEAVES)
  for (let tree = 0; tree < growth.trees; tree++) {
    slope(sums, ground.gradients, ground.curvatures)
    const mayAsk = [...limits.keys()].filter(() => random() < growth.featureShare)
    const { questions, leafOf } = growTree(ground, mayAsk)
    for (const [level, { feature, limit }] of questions.entries()) {
      features[tree * QUESTIONS + level] = feature
      questionLimits[tree * QUESTIONS + level] = limit
    }
    const own = leaves.subarray(tree * LEAVES, (tree + 1) * LEAVES)
    fillLeaves(ground, leafOf, own)
    for (let row = 0; row < rows.count; row++) sums[row] = (sums[row] ?? 0) + (own[leafOf[row] ?? 0] ?? 0)
  }
  return { features, limits: questionLimits, leaves, base: growth.base }
}

interface Question {
  readonly feature: number
  /** Yes from this value on, which is from the bin behind `bin` on. */
  readonly limit: number
  readonly bin: number
}

/** Asked where no question tells anything more: nobody answers yes. */
const NO_QUESTION: Question = { feature: 0, limit: Infinity, bin: BINS }

function growTree(
  ground: Ground,
  mayAsk: readonly number[],
): { readonly questions: readonly Question[]; readonly leafOf: Uint8Array } {
  const leafOf = new Uint8Array(ground.rows.count)
  const questions: Question[] = []
  for (let level = 0; level < QUESTIONS; level++) {
    const question = bestQuestion(ground, mayAsk, leafOf, 1 << level)
    questions.push(question)
    const own = ground.bins[question.feature] ?? new Uint8Array()
    for (let row = 0; row < leafOf.length; row++) {
      leafOf[row] = (leafOf[row] ?? 0) | (Number((own[row] ?? 0) > question.bin) << level)
    }
  }
  return { questions, leafOf }
}

/** The question whose answers part the gradients best, summed over all leaves there are. */
function bestQuestion(
  ground: Ground,
  mayAsk: readonly number[],
  leafOf: Uint8Array,
  leafCount: number,
): Question {
  let best = { question: NO_QUESTION, gain: 1e-9 }
  for (const feature of mayAsk) {
    const limits = ground.limits[feature] ?? new Float32Array()
    const gains = gainsOf(ground, feature, leafOf, leafCount)
    for (let bin = 0; bin < limits.length; bin++) {
      const gain = gains[bin] ?? 0
      if (gain > best.gain) best = { question: { feature, limit: limits[bin] ?? 0, bin }, gain }
    }
  }
  return best.question
}

/** What asking after each bin of one feature gains. */
function gainsOf(ground: Ground, feature: number, leafOf: Uint8Array, leafCount: number): Float64Array {
  const { shrinkage } = ground.growth
  const worth = (gradient: number, curvature: number): number =>
    (gradient * gradient) / (curvature + shrinkage)
  const { gradients, curvatures } = histogramOf(ground, feature, leafOf, leafCount)
  const gains = new Float64Array(BINS)
  for (let leaf = 0; leaf < leafCount; leaf++) {
    let [gradient, curvature] = [0, 0]
    for (let at = leaf * BINS; at < (leaf + 1) * BINS; at++) {
      gradient += gradients[at] ?? 0
      curvature += curvatures[at] ?? 0
    }
    const whole = worth(gradient, curvature)
    let [left, leftCurvature] = [0, 0]
    for (let bin = 0; bin < BINS; bin++) {
      left += gradients[leaf * BINS + bin] ?? 0
      leftCurvature += curvatures[leaf * BINS + bin] ?? 0
      const gain = worth(left, leftCurvature) + worth(gradient - left, curvature - leftCurvature) - whole
      gains[bin] = (gains[bin] ?? 0) + gain
    }
  }
  return gains
}

interface Histogram {
  readonly gradients: Float64Array
  readonly curvatures: Float64Array
}

/** Sums by leaf and bin. */
function histogramOf(ground: Ground, feature: number, leafOf: Uint8Array, leafCount: number): Histogram {
  const histogram = {
    gradients: new Float64Array(leafCount * BINS),
    curvatures: new Float64Array(leafCount * BINS),
  }
  const own = ground.bins[feature] ?? new Uint8Array()
  for (let row = 0; row < leafOf.length; row++) {
    const at = (leafOf[row] ?? 0) * BINS + (own[row] ?? 0)
    histogram.gradients[at] = (histogram.gradients[at] ?? 0) + (ground.gradients[row] ?? 0)
    histogram.curvatures[at] = (histogram.curvatures[at] ?? 0) + (ground.curvatures[row] ?? 0)
  }
  return histogram
}

function fillLeaves(
  { gradients, curvatures, growth }: Ground,
  leafOf: Uint8Array,
  leaves: Float32Array,
): void {
  const sums = { gradients: new Float64Array(leaves.length), curvatures: new Float64Array(leaves.length) }
  for (let row = 0; row < leafOf.length; row++) {
    const leaf = leafOf[row] ?? 0
    sums.gradients[leaf] = (sums.gradients[leaf] ?? 0) + (gradients[row] ?? 0)
    sums.curvatures[leaf] = (sums.curvatures[leaf] ?? 0) + (curvatures[row] ?? 0)
  }
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    leaves[leaf] =
      (growth.rate * (sums.gradients[leaf] ?? 0)) / ((sums.curvatures[leaf] ?? 0) + growth.shrinkage)
  }
}
