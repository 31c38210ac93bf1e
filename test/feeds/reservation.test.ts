// Who reserved text and data mining, as the TDM Reservation Protocol writes it.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '../../src/core/calendar.ts'
import {
  checkAnswer,
  createReservations,
  parseReservationFile,
  reservationOfFile,
  reservationOfHeaders,
  reservationOfPage,
  type Reservations,
} from '../../src/feeds/reservation.ts'
import { answer, failureOf, type HostileWeb, NOW, type Page, startHostileWeb } from './hostile-server.ts'

const PAGE = 'https://journal.example/monde/article-12.html?une=1'

function rule(location: string, reserved: unknown = 1): string {
  return JSON.stringify([{ location, 'tdm-reservation': reserved }])
}

describe('tdmrep.json', () => {
  it.each([
    [rule('/'), 'everything'],
    [rule('/monde/'), 'a folder'],
    [rule('/mon'), 'a prefix'],
    [rule('*'), 'everything, as a wildcard'],
    [rule('/*.html'), 'a kind of file'],
    [rule('/*/article-*.html?une=1$'), 'to the very end'],
    [rule('/monde/article-12.html?une=1$'), 'this one and no other'],
    [rule('/monde/article%2D12.html'), 'a character that needs no encoding'],
    [rule('monde/'), 'without its slash, as people write'],
    [rule('https://journal.example/monde/'), 'with its host, as people write'],
    [rule('/', '1'), 'the value in quotes'],
    [rule('/', true), 'the value as a truth'],
    [`\uFEFF${rule('/')}`, 'after a byte order mark'],
    [
      '{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://journal.example/licences.json"}',
      'no list, with a policy',
    ],
    [
      '[{"location": 3}, null, "x", {"location": "/", "tdm-reservation": 1}]',
      'among rules that nobody can read',
    ],
    [
      '[{"location": "/monde/", "tdm-reservation": 1}, {"location": "/", "tdm-reservation": 0}]',
      'the first match counts',
    ],
    [
      '[{"location": "/", "tdm-reservation": 7}, {"location": "/", "tdm-reservation": 1}]',
      'an unknown value is none',
    ],
  ])('reserves the page: %s', (text, _why) => {
    expect(reservationOfFile(parseReservationFile(text), PAGE)).toBe(true)
  })

  it.each([
    [rule('/', 0), false, 'expressly free'],
    [
      '[{"location": "/monde/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]',
      false,
      'free before reserved',
    ],
    [rule('/sport/'), undefined, 'another folder'],
    [rule('/Monde/'), undefined, 'paths know their case'],
    [rule('/*.html$'), undefined, 'the query comes after'],
    [rule('/monde/$'), undefined, 'the folder itself alone'],
    [rule('/*.html*12'), undefined, 'parts in another order'],
    [rule('/monde/*monde/'), undefined, 'the same letters do not count twice'],
    [rule('/monde/article-12.html?une=1*une=1$'), undefined, 'nor at the end'],
    [rule('/', 2), undefined, 'an unknown value'],
    ['[]', undefined, 'no rule'],
    ['<html>introuvable</html>', undefined, 'no JSON'],
    ['null', undefined, 'nothing'],
    ['', undefined, 'empty'],
  ])('does not reserve the page: %s', (text, expected, _why) => {
    expect(reservationOfFile(parseReservationFile(text), PAGE)).toBe(expected)
  })

  it('speaks of accents encoded or not', () => {
    const url = 'https://journal.example/économie/été'
    expect(reservationOfFile(parseReservationFile(rule('/économie/')), url)).toBe(true)
    expect(reservationOfFile(parseReservationFile(rule('/%c3%a9conomie/')), url)).toBe(true)
  })

  it('with a thousand wildcards takes no time', () => {
    const rules = parseReservationFile(rule(`/${'*a'.repeat(5000)}b$`))
    expect(reservationOfFile(rules, `https://journal.example/${'a'.repeat(10_000)}`)).toBeUndefined()
  })
})

