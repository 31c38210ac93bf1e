// Feeds with damages that were mended beside a good one, and feeds that recover: what is said, and how often.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/core/calendar.ts'
import { answer, type Page, redirect } from '../feeds/hostile-server.ts'
import {
  BAD_WORDS,
  badState,
  channel,
  FEED_PATH,
  GOOD_ITEM,
  item,
  meet,
  NOW,
  saidBy,
  WHOLE,
  XML,
} from './bad-feed.ts'

const LATIN1 = Buffer.from(
  WHOLE.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-8"?>').replaceAll('’', "'"),
  'latin1',
)
const BILLION = `<!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${'bcdefghij'[level]} "${`&${'abcdefghi'[level]};`.repeat(10)}">`).join('')}]>`
const FLOODING = `<!DOCTYPE rss [<!ENTITY long "${'rumeur '.repeat(30)}">]>`

describe('a feed that was mended', () => {
  it.each<readonly [what: string, page: Page, said: string, title: string, url: string]>([
    [
      'says UTF-8 and is windows-1252',
      answer(200, { 'content-type': 'application/rss+xml; charset=utf-8' }, LATIN1),
      'Le flux se dit codé en UTF-8 ; son texte est en windows-1252, et c’est ainsi qu’il a été lu.',
      BAD_WORDS,
      'http://panne.example/un',
    ],
    [
      'says ISO-8859-1 and is UTF-8',
      answer(200, { 'content-type': 'application/rss+xml; charset=iso-8859-1' }, WHOLE),
      'Le flux se dit codé en ISO-8859-1 ; son texte est en UTF-8, et c’est ainsi qu’il a été lu.',
      BAD_WORDS,
      'http://panne.example/un',
    ],
    [
      'holds an entity bomb',
      answer(200, XML, channel(item(`${BAD_WORDS} &j;`), BILLION)),
      'Le flux définit ses propres entités XML ; par sécurité, elles n’ont pas été lues.',
      BAD_WORDS,
      'http://panne.example/un',
    ],
    [
      'opens a file',
      answer(
        200,
        XML,
        channel(
          item(`${BAD_WORDS} &secret;`),
          `<!DOCTYPE rss [<!ENTITY secret SYSTEM "file://${import.meta.filename}">]>`,
        ),
      ),
      'Le flux définit ses propres entités XML ; par sécurité, elles n’ont pas été lues.',
      BAD_WORDS,
      'http://panne.example/un',
    ],
    [
      'links to a file',
      answer(200, XML, channel(item(BAD_WORDS, 'file:///etc/passwd'))),
      'Un lien ne mène pas à une adresse web ; il a été retiré.',
      BAD_WORDS,
      '',
    ],
    [
      'links to a script',
      answer(200, XML, channel(item(BAD_WORDS, 'javascript:alert(1)'))),
      'Un lien ne mène pas à une adresse web ; il a été retiré.',
      BAD_WORDS,
      '',
    ],
    [
      'is cut, and its compression hides it',
      (request, response) =>
        answer(
          200,
          { ...XML, 'content-encoding': 'gzip' },
          gzipSync(channel(item(BAD_WORDS) + item('Coupé').slice(0, 60)), { level: 0 }).subarray(0, -40),
        )(request, response),
      'Le flux s’arrête au milieu d’un article : la fin manque.',
      BAD_WORDS,
      'http://panne.example/un',
    ],
  ])('because it %s is read, and that is said once', async (_what, page, said, title, url) => {
    const { test, server } = await meet({ [FEED_PATH]: page })
    expect(saidBy(test)).toEqual([`Flux « Flux La Panne » : ${said}`])
    const articles = await test.app.storage.articles.seenBetween(0, NOW)
    expect(articles.map((article) => article.title).toSorted()).toEqual([title, GOOD_ITEM.title].toSorted())
    const bad = articles.find((article) => article.title === title)
    expect(bad).toMatchObject({ url, lead: expect.stringMatching(/^La préfète s['’]est déplacée/) })
    expect(bad?.text.length).toBeLessThan(200)
    const saidAtFirst = test.said.length
    test.setNow(NOW + 16 * MINUTE)
    await test.app.beat()
    expect(server.requests.filter(({ path }) => path === '/flux.xml').length).toBeGreaterThanOrEqual(3)
    expect(test.said).toHaveLength(saidAtFirst)
  })

  it('by emptying its entities stores no flood', async () => {
    const { test } = await meet({
      [FEED_PATH]: answer(200, XML, channel(item(`${BAD_WORDS} ${'&long;'.repeat(10_000)}`), FLOODING)),
    })
    const articles = await test.app.storage.articles.seenBetween(0, NOW)
    expect(articles).toHaveLength(2)
    expect(Math.max(...articles.map(({ title }) => title.length))).toBeLessThan(1_100_000)
    expect(saidBy(test).join()).toContain('par sécurité, elles n’ont pas été lues')
  })
})

describe('a feed that moved', () => {
  it.each([
    [301, 1, 'for good'],
    [302, 0, 'for now'],
  ])('with status %i has its new address told %i times: %s', async (status, times, _why) => {
    const { test } = await meet({
      [FEED_PATH]: redirect(status, 'http://panne.example/nouveau.xml'),
      'panne.example/nouveau.xml': answer(200, XML, WHOLE),
    })
    test.setNow(NOW + 20 * MINUTE)
    await test.app.beat()
    const told = saidBy(test).filter((line) => line.includes('http://panne.example/nouveau.xml'))
    expect(told).toHaveLength(times)
    expect(await badState(test)).toMatchObject({ failureCount: 0 })
  })
})

describe('a feed that recovers', () => {
  it('is said to answer again, once', async () => {
    let page = answer(500)
    const { test } = await meet({ [FEED_PATH]: (request, response) => page(request, response) })
    page = answer(200, XML, WHOLE)
    for (const later of [20, 40, 60]) {
      test.setNow(NOW + later * MINUTE)
      await test.app.beat()
    }
    expect(saidBy(test).filter((line) => line.includes('répond de nouveau'))).toEqual([
      'Le flux « Flux La Panne » répond de nouveau.',
    ])
    expect(await badState(test)).toMatchObject({ failureCount: 0 })
  })

  it('tells again what had to be mended after a document without fault', async () => {
    let page = answer(200, XML, channel(item(BAD_WORDS, 'javascript:alert(1)')))
    const { test } = await meet({ [FEED_PATH]: (request, response) => page(request, response) })
    const refused = (): number => saidBy(test).filter((line) => line.includes('il a été retiré')).length
    expect(refused()).toBe(1)
    page = answer(200, XML, WHOLE)
    test.setNow(NOW + 20 * MINUTE)
    await test.app.beat()
    page = answer(200, XML, channel(item(BAD_WORDS, 'file:///etc/passwd')))
    test.setNow(NOW + 40 * MINUTE)
    await test.app.beat()
    expect(refused()).toBe(2)
  })
})
