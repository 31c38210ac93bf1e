// Feeds that cannot be read beside a good one: what is kept, what is said, when it is tried again.
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/core/calendar.ts'
import {
  answer,
  cutAfter,
  drip,
  flood,
  gzipBomb,
  type Page,
  redirect,
  silence,
} from '../feeds/hostile-server.ts'
import { BAD_WORDS, badState, FEED_PATH, GOOD_ITEM, item, meet, NOW, saidBy, WHOLE, XML } from './bad-feed.ts'
import type { TestApp } from './open-test-app.ts'

async function titles(test: TestApp): Promise<readonly string[]> {
  return (await test.app.storage.articles.seenBetween(0, NOW + 24 * HOUR)).map(({ title }) => title)
}

const AGAIN = 'Nouvel essai à 6 h 44.'
const ASK = 'Pressoir respecte ce choix. Pour le lire, demandez l’autorisation à l’éditeur.'

type BadFeed = readonly [what: string, pages: Readonly<Record<string, Page>>, sentence: string, wait?: number]

describe('a feed that cannot be read', () => {
  const bad: readonly BadFeed[] = [
    [
      'is a page',
      { [FEED_PATH]: answer(200, { 'content-type': 'text/html' }, `<html><body>${BAD_WORDS}</body></html>`) },
      `répond par une page web au lieu d’un flux. Cherchez l’adresse du flux sur le site de l’éditeur. ${AGAIN}`,
    ],
    ['is empty', { [FEED_PATH]: answer(200, XML, '') }, `répond par un document vide. ${AGAIN}`],
    [
      'has 200 MB',
      { [FEED_PATH]: flood(200_000_000, Buffer.from(item(BAD_WORDS).repeat(3000)), XML) },
      `envoie plus de 10 Mo, la limite de Pressoir. ${AGAIN}`,
    ],
    [
      'never ends',
      { [FEED_PATH]: drip(50) },
      `envoie sa réponse trop lentement (délai de 1 s dépassé). ${AGAIN}`,
    ],
    ['never begins', { [FEED_PATH]: silence }, `ne répond pas (délai de 1 s dépassé). ${AGAIN}`],
    [
      'leads in a circle',
      {
        [FEED_PATH]: redirect(302, 'http://ailleurs.example/a'),
        'ailleurs.example/a': redirect(302, 'http://panne.example/flux.xml'),
      },
      `renvoie d’adresse en adresse (en rond, ou plus de 5 fois). Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'leads on for ever',
      {
        [FEED_PATH]: (request, response) =>
          redirect(302, `http://panne.example/flux.xml?${'x'.repeat((request.url ?? '').length)}`)(
            request,
            response,
          ),
        ...Object.fromEntries(
          Array.from({ length: 12 }, (_, hop) => [
            `panne.example/flux.xml?${'x'.repeat(9 + hop * 10)}`,
            redirect(302, `http://panne.example/flux.xml?${'x'.repeat(9 + (hop + 1) * 10)}`),
          ]),
        ),
      },
      `renvoie d’adresse en adresse (en rond, ou plus de 5 fois). Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'leads to a private address',
      { [FEED_PATH]: redirect(301, 'http://192.168.1.1/flux.xml') },
      `mène à une adresse privée ; Pressoir ne lit que des adresses publiques. Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'leads to a private address written as a number',
      { [FEED_PATH]: redirect(302, 'http://2130706433/flux.xml') },
      `mène à une adresse privée ; Pressoir ne lit que des adresses publiques. Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'leads to a file',
      { [FEED_PATH]: redirect(302, 'file:///etc/passwd') },
      `ne se lit pas : Pressoir ne connaît que http et https, et non « file ». Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'is a gzip bomb',
      { [FEED_PATH]: answer(200, { ...XML, 'content-encoding': 'gzip' }, gzipBomb(200)) },
      `envoie plus de 10 Mo, la limite de Pressoir. ${AGAIN}`,
    ],
    [
      'is refused',
      { [FEED_PATH]: answer(403, {}, WHOLE) },
      `refuse l’accès à Pressoir (HTTP 403). Demandez l’autorisation à l’éditeur : il voit votre adresse de contact à chaque lecture. ${AGAIN}`,
    ],
    [
      'is not there',
      { [FEED_PATH]: answer(404, {}, WHOLE) },
      `n’existe pas ou plus (HTTP 404). Cherchez la nouvelle adresse sur le site de l’éditeur. ${AGAIN}`,
    ],
    [
      'is gone',
      { [FEED_PATH]: answer(410, {}, WHOLE) },
      `n’existe plus, et l’éditeur dit que c’est définitif (HTTP 410). Cherchez une autre adresse, ou retirez celle-ci. ${AGAIN}`,
    ],
    [
      'asks us to wait',
      { [FEED_PATH]: answer(429, { 'retry-after': '7200' }, WHOLE) },
      'reçoit trop de demandes et prie d’attendre (HTTP 429). Nouvel essai à 8 h 31.',
      2 * HOUR,
    ],
    [
      'asks us to wait until a date',
      {
        [FEED_PATH]: answer(429, {
          'retry-after': new Date(NOW + HOUR).toUTCString(),
          date: new Date(NOW).toUTCString(),
        }),
      },
      'reçoit trop de demandes et prie d’attendre (HTTP 429). Nouvel essai à 7 h 30.',
      HOUR,
    ],
    [
      'asks us to wait for a year',
      { [FEED_PATH]: answer(503, { 'retry-after': '31536000' }) },
      'est en panne chez l’éditeur (HTTP 503). Nouvel essai demain à 6 h 30.',
      24 * HOUR,
    ],
    [
      'is broken',
      { [FEED_PATH]: answer(500, {}, WHOLE) },
      `est en panne chez l’éditeur (HTTP 500). ${AGAIN}`,
    ],
    [
      'is cut at once',
      { [FEED_PATH]: cutAfter('') },
      `coupe la connexion avant la fin de sa réponse. ${AGAIN}`,
    ],
    [
      'is cut in the middle',
      { [FEED_PATH]: cutAfter(`HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n${WHOLE}`) },
      `coupe la connexion avant la fin de sa réponse. ${AGAIN}`,
    ],
    [
      'speaks no HTTP',
      { [FEED_PATH]: cutAfter('SSH-2.0-OpenSSH_9.6\r\n') },
      `répond autrement qu’un site web (sa réponse est illisible). Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'is kept from robots',
      {
        'panne.example/robots.txt': answer(200, {}, 'User-agent: *\nDisallow: /\n'),
        [FEED_PATH]: answer(200, XML, WHOLE),
      },
      `refuse les robots (fichier robots.txt de l’éditeur). ${ASK} ${AGAIN}`,
    ],
    [
      'is reserved by its header',
      { [FEED_PATH]: answer(200, { ...XML, 'tdm-reservation': '1' }, WHOLE) },
      `réserve ses droits (l’éditeur s’oppose à la fouille de textes). ${ASK} ${AGAIN}`,
    ],
    [
      'is JSON, but no feed',
      { [FEED_PATH]: answer(200, { 'content-type': 'application/json' }, `{"titre": "${BAD_WORDS}"}`) },
      `ne se lit ni comme RSS, ni comme Atom, ni comme JSON Feed. Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'is JSON nested without end',
      { [FEED_PATH]: answer(200, { 'content-type': 'application/json' }, '['.repeat(2_000_000)) },
      `ne se lit ni comme RSS, ni comme Atom, ni comme JSON Feed. Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'is an image',
      {
        [FEED_PATH]: answer(
          200,
          { 'content-type': 'image/png' },
          Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
        ),
      },
      `ne se lit ni comme RSS, ni comme Atom, ni comme JSON Feed. Vérifiez l’adresse. ${AGAIN}`,
    ],
    [
      'is damaged under its compression',
      {
        [FEED_PATH]: answer(
          200,
          { ...XML, 'content-encoding': 'br' },
          Buffer.from([0xff, 0xfe, 0xfd, 1, 2, 3]),
        ),
      },
      `envoie une réponse abîmée (compression « br » illisible). ${AGAIN}`,
    ],
  ]
  it.each(bad.map((row) => [row[0], row] as const))(
    'because it %s is said in French, stores nothing and stops nobody',
    async (_what, [, pages, sentence, wait]) => {
      const began = performance.now()
      const { test } = await meet(pages)
      expect(performance.now() - began).toBeLessThan(3000)
      expect(await titles(test)).toEqual([GOOD_ITEM.title])
      expect(saidBy(test)).toEqual([`Le flux « Flux La Panne » ${sentence}`])
      const { nextReadAt, failureCount } = await badState(test)
      expect(failureCount).toBe(1)
      // A term is kept in full; our own wait is spread over its last eighth.
      expect(nextReadAt - NOW).toBeGreaterThanOrEqual(wait ?? (15 * MINUTE * 7) / 8)
      expect(nextReadAt - NOW).toBeLessThanOrEqual(wait === undefined ? 15 * MINUTE : wait + 10 * MINUTE)
    },
  )
})
