// One part of the bench of scale in a process of its own, started as the program is; prints what it measured as JSON.
//   node bench/scale-run.ts people|start|day|ask DATABASE SHARED FOLDER [COUNT]
import type { Instant } from '../src/core/calendar.ts'
import { openStorage } from '../src/storage/open.ts'
import { askAll, questionsAsked } from './scale-asking.ts'
import { readCorpus } from './scale-corpus.ts'
import { costOf, peakMegabytes, residentMegabytes } from './scale-cost.ts'
import { movedClock, nextDayEnd, readHours } from './scale-day.ts'
import { WORLD_ENDS_AT } from './scale-plan.ts'
import { announceSlot, makeSlot, sendSlot } from './scale-slot.ts'
import { restore, start } from './scale-start.ts'
import { people } from './scale-world.ts'

const [part = '', url = '', shared = '', folder = '', count = '0'] = process.argv.slice(2)

async function measure(): Promise<object> {
  switch (part) {
    case 'people':
      return measurePeople()
    case 'start':
      return measureStart()
    case 'day':
      return measureDay()
    case 'ask':
      return measureAsking()
    default:
      throw new Error(`There is no part «${part}».`)
  }
}

async function measurePeople(): Promise<object> {
  const storage = await openStorage(url, movedClock(WORLD_ENDS_AT))
  const { cost } = await costOf(() => people(storage))
  const articleCount = await storage.articles.count()
  await storage.close()
  return { cost, articleCount }
}

async function measureStart(): Promise<object> {
  const clock = movedClock(await presentOf(url))
  const { storage, started } = await start(url, clock)
  const startedMegabytes = residentMegabytes()
  const { restored } = await restore(storage, clock.now())
  await storage.close()
  return { ...started, restored, startedMegabytes, peakMegabytes: peakMegabytes() }
}

/** The second day is the usual one: every digest has an edition behind it. */
async function measureDay(): Promise<object> {
  const clock = movedClock(WORLD_ENDS_AT)
  const storage = await openStorage(url, clock)
  const corpus = await readCorpus(shared, folder)
  const { shelf } = await restore(storage, (await nextDayEnd(storage)) - 1)
  const days = []
  for (let day = 0; day < Number(count); day++) {
    const slotAt = await nextDayEnd(storage)
    await announceSlot(storage, clock, slotAt)
    const reading = { seconds: 0, busySeconds: 0, articleCount: 0 }
    await readHours({ storage, shelf, clock }, corpus, slotAt, async (read, articles) => {
      const { cost } = await costOf(read)
      reading.seconds += cost.seconds
      reading.busySeconds += cost.busySeconds
      reading.articleCount += articles
    })
    const made = await makeSlot(storage, clock, slotAt)
    process.stderr.write(`  ${JSON.stringify({ reading, made })}\n`)
    const sent = await sendSlot(storage, clock)
    days.push({ reading, made, sent, residentMegabytes: residentMegabytes() })
  }
  await storage.close()
  return { days, peakMegabytes: peakMegabytes() }
}

async function measureAsking(): Promise<object> {
  const now = await presentOf(url)
  const storage = await openStorage(url, { now: () => now })
  const questions = questionsAsked(shared, await readCorpus(shared, folder), Number(count))
  const times = await askAll(storage, () => now, questions)
  await storage.close()
  return { ...times, peakMegabytes: peakMegabytes() }
}

/** When the last day that this world has lived ended. */
async function presentOf(database: string): Promise<Instant> {
  const storage = await openStorage(database, movedClock(WORLD_ENDS_AT))
  const toldUntil = await storage.editions.toldUntil()
  await storage.close()
  return Math.max(WORLD_ENDS_AT, toldUntil ?? 0)
}

process.stdout.write(JSON.stringify(await measure()))
