// One piece of work at a time in each channel, in the order of the calls. Knows nothing of the work.

export interface ChannelQueue {
  /** Runs after everything that was asked before for the same channel, whatever became of it. */
  run<Result>(channel: string, work: () => Promise<Result>): Promise<Result>
  /** Settled when nothing is left to do. */
  idle(): Promise<void>
}

export function createChannelQueue(): ChannelQueue {
  const last = new Map<string, Promise<unknown>>()
  return {
    run: (channel, work) => {
      const before = last.get(channel) ?? Promise.resolve()
      const running = before.then(work)
      const settled = running.then(
        () => undefined,
        () => undefined,
      )
      last.set(channel, settled)
      // A channel where nothing waits is forgotten.
      void settled.then(() => (last.get(channel) === settled ? last.delete(channel) : undefined))
      return running
    },
    idle: async () => {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}
