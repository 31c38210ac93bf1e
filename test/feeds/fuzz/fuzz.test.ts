// The properties of the readers, a little each time and always the same; `npm run fuzz` runs them long and at random.
import { describe, expect, it } from 'vitest'
import { fuzzers } from './properties.ts'
import { FEEDS, PAGES } from './seeds.ts'

const RUNS = 150

describe('whatever they are given', () => {
  it.each([...fuzzers({ feeds: FEEDS, pages: PAGES })])('%s keeps its word', (_name, run) =>
    expect(() => run({ seed: 20_260_310, runs: RUNS })).not.toThrow(),
  )
})
