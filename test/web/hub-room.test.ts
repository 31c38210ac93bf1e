// The door and the room behind it, over real HTTP: what comes from the Internet is of any kind and any length.
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Room } from '../../src/door.ts'
import type { HubDesk } from '../../src/hub-ports.ts'
import { createDoor } from '../../src/web/door.ts'
import { createHubRoom, HUB_PATH } from '../../src/web/hub-room.ts'
import { signed } from './fake-hub.ts'
import { freePort } from './free-port.ts'

const ID = 'jeton-que-personne-ne-devine-123'
const SECRET = 'un secret'
const TOPIC = 'https://lavigie.example/flux.xml'

let port = 0
let room: Room
let heard: string[] = []
let said: string[] = []
let now = 0

const desk: HubDesk = {
  confirm: async (id, { mode, topic, leaseSeconds }) => {
    heard.push(`confirm ${mode} ${topic} ${leaseSeconds}`)
    return id === ID && topic === TOPIC
  },
  deny: async (id, topic, reason) => {
    heard.push(`deny ${topic} ${reason}`)
    return id === ID && topic === TOPIC
  },
  secretOf: async (id) => {
    if (id.startsWith('en-panne')) throw new Error('the database is gone')
    return id === ID ? SECRET : undefined
  },
  push: async () => void heard.push('push'),
  ignore: async (_id, reason) => void heard.push(`ignore ${reason}`),
}

const log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (line: string) => void said.push(line),
  error: (line: string) => void said.push(line),
}

beforeEach(async () => {
  ;[heard, said, now] = [[], [], 0]
  port = await freePort()
  const door = createDoor({ port, log, requestTimeout: 300 })
  room = await door.serve(HUB_PATH, createHubRoom({ desk, log, now: () => now }))
})
afterEach(() => room.close())

async function ask(method: string, path: string, body?: string, signature?: string) {
  const headers = signature === undefined ? {} : { 'x-hub-signature': signature }
  const request = { method, headers, ...(body === undefined ? {} : { body }) }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, request)
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
}

async function call(): Promise<number> {
  return (await ask('POST', `${HUB_PATH}/${ID}`, 'x')).status
}

function question(words: Readonly<Record<string, string>>, id = ID): string {
  return `${HUB_PATH}/${id}?${new URLSearchParams(words).toString()}`
}

