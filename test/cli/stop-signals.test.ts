// Told to stop: once is a request, twice is an order, and nobody waits for ever.
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { listenForStop } from '../../src/cli/stop-signals.ts'

const SHORT = 20

const silent = (): void => undefined

function scene() {
  const [statuses, said]: [number[], string[]] = [[], []]
  const told = Object.assign(new EventEmitter(), { exit: (status: number) => void statuses.push(status) })
  const log = { debug: silent, info: silent, warn: silent, error: (line: string) => void said.push(line) }
  return { told, statuses, said, stop: listenForStop(log, told, SHORT) }
}

it.each([
  [[], false, [], 'nobody has said anything'],
  [['SIGTERM'], true, [], 'asked once'],
  [['SIGTERM', 'SIGTERM'], true, [143], 'the same twice'],
  [['SIGTERM', 'SIGINT'], true, [130], 'first one, then the other'],
  [['SIGINT', 'SIGINT'], true, [130], 'Ctrl+C twice'],
])('%j: is stopping %s, ends with %j', (signals, isStopping, expected, _why) => {
  const { told, statuses, stop } = scene()
  for (const signal of signals) told.emit(signal)
  expect([stop.signal.aborted, statuses]).toEqual([isStopping, expected])
  stop.release()
  expect(told.eventNames()).toEqual([])
})

it('ends as a failure, and says so, when what is under way takes too long', async () => {
  const { told, statuses, said } = scene()
  told.emit('SIGTERM')
  await pause(2 * SHORT)
  expect(statuses).toEqual([1])
  expect(said).toEqual([expect.stringContaining('rien n’est perdu')])
})

it('forgets the time when everything has ended before', async () => {
  const { told, statuses, stop } = scene()
  told.emit('SIGTERM')
  stop.release()
  await pause(2 * SHORT)
  expect(statuses).toEqual([])
})
