// A program of its own that writes to a database until somebody kills it: `node writer-process.ts PATH`.
// After each round it prints the number of the round, so that whoever kills it knows what was promised.
import type { Article } from '../../src/core/article.ts'
import { MINUTE } from '../../src/core/calendar.ts'
import type { Delivery } from '../../src/core/edition.ts'
import type { Storage } from '../../src/ports.ts'
import { openStorage } from '../../src/storage/open.ts'
import { addFindable, MORNING, sampleDelivery, sampleEdition, sampleStory, sentencesOf } from './samples.ts'

const CHANNELS = ['discord:12', 'slack:C1']

/** Large enough to spill over many pages and to be interrupted in the middle. */
const SENTENCES = 60

function textOf(round: number, word: string): string {
  return Array.from(
    { length: SENTENCES },
    (_, line) => `Le ${word} ${round} touche la commune ${line}.`,
  ).join('\n')
}

const [path = ''] = process.argv.slice(2)
const storage = await openStorage(path, { now: () => MORNING })
for (const delivery of await storage.editions.openDeliveries(Number.MAX_SAFE_INTEGER)) await post(delivery)
for (let round = (await storage.editions.unarchived()).length; ; round++) {
  const id = `article-${round}`
  const [known] = await storage.articles.get([id])
  const article = known ?? (await storage.inTransaction((inner) => addTwoVersions(inner, id, round)))
  const edition = sampleEdition(MORNING + round * MINUTE, { stories: [sampleStory(article)] })
  const deliveries = CHANNELS.flatMap((channel) =>
    [0, 1].map((part) => sampleDelivery(edition, part, { channel })),
  )
  await storage.editions.create(edition, deliveries)
  for (const delivery of deliveries) await post(delivery)
  process.stdout.write(`${round}\n`)
}

async function addTwoVersions(inner: Storage, id: string, round: number): Promise<Article> {
  const first = await addFindable(inner, id, textOf(round, 'gel'))
  const second = { ...first, version: 2, text: textOf(round, 'dégel'), updatedAt: MORNING }
  await inner.articles.addVersion(second, [`guid:${round}`])
  await inner.search.index(second, sentencesOf(second.text))
  return second
}

async function post(delivery: Delivery): Promise<void> {
  await storage.editions.saveDelivery({ ...delivery, state: 'sending', attempts: 1 })
  await storage.editions.saveDelivery({ ...delivery, state: 'posted', attempts: 1, handle: delivery.id })
}
