// Chance that is the same at each run. Asks no clock.
import { createHash } from 'node:crypto'

/** A whole number of the range, both ends included. */
export type Chance = (least: number, most: number) => number

/** Mulberry32, by Tommy Ettinger. */
export function createChance(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readInt32LE()
  return (least, most) => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    const part = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
    return least + Math.floor(part * (most - least + 1))
  }
}
