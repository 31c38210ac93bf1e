// What servers, names and addresses do to whoever calls: the part of the hostile set below the document.
import { brotliCompressSync, constants, deflateRawSync, gzipSync } from 'node:zlib'
import {
  cutAfter,
  drip,
  flood,
  gzipBomb,
  LITTLE_PATIENCE,
  type Page,
  raw,
  redirect,
  silence,
} from '../hostile-server.ts'
import { channel, fill, GOOD, type HostileCase, HOST, sends } from './hostile-case.ts'

const redirects: readonly HostileCase[] = [
  {
    name: 'renvoi en rond',
    reads: 'feed',
    page: () => (request, response) => redirect(302, request.url ?? '')(request, response),
    expected: 'fetch-redirects',
  },
  {
    name: 'renvoi sans fin',
    reads: 'feed',
    page: () => (request, response) => redirect(301, `${request.url ?? ''}x`)(request, response),
    expected: 'fetch-redirects',
  },
  {
    name: 'page qui renvoie en rond (meta refresh)',
    reads: 'discovery',
    page: () => (request, response) =>
      sends(
        () => `<html><head><meta http-equiv="refresh" content="0;url=${request.url ?? ''}x"></head></html>`,
        { 'content-type': 'text/html' },
      )(0)(request, response),
    expected: 'feed-not-found',
  },
  {
    name: 'page qui renvoie vers une adresse privée (meta refresh)',
    reads: 'discovery',
    page: sends(
      () => '<html><head><meta http-equiv="refresh" content="0;url=http://127.0.0.1/"></head></html>',
      { 'content-type': 'text/html' },
    ),
    expected: 'feed-not-found',
  },
]

const zeros = Buffer.alloc(64 * 1024)

const sizes: readonly HostileCase[] = [
  {
    name: '200 Mo',
    reads: 'feed',
    page: () => flood(200_000_000, Buffer.from(GOOD.repeat(100)), { 'content-type': 'application/rss+xml' }),
    expected: 'fetch-too-large',
  },
  {
    name: 'bombe gzip d’un gigaoctet',
    reads: 'feed',
    page: sends(() => gzipBomb(1024), { 'content-encoding': 'gzip' }),
    expected: 'fetch-too-large',
  },
  {
    name: 'bombe gzip dans gzip',
    reads: 'feed',
    page: sends(() => gzipSync(gzipBomb(200)), { 'content-encoding': 'gzip, gzip' }),
    expected: 'fetch-too-large',
  },
  {
    name: 'gzip dans gzip, annoncé une fois',
    reads: 'feed',
    page: sends(() => gzipSync(gzipBomb(200)), { 'content-encoding': 'gzip' }),
    expected: 'feed-unreadable',
  },
  {
    name: 'dix compressions l’une sur l’autre',
    reads: 'feed',
    page: sends(
      () => Array.from({ length: 10 }).reduce<Buffer>((body) => gzipSync(body), Buffer.from(channel(GOOD))),
      { 'content-encoding': Array.from({ length: 10 }, () => 'gzip').join(', ') },
    ),
    expected: 'feed-unreadable',
  },
  {
    name: 'bombe gzip qui ne se dit pas',
    reads: 'feed',
    page: sends(() => gzipBomb(200)),
    expected: 'fetch-too-large',
  },
  {
    name: 'bombe brotli d’un gigaoctet',
    reads: 'feed',
    page: sends(brotliBomb, { 'content-encoding': 'br' }),
    expected: 'fetch-too-large',
  },
  {
    name: 'bombe deflate brute',
    reads: 'feed',
    page: sends(() => deflateRawSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'deflate' }),
    expected: 'fetch-too-large',
  },
  {
    name: 'compression que personne ne connaît',
    reads: 'feed',
    page: sends(() => Buffer.from('28b52ffd00581100', 'hex'), { 'content-encoding': 'zstd' }),
    expected: 'feed-unreadable',
  },
  {
    name: 'morceaux sans fin',
    reads: 'feed',
    page: () => flood(Infinity, zeros),
    expected: 'fetch-too-large',
  },
  {
    name: 'page de 200 Mo',
    reads: 'page',
    page: () => flood(200_000_000, zeros, { 'content-type': 'text/html' }),
    expected: 'fetch-too-large',
  },
]

