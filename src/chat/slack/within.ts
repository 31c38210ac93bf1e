// Waits for something, but not for ever. Ends nothing: what is late goes on.

export type Timely<Result> = { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'late' }

/** Rejects when the work does so in time; a later rejection is the affair of whoever keeps the work. */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Timely<Result>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Timely<Result>>((resolve) => {
    timer = setTimeout(resolve, milliseconds, { kind: 'late' })
  })
  try {
    return await Promise.race([work.then((result) => ({ kind: 'done', result }) as const), late])
  } finally {
    clearTimeout(timer)
  }
}
