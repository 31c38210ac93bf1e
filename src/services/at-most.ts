// Waiting with an end. What is waited for goes on by itself.

/** Waits for `work`, or for `seconds` if that is shorter: then nothing is known of its outcome. */
export async function atMost<Outcome>(work: Promise<Outcome>, seconds: number): Promise<Outcome | undefined> {
  const patience = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => patience.resolve(undefined), seconds * 1000)
  try {
    return await Promise.race([work, patience.promise])
  } finally {
    clearTimeout(timer)
  }
}
