// Promises inside of discord.js that nobody can await: rejected, they would end the process. Mends nothing itself.

/** Where such an error comes from: @discordjs/ws 1.2 drops the promises of its own listeners (`void this.onMessage()`). */
const THEIRS = '@discordjs/ws'

/**
 * From now on a rejection that discord.js left behind is handed to `onStray` instead of ending the process; any other
 * one ends it as before. Gives the way to stop.
 */
export function catchStrayRejections(onStray: (error: Error) => void): () => void {
  const listen = (error: unknown): void => {
    const isTheirs = error instanceof Error && (error.stack ?? '').includes(THEIRS)
    if (!isTheirs) throw error
    onStray(error)
  }
  process.on('unhandledRejection', listen)
  return () => process.off('unhandledRejection', listen)
}
