// The chat under load: what people wait for, how fast a slot of 500 channels goes out, what 10,000 posts cost in memory.
// Usage: npm run bench:chat [-- --articles FOLDER --parts latency,burst,memory --each 300 --rate 10]
import { parseArgs } from 'node:util'
import { corpusDatabase } from './chat-corpus.ts'
import { measureBursts } from './chat-burst.ts'
import { measureLatency } from './chat-latency.ts'
import { measureMemory } from './chat-memory.ts'
import { burstTable, latencyTable, memoryTable } from './chat-tables.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '../shared/data/articles' },
    count: { type: 'string', default: '50000' },
    parts: { type: 'string', default: 'latency,burst,memory' },
    each: { type: 'string', default: '300' },
    rate: { type: 'string', default: '10' },
    stories: { type: 'string', default: '7' },
    posts: { type: 'string', default: '10000' },
  },
})
const parts = new Set(values.parts.split(','))
const corpus = await corpusDatabase(values.articles, Number(values.count))

if (parts.has('latency')) {
  const { timings, report, seconds, postedCount, violations } = await measureLatency({
    corpus,
    countOfEach: Number(values.each),
    actsPerSecond: Number(values.rate),
  })
  process.stdout.write(`## Attente, ${values.count} articles\n\n${latencyTable(timings)}\n\n`)
  process.stdout.write(
    `${seconds.toFixed(0)} s, ${postedCount} messages de revues postés en même temps ; tours de boucle : 99 % sous ${report.loop.p99.toFixed(0)} ms, ${report.loop.most.toFixed(0)} ms au plus ; processeur ${((report.cpuSeconds / seconds) * 100).toFixed(0)} % ; ${report.troubleCount} incidents au journal, ${violations.length} refus des plateformes.\n`,
  )
  for (const line of [...report.troubles, ...violations.slice(0, 5)]) process.stdout.write(`- ${line}\n`)
}

if (parts.has('burst')) {
  const { bursts, troubles } = await measureBursts({ corpus, stories: Number(values.stories) })
  process.stdout.write(`\n## Un créneau, 500 canaux sur chaque plateforme\n\n${burstTable(bursts)}\n\n`)
  for (const line of troubles) process.stdout.write(`- ${line}\n`)
}

if (parts.has('memory')) {
  const { points, violations } = await measureMemory({ corpus, posts: Number(values.posts) })
  process.stdout.write(`\n## Mémoire, après ramassage\n\n${memoryTable(points)}\n\n`)
  for (const line of violations.slice(0, 5)) process.stdout.write(`- ${line}\n`)
}
