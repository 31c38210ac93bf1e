// Logistic regression with a ridge and signs that are known beforehand. Knows nothing of stories.

export interface Example {
  readonly values: readonly number[]
  readonly isSame: boolean
  readonly weight: number
}

export interface Regression {
  readonly weights: readonly number[]
  readonly bias: number
}

/** Least and most of each weight: what two articles share never speaks against them. */
export type Bounds = readonly (readonly [least: number, most: number])[]

const RIDGE = 10
const STEPS = 1500

/** Projected gradient over standardised values, with Nesterov's momentum: the same weights each time. */
export function regress(examples: readonly Example[], bounds: Bounds): Regression {
  const width = bounds.length
  const means = bounds.map((_, at) => mean(examples.map(({ values }) => values[at] ?? 0)))
  const spreads = bounds.map((_, at) =>
    Math.sqrt(1e-12 + mean(examples.map(({ values }) => ((values[at] ?? 0) - (means[at] ?? 0)) ** 2))),
  )
  const rows = examples.map(({ values }) =>
    Float64Array.from({ length: width + 1 }, (_, at) =>
      at === width ? 1 : ((values[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1),
    ),
  )
  const limits = bounds.map(([least, most], at) => [least * (spreads[at] ?? 1), most * (spreads[at] ?? 1)])
  const clip = (value: number, at: number): number =>
    Math.min(limits[at]?.[1] ?? Infinity, Math.max(limits[at]?.[0] ?? -Infinity, value))
  // A quarter of all squares bounds the curvature: a step of its inverse never overshoots.
  const curvature = examples.reduce(
    (sum, { weight }, row) =>
      sum + 0.25 * weight * (rows[row] ?? new Float64Array()).reduce((all, x) => all + x * x, 0),
    RIDGE,
  )
  const step = 1 / curvature
  let [current, before] = [new Float64Array(width + 1).map(clip), new Float64Array(width + 1).map(clip)]
  for (let turn = 1; turn <= STEPS; turn++) {
    const ahead = current.map((value, at) => value + ((turn - 1) / (turn + 2)) * (value - (before[at] ?? 0)))
    const slope = slopeAt(ahead, rows, examples)
    before = current
    current = ahead.map((value, at) => clip(value - step * (slope[at] ?? 0), at))
  }
  const weights = bounds.map((_, at) => (current[at] ?? 0) / (spreads[at] ?? 1))
  const bias = (current[width] ?? 0) - weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0)
  return { weights, bias }
}

function slopeAt(
  at: Float64Array,
  rows: readonly Float64Array[],
  examples: readonly Example[],
): Float64Array {
  const slope = at.map((value, index) => (index === at.length - 1 ? 0 : RIDGE * value))
  for (const [index, row] of rows.entries()) {
    const { isSame = false, weight = 0 } = examples[index] ?? {}
    let odds = 0
    for (let column = 0; column < row.length; column++) odds += (at[column] ?? 0) * (row[column] ?? 0)
    const error = weight * (1 / (1 + Math.exp(-odds)) - (isSame ? 1 : 0))
    for (let column = 0; column < row.length; column++)
      slope[column] = (slope[column] ?? 0) + error * (row[column] ?? 0)
  }
  return slope
}

export function chanceOf({ weights, bias }: Regression, values: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), bias)))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
}
