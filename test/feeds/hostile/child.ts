// The hostile set in a process of its own, so that its memory can be told from the server's. Prints a line of JSON a row.
import { readFileSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { CASES, play } from './play.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Linux alone tells the peak since one asked it to forget the one before: proc(5), `clear_refs`. */
function peakMegabytes(): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

// What reads pages is loaded with the first one.
await import('../../../src/feeds/extract.ts')
for (const row of CASES) {
  collect()
  writeFileSync('/proc/self/clear_refs', '5')
  const before = peakMegabytes()
  const outcome = await play(row, Number(process.argv[2]))
  process.stdout.write(`${JSON.stringify({ ...outcome, megabytes: peakMegabytes() - before })}\n`)
}