const MEANT = { 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': '<script>é&' }

describe('a question', () => {
  it('that we can answer is given its challenge back, as plain text', async () => {
    const answer = await ask('GET', question({ ...MEANT, 'hub.lease_seconds': '60' }))
    expect(answer).toEqual({ status: 200, text: '<script>é&', type: 'text/plain; charset=utf-8' })
    expect(heard).toEqual([`confirm subscribe ${TOPIC} 60`])
  })

  it.each<[string, string, number, number]>([
    ['about another topic', question({ ...MEANT, 'hub.topic': 'https://autre.example/' }), 404, 1],
    ['without a challenge', question({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC }), 404, 0],
    ['with a challenge that is a book', question({ ...MEANT, 'hub.challenge': 'a'.repeat(2000) }), 404, 0],
    ['of another kind', question({ ...MEANT, 'hub.mode': 'publish' }), 404, 0],
    ['with a lease that is no number', question({ ...MEANT, 'hub.lease_seconds': '-1e9' }), 200, 1],
    ['without anything', `${HUB_PATH}/${ID}`, 404, 0],
    ['below a token', `${HUB_PATH}/${ID}/plus?hub.mode=subscribe&hub.challenge=x`, 404, 0],
    ['of a token that is too short', question(MEANT, 'court'), 404, 0],
    ['with a way up', `${HUB_PATH}/..%2f..%2fetc%2fpasswd`, 404, 0],
    ['in no encoding', `${HUB_PATH}/${ID}?hub.mode=%FF%FE&hub.challenge=%`, 404, 0],
    ['of somebody else', '/wp-login.php', 404, 0],
    ['to a path that only begins alike', `${HUB_PATH}-admin/${ID}`, 404, 0],
    ['whether we are here', HUB_PATH, 200, 0],
  ])('%s', async (_what, path, status, count) => {
    expect((await ask('GET', path)).status).toBe(status)
    expect(heard).toHaveLength(count)
  })

  it('that is a refusal is heard', async () => {
    const told = { 'hub.mode': 'denied', 'hub.topic': TOPIC, 'hub.reason': 'Complet.' }
    expect((await ask('GET', question(told))).status).toBe(200)
    expect((await ask('GET', question({ ...told, 'hub.topic': 'https://autre.example/' }))).status).toBe(404)
    expect(heard[0]).toBe(`deny ${TOPIC} Complet.`)
  })
})

describe('a call', () => {
  it.each<[string, string, string | undefined, number, readonly string[]]>([
    ['signed rightly', 'du contenu', signed('sha256', 'du contenu', SECRET), 202, ['push']],
    ['signed rightly, and empty', '', signed('sha256', '', SECRET), 202, ['push']],
    ['signed wrongly', 'du contenu', signed('sha256', 'autre', SECRET), 202, ['ignore wrong-signature']],
    ['signed with nonsense', 'du contenu', 'bonjour', 202, ['ignore wrong-signature']],
    ['not signed', 'du contenu', undefined, 202, ['ignore unsigned']],
    ['of binary rubbish', '\u0000\uFFFF<<<]]>', undefined, 202, ['ignore unsigned']],
    ['of eleven megabytes', 'a'.repeat(11_000_000), undefined, 413, []],
  ])('%s', async (_what, body, signature, status, expected) => {
    // A server that stops reading may be cut off before its answer is heard.
    const answer = await ask('POST', `${HUB_PATH}/${ID}`, body, signature).catch(() => ({ status: 413 }))
    expect(answer.status).toBe(status)
    expect(heard).toEqual(expected)
  })

  it('for a subscription that is none is told that it is gone', async () => {
    expect((await ask('POST', `${HUB_PATH}/${'x'.repeat(32)}`, 'faux')).status).toBe(410)
  })

  it('is counted: twelve a minute', async () => {
    for (let times = 0; times < 12; times++) expect(await call()).toBe(202)
    expect(await call()).toBe(429)
    now += 60_000
    expect(await call()).toBe(202)
  })

  it.each<[string, string]>([
    ['that says that it is long, and never is', 'Content-Length: 1000\r\n\r\nquelques mots'],
    ['in stretches that never end', 'Transfer-Encoding: chunked\r\n\r\n5\r\nmille\r\n'],
    ['whose headers never end', 'X-Encore: '],
  ])('%s is cut', async (_what, rest) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    const ended = new Promise((resolve) => socket.once('close', resolve))
    socket.write(`POST ${HUB_PATH}/${ID} HTTP/1.1\r\nHost: revue.example\r\n${rest}`)
    await ended
    expect(heard).toEqual([])
  })

  it('that grows beyond all bounds is cut, though it never said how long it is', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
    })
    const request = { method: 'POST', body: endless, duplex: 'half' } as const
    const answer = await fetch(`http://127.0.0.1:${port}${HUB_PATH}/${ID}`, request).catch(() => undefined)
    expect([undefined, 413]).toContain(answer?.status)
    expect(heard).toEqual([])
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('by %s is refused', async (method) => {
    expect((await ask(method, `${HUB_PATH}/${ID}`)).status).toBe(405)
  })

  it('that meets a broken database is answered, and told in the log', async () => {
    expect((await ask('POST', `${HUB_PATH}/en-panne-${'x'.repeat(20)}`, 'x')).status).toBe(500)
    expect(said).toHaveLength(1)
  })
})

describe('the door', () => {
  it('has several rooms, and closes with the last', async () => {
    const own = await freePort()
    const door = createDoor({ port: own, log })
    const greet = async (path: string): Promise<string> =>
      (await fetch(`http://127.0.0.1:${own}${path}`)).text()
    const first = await door.serve('/un', (_request, response) => response.end('un'))
    const second = await door.serve('/deux', (_request, response) => response.end('deux'))
    expect([await greet('/un'), await greet('/deux/plus?loin')]).toEqual(['un', 'deux'])
    await first.close()
    expect([await greet('/un'), await greet('/deux')]).toEqual(['', 'deux'])
    await second.close()
    await expect(greet('/deux')).rejects.toThrow('fetch failed')
    // And opens again.
    const third = await door.serve('/un', (_request, response) => response.end('encore'))
    expect(await greet('/un')).toBe('encore')
    await third.close()
  })

  it('says in French that its port is taken', async () => {
    const taken = createDoor({ port, log })
    await expect(taken.serve('/un', () => undefined)).rejects.toThrow(/EADDRINUSE/)
    expect(said.join()).toContain(`Le port ${port} ne peut pas être ouvert.`)
  })
})
