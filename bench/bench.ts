// Every measure of texts, one after the other: what `npm run bench` prints. Measures nothing itself.
//   npm run bench [-- SHARED_FOLDER]
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const shared = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared')
if (!existsSync(join(shared, 'tools'))) {
  process.stderr.write(`Le dossier ${shared}/tools manque. Donnez le dossier des données et des mesures.\n`)
  process.exit(2)
}
/** Some want the data alone, some the scorers as well. */
const MEASURES = [
  ['scores', shared],
  ['questions', shared],
  ['question-speed', shared],
  ['briefs', shared],
  ['stories', join(shared, 'data')],
  ['reprints', shared],
  ['story-speed', shared],
  ['story-briefs', join(shared, 'data')],
] as const
for (const [name, folder] of MEASURES) {
  console.log(`\n## ${name}\n`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), folder], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
