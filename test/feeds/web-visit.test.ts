// One visit to a server that misbehaves, in every way that we know of. Nothing here leaves the loopback.
import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import {
  answer,
  bodyText,
  cutAfter,
  drip,
  failureOf,
  flood,
  gzipBomb,
  type HostileWeb,
  LIMIT_BYTES,
  LITTLE_PATIENCE,
  type Page,
  raw,
  redirect,
  silence,
  startHostileWeb,
} from './hostile-server.ts'

const HOST = 'journal.example'
const TEXT = `<rss><channel><title>L’écho du canal</title></channel></rss>${'<!-- marée -->'.repeat(2000)}`

let web: HostileWeb | undefined

afterEach(async () => {
  await web?.stop()
})

async function open(...setting: Parameters<typeof startHostileWeb>): Promise<HostileWeb> {
  web = await startHostileWeb(...setting)
  return web
}

describe('private addresses', () => {
  const targets = [
    ['127.0.0.1', 'loopback'],
    ['127.1', 'loopback, short'],
    ['2130706433', 'loopback, decimal'],
    ['0x7f000001', 'loopback, hexadecimal'],
    ['[::1]', 'loopback'],
    ['[::ffff:127.0.0.1]', 'loopback, mapped'],
    ['0.0.0.0', 'this host'],
    ['169.254.169.254', 'metadata'],
    ['10.0.0.1', 'private'],
    ['localhost', 'a name of the loopback'],
  ] as const

  it.each(targets)('%s is not dialled', async (target, _why) => {
    const { get, server } = await open({ '/flux.xml': answer(200, {}, TEXT) })
    const failure = await failureOf(get(`http://${target}:${server.port}/flux.xml`))
    expect(failure.code).toBe('fetch-private-address')
    expect(server.requests).toHaveLength(0)
  })

  it.each(targets)('%s is not dialled after a redirect either', async (target, _why) => {
    const { get, server } = await open({
      // The port of the server itself: had the address been dialled, the secret would have been told.
      '/flux.xml': (request, response) =>
        redirect(302, `http://${target}:${request.socket.localPort}/secret`)(request, response),
      '/secret': answer(200, {}, TEXT),
    })
    const failure = await failureOf(get(`http://${HOST}/flux.xml`))
    expect(failure.code).toBe('fetch-private-address')
    expect(server.requests).toHaveLength(1)
  })

  it('are not dialled over TLS', async () => {
    const { get, server } = await open({})
    expect((await failureOf(get(`https://127.0.0.1:${server.port}/`))).code).toBe('fetch-private-address')
  })

  it('are found out behind a name that changes its mind', async () => {
    const asked: string[] = []
    const { get, server } = await open(
      { '/': answer(200, {}, TEXT) },
      {
        resolve: async (hostname) => {
          asked.push(hostname)
          return [
            { address: '127.0.0.1', family: 4 },
            { address: 'fd00::1', family: 6 },
          ]
        },
      },
    )
    expect((await failureOf(get(`http://piege.example:${server.port}/`))).code).toBe('fetch-private-address')
    expect(asked).toEqual(['piege.example'])
    expect(server.requests).toHaveLength(0)
  })
})

