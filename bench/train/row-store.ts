// Rows of features in one list that grows. Knows not what they say.
import type { Rows } from './bins.ts'

export class RowStore implements Rows {
  readonly width: number
  count = 0
  #values: Float32Array

  constructor(width: number) {
    this.width = width
    this.#values = new Float32Array(width * 1024)
  }

  get values(): Float32Array {
    return this.#values.subarray(0, this.count * this.width)
  }

  /** Adds row `row` of `count` rows whose features stand one after the other. */
  add(columns: Float32Array, count: number, row: number): void {
    const offset = this.count * this.width
    if (offset === this.#values.length) {
      const wider = new Float32Array(2 * this.#values.length)
      wider.set(this.#values)
      this.#values = wider
    }
    for (let feature = 0; feature < this.width; feature++) {
      this.#values[offset + feature] = columns[feature * count + row] ?? 0
    }
    this.count++
  }
}
