// Numbers for 32-bit keys, in the order of their coming: open addressing with linear probing. Knows not what keys are.
// Words are looked up ten times each in every article; a Map costs three times as much, its objects apart.

export class NumberTable {
  /** How many keys it holds, which is the number of the next one. */
  size = 0
  /** A key and its number plus one, side by side; 0 where there is none. Never full: a search ends at a gap. */
  readonly #slots: Int32Array
  readonly #mask: number

  /** Room for `most` different keys; of more it would lose its way. Keys are to be spread well, as hashes are. */
  constructor(most: number) {
    const capacity = 2 ** Math.ceil(Math.log2(2 * most + 2))
    this.#slots = new Int32Array(2 * capacity)
    this.#mask = capacity - 1
  }

  /** -1 for a key that it does not hold. */
  numberOf(key: number): number {
    const slots = this.#slots
    for (let slot = key & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const number = slots[2 * slot + 1] ?? 0
      if (number === 0 || slots[2 * slot] === key) return number - 1
    }
  }

  /** The number of a key, given to it here when it is new. */
  add(key: number): number {
    const slots = this.#slots
    let slot = key & this.#mask
    for (; slots[2 * slot + 1] !== 0; slot = (slot + 1) & this.#mask)
      if (slots[2 * slot] === key) return (slots[2 * slot + 1] ?? 0) - 1
    slots[2 * slot] = key
    slots[2 * slot + 1] = ++this.size
    return this.size - 1
  }

  /** Keys numbered as they stand. */
  static of(keys: ArrayLike<number>): NumberTable {
    const table = new NumberTable(keys.length)
    for (let at = 0; at < keys.length; at++) table.add(keys[at] ?? 0)
    return table
  }
}
