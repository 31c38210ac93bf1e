// Waits until something is so, by looking again and again. Never for ever.
import { setTimeout as pause } from 'node:timers/promises'

/** Ours: long for a machine with much to do. */
const PATIENCE_MILLISECONDS = 30_000
const LOOK_EVERY_MILLISECONDS = 20

export async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + PATIENCE_MILLISECONDS
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`Not within ${PATIENCE_MILLISECONDS} ms: ${what}`)
    await pause(LOOK_EVERY_MILLISECONDS)
  }
}