describe('too much', () => {
  const zeros = Buffer.alloc(64 * 1024, 'x')

  it('is cut at the limit, however long the body is', async () => {
    const { get, server } = await open({ '/flux.xml': flood(200_000_000, zeros) })
    const failure = await failureOf(get(`http://${HOST}/flux.xml`))
    expect(failure).toEqual({
      code: 'fetch-too-large',
      url: `http://${HOST}/flux.xml`,
      limitBytes: LIMIT_BYTES,
    })
    await expect.poll(server.openConnections).toBe(0)
    expect(server.sentBytes()).toBeLessThan(50_000_000)
  })

  it.each([
    ['gzip', gzipBomb(1024), 'one gibibyte in one megabyte'],
    ['br', brotliCompressSync(Buffer.alloc(20_000_000)), 'twenty megabytes in some bytes'],
    ['gzip, gzip', gzipSync(gzipBomb(100)), 'a bomb in a wrapping'],
    ['', gzipBomb(100), 'a bomb that does not say so'],
  ])('is cut at the limit after decompression: %s', async (encoding, bomb, _why) => {
    const { get } = await open({ '/flux.xml': answer(200, { 'content-encoding': encoding }, bomb) })
    const before = process.memoryUsage().rss
    const failure = await failureOf(get(`http://${HOST}/flux.xml`))
    expect(failure.code).toBe('fetch-too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it('is not even fetched when the server says how much it is', async () => {
    const { get, server } = await open({
      '/flux.xml': flood(200_000_000, zeros, { 'content-length': '200000000' }),
    })
    expect((await failureOf(get(`http://${HOST}/flux.xml`))).code).toBe('fetch-too-large')
    await expect.poll(server.openConnections).toBe(0)
    expect(server.sentBytes()).toBeLessThan(10_000_000)
  })

  it('is cut at the limit when compressed bytes never become text', async () => {
    const empty = gzipSync('')
    const nothing = Buffer.concat(Array.from({ length: 1000 }, () => empty))
    const page = flood(100_000_000, nothing, { 'content-encoding': 'gzip' })
    const { get } = await open({ '/flux.xml': page })
    expect((await failureOf(get(`http://${HOST}/flux.xml`))).code).toBe('fetch-too-large')
  })

  it('is given as far as the limit to those who ask for that', async () => {
    const { get } = await open({ '/robots.txt': flood(10_000_000, zeros) })
    const got = await get(`http://${HOST}/robots.txt`, { limitBytes: 1000, isCutAtLimit: true })
    expect(got).toMatchObject({ kind: 'body', isTruncated: true })
    expect(bodyText(got)).toBe('x'.repeat(1000))
  })

  it('begins after the limit, not at it', async () => {
    const { get, read } = await open({ '/flux.xml': answer(200, {}, 'x'.repeat(1000)) })
    expect(await read(`http://${HOST}/flux.xml`, { limitBytes: 1000 })).toHaveLength(1000)
    expect((await failureOf(get(`http://${HOST}/flux.xml`, { limitBytes: 999 }))).code).toBe(
      'fetch-too-large',
    )
  })
})

describe('damaged bodies', () => {
  // Digits of hashes: no compressor finds much to save, and they are the same in each run.
  const hashes = Array.from({ length: 500 }, (_, index) =>
    createHash('sha256').update(`${index}`).digest('hex'),
  )
  const noise = hashes.join('')

  it.each([
    ['gzip', gzipSync(noise), 'gzip'],
    ['deflate', deflateSync(noise), 'deflate'],
    ['br', brotliCompressSync(noise), 'brotli'],
    ['gzip, gzip', gzipSync(noise), 'named twice, done once'],
  ])('of which half is missing give their half, and no validator: %s', async (encoding, whole, _why) => {
    const half = whole.subarray(0, whole.length / 2)
    const { get } = await open({
      '/flux.xml': answer(200, { 'content-encoding': encoding, etag: '"un"' }, half),
    })
    const got = await get(`http://${HOST}/flux.xml`)
    expect(got).toMatchObject({ kind: 'body', isTruncated: true })
    expect(got.validators).toEqual({})
    expect(noise.startsWith(bodyText(got))).toBe(true)
    // The last few kilobytes may stick in the decompressor.
    expect(bodyText(got).length).toBeGreaterThan(noise.length / 2 - 5000)
  })

  it('give what came before the damage', async () => {
    const damaged = gzipSync(noise)
    damaged.fill(0xff, damaged.length / 2)
    const { read } = await open({ '/flux.xml': answer(200, { 'content-encoding': 'gzip' }, damaged) })
    const text = await read(`http://${HOST}/flux.xml`)
    expect(text.slice(0, 10_000)).toBe(noise.slice(0, 10_000))
  })

  it.each([
    [
      'gzip',
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff]),
      'a header and nothing after',
    ],
    ['gzip', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), 'neither gzip nor text'],
    ['br', Buffer.from([0xff, 0xfe, 0xfd, 0xfc, 0xfb]).subarray(1), 'noise'],
  ])('of which nothing can be read fail: %s', async (encoding, body, _why) => {
    const { get } = await open({ '/flux.xml': answer(200, { 'content-encoding': encoding }, body) })
    expect(await failureOf(get(`http://${HOST}/flux.xml`))).toEqual({
      code: 'fetch-damaged',
      url: `http://${HOST}/flux.xml`,
      encoding,
    })
  })
})

