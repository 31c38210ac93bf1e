// What every answer of the program tells a browser, whoever gives it: over the real doors, and all that is behind them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HubDesk } from '../../src/hub-ports.ts'
import { createDoor } from '../../src/web/door.ts'
import { createHubRoom, HUB_PATH } from '../../src/web/hub-room.ts'
import { monitorRooms } from '../../src/web/monitor-rooms.ts'
import { type InstallScene, NANTES, openInstallScene } from '../chat/slack/install-scene.ts'
import { freePort } from './free-port.ts'

const nothing = (): void => undefined
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }
const ID = 'jeton-que-personne-ne-devine-123'
const CHALLENGE = '<script>alert(1)</script>'

const desk: HubDesk = {
  confirm: async (id) => id === ID,
  deny: async () => false,
  secretOf: async (id) => {
    if (id.startsWith('en-panne')) throw new Error('the database is gone')
    return id === ID ? 'un secret' : undefined
  },
  push: async () => undefined,
  ignore: async () => undefined,
}

let scene: InstallScene
const closings: (() => Promise<void>)[] = []
/** Where the hubs call, where the program is watched, and where Slack and browsers come in. */
const addresses = { hubs: '', monitor: '', slack: '' }

beforeAll(async () => {
  const rooms = monitorRooms(
    {
      pulse: () => undefined,
      lacks: async () => [{ code: 'database' }],
      metrics: () => Promise.reject(new Error('away')),
    },
    SILENT,
  )
  addresses.monitor = await openDoor(rooms)
  addresses.hubs = await openDoor(
    new Map([
      [HUB_PATH, createHubRoom({ desk, log: SILENT, now: () => 0 })],
      [
        '/panne',
        () => {
          throw new Error('a room that breaks')
        },
      ],
    ]),
  )
  scene = await openInstallScene()
  addresses.slack = (await scene.startProcess()).address
})
afterAll(async () => {
  for (const close of closings) await close()
  await scene.close()
})

async function openDoor(rooms: ReturnType<typeof monitorRooms>): Promise<string> {
  const port = await freePort()
  const door = createDoor({ host: '127.0.0.1', port, log: SILENT })
  for (const [path, answer] of rooms) {
    const room = await door.serve(path, answer)
    closings.push(() => room.close())
  }
  return `http://127.0.0.1:${port}`
}

const QUESTION = `hub.mode=subscribe&hub.topic=x&hub.challenge=${encodeURIComponent(CHALLENGE)}`

describe('every answer is closed to scripts, frames, guesses and caches', () => {
  it.each<[keyof typeof addresses, string, string, number]>([
    ['hubs', 'GET', HUB_PATH, 200],
    ['hubs', 'GET', `${HUB_PATH}/${ID}?${QUESTION}`, 200],
    ['hubs', 'GET', `${HUB_PATH}/${ID}x?${QUESTION}`, 404],
    ['hubs', 'POST', `${HUB_PATH}/${ID}`, 202],
    ['hubs', 'POST', `${HUB_PATH}/${ID}x`, 410],
    ['hubs', 'POST', `${HUB_PATH}/en-panne-${'x'.repeat(20)}`, 500],
    ['hubs', 'PUT', HUB_PATH, 404],
    ['hubs', 'PUT', `${HUB_PATH}/${ID}`, 405],
    ['hubs', 'GET', '/', 404],
    ['hubs', 'GET', '/panne', 500],
    ['monitor', 'GET', '/healthz', 200],
    ['monitor', 'GET', '/readyz', 503],
    ['monitor', 'GET', '/metrics', 500],
    ['monitor', 'POST', '/metrics', 405],
    ['monitor', 'GET', '/rien', 404],
    ['slack', 'POST', '/slack/events', 401],
    ['slack', 'GET', '/slack/events', 404],
    ['slack', 'GET', '/slack/install', 200],
    ['slack', 'GET', '/slack/oauth_redirect?code=c&state=s', 400],
    ['slack', 'POST', '/slack/install', 405],
    ['slack', 'GET', '/slack/install/autre', 404],
    ['slack', 'GET', '/rien', 404],
  ])('%s: %s %s, which is answered with %i', async (which, method, path, status) => {
    const answer = await fetch(`${addresses[which]}${path}`, { method })
    await answer.text()
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject(DEFENDED)
  })

  it('what Slack signed as well, which a module answers', async () => {
    const url = `${addresses.slack}/slack/events`
    const contentType = 'application/x-www-form-urlencoded'
    const slack = scene.directory.team(NANTES)
    const command = new URLSearchParams({ command: '/aide', team_id: NANTES }).toString()
    const answers = [
      await slack.sendOverHttp(url, { body: command, contentType, signature: 'wrong' }),
      await slack.sendOverHttp(url, { body: '{' }),
      await slack.sendOverHttp(url, {
        body: JSON.stringify({ type: 'url_verification', challenge: CHALLENGE }),
      }),
    ]
    expect(answers.at(-1)).toMatchObject({ status: 200, body: expect.stringContaining(CHALLENGE) })
    for (const { headers } of answers) expect(Object.fromEntries(headers)).toMatchObject(DEFENDED)
  })
})

/** A page of ours may allow its own style; nothing may allow more. */
const POLICY =
  /^default-src 'none';(?: style-src 'sha256-[\w+/=]+';)? base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/u

const DEFENDED = {
  'content-security-policy': expect.stringMatching(POLICY),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}
