// The way out: what is asked, where redirects lead, whom we leave alone. Nothing here leaves the loopback.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import {
  answer,
  drip,
  failureOf,
  type HostileWeb,
  NOW,
  type Page,
  raw,
  redirect,
  silence,
  startHostileWeb,
  USER_AGENT,
} from './hostile-server.ts'

const HOST = 'journal.example'
const TEXT = `<rss><channel><title>L’écho du canal</title></channel></rss>${'<!-- marée -->'.repeat(2000)}`

/** An answer that takes its 30 milliseconds. */
const later: Page = (_request, response) => void setTimeout(() => response.end('lu'), 30)

let web: HostileWeb | undefined
afterEach(async () => {
  await web?.stop()
})

async function open(...setting: Parameters<typeof startHostileWeb>): Promise<HostileWeb> {
  web = await startHostileWeb(...setting)
  return web
}

describe('a good server', () => {
  it('is asked under our name, for the host that it believes to be', async () => {
    const { get, server } = await open({ '/flux.xml?une=1': answer(200, { 'X-Ton': 'Calme' }, TEXT) })
    const got = await get(`http://lecteur:secret@${HOST}/flux.xml?une=1#haut`, {
      accept: 'application/rss+xml',
    })
    expect(got).toMatchObject({ kind: 'body', url: `http://${HOST}/flux.xml?une=1`, isTruncated: false })
    expect(got.kind === 'body' && got.headers['x-ton']).toBe('Calme')
    expect(got).not.toHaveProperty('movedTo')
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatchObject({ host: HOST, path: '/flux.xml?une=1' })
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': USER_AGENT,
      accept: 'application/rss+xml',
    })
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  it('is asked only for what is new', async () => {
    const { get, server } = await open({
      '/flux.xml': (request, response) =>
        request.headers['if-none-match'] === '"un"'
          ? response.writeHead(304, { 'cache-control': 'max-age=900' }).end()
          : response
              .writeHead(200, { etag: '"un"', 'last-modified': 'Tue, 10 Mar 2026 07:00:00 GMT' })
              .end(TEXT),
    })
    const { validators } = await get(`http://${HOST}/flux.xml`)
    expect(validators).toEqual({ etag: '"un"', lastModified: 'Tue, 10 Mar 2026 07:00:00 GMT' })
    const again = await get(`http://${HOST}/flux.xml`, { validators })
    expect(again).toEqual({
      kind: 'unchanged',
      validators,
      retryAt: NOW + 900_000,
      restUntil: NOW + 900_000,
      seconds: 0,
    })
    expect(server.requests[1]?.headers['if-modified-since']).toBe('Tue, 10 Mar 2026 07:00:00 GMT')
  })

  it.each([
    ['gzip', gzipSync(TEXT), 'usual'],
    ['x-gzip', gzipSync(TEXT), 'old name'],
    ['br', brotliCompressSync(TEXT), 'modern'],
    ['deflate', deflateSync(TEXT), 'as the specification means it'],
    ['deflate', deflateRawSync(TEXT), 'naked, as some servers send it'],
    ['gzip, br', brotliCompressSync(gzipSync(TEXT)), 'a proxy compressed again'],
    ['', gzipSync(TEXT), 'compressed and silent about it'],
    ['gzip', Buffer.from(TEXT), 'not compressed at all'],
    ['br', Buffer.from(TEXT), 'not compressed at all'],
    ['deflate', Buffer.from(TEXT), 'not compressed at all'],
    ['gzip, gzip', gzipSync(TEXT), 'named twice, done once'],
    ['br', gzipSync(TEXT), 'another compression than it says'],
    ['utf-8', Buffer.from(TEXT), 'a character set in the wrong place'],
    ['gzip', gzipSync(''), 'nothing, compressed'],
    ['gzip', Buffer.alloc(0), 'nothing at all'],
  ])('is read when it sends « %s »', async (encoding, body, why) => {
    const { read } = await open({ '/flux.xml': answer(200, { 'content-encoding': encoding }, body) })
    expect(await read(`http://${HOST}/flux.xml`)).toBe(why.startsWith('nothing') ? '' : TEXT)
  })
})

