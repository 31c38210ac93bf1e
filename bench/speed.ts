// Whole-process speed: import, start, memory. Each figure stands beside a peer timed in the same run.
// Usage: npm run bench:speed [-- DATA_FOLDER]
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'

const data = process.argv[2] ?? '../shared/data'
const corpus = join(data, 'questions/corpus.jsonl.gz')
if (!existsSync(corpus)) {
  process.stderr.write(`Le fichier ${corpus} manque. Donnez le dossier des données.\n`)
  process.exit(2)
}

const ROUNDS = 3
const folder = mkdtempSync(join(tmpdir(), 'pressoir-speed-'))
const rows: readonly Readonly<Record<string, unknown>>[] = gunzipSync(readFileSync(corpus))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** Wall seconds of one run of our import, the whole process with its start. */
function importOnce(round: number): number {
  const startedAt = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [
    'pressoir.mjs',
    'import',
    corpus,
    '--database',
    join(folder, `import-${round}.sqlite`),
  ])
  if (status !== 0) throw new Error(stderr.toString())
  return (performance.now() - startedAt) / 1000
}

/** The peer of the import: the same rows into an FTS5 table as they are, no sentence read, no story, no identity. */
function bareImportOnce(round: number): number {
  const startedAt = performance.now()
  const database = new DatabaseSync(join(folder, `bare-${round}.sqlite`))
  database.exec('pragma journal_mode = wal; create virtual table article using fts5 (id, title, text)')
  const insert = database.prepare('insert into article values (?, ?, ?)')
  for (const { id, title, text } of rows) {
    database.exec('begin')
    insert.run(String(id), String(title), String(text))
    database.exec('commit')
  }
  database.close()
  return (performance.now() - startedAt) / 1000
}

/** Seconds until `run` says that it is ready, on the database of the last import. */
async function startOnce(): Promise<number> {
  const configuration = join(folder, 'pressoir.yaml')
  writeFileSync(
    configuration,
    `contact: mesures@pressoir.example\nbase: ${join(folder, 'import-0.sqlite')}\narchives: ${join(folder, 'digests')}\nflux: []\nrevues:\n  - nom: matin\n    titre: La revue du matin\n    jours: tous les jours\n    heures: "08:00"\n    canaux: console:terminal\n`,
  )
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['pressoir.mjs', 'run', '--config', configuration], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const exited = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line)
    if (line.includes('est prêt')) break
  }
  const seconds = (performance.now() - startedAt) / 1000
  child.kill('SIGTERM')
  await exited
  if (!said.some((line) => line.includes('est prêt'))) throw new Error(said.join('\n'))
  return seconds
}

function bareStartOnce(): number {
  const startedAt = performance.now()
  spawnSync(process.execPath, ['--eval', '0'])
  return (performance.now() - startedAt) / 1000
}

const figures = {
  import: [] as number[],
  bareImport: [] as number[],
  start: [] as number[],
  bareStart: [] as number[],
}
for (let round = 0; round < ROUNDS; round++) {
  figures.import.push(importOnce(round))
  figures.bareImport.push(bareImportOnce(round))
  figures.start.push(await startOnce())
  figures.bareStart.push(bareStartOnce())
}
const [imported, bareImported] = [
  rows.length / median(figures.import),
  rows.length / median(figures.bareImport),
]
const [started, bareStarted] = [median(figures.start), median(figures.bareStart)]
process.stdout.write(
  [
    '| mesure | Pressoir | pair, dans la même exécution | rapport |',
    '| --- | --- | --- | --- |',
    `| import, articles par seconde | ${imported.toFixed(0)} | ${bareImported.toFixed(0)} (FTS5 seul, un article par transaction) | ${(imported / bareImported).toFixed(2)} |`,
    `| prêt, secondes | ${started.toFixed(2)} | ${bareStarted.toFixed(2)} (Node seul) | ${(started / bareStarted).toFixed(1)} |`,
    '',
  ].join('\n'),
)
rmSync(folder, { recursive: true })
