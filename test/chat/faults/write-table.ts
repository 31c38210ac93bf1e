// Plays every fault on both platforms and writes docs/faults.md: `node test/chat/faults/write-table.ts`. Asserts nothing.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DISCORD, playFaults, SLACK } from './play-faults.ts'
import { faultTable } from './table.ts'

const DOCUMENT = join(import.meta.dirname, '../../../docs/faults.md')

const performances = [SLACK, DISCORD].map(playFaults)
const played = await Promise.all(performances.flatMap(({ plays }) => [...plays.values()]))
for (const performance of performances) await performance.close()
const table = faultTable(played.map(({ row }) => row))

writeFileSync(
  DOCUMENT,
  `# Pannes

Le vrai programme (processus, base SQLite, flux, Bolt et discord.js) publie devant des doublures de Slack et de Discord qui parlent leurs vrais protocoles ; chaque ligne lui fait subir une panne. Une édition fait six envois dans chacun de douze salons, le message de tête et cinq sujets dans son fil (pour les longs messages : vingt et un envois dans trois salons). Chaque envoi est ensuite cherché là où il doit être, une seule fois, dans l’ordre et dans le bon fil.

- **Provoquée** : combien de fois la panne a frappé ; avec deux processus, les battements faits ensemble et la mort de l’un.
- **Perdus** : notés comme envoyés sans être dans le salon, ou restés en suspens.
- **En double** : présents plus d’une fois dans le salon.
- **Abandonnés** : plus d’un jour après leur heure, le programme y renonce et le dit ; seule une absence plus longue y mène.

Les mêmes épreuves tournent avec \`npm test\` ; ce tableau vient de \`node test/chat/faults/write-table.ts\`. Des centaines de pannes tirées au sort, avec plusieurs processus sur un serveur PostgreSQL : \`npm run bench:faults\`, résultats dans \`bench/RESULTS.md\`. Les chiffres de « Provoquée » et d’« Abandonnés » varient un peu d’une fois à l’autre.


${table}
`,
)
process.stdout.write(`${table}\n`)
