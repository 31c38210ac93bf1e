// The loopback server, asked over real sockets.
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LoopbackPress, startLoopbackPress } from '../../src/demo/loopback-press.ts'

const TEXT = 'La crue a culminé à 3,31 mètres, mardi à l’aube. '.repeat(20)

interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

let press: LoopbackPress

beforeEach(async () => {
  press = await startLoopbackPress((host, path) => {
    if (host === 'journal.example' && path === '/vide') return { body: new Uint8Array() }
    if (host === 'journal.example' && path === '/panne') return { status: 503, body: Buffer.from('Panne') }
    if (host === 'journal.example' && path === '/marque') {
      return { headers: { etag: '"propre"' }, body: Buffer.from(TEXT) }
    }
    if (host === 'journal.example' && path === '/flux.xml?page=2') {
      return { headers: { 'content-type': 'application/xml' }, body: Buffer.from(TEXT) }
    }
    return undefined
  })
})

afterEach(async () => press.close())

async function get(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  { host = 'journal.example', method = 'GET' } = {},
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: press.port, path, method, headers: { host, ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      },
    )
    asked.on('error', reject).end()
  })
}

describe('the loopback press', () => {
  it('answers by host and path, query included, with the headers it was given', async () => {
    const received = await get('/flux.xml?page=2')
    expect(received.status).toBe(200)
    expect(received.body.toString()).toBe(TEXT)
    expect(received.headers).toMatchObject({
      'content-type': 'application/xml',
      'content-length': String(Buffer.byteLength(TEXT)),
      vary: 'accept-encoding',
    })
    expect(received.headers['content-encoding']).toBeUndefined()
  })

  it.each([
    ['JOURNAL.example:8080', 200, 'a host without its case and its port'],
    ['autre.example', 404, 'a host that nobody answers for'],
  ])('gives %s %i', async (host, status, _why) => {
    expect((await get('/flux.xml?page=2', {}, { host })).status).toBe(status)
  })

  it.each([
    ['gzip', 'gzip', 'asked alone'],
    ['br', 'br', 'asked alone'],
    ['gzip, br, deflate', 'gzip', 'the first of equal ones, as our reader asks'],
    ['gzip;q=0.5, br', 'br', 'the heavier one'],
    ['gzip;q=0', undefined, 'refused by name'],
    ['identity', undefined, 'nothing that we can do'],
    ['deflate', undefined, 'a coding that we do not have'],
    ['GZIP ; Q=0.8', 'gzip', 'written otherwise'],
  ])('for «Accept-Encoding: %s» sends %s', async (accepted, coding, _why) => {
    const { headers, body } = await get('/flux.xml?page=2', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(coding)
    expect(headers['content-length']).toBe(String(body.length))
    const read =
      coding === 'br' ? brotliDecompressSync : coding === 'gzip' ? gunzipSync : (bytes: Buffer) => bytes
    expect(read(body).toString()).toBe(TEXT)
    expect(body.length < Buffer.byteLength(TEXT)).toBe(coding !== undefined)
  })

  it('does not compress nothing', async () => {
    expect((await get('/vide', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
  })

  it('gives each coding a strong tag of its own, and knows them all again', async () => {
    const plain = (await get('/flux.xml?page=2')).headers['etag']
    const zipped = (await get('/flux.xml?page=2', { 'accept-encoding': 'gzip' })).headers['etag']
    expect(plain).toMatch(/^"[0-9a-f]+"$/)
    expect(zipped).toMatch(/^"[0-9a-f]+-gzip"$/)
    for (const tag of [plain, zipped]) {
      const again = await get('/flux.xml?page=2', { 'if-none-match': String(tag), 'accept-encoding': 'br' })
      expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) })
      expect(again.headers['content-encoding']).toBeUndefined()
    }
  })

  it.each([
    ['/marque', '"propre"', 304, 'the tag of the publisher himself'],
    ['/marque', '"autre", W/"propre"', 304, 'one of a list, weak'],
    ['/marque', '*', 304, 'anything'],
    ['/marque', '"autre"', 200, 'another tag'],
    ['/marque', 'propre', 200, 'no tag at all'],
    ['/inconnu', '*', 404, 'what is not there has not stayed the same'],
  ])('%s with «If-None-Match: %s» gives %i', async (path, tag, status, _why) => {
    expect((await get(path, { 'if-none-match': tag })).status).toBe(status)
  })

  it('sends a failure as it is, without a tag', async () => {
    const failed = await get('/panne', { 'if-none-match': '*' })
    expect(failed).toMatchObject({ status: 503, body: Buffer.from('Panne') })
    expect(failed.headers['etag']).toBeUndefined()
  })

  it('sends headers alone for HEAD, and refuses to be written to', async () => {
    const head = await get('/flux.xml?page=2', {}, { method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) })
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(TEXT)))
    expect((await get('/flux.xml?page=2', {}, { method: 'POST' })).status).toBe(405)
  })

  it('remembers what it was asked, in order', async () => {
    await get('/flux.xml?page=2')
    await get('/nulle-part', {}, { host: 'autre.example' })
    expect(press.requests).toEqual([
      { host: 'journal.example', path: '/flux.xml?page=2', status: 200 },
      { host: 'autre.example', path: '/nulle-part', status: 404 },
    ])
  })

  it('stops at once, and several run side by side', async () => {
    const other = await startLoopbackPress(() => undefined)
    expect(other.port).not.toBe(press.port)
    await other.close()
    expect((await get('/flux.xml?page=2')).status).toBe(200)
  })
})
