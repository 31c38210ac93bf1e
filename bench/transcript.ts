// Plays one day on Slack and Discord with the real program, and writes docs/transcripts. Twice gives the same files.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missed, tellDay } from './transcript-day.ts'
import { pageOf } from './transcript-page.ts'
import { openScene } from './transcript-scene.ts'

const FOLDER = join(import.meta.dirname, '../docs/transcripts')

const startedAt = performance.now()
const scene = await openScene()
try {
  const told = await tellDay(scene)
  mkdirSync(FOLDER, { recursive: true })
  for (const [platform, exchanges] of told)
    writeFileSync(join(FOLDER, `${platform.toLowerCase()}.md`), pageOf(platform, exchanges))
  const problems = [...missed, ...[scene.slack, scene.discord].flatMap((stage) => stage.problems())]
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
  process.stdout.write(`docs/transcripts : ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`)
} finally {
  await scene.close()
}