describe('redirects', () => {
  it.each([
    [301, 308, true, 'permanent all along'],
    [301, 302, false, 'one temporary hop'],
    [307, 301, false, 'one temporary hop, the first'],
    [303, 303, false, 'temporary all along'],
  ])('%i then %i', async (first, second, isMoved, _why) => {
    const { get } = await open({
      [`${HOST}/ancien/flux.xml`]: redirect(first, '../nouveau/flux.xml'),
      [`${HOST}/nouveau/flux.xml`]: redirect(second, '//autre.example/flux.xml'),
      'autre.example/flux.xml': answer(200, {}, TEXT),
    })
    const got = await get(`http://${HOST}/ancien/flux.xml`)
    const url = 'http://autre.example/flux.xml'
    expect(got).toMatchObject({ kind: 'body', url })
    expect(got.kind === 'body' && got.movedTo).toBe(isMoved ? url : undefined)
  })

  it('lead to accented addresses written in raw bytes', async () => {
    const { read } = await open({
      '/flux.xml': raw(
        `HTTP/1.1 302 Found\r\nlocation: /${Buffer.from('été').toString('latin1')}\r\ncontent-length: 0\r\n\r\n`,
      ),
      '/%C3%A9t%C3%A9': answer(200, {}, TEXT),
    })
    expect(await read(`http://${HOST}/flux.xml`)).toBe(TEXT)
  })

  it('are given up after five', async () => {
    const { get, server } = await open(
      Object.fromEntries(Array.from({ length: 9 }, (_, hop) => [`/${hop}`, redirect(302, `/${hop + 1}`)])),
    )
    expect(await failureOf(get(`http://${HOST}/0`))).toEqual({
      code: 'fetch-redirects',
      url: `http://${HOST}/6`,
      limit: 5,
    })
    expect(server.requests).toHaveLength(6)
  })

  it('that lead back are given up at once', async () => {
    const { get, server } = await open({ '/a': redirect(301, '/b'), '/b': redirect(301, '/a#encore') })
    expect(await failureOf(get(`http://${HOST}/a`))).toMatchObject({ code: 'fetch-redirects' })
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    ['file:///etc/passwd', 'file'],
    ['data:text/xml,<rss/>', 'data'],
    ['ftp://autre.example/flux.xml', 'ftp'],
    ['javascript:alert(1)', 'javascript'],
    ['http://', ''],
  ])('to %s are refused', async (location, scheme) => {
    const { get } = await open({ '/flux.xml': redirect(302, location) })
    expect(await failureOf(get(`http://${HOST}/flux.xml`))).toEqual({
      code: 'fetch-scheme',
      url: location,
      scheme,
    })
  })

  it('without an address are a status', async () => {
    const { get } = await open({ '/flux.xml': answer(302) })
    expect(await failureOf(get(`http://${HOST}/flux.xml`))).toMatchObject({
      code: 'fetch-status',
      status: 302,
    })
  })

  it('are checked one by one before they are followed', async () => {
    const { get, server } = await open({ '/a': redirect(301, '/interdit') })
    const checked: string[] = []
    const checkHop = async (url: string): Promise<void> => {
      checked.push(url)
      if (url.endsWith('/interdit')) throw new Error('interdit')
    }
    await expect(get(`http://${HOST}/a`, { checkHop })).rejects.toThrow('interdit')
    expect(checked).toEqual([`http://${HOST}/a`, `http://${HOST}/interdit`])
    expect(server.requests).toHaveLength(1)
  })
})

