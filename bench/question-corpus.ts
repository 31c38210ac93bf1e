// The articles that questions are asked about, read once by the real import. Measures nothing.
import { spawnSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { FACTS_VERSION } from '../src/core/fact.ts'

/** The path of the database, in this folder. */
export async function importCorpus(corpus: string, folder: string): Promise<string> {
  const path = join(folder, `corpus-facts-${FACTS_VERSION}.sqlite`)
  if (existsSync(path)) return path
  const { status, stderr } = spawnSync(process.execPath, [
    'pressoir.mjs',
    'import',
    corpus,
    '--database',
    `${path}.part`,
  ])
  if (status !== 0) throw new Error(stderr.toString())
  renameSync(`${path}.part`, path)
  return path
}