/** A gibibyte of zeros in some hundred bytes, made once. */
function brotliBomb(): Uint8Array {
  bomb ??= brotliCompressSync(Buffer.alloc(1024 ** 3), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
  return bomb
}
let bomb: Uint8Array | undefined

const slow = LITTLE_PATIENCE

const protocols: readonly HostileCase[] = [
  { name: 'silence', reads: 'feed', page: () => silence, options: slow, expected: 'fetch-timeout' },
  {
    name: 'un octet de temps en temps, sans fin',
    reads: 'feed',
    page: () => drip(20),
    options: slow,
    expected: 'fetch-timeout',
  },
  {
    name: 'en-têtes qui ne finissent pas',
    reads: 'feed',
    page: () => raw('HTTP/1.1 200 OK\r\nx: y\r\n'),
    options: slow,
    expected: 'fetch-timeout',
  },
  {
    name: 'réponses provisoires (103) sans fin',
    reads: 'feed',
    page: () => earlyHints,
    options: slow,
    expected: 'fetch-timeout',
  },
  {
    name: 'en-tête de 10 Mo',
    reads: 'feed',
    page: (bytes) => raw(`HTTP/1.1 200 OK\r\nx: ${fill('a', bytes)}\r\n\r\n`),
    expected: 'fetch-unreachable not-http',
  },
  {
    name: 'un million d’en-têtes',
    reads: 'feed',
    page: (bytes) => raw(`HTTP/1.1 200 OK\r\n${fill('x: y\r\n', bytes)}\r\n`),
    expected: 'fetch-unreachable not-http',
  },
  {
    name: 'HTTP/0.9',
    reads: 'feed',
    page: () => cutAfter('<html>bonjour</html>'),
    expected: 'fetch-unreachable not-http',
  },
  {
    name: 'un autre protocole',
    reads: 'feed',
    page: () => cutAfter('SSH-2.0-OpenSSH_9.6\r\n'),
    expected: 'fetch-unreachable not-http',
  },
  {
    name: 'longueur annoncée trop grande',
    reads: 'feed',
    page: () => cutAfter('HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n<rss>'),
    expected: 'fetch-unreachable cut',
  },
  {
    name: 'longueur annoncée trop petite',
    reads: 'feed',
    page: () => cutAfter(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: close\r\n\r\n${channel(GOOD)}`),
    expected: 'feed-unreadable',
  },
  {
    name: 'deux longueurs qui se contredisent',
    reads: 'feed',
    page: () => cutAfter('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 7\r\n\r\n<rss>'),
    expected: 'fetch-unreachable cut',
  },
  {
    name: 'taille de morceau absurde',
    reads: 'feed',
    page: () => cutAfter('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n'),
    expected: 'fetch-unreachable not-http',
  },
  {
    name: 'TLS qui n’en est pas',
    reads: 'feed',
    address: `https://${HOST}/`,
    expected: 'fetch-unreachable no-tls',
  },
  {
    name: 'validateur qui injecte un en-tête',
    reads: 'feed',
    page: () =>
      raw(
        `HTTP/1.1 200 OK\r\netag: "a\tb: c"\r\ncontent-length: ${Buffer.byteLength(channel(GOOD))}\r\n\r\n`.concat(
          Buffer.from(channel(GOOD)).toString('latin1'),
        ),
      ),
    expected: 'read 1',
  },
  {
    name: 'attente demandée : 10^99 secondes',
    reads: 'feed',
    page: () => (_request, response) => response.writeHead(503, { 'retry-after': '9'.repeat(99) }).end(),
    expected: 'fetch-status 503',
  },
  {
    name: 'robots.txt de 500 Ko d’étoiles',
    reads: 'feed',
    address: `http://etoiles.example/${'a'.repeat(2000)}`,
    page: () => (request, response) =>
      sends(() =>
        request.url === '/robots.txt'
          ? `User-agent: *\n${`Disallow: /${'*a'.repeat(1000)}b$\n`.repeat(250)}`
          : channel(GOOD),
      )(0)(request, response),
    expected: 'read 1',
  },
]

const earlyHints: Page = (request) => {
  const timer = setInterval(
    () => request.socket.write('HTTP/1.1 103 Early Hints\r\nx: y\r\n\r\n'.repeat(100)),
    1,
  )
  request.socket.once('close', () => clearInterval(timer))
}

export const NETWORK_CASES: readonly HostileCase[] = [...redirects, ...sizes, ...protocols]
