// Whatever happens to a feed on its way: its items come back, or something is said. `npm run bench:lost-items` counts them.
import { describe, expect, it } from 'vitest'
import { ExplainedError } from '../../src/core/failures.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { countItems, DAMAGES, LOSSES, ownFeeds } from './damaged-feeds.ts'

/** Places in a feed where each damage is tried. */
const PLACES = 15

interface Reading {
  readonly count: number
  readonly hasWord: boolean
}

function read(body: Buffer): Reading {
  try {
    const { items, warnings } = parseFeed(body, { url: 'https://flux.exemple.fr/une.xml', headers: {} })
    const hasWord = warnings.some(({ code }) => code === 'read-tolerantly' || code === 'truncated')
    return { count: items.length, hasWord }
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error
    return { count: 0, hasWord: true }
  }
}

const isValidJson = (body: Buffer): boolean => {
  try {
    return JSON.parse(body.toString()) !== null
  } catch {
    return false
  }
}

describe.each(ownFeeds())('a feed in $name', ({ text }) => {
  const whole = Buffer.from(text)

  it('gives its ten items', () => {
    expect(countItems(text)).toBe(10)
    expect(read(whole)).toEqual({ count: 10, hasWord: false })
  })

  it.each([...DAMAGES, ...LOSSES])('that has %s loses none without a word', (kind, damage) => {
    const isLoss = LOSSES.some(([loss]) => loss === kind)
    for (let place = 0; place < PLACES; place += 1) {
      const body = damage(whole, Math.floor(((place + 0.5) / PLACES) * whole.length))
      // Two objects of valid JSON that lost what parts them are one, and nobody can tell.
      const expected = isLoss || isValidJson(body) ? countItems(body.toString()) : 10
      const { count, hasWord } = read(body)
      expect(hasWord ? expected : count).toBeGreaterThanOrEqual(expected)
    }
  })
})
