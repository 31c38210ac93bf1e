// A terminal that nobody watches: what the console platform prints goes nowhere, its transcript has it all.
import { Readable, Writable } from 'node:stream'
import type { Terminal } from '../src/cli/terminal.ts'

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}

export function silentTerminal(): Terminal {
  return { input: Readable.from([]), output: nowhere(), errors: nowhere() }
}
