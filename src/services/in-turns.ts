// Long work in steps, between which everybody else has a turn. Knows not what the work is.

/** What the work gives in the end. */
export async function inTurns<Result>(steps: Iterator<undefined, Result, undefined>): Promise<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}
