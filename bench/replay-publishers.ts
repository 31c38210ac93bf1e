// The publishers of a replay in a process of their own, so that the program's memory is measured alone.
import { startLoopbackPress } from '../src/demo/loopback-press.ts'
import { readReplayArticles } from './replay-articles.ts'
import { replayPress } from './replay-press.ts'

const [path = '', from = '0', until = '0'] = process.argv.slice(2)
const articles = await readReplayArticles(path, Number(from), Number(until))
let now = Number(from)
const server = await startLoopbackPress(replayPress(articles, () => now))

// Each message sets the clock; the answer says how many requests came so far.
process.on('message', (instant) => {
  now = Number(instant)
  process.send?.({ requests: server.requests.length })
})
process.once('disconnect', () => void server.close())
process.send?.({ port: server.port })
