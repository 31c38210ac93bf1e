// Logarithms in one byte, for the lexicon of the ranker. Rounds to a twentieth; knows not what they are logarithms of.

/** 256 steps of this size, from the least on, reach to 6.75. */
const LOGARITHM_STEP = 0.05
const LEAST_LOGARITHM = -6

export function packLogarithms(logarithms: Iterable<number>): Uint8Array {
  return Uint8Array.from(logarithms, (logarithm) => {
    const step = Math.round((logarithm - LEAST_LOGARITHM) / LOGARITHM_STEP)
    return Math.min(255, Math.max(0, step))
  })
}

export function unpackLogarithms(bytes: Uint8Array): Float64Array {
  return Float64Array.from(bytes, (step) => LEAST_LOGARITHM + LOGARITHM_STEP * step)
}
