import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createLargeBodies, LARGE_BYTES } from '../../src/feeds/large-bodies.ts'
import { readBody } from '../../src/feeds/read-body.ts'

const LIMIT_BYTES = 3 * LARGE_BYTES
const PIECE = Buffer.alloc(LARGE_BYTES / 4, 'flux ')

/** A body that says how far it was read. */
function body(pieces: number, end: () => Promise<void> = async () => undefined) {
  const taken = { pieces: 0 }
  async function* pour(): AsyncGenerator<Uint8Array> {
    for (let piece = 0; piece < pieces; piece++) {
      taken.pieces++
      yield PIECE
    }
    await end()
  }
  const request = { url: 'https://marée.example/flux', limitBytes: LIMIT_BYTES }
  return { taken, read: (enterLarge = createLargeBodies()) => readBody(pour(), { ...request, enterLarge }) }
}

describe('large bodies', () => {
  it('are read two at a time, small ones beside them', async () => {
    const enterLarge = createLargeBodies()
    const gate = Promise.withResolvers<void>()
    const large = Array.from({ length: 5 }, () => body(12, () => gate.promise))
    const reading = large.map(({ read }) => read(enterLarge))
    await pause(20)
    expect(large.filter(({ taken }) => taken.pieces === 12)).toHaveLength(2)
    // What waits holds at most twice what makes a body large.
    expect(Math.max(...large.slice(2).map(({ taken }) => taken.pieces))).toBeLessThan(12)
    expect((await body(3).read(enterLarge)).bytes).toHaveLength(3 * PIECE.length)
    gate.resolve()
    const read = await Promise.all(reading)
    expect(read.map(({ bytes }) => bytes.length)).toEqual(Array(5).fill(12 * PIECE.length))
  })

  it.each<[string, () => Promise<void>]>([
    ['are too long', async () => undefined],
    [
      'break off',
      async () => {
        throw new Error('la ligne est coupée')
      },
    ],
  ])('that %s make room for others', async (what, end) => {
    const enterLarge = createLargeBodies()
    const failing = Array.from({ length: 6 }, () =>
      body(what === 'are too long' ? 14 : 8, end).read(enterLarge),
    )
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
    expect((await body(8).read(enterLarge)).isTruncated).toBe(false)
  })
})