describe('servers that take their time', () => {
  it.each([
    [silence, 0.3, 'not a word'],
    [raw('HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\n'), 0.3, 'headers that do not end'],
    [drip(20), 0.6, 'a byte now and then, for ever'],
    [raw('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<rss>'), 0.6, 'a body that stops'],
    [raw('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n\x1f\x8b'), 0.6, 'a compressed body that stops'],
  ])('are left after a while (%#)', async (page, seconds, _why) => {
    const { get, server } = await open({ '/flux.xml': page }, LITTLE_PATIENCE)
    const failure = await failureOf(get(`http://${HOST}/flux.xml`))
    // Headers that came in time are told apart from not a word.
    const begun = seconds === LITTLE_PATIENCE.totalSeconds ? { hasBegun: true } : {}
    expect(failure).toEqual({ code: 'fetch-timeout', url: `http://${HOST}/flux.xml`, seconds, ...begun })
    await expect.poll(server.openConnections).toBe(0)
  })

  it('are left when they cannot even be found', async () => {
    const { get } = await open(
      {},
      { resolve: () => new Promise(() => {}), connectSeconds: 0.1, headersSeconds: 5, totalSeconds: 5 },
    )
    const failure = await failureOf(get('http://introuvable.example/'))
    expect(failure).toEqual({ code: 'fetch-timeout', url: 'http://introuvable.example/', seconds: 0.1 })
  })
})

describe('servers that cannot be reached', () => {
  const cases: readonly (readonly [Page, string, string])[] = [
    [cutAfter(''), 'cut', 'before a word'],
    [cutAfter('HTTP/1.1 200 OK\r\ncontent-le'), 'cut', 'amid the headers'],
    [cutAfter('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<rss>'), 'cut', 'amid the body'],
    [
      cutAfter('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<rss>\r\n'),
      'cut',
      'amid the chunks',
    ],
    [raw('220 ftp.journal.example ready\r\n\r\n'), 'not-http', 'another protocol'],
    [
      raw(`HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(100_000)}\r\n\r\n`),
      'not-http',
      'a header without measure',
    ],
  ]
  it.each(cases)('are told why (%#)', async (page, reason, _why) => {
    const { get } = await open({ '/flux.xml': page })
    const failure = await failureOf(get(`http://${HOST}/flux.xml`))
    expect(failure).toEqual({ code: 'fetch-unreachable', url: `http://${HOST}/flux.xml`, reason })
  })

  it('because nobody listens', async () => {
    const { get, server } = await open({})
    await server?.stop()
    expect(await failureOf(get(`http://${HOST}/`))).toMatchObject({
      code: 'fetch-unreachable',
      reason: 'refused',
    })
  })

  it('because nobody has that name', async () => {
    const unknown = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })
    const { get } = await open({}, { resolve: () => Promise.reject(unknown) })
    const got = get('http://introuvable.example/')
    await expect(got).rejects.toHaveProperty('cause')
    expect(await failureOf(got)).toMatchObject({ code: 'fetch-unreachable', reason: 'unknown-host' })
  })

  it('because they do not speak TLS', async () => {
    const { get } = await open({})
    expect(await failureOf(get(`https://${HOST}/`))).toMatchObject({
      code: 'fetch-unreachable',
      reason: 'no-tls',
    })
  })
})
