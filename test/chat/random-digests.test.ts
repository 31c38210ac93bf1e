// Whatever the press writes, a digest reaches both platforms within their limits, whole, and calls nobody.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complaints, DISCORD, SLACK } from './digest-complaints.ts'
import { randomDigest } from './random-digest.ts'

/** Ten thousand take about a minute a platform: they are asked for by hand. */
const RUNS = Number(process.env['PRESSOIR_RENDER_RUNS'] ?? 300)

describe.each([
  ['Slack', SLACK],
  ['Discord', DISCORD],
])('a digest on %s', (_name, platform) => {
  it('breaks no limit, cuts no sentence, loses no word, calls nobody and keeps its buttons, whatever it says', () => {
    fc.assert(
      fc.property(randomDigest, (edition) => {
        expect(complaints(platform, edition)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  }, 1_800_000)
})
