// What robots.txt lets us read, asked of a real server.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import { createRobots, type Robots } from '../../src/feeds/robots.ts'
import {
  answer,
  cutAfter,
  failureOf,
  type HostileWeb,
  LITTLE_PATIENCE,
  NOW,
  type Page,
  redirect,
  silence,
  startHostileWeb,
} from './hostile-server.ts'

const FEED = 'http://journal.example/rss/une.xml'

let web: HostileWeb | undefined
let now = NOW
afterEach(async () => {
  await web?.stop()
  now = NOW
})

async function open(
  robotsPage: Page,
  patience: Partial<typeof LITTLE_PATIENCE> = {},
): Promise<{
  readonly robots: Robots
  readonly asked: () => number
  readonly replace: (page: Page) => void
}> {
  let page = robotsPage
  const opened = await startHostileWeb(
    { 'journal.example/robots.txt': (request, response) => page(request, response) },
    { now: () => now, ...patience },
  )
  web = opened
  return {
    robots: createRobots(opened.client, () => now),
    asked: () => opened.server.requests.length,
    replace: (other) => {
      page = other
    },
  }
}

describe('the rules', () => {
  it.each([
    ['User-agent: *\nDisallow: /rss/', 'for everybody'],
    ['User-agent: *\nAllow: /\n\nUser-agent: Pressoir\nDisallow: /', 'for us by name'],
    ['user-agent: PRESSOIR\ndisallow: /*.xml$', 'in another case, with wildcards'],
    ['\uFEFFUser-agent: *\r\nDisallow: /rss/ # la revue\r\n', 'as Windows writes'],
    ['User-agent: Autre\nUser-agent: pressoir/2.0\nDisallow: /rss', 'with a version, among others'],
  ])('forbid: %o', async (text, _why) => {
    const { robots } = await open(answer(200, {}, text))
    expect(await failureOf(robots.check(FEED))).toEqual({ code: 'fetch-reserved', url: FEED, by: 'robots' })
  })

  it.each([
    ['', 'empty'],
    ['User-agent: *\nDisallow:', 'nothing forbidden'],
    ['User-agent: *\nDisallow: /rss/prive/', 'another folder'],
    ['User-agent: *\nDisallow: /\nAllow: /rss/', 'the longer rule wins'],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Pressoir\nDisallow: /prive', 'our own group wins'],
    ['User-agent: AutreRobot\nDisallow: /', 'meant for another'],
    ['User-agent: *\nCrawl-delay: 3600', 'a delay is no ban'],
    ['<!doctype html><title>Page introuvable</title>', 'a page instead of rules'],
  ])('allow: %o', async (text, _why) => {
    const { robots } = await open(answer(200, {}, text))
    await expect(robots.check(FEED)).resolves.toBeUndefined()
  })

  it('count as far as 500 kibibytes, however long the file is', async () => {
    const comments = `# ${'-'.repeat(60)}\n`.repeat(50_000)
    const { robots } = await open(
      answer(200, {}, `User-agent: *\nDisallow: /rss/\n${comments}Allow: /rss/une`),
    )
    expect((await failureOf(robots.check(FEED))).code).toBe('fetch-reserved')
  })

  it('stand for their own origin, wherever the file really lies', async () => {
    const { robots } = await open(redirect(301, 'http://autre.example/regles'))
    await expect(robots.check(FEED)).resolves.toBeUndefined()
    await web?.stop()
    web = await startHostileWeb({
      'journal.example/robots.txt': redirect(301, 'http://autre.example/regles'),
      'autre.example/regles': answer(200, {}, 'User-agent: *\nDisallow: /rss/'),
    })
    const moved = createRobots(web.client, () => now)
    expect((await failureOf(moved.check(FEED))).code).toBe('fetch-reserved')
  })
})

describe('a robots.txt that is not there', () => {
  it.each([
    [answer(404), 'absent'],
    [answer(403), 'forbidden to read'],
    [redirect(302, '/robots.txt'), 'going round in circles'],
    [redirect(302, 'http://127.0.0.1/robots.txt'), 'inside the house'],
    [answer(200, { 'content-encoding': 'gzip' }, Buffer.from([0, 1, 2, 3])), 'noise'],
  ])('allows everything for a day (%#)', async (page, _why) => {
    const { robots, asked, replace } = await open(page)
    await expect(robots.check(FEED)).resolves.toBeUndefined()
    const before = asked()
    replace(answer(200, {}, 'User-agent: *\nDisallow: /'))
    now += DAY - 1
    await expect(robots.check(FEED)).resolves.toBeUndefined()
    expect(asked()).toBe(before)
    now += 1
    expect((await failureOf(robots.check(FEED))).code).toBe('fetch-reserved')
  })

  it.each([
    [answer(500), { code: 'fetch-status', url: 'http://journal.example/robots.txt', status: 500 }],
    [answer(429), { code: 'fetch-status', url: 'http://journal.example/robots.txt', status: 429 }],
    [cutAfter(''), { code: 'fetch-unreachable', url: FEED, reason: 'cut' }],
    [silence, { code: 'fetch-timeout', url: FEED, seconds: 0.3 }],
  ])('for a failure of the server stops us for ten minutes (%#)', async (page, failure) => {
    const { robots, asked, replace } = await open(page, LITTLE_PATIENCE)
    expect(await failureOf(robots.check(FEED))).toEqual(failure)
    replace(answer(404))
    now += 10 * MINUTE - 1
    expect(await failureOf(robots.check(FEED))).toEqual(failure)
    expect(asked()).toBe(1)
    now += 1
    await expect(robots.check(FEED)).resolves.toBeUndefined()
  })

  it('for a moment leaves the old rules standing', async () => {
    const { robots, replace } = await open(answer(200, {}, 'User-agent: *\nDisallow: /prive/'))
    await robots.check(FEED)
    replace(answer(500))
    now += 25 * HOUR
    await expect(robots.check(FEED)).resolves.toBeUndefined()
    const forbidden = 'http://journal.example/prive/a'
    expect((await failureOf(robots.check(forbidden))).code).toBe('fetch-reserved')
  })

  it('says when it wants to be asked again', async () => {
    const { robots, replace } = await open(answer(503, { 'retry-after': '60' }))
    expect(await failureOf(robots.check(FEED))).toMatchObject({ code: 'fetch-status', retryAt: NOW + MINUTE })
    replace(answer(404))
    now += MINUTE
    await expect(robots.check(FEED)).resolves.toBeUndefined()
  })
})

it('asks each origin once, however many ask at the same moment', async () => {
  const { robots, asked } = await open((_request, response) => void setTimeout(() => response.end(''), 30))
  await Promise.all(Array.from({ length: 10 }, (_, index) => robots.check(`http://journal.example/${index}`)))
  expect(asked()).toBe(1)
  await robots.check('http://autre.example/')
  expect(asked()).toBe(2)
})
