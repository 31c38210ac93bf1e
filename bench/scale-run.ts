// One part of the bench of scale in a process of its own, started as the program is; prints what it measured as JSON.
//   node bench/scale-run.ts people|start|read|slot|send|ask|workers|pages|slots DATABASE SHARED FOLDER [COUNT] [SHARE]
import { DAY, type Instant } from '../src/core/calendar.ts'
import { openStorage } from '../src/storage/open.ts'
import { askAll, questionsAsked } from './scale-asking.ts'
import { readCorpus } from './scale-corpus.ts'
import { costOf, paceOf, peakMegabytes, residentMegabytes } from './scale-cost.ts'
import { movedClock, nextDayEnd, readHours } from './scale-day.ts'
import { WORLD_ENDS_AT } from './scale-plan.ts'
import { announceSlot, makeSlot, sendSlot } from './scale-slot.ts'
import { restore, start } from './scale-start.ts'
import { makeSlotTogether, readShared } from './scale-workers.ts'
import { people } from './scale-world.ts'

const [part = '', url = '', shared = '', folder = '', count = '0', share = '1'] = process.argv.slice(2)

async function measure(): Promise<object> {
  switch (part) {
    case 'people':
      return measurePeople()
    case 'start':
      return measureStart()
    case 'read':
      return measureReading()
    case 'slot':
      return measureSlot()
    case 'send':
      return measureSending()
    case 'ask':
      return measureAsking()
    case 'workers':
      return measureWorkers(false)
    case 'pages':
      return measureWorkers(true)
    case 'slots':
      return measureSharedSlot()
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
  const megabytes = residentMegabytes()
  await storage.close()
  return { ...started, megabytes }
}

/** The articles of the next day, on a shelf that is filled. */
async function measureReading(): Promise<object> {
  const clock = movedClock(WORLD_ENDS_AT)
  const storage = await openStorage(url, clock)
  const corpus = await readCorpus(shared, folder)
  const dayEndsAt = await nextDayEnd(storage)
  const { shelf, restored } = await restore(storage, dayEndsAt - DAY)
  const pace = [paceOf(corpus)]
  const reading = { seconds: 0, busySeconds: 0, articleCount: 0 }
  await readHours({ storage, shelf, clock }, corpus, dayEndsAt, async (read, articles) => {
    const { cost } = await costOf(read)
    reading.seconds += cost.seconds
    reading.busySeconds += cost.busySeconds
    reading.articleCount += articles
  })
  pace.push(paceOf(corpus))
  await storage.close()
  return { ...reading, restored, pace: mean(pace), peakMegabytes: peakMegabytes() }
}

/** The editions of the next slot. The second slot of a world is the usual one: every digest has an edition behind it. */
async function measureSlot(): Promise<object> {
  const clock = movedClock(WORLD_ENDS_AT)
  const storage = await openStorage(url, clock)
  const corpus = await readCorpus(shared, folder)
  const slotAt = await nextDayEnd(storage)
  await announceSlot(storage, clock, slotAt)
  const pace = [paceOf(corpus)]
  const made = await makeSlot(storage, clock, slotAt)
  pace.push(paceOf(corpus))
  await storage.close()
  return { ...made, pace: mean(pace), peakMegabytes: peakMegabytes() }
}

async function measureSending(): Promise<object> {
  const clock = movedClock(await presentOf(url))
  const storage = await openStorage(url, clock)
  const sent = await sendSlot(storage, clock)
  await storage.close()
  return { ...sent, peakMegabytes: peakMegabytes() }
}

async function measureAsking(): Promise<object> {
  const now = await presentOf(url)
  const storage = await openStorage(url, { now: () => now })
  const corpus = await readCorpus(shared, folder)
  const questions = questionsAsked(shared, corpus, Number(count))
  // Half of the answer to the first question would be loading and compiling.
  paceOf(corpus)
  const pace = [paceOf(corpus)]
  const times = await askAll(storage, () => now, questions)
  pace.push(paceOf(corpus))
  await storage.close()
  return { ...times, pace: mean(pace), peakMegabytes: peakMegabytes() }
}

/** COUNT is how many articles the world was made of. */
async function measureWorkers(hasPages: boolean): Promise<object> {
  const storage = await openStorage(url, movedClock(WORLD_ENDS_AT))
  const corpus = await readCorpus(shared, folder)
  const read = await readShared(storage, url, corpus, Number(count), { hasPages, share: Number(share) })
  await storage.close()
  return read
}

async function measureSharedSlot(): Promise<object> {
  const storage = await openStorage(url, movedClock(WORLD_ENDS_AT))
  const made = await makeSlotTogether(storage, url)
  await storage.close()
  return made
}

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length

/** When the last day that this world has lived ended. */
async function presentOf(database: string): Promise<Instant> {
  const storage = await openStorage(database, movedClock(WORLD_ENDS_AT))
  const toldUntil = await storage.editions.toldUntil()
  await storage.close()
  return Math.max(WORLD_ENDS_AT, toldUntil ?? 0)
}

process.stdout.write(JSON.stringify(await measure()))
