// A program of its own that takes whatever it can get from a database: `node race-process.ts PATH THINGS`.
// Says when it is ready, begins when its input ends, and prints what it got as JSON.
import { text } from 'node:stream/consumers'
import { beginAttempt } from '../../src/core/sending.ts'
import { openStorage } from '../../src/storage/open.ts'
import { MORNING, sampleDelivery, sampleEdition } from './samples.ts'
import { sampleNotice } from './samples-chat.ts'

const [path = '', things = '0'] = process.argv.slice(2)
const storage = await openStorage(path, { now: () => MORNING })
process.stdout.write('prêt\n')
await text(process.stdin)

const won: string[] = []
const edition = sampleEdition(MORNING)
for (let number = 0; number < Number(things); number++) {
  const [notice, delivery] = [sampleNotice(`avis ${number}`), sampleDelivery(edition, number)]
  const asked: readonly (readonly [string, Promise<unknown>])[] = [
    ['memo', storage.memos.take(`memo ${number}`, MORNING)],
    ['changement', storage.changes.markUndone(`changement ${number}`, MORNING)],
    ['avis', storage.notices.claim(notice, beginAttempt(notice, MORNING))],
    ['envoi', storage.editions.claimDelivery(delivery, beginAttempt(delivery, MORNING))],
    ['nouveau', storage.notices.add(sampleNotice(`nouveau ${number}`))],
  ]
  for (const [kind, answer] of asked)
    if ((await answer) !== undefined && (await answer) !== false) won.push(`${kind} ${number}`)
}
process.stdout.write(JSON.stringify(won))
await storage.close()
