// Features in a few bins each, so that growing trees counts instead of sorting. Knows not what the features say.

export interface Rows {
  /** One row after the other. */
  readonly values: Float32Array
  readonly count: number
  readonly width: number
}

export const BINS = 64

/** Rows looked at to lay the limits of the bins. */
const MOST_SAMPLED = 100_000

/** Per feature the limits between bins, ascending: quantiles, each once; at most `BINS - 1`. */
export function binLimits({ values, count, width }: Rows): readonly Float32Array[] {
  const sampled = Math.min(count, MOST_SAMPLED)
  return Array.from({ length: width }, (_, feature) => {
    const sample = Float32Array.from(
      { length: sampled },
      (__, at) => values[Math.floor((at * count) / sampled) * width + feature] ?? 0,
    ).toSorted()
    const limits: number[] = []
    for (let bin = 1; bin < BINS; bin++) {
      const limit = sample[Math.floor((bin * sampled) / BINS)] ?? 0
      if (limit > (limits.at(-1) ?? sample[0] ?? 0)) limits.push(limit)
    }
    return Float32Array.from(limits)
  })
}

/** The bin of each row: how many limits its value has reached. */
export function binsOf({ values, count, width }: Rows, limits: Float32Array, feature: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, row) => {
    const value = values[row * width + feature] ?? 0
    let [low, high] = [0, limits.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (value < (limits[middle] ?? 0)) high = middle
      else low = middle + 1
    }
    return low
  })
}
