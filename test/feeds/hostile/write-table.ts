// Plays the whole hostile set as the program would run and writes docs/hostile.md: `npm run hostile`. Asserts nothing.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CASES, type Outcome, startHostileSite } from './play.ts'
import { type HostileRow, hostileTable } from './table.ts'

const DOCUMENT = join(import.meta.dirname, '../../../docs/hostile.md')

/** What a case without an end sends: the largest feed that is read at all, less a little. */
const BYTES = 9_900_000

/** As the program is started: `npm start`. */
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=384']

const server = await startHostileSite(BYTES)
const child = spawn(
  process.execPath,
  [...FLAGS, join(import.meta.dirname, 'child.ts'), String(server.port)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const rows: HostileRow[] = []
for await (const line of createInterface({ input: child.stdout })) {
  const outcome: Outcome & { readonly megabytes: number } = JSON.parse(line)
  const { name, expected } = CASES[rows.length] ?? { name: '', expected: '' }
  rows.push({ name, ...outcome })
  const { codes, seconds, megabytes } = outcome
  const mark = new RegExp(`^${expected.replace('*', '\\d+')}$`).test(codes) ? ' ' : '≠'
  process.stdout.write(`${mark} ${name} : ${codes}, ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} Mo\n`)
}
if (rows.length < CASES.length) throw new Error(`the process ended at « ${CASES[rows.length]?.name} »`)
await server.stop()

writeFileSync(
  DOCUMENT,
  `# Entrées hostiles

Le vrai lecteur de flux interroge un vrai serveur qui lui veut du mal ; chaque ligne est un cas. Un cas sans fin envoie 9,9 Mo, juste sous la limite d’un flux (4,9 Mo pour une page). Ils se suivent dans un seul processus, avec la mémoire que \`npm start\` donne au programme.

- **Ce qui s’est passé** : ce qu’un administrateur lit, ou ce qui a été lu malgré tout.
- **Temps** : temps de calcul ; l’attente d’un serveur muet ne compte pas.
- **Mémoire** : pointe au-dessus de la mémoire du programme au repos.

Les mêmes cas, en plus petit, tournent avec \`npm test\` ; ce tableau vient de \`npm run hostile\`.

${hostileTable(rows)}
`,
)