describe('answers', () => {
  it.each([
    [{ 'tdm-reservation': '1' }, true, 'reserved'],
    [{ 'tdm-reservation': ' 1 ' }, true, 'with spaces'],
    [{ 'tdm-reservation': '1, 1' }, true, 'said twice'],
    [{ 'tdm-reservation': '0' }, false, 'free'],
    [{ 'tdm-reservation': 'oui' }, undefined, 'no value of the protocol'],
    [{ 'tdm-policy': 'https://journal.example/licences.json' }, undefined, 'a policy alone reserves nothing'],
    [{}, undefined, 'silent'],
  ])('with %o', (headers, expected, _why) => expect(reservationOfHeaders(headers)).toBe(expected))

  it.each([
    ['<html><head><meta name="tdm-reservation" content="1"></head>', true, 'as in the report'],
    ["<META content='1' NAME='TDM-Reservation' />", true, 'in capitals'],
    ['<meta name=tdm-reservation content=1>', true, 'without quotes'],
    ['<meta name="tdm-reservation" content="0">', false, 'free'],
    [
      '<meta name="tdm-reservation" content="0"><meta name="tdm-reservation" content="1">',
      true,
      'the last word',
    ],
    ['<!-- <meta name="tdm-reservation" content="1"> -->', undefined, 'commented out'],
    ['<p>Le protocole tdm-reservation vaut 1</p>', undefined, 'spoken about'],
    [
      '<script>const balise = \'<meta name="tdm-reservation" content="1">\'</script>',
      undefined,
      'in a script',
    ],
    ['<meta name="description" content="1">', undefined, 'another meta'],
  ])('with the page %s', (html, expected, _why) => expect(reservationOfPage(html)).toBe(expected))

  const [reserved, free] = [
    '<meta name="tdm-reservation" content="1">',
    '<meta name="tdm-reservation" content="0">',
  ]
  it.each([
    [{}, reserved, 'the page says so'],
    [{ 'tdm-reservation': '1' }, '', 'the header says so'],
    [{ 'tdm-reservation': '0' }, reserved, 'the page stands over the header'],
  ])('are refused: %o %s', async (headers, html, _why) => {
    const failure = await failureOf((async () => checkAnswer(PAGE, headers, html))())
    expect(failure).toEqual({ code: 'fetch-reserved', url: PAGE, by: 'tdm' })
  })

  it.each([
    [{ 'tdm-reservation': '1' }, free, 'the page stands over the header'],
    [{}, '', 'nobody says anything'],
  ])('are read: %o %s', (headers, html, _why) => {
    expect(() => checkAnswer(PAGE, headers, html)).not.toThrow()
  })
})

describe('the files of sites', () => {
  const FEED = 'http://journal.example/rss/une.xml'
  let web: HostileWeb | undefined
  let now = NOW
  afterEach(async () => {
    await web?.stop()
    now = NOW
  })

  async function open(pages: Readonly<Record<string, Page>>): Promise<Reservations> {
    web = await startHostileWeb(pages, { now: () => now })
    return createReservations(web.client, () => now)
  }

  it('are obeyed, and asked for once a day', async () => {
    const reservations = await open({ '/.well-known/tdmrep.json': answer(200, {}, rule('/rss/')) })
    const failure = { code: 'fetch-reserved', url: FEED, by: 'tdm' }
    expect(await failureOf(reservations.check(FEED))).toEqual(failure)
    await reservations.check('http://journal.example/libre.xml')
    expect(web?.server.requests).toHaveLength(1)
    now += DAY
    expect(await failureOf(reservations.check(FEED))).toEqual(failure)
    expect(web?.server.requests).toHaveLength(2)
  })

  it.each([
    [answer(404), DAY, 'absent for a day'],
    [answer(500), 10 * MINUTE, 'absent for now'],
    [answer(200, {}, 'x'.repeat(600_000)), 10 * MINUTE, 'too long to be true'],
  ])('that cannot be had reserve nothing (%#)', async (page, kept, _why) => {
    const reservations = await open({ '/.well-known/tdmrep.json': page })
    await reservations.check(FEED)
    now += kept - 1
    await reservations.check(FEED)
    expect(web?.server.requests).toHaveLength(1)
    now += 1
    await reservations.check(FEED)
    expect(web?.server.requests).toHaveLength(2)
  })

  it('hold on while the server is ill', async () => {
    let isIll = false
    const reservations = await open({
      '/.well-known/tdmrep.json': (request, response) =>
        (isIll ? answer(500) : answer(200, {}, rule('/')))(request, response),
    })
    await failureOf(reservations.check(FEED))
    isIll = true
    now += DAY
    expect((await failureOf(reservations.check(FEED))).code).toBe('fetch-reserved')
  })
})
