// What whoever watches the program is answered, over the real door.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import { pulseOf } from '../../src/core/pulse.ts'
import type { Lack } from '../../src/core/readiness.ts'
import type { Room } from '../../src/door.ts'
import { createDoor } from '../../src/web/door.ts'
import { monitorRooms, type Watched } from '../../src/web/monitor-rooms.ts'
import { freePort } from './free-port.ts'

const silent = (): void => undefined

let port = 0
let rooms: readonly Room[] = []
let said: string[] = []
let watched: Watched

beforeEach(async () => {
  said = []
  watched = {
    pulse: () => undefined,
    lacks: async () => [],
    metrics: async () => ({ contentType: 'text/plain', text: 'a 1\n' }),
  }
  port = await freePort()
  const log = { debug: silent, info: silent, error: silent, warn: (line: string) => void said.push(line) }
  const door = createDoor({ host: '127.0.0.1', port, log })
  const answers = monitorRooms(
    { pulse: () => watched.pulse(), lacks: () => watched.lacks(), metrics: () => watched.metrics() },
    log,
  )
  rooms = await Promise.all([...answers].map(([path, answer]) => door.serve(path, answer)))
})
afterEach(async () => {
  for (const room of rooms) await room.close()
})

async function ask(path: string, method = 'GET') {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
  return { status: response.status, body: await response.text() }
}

describe('/healthz', () => {
  it.each([
    [undefined, 200, '{"alive":true}\n', 'no beat is to be expected yet'],
    [pulseOf(0, 5 * MINUTE), 200, '{"alive":true}\n', 'the last moment'],
    [pulseOf(0, 5 * MINUTE + 1), 503, expect.stringContaining('"message":"Le robot ne bat plus'), 'stuck'],
  ])('of a pulse %j says %i', async (pulse, status, body, _why) => {
    watched = { ...watched, pulse: () => pulse }
    expect(await ask('/healthz')).toEqual({ status, body })
  })
})

describe('/readyz', () => {
  it.each<[readonly Lack[], number, readonly string[]]>([
    [[], 200, []],
    [[{ code: 'starting' }], 503, ['Pressoir démarre']],
    [[{ code: 'restoring' }], 503, ['Une sauvegarde']],
    [
      [{ code: 'database' }, { code: 'platform', platform: 'slack' }],
      503,
      ['La base ne répond pas.', 'Slack n’est pas relié.'],
    ],
  ])('where %j lacks says %i', async (lacks, status, sentences) => {
    watched = { ...watched, lacks: async () => lacks }
    const answer = await ask('/readyz')
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toEqual({
      ready: status === 200,
      missing: lacks.map((lack, place) => ({
        ...lack,
        message: expect.stringContaining(sentences[place] ?? ''),
      })),
    })
  })
})

it('says in the log what it could not find out, and answers 500', async () => {
  watched = { ...watched, metrics: () => Promise.reject(new Error('away')) }
  expect(await ask('/metrics')).toEqual({ status: 500, body: '' })
  expect(said).toHaveLength(1)
})

it.each([
  ['HEAD', '/metrics', 200, 'the headers alone'],
  ['POST', '/metrics', 405, 'nothing is taken in'],
  ['DELETE', '/readyz', 405, 'nothing is done'],
  ['GET', '/metricsx', 404, 'another path'],
  ['GET', '/', 404, 'no list of what there is'],
])('answers %s %s with %i', async (method, path, status, _why) => {
  expect(await ask(path, method)).toEqual({ status, body: '' })
})