describe('refusals', () => {
  it.each([404, 410, 403, 500, 304, 300])('%i is a status', async (status) => {
    const { get } = await open({ '/flux.xml': answer(status) })
    const failure = await failureOf(get(`http://${HOST}/flux.xml`))
    expect(failure).toEqual({ code: 'fetch-status', url: `http://${HOST}/flux.xml`, status })
  })

  it.each([
    [429, '60', 'seconds'],
    [503, 'Tue, 10 Mar 2026 08:01:00 GMT', 'a date'],
  ])('%i with Retry-After leaves the host alone until then', async (status, retryAfter, _why) => {
    let now = NOW
    const { get, read, server } = await open(
      {
        '/flux.xml': answer(status, { 'retry-after': retryAfter, date: 'Tue, 10 Mar 2026 08:00:00 GMT' }),
        '/autre.xml': answer(200, {}, TEXT),
      },
      { now: () => now },
    )
    const retryAt = NOW + 60_000
    expect(await failureOf(get(`http://${HOST}/flux.xml`))).toMatchObject({
      code: 'fetch-status',
      status,
      retryAt,
    })
    const spared = await failureOf(get(`http://${HOST}/autre.xml`))
    expect(spared).toEqual({ code: 'fetch-status', url: `http://${HOST}/autre.xml`, status, retryAt })
    expect(await read('http://autre.example/autre.xml')).toBe(TEXT)
    expect(server.requests).toHaveLength(2)
    now = retryAt
    expect(await read(`http://${HOST}/autre.xml`)).toBe(TEXT)
  })

  it('spares the host those server.requests too that already wait for their turn', async () => {
    const { get, server } = await open({ '/flux.xml': answer(429, { 'retry-after': '60' }) })
    const failures = await Promise.all(
      Array.from({ length: 6 }, () => failureOf(get(`http://${HOST}/flux.xml`))),
    )
    expect(failures.every((failure) => failure.code === 'fetch-status')).toBe(true)
    expect(server.requests).toHaveLength(2)
  })

  it.each([
    ['file:///etc/passwd', 'file'],
    ['ftp://journal.example/flux.xml', 'ftp'],
    ['journal.example', ''],
  ])('%s is no address of the web', async (url, scheme) => {
    const { get } = await open({})
    expect(await failureOf(get(url))).toEqual({ code: 'fetch-scheme', url, scheme })
  })

  it('a failure keeps no password: it is stored and told', async () => {
    const { get } = await open({})
    const url = 'ftp://lecteur:se@cret@journal.example/flux.xml'
    expect(await failureOf(get(url))).toMatchObject({ url: 'ftp://journal.example/flux.xml' })
  })
})

describe('one client', () => {
  it('calls on a host with two server.requests at most', async () => {
    const { get, server } = await open({ '/flux.xml': later })
    await Promise.all(Array.from({ length: 7 }, () => get(`http://${HOST}/flux.xml`)))
    expect(server.requests).toHaveLength(7)
    expect(server.mostAtOnce()).toBe(2)
  })

  it('serves many hosts at once', async () => {
    const hosts = Array.from({ length: 20 }, (_, index) => `journal-${index}.example`)
    const { server, read } = await open({ '/flux.xml': later }, {}, hosts)
    const texts = await Promise.all(hosts.map((host) => read(`http://${host}/flux.xml`)))
    expect(texts).toEqual(hosts.map(() => 'lu'))
    expect(server.mostAtOnce()).toBeGreaterThan(10)
    await expect.poll(server.openConnections).toBe(0)
  })

  it('ends everything when it is closed', async () => {
    const { get, server, client } = await open(
      { '/silence': silence, '/goutte': drip(5) },
      { headersSeconds: 30, totalSeconds: 30 },
    )
    const underWay = ['/silence', '/goutte', '/silence', '/goutte'].map((path) =>
      get(`http://${HOST}${path}`),
    )
    const failures = Promise.all(underWay.map(failureOf))
    await expect.poll(() => server.requests.length).toBe(2)
    await client.close()
    expect((await failures).map(({ code }) => code)).toEqual(underWay.map(() => 'fetch-unreachable'))
    await expect.poll(server.openConnections).toBe(0)
    expect(server.requests).toHaveLength(2)
  })
})
