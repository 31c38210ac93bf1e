// Long work leaves turns to others.
import { describe, expect, it } from 'vitest'
import { inTurns } from '../../src/services/in-turns.ts'

describe('inTurns', () => {
  it('gives the result, and a turn to others after each step', async () => {
    const told: string[] = []
    function* work(): Generator<undefined, string, undefined> {
      for (const step of ['un', 'deux', 'trois']) {
        told.push(step)
        yield undefined
      }
      return 'fini'
    }
    const others = setInterval(() => told.push('un autre'), 0)
    const result = await inTurns(slowly(work()))
    clearInterval(others)
    expect(result).toBe('fini')
    expect(told.filter((one) => one === 'un autre').length).toBeGreaterThan(1)
    expect(told.filter((one) => one !== 'un autre')).toEqual(['un', 'deux', 'trois'])
  })

  it('fails as the work does', async () => {
    await expect(inTurns(failing())).rejects.toThrow('non')
  })
})

function* failing(): Generator<undefined, string, undefined> {
  yield undefined
  throw new Error('non')
}

/** Each step takes longer than a timer needs to be due. */
function* slowly<Result>(
  steps: Generator<undefined, Result, undefined>,
): Generator<undefined, Result, undefined> {
  for (;;) {
    const until = performance.now() + 3
    while (performance.now() < until);
    const step = steps.next()
    if (step.done === true) return step.value
    yield undefined
  }
}
