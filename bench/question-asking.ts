// Asks every question of a list in a process of its own, and prints how long each took. Judges no answer.
//   node bench/question-asking.ts DATABASE ROUNDS FEEDS < QUESTIONS (a JSON list); FEEDS 0 is all of them
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { reply } from '../src/services/reply.ts'
import { openStorage } from '../src/storage/open.ts'

/** As many as a program is given. */
const LISTED = 10

/** The Friday after the last article. */
const ASKED_AT = Date.parse('2020-07-03T06:00:00Z')

/** Milliseconds of one question in each round, of the processor alone too, and what the process holds in the end, in MB. */
export const ASKED = z.object({
  times: z.array(
    z.object({
      question: z.string(),
      kind: z.string(),
      milliseconds: z.array(z.number()),
      busyMilliseconds: z.array(z.number()),
    }),
  ),
  residentMegabytes: z.number(),
})
export type Asked = z.infer<typeof ASKED>

const [database = '', rounds = '1', feedCount = '0'] = process.argv.slice(2)
if (import.meta.main) {
  const questions = z.array(z.string()).parse(JSON.parse(readFileSync(0, 'utf8')))
  const feedIds = new Set(Array.from({ length: Number(feedCount) }, (_, place) => `flux-${place}`))
  process.stdout.write(JSON.stringify(await askAll(questions, feedIds)))
}

async function askAll(questions: readonly string[], feedIds: ReadonlySet<string>): Promise<Asked> {
  const storage = await openStorage(database, { now: () => ASKED_AT })
  const where = { now: ASKED_AT, ...(feedIds.size === 0 ? {} : { feedIds }) }
  const times = questions.map((question) => ({
    question,
    kind: '',
    milliseconds: [] as number[],
    busyMilliseconds: [] as number[],
  }))
  for (let round = 0; round < Number(rounds); round++)
    for (const time of times) {
      const startedAt = performance.now()
      const busyBefore = process.cpuUsage()
      const { answer } = await reply(storage, time.question, LISTED, where)
      time.milliseconds.push(performance.now() - startedAt)
      const { user, system } = process.cpuUsage(busyBefore)
      time.busyMilliseconds.push((user + system) / 1000)
      time.kind = answer.kind
    }
  await storage.close()
  return { times, residentMegabytes: process.memoryUsage().rss / 2 ** 20 }
}
