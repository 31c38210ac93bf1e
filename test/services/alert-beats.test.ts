// The whole program: from the third publisher’s feed to the message within one beat, and nothing for what is old.
import { afterEach, expect, it } from 'vitest'
import { DAY, type Instant, MINUTE } from '../../src/core/calendar.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'
import { testAlert } from '../core/alert-news.ts'
import { openTestApp, rss, type TestApp, testFeed } from './open-test-app.ts'

const TEN = Date.parse('2026-03-17T10:00:00+01:00')
const NAMES = ['phare', 'vigie', 'echo'] as const
const HOSTS = NAMES.map((name) => `${name}.example`)
const FEEDS = NAMES.map((name) => testFeed(`${name}.example/flux.xml`, `Le journal ${name}`))
const ALERT = testAlert({ channel: 'console:terminal' })

const TEXTS: Readonly<Record<(typeof NAMES)[number], string>> = {
  phare:
    'Le pont de Vernay a été fermé mardi matin à toute circulation après la découverte d’une fissure dans une pile, selon la préfecture.',
  vigie:
    'À Vernay, une fissure découverte dans une pile du pont a conduit la préfecture à fermer l’ouvrage à la circulation mardi matin.',
  echo: 'La circulation est coupée depuis mardi matin sur le pont de Vernay, où une fissure a été repérée dans l’une des piles.',
}

let app: TestApp | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
})

/** `publishedAt` undefined: without a date. */
function paper(name: (typeof NAMES)[number], publishedAt: Instant | undefined): PressAnswer {
  return rss([
    {
      guid: `${name}-pont`,
      title: 'Le pont de Vernay fermé pour une fissure dans une pile',
      link: `http://${name}.example/pont`,
      ...(publishedAt === undefined ? {} : { date: new Date(publishedAt).toUTCString() }),
      text: `<p>${TEXTS[name]}</p>`,
    },
  ])
}

async function open(answer: (name: (typeof NAMES)[number], now: Instant) => PressAnswer): Promise<Beat> {
  let now = TEN
  const opened = await openTestApp({
    now,
    hosts: HOSTS,
    feeds: FEEDS,
    alerts: [ALERT],
    answer: (address) => {
      const name = NAMES.find((candidate) => address === `${candidate}.example/flux.xml`)
      return name === undefined ? undefined : answer(name, now)
    },
  })
  app = opened
  return async (minute) => {
    now = TEN + minute * MINUTE
    opened.setNow(now)
    await opened.app.beat()
    const raised = await opened.app.storage.raisedAlerts.raisedSince([ALERT.name], 0)
    return raised.map(({ state }) => state)
  }
}

/** What became of every alert up to this minute after ten. */
type Beat = (minute: number) => Promise<readonly string[]>

it('tells in the very beat in which the third feed has it', async () => {
  const beat = await open((name, now) =>
    name === 'echo' && now < TEN + 30 * MINUTE
      ? rss([])
      : paper(name, TEN + (name === 'echo' ? 29 : 0) * MINUTE),
  )
  expect(await beat(1)).toEqual([])
  expect(await beat(31)).toEqual(['posted'])
  expect(await beat(32)).toEqual(['posted'])
  const lines = app?.transcript() ?? []
  expect(lines).toHaveLength(1)
  expect(lines[0]?.text.replaceAll(/\s+/gu, ' ')).toContain('3 éditeurs indépendants depuis 10 h')
})

it.each([
  ['published two days ago', TEN - 2 * DAY],
  ['without a date', undefined],
])('tells nothing of what three new feeds have %s', async (_why, publishedAt) => {
  const beat = await open((name) => paper(name, publishedAt))
  expect(await beat(1)).toEqual([])
  expect(await beat(31)).toEqual([])
  expect(await app?.app.storage.articles.count()).toBe(3)
})
