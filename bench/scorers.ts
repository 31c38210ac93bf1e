// Runs the command line over what a scorer gives, and the scorer over what comes out. Scores nothing itself.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

interface Scoring {
  /** A file of the tools. */
  readonly scorer: string
  /** The path of what the scorer compares with. */
  readonly gold: string
  readonly verb: readonly string[]
  /** The path of what the verb reads when the scorer does not print it. */
  readonly inputs?: string
  readonly more?: readonly string[]
}

export interface Scorers {
  /** For files that a measure makes; gone when closed. */
  readonly folder: string
  /** What our command line prints. */
  readonly pressoir: (words: readonly string[], input?: Buffer) => Buffer
  /** What the scorer prints of it. */
  readonly score: (scoring: Scoring) => string
  readonly close: () => void
}

/** `shared` holds the tools. */
export function openScorers(shared: string): Scorers {
  const folder = mkdtempSync(join(tmpdir(), 'pressoir-scores-'))
  const run = (words: readonly string[], input?: Buffer): Buffer => runInto(folder, words, input)
  const pressoir: Scorers['pressoir'] = (words, input) => run(['pressoir.mjs', ...words], input)
  return {
    folder,
    pressoir,
    score: ({ scorer, gold, verb, inputs, more = [] }) => {
      const tool = join(shared, 'tools', scorer)
      const output = join(folder, 'réponses.jsonl')
      writeFileSync(output, pressoir(verb, inputs === undefined ? run([tool, 'inputs', gold]) : read(inputs)))
      return run([tool, gold, output, ...more]).toString()
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}

const read = (path: string): Buffer => {
  const bytes = readFileSync(path)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/**
 * Output of a command that must succeed. It goes through a file: a scorer that exits at once would lose what still
 * stands in a pipe.
 */
function runInto(folder: string, words: readonly string[], input: Buffer | undefined): Buffer {
  const path = join(folder, 'sortie')
  const file = openSync(path, 'w')
  const { status, stderr } = spawnSync(process.execPath, words, { input, stdio: ['pipe', file, 'pipe'] })
  closeSync(file)
  // 3 says that some lines failed: a feed that is no feed is a right answer of the feeds' scorer.
  if (status !== 0 && status !== 3)
    throw new Error(`${words.join(' ')} ended with ${status}: ${stderr.toString()}`)
  return readFileSync(path)
}
