// A process held to a share of a core, as one on a smaller machine: what stands beside it on this one gets the rest. Needs
// Linux and the right to make control groups.
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** In such short turns that a process is never stopped for long while others wait for what it holds; in microseconds. */
const TURN = 5_000

const ROOT = '/sys/fs/cgroup'
const isUnified = existsSync(join(ROOT, 'cgroup.controllers'))

/** Gives back the group, once the process has ended. Throws where groups cannot be made. */
export function holdTo(share: number, processId: number): () => void {
  const folder = join(ROOT, ...(isUnified ? [] : ['cpu']), `pressoir-${processId}`)
  mkdirSync(folder)
  const limit = Math.round(share * TURN)
  const settings: Readonly<Record<string, string>> = isUnified
    ? { 'cpu.max': `${limit} ${TURN}` }
    : { 'cpu.cfs_period_us': `${TURN}`, 'cpu.cfs_quota_us': `${limit}` }
  for (const [name, value] of Object.entries({ ...settings, 'cgroup.procs': `${processId}` }))
    writeFileSync(join(folder, name), value)
  return () => rmdirSync(folder)
}
