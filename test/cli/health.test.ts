// health: alive, stuck or never started, for people and for a container's health check.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Failure } from '../../src/core/failures.ts'
import { afterFailure } from '../../src/core/feed-rhythm.ts'
import { feedId } from '../../src/core/article-identity.ts'
import type { Feed } from '../../src/core/feed.ts'
import { openStorage } from '../../src/storage/open.ts'
import { ARTICLES, configuration } from './articles.ts'
import { jsonl, newFile, newFolder, plain, run } from './command.ts'

const NOW = '2026-03-17T08:00:00+01:00'
const now = Date.parse(NOW)
const MINUTE = 60_000

let folder = ''
let database = ''

beforeEach(() => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
})

async function health(...words: readonly string[]) {
  const ended = await run(['health', '--database', database, '--now', NOW, ...words])
  expect(ended.errors).toBe('')
  return { status: ended.status, lines: plain(ended.output).trimEnd().split('\n') }
}

async function beatAt(instant: number): Promise<void> {
  const storage = await openStorage(database, { now: () => instant })
  await storage.noteBeat(instant)
  await storage.close()
}

function feed(title: string): Feed {
  const url = `https://${title.toLowerCase().replaceAll(' ', '')}.example/rss`
  return { id: feedId(url), url, title, publisher: title, rubric: '', origin: 'file' }
}

async function follow(feeds: readonly Feed[], failures: Readonly<Record<string, Failure>>): Promise<void> {
  const storage = await openStorage(database, { now: () => now })
  await storage.feeds.save(feeds, now)
  for (const { feed: followed, state } of await storage.feeds.due(now)) {
    const failure = failures[followed.title]
    if (failure !== undefined) await storage.feeds.saveState(afterFailure(state, now, failure))
  }
  await storage.close()
}

describe('health', () => {
  it('says that the program never ran, and makes no database', async () => {
    const { status, lines } = await health()
    expect(status).toBe(1)
    expect(lines).toEqual([
      'Le robot n’a encore jamais tourné sur cette base. Lancez-le avec « pressoir run ».',
      'Aucun flux n’est suivi.',
      'Articles gardés : 0.',
    ])
    expect(existsSync(database)).toBe(false)
  })

  it.each([
    [0, 0, 'Le robot tourne : dernier battement aujourd’hui à 8 h.', 'this minute'],
    [
      -60,
      1,
      'L’horloge a reculé, ou le robot en a une autre : dernier battement aujourd’hui à 9 h. Réglez l’horloge.',
      'in an hour: one of the clocks is wrong',
    ],
    [5, 0, 'Le robot tourne : dernier battement aujourd’hui à 7 h 55.', 'the last moment'],
    [
      6,
      1,
      'Le robot ne tourne plus : dernier battement aujourd’hui à 7 h 54. Relancez-le, puis lisez son journal.',
      'older than five minutes',
    ],
    [
      24 * 60,
      1,
      'Le robot ne tourne plus : dernier battement hier à 8 h. Relancez-le, puis lisez son journal.',
      'yesterday',
    ],
    [
      -1,
      0,
      'Le robot tourne : dernier battement aujourd’hui à 8 h 01.',
      'a clock that was set back a little',
    ],
  ])('judges a beat %i minutes ago', async (minutesAgo, status, sentence, _why) => {
    await beatAt(now - minutesAgo * MINUTE)
    const told = await health()
    expect(told.lines[0]).toBe(sentence)
    expect(told.status).toBe(status)
  })

  it('lists the feeds that fail, in French, with when they are tried again', async () => {
    await beatAt(now)
    const [good, gone, slow] = ['La Vigie', 'Le Fanal', 'Radio Vernay'].map(feed)
    if (good === undefined || gone === undefined || slow === undefined) throw new Error('three feeds')
    await follow([good, gone, slow], {
      'Le Fanal': { code: 'fetch-status', url: gone.url, status: 404 },
      'Radio Vernay': { code: 'fetch-timeout', url: slow.url, seconds: 20 },
    })
    const { status, lines } = await health()
    expect(status).toBe(0)
    expect(lines[1]).toBe('Flux sans incident : 1 sur 3.')
    expect(lines.slice(2, -1).toSorted()).toEqual([
      expect.stringMatching(
        /^Le flux « Le Fanal » n’existe pas ou plus \(HTTP 404\)\. .* Nouvel essai à \d+ h/,
      ),
      expect.stringMatching(
        /^Le flux « Radio Vernay » ne répond pas \(délai de 20 s dépassé\)\. Nouvel essai à \d+ h/,
      ),
    ])
  })

  it('promises no new try at an hour that has passed', async () => {
    const fanal = feed('Le Fanal')
    await follow([fanal], { 'Le Fanal': { code: 'feed-empty', url: fanal.url } })
    const { lines } = await health('--now', '2026-03-18T08:00:00+01:00')
    expect(lines).toContain('Le flux « Le Fanal » répond par un document vide.')
  })

  it('counts imported articles, and does not take the import for a feed', async () => {
    const file = newFile(folder, 'a.jsonl', jsonl(ARTICLES))
    await run(['import', file, '--database', database, '--now', NOW])
    expect((await health()).lines.slice(1)).toEqual(['Aucun flux n’est suivi.', 'Articles gardés : 4.'])
  })

  it('tells hours in the zone of the configuration, and does without a right one', async () => {
    await beatAt(now)
    const montreal = newFile(folder, 'm.yaml', configuration({ fuseau: 'America/Montreal' }))
    expect((await health('--config', montreal)).lines[0]).toBe(
      'Le robot tourne : dernier battement aujourd’hui à 3 h.',
    )
    const wrong = newFile(folder, 'w.yaml', 'contact: nous\n')
    expect((await health('--config', wrong)).lines[0]).toBe(
      'Le robot tourne : dernier battement aujourd’hui à 8 h.',
    )
  })
})
