// What servers say about coming back.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import { conditionalHeaders, retryAfter, termsOf, validatorsOf } from '../../src/feeds/caching.ts'

const NOW = Date.UTC(2026, 2, 10, 8, 0, 0)

describe('Retry-After', () => {
  it.each([
    [{ 'retry-after': '120' }, 2 * MINUTE, 'seconds'],
    [{ 'retry-after': ' 120 ' }, 2 * MINUTE, 'seconds with spaces'],
    [{ 'retry-after': 'Tue, 10 Mar 2026 08:05:00 GMT' }, 5 * MINUTE, 'date, usual form'],
    [{ 'retry-after': 'Tuesday, 10-Mar-26 08:05:00 GMT' }, 5 * MINUTE, 'date, RFC 850'],
    [{ 'retry-after': 'Tue Mar 10 08:05:00 2026' }, 5 * MINUTE, 'date, asctime, which is GMT too'],
    [
      { 'retry-after': 'Tue, 10 Mar 2026 10:05:00 GMT', date: 'Tue, 10 Mar 2026 10:00:00 GMT' },
      5 * MINUTE,
      'a server whose clock is two hours fast',
    ],
    [{ 'retry-after': '31536000' }, DAY, 'a year is a day'],
    [{ 'retry-after': 'Fri, 31 Dec 2027 23:59:59 GMT' }, DAY, 'a date far ahead is a day'],
  ])('%o', (headers, wait, _why) => expect(retryAfter(headers, NOW)).toBe(NOW + wait))

  it.each([
    [{}, 'absent'],
    [{ 'retry-after': '0' }, 'now'],
    [{ 'retry-after': '-5' }, 'negative'],
    [{ 'retry-after': 'Tue, 10 Mar 2026 07:55:00 GMT' }, 'past'],
    [{ 'retry-after': 'demain' }, 'unreadable'],
    [{ 'retry-after': '1.5' }, 'no integer and no date'],
    [{ 'retry-after': '' }, 'empty'],
  ])('%o says nothing', (headers, _why) => expect(retryAfter(headers, NOW)).toBeUndefined())
})

describe('freshness', () => {
  it.each([
    [{ 'cache-control': 'max-age=900' }, undefined, 15 * MINUTE, 'max-age'],
    [{ 'cache-control': 'public, MAX-AGE="900"' }, undefined, 15 * MINUTE, 'as servers write it'],
    [{ 'cache-control': 'max-age=900', age: '300' }, undefined, 10 * MINUTE, 'already old in a cache'],
    [{ 'cache-control': 's-maxage=3600, max-age=60' }, undefined, MINUTE, 's-maxage is not for us'],
    [{ 'cache-control': 'max-age=60, max-age=900' }, undefined, MINUTE, 'the first of two'],
    [
      { expires: 'Tue, 10 Mar 2026 08:10:00 GMT', date: 'Tue, 10 Mar 2026 08:00:00 GMT' },
      undefined,
      10 * MINUTE,
      'Expires',
    ],
    [
      { 'cache-control': 'max-age=60', expires: 'Tue, 10 Mar 2026 09:00:00 GMT' },
      undefined,
      MINUTE,
      'max-age beats Expires',
    ],
    [{ 'cache-control': 'max-age=2592000' }, undefined, DAY, 'a month, the rule for pictures'],
    [{}, 30, 30 * MINUTE, 'the ttl of the feed'],
    [{}, 100_000, DAY, 'a ttl of months'],
    [{ 'cache-control': 'max-age=900' }, 60, HOUR, 'the later of the two'],
    [{ 'cache-control': 'no-cache' }, 60, HOUR, 'no-cache speaks of caches, ttl of news'],
    [
      { 'cache-control': 'max-age=60', 'retry-after': '86400' },
      undefined,
      DAY,
      'Retry-After on a good answer',
    ],
  ])('%o, ttl %o', (headers, ttlMinutes, wait, _why) => {
    expect(termsOf(headers, NOW, ttlMinutes).retryAt).toBe(NOW + wait)
  })

  it.each([
    [{}, 30, 30 * MINUTE, 'half an hour is little'],
    [
      { 'cache-control': 'max-age=2592000' },
      undefined,
      HOUR,
      'a rule for pictures keeps no news from an edition',
    ],
    [{ 'retry-after': '21600' }, undefined, 6 * HOUR, 'a plea for rest is heard in full'],
    [{ 'retry-after': '60', 'cache-control': 'max-age=86400' }, undefined, HOUR, 'the later of the two'],
  ])('%o, ttl %o, when an edition waits', (headers, ttlMinutes, wait, _why) => {
    expect(termsOf(headers, NOW, ttlMinutes).restUntil).toBe(NOW + wait)
  })

  it.each([
    [{}, undefined, 'silent'],
    [{ 'cache-control': 'max-age=0' }, undefined, 'stale at once'],
    [{ 'cache-control': 'no-store, max-age=900' }, undefined, 'not to be kept'],
    [{ expires: '0' }, undefined, 'the usual nonsense'],
    [{ expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, undefined, 'past'],
    [{ 'cache-control': 'max-age=bientôt' }, undefined, 'unreadable'],
    [{}, -5, 'negative ttl'],
    [{}, Number.NaN, 'unreadable ttl'],
  ])('%o, ttl %o says nothing', (headers, ttlMinutes, _why) => {
    expect(termsOf(headers, NOW, ttlMinutes)).toEqual({})
  })
})

describe('validators', () => {
  it.each([
    [
      { etag: 'W/"a b"', 'last-modified': 'Tue, 10 Mar 2026 07:00:00 GMT' },
      {},
      { etag: 'W/"a b"', lastModified: 'Tue, 10 Mar 2026 07:00:00 GMT' },
      'both',
    ],
    [
      {},
      { etag: '"un"', lastModified: 'hier' },
      { etag: '"un"', lastModified: 'hier' },
      'a 304 that repeats none',
    ],
    [
      { etag: '"deux"' },
      { etag: '"un"', lastModified: 'hier' },
      { etag: '"deux"', lastModified: 'hier' },
      'a 304 with a new one',
    ],
    [{ etag: '"été"' }, {}, {}, 'no header may carry it back'],
    [{ etag: `"${'a'.repeat(2000)}"` }, {}, {}, 'too long to be true'],
    [{ etag: '' }, {}, {}, 'empty'],
  ])('%o after %o', (headers, known, expected, _why) =>
    expect(validatorsOf(headers, known)).toEqual(expected),
  )

  it('go back as a question', () => {
    expect(conditionalHeaders({ etag: '"un"', lastModified: 'Tue, 10 Mar 2026 07:00:00 GMT' })).toEqual({
      'if-none-match': '"un"',
      'if-modified-since': 'Tue, 10 Mar 2026 07:00:00 GMT',
    })
    expect(conditionalHeaders({})).toEqual({})
  })

  it('that were stored broken break no request', () => {
    expect(conditionalHeaders({ etag: '"a"\r\nx-injected: 1', lastModified: 'é' })).toEqual({})
  })
})
