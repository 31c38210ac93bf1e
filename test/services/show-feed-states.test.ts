// /flux etat and the report of Monday, word for word, over feeds that fare in every way.
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, type Instant } from '../../src/core/calendar.ts'
import type { FeedHistory } from '../../src/core/feed-history.ts'
import type { Failure } from '../../src/core/failures.ts'
import type { Feed, FeedState } from '../../src/core/feed.ts'
import { readTypedCommand } from '../../src/core/typed-command.ts'
import { DEFAULT_SETTINGS, type WorkspaceSettings } from '../../src/core/workspace.ts'
import { replyToFeeds } from '../../src/services/manage-feeds.ts'
import { tellWeek } from '../../src/services/tell-week.ts'
import { publishing } from '../core/feed-weeks.ts'
import { type Desk, deskFeed, member, openDesk, words } from './open-desk.ts'

/** A Monday, at half past eight. */
const NOW = Date.parse('2026-03-16T08:30:00+01:00')

const status = (feed: Feed, code: number, more: object = {}): Failure => ({
  code: 'fetch-status',
  url: feed.url,
  status: code,
  ...more,
})

const DEPECHE = deskFeed('La Dépêche')
const PHARE = deskFeed('Le Phare')
const VIGIE = deskFeed('La Vigie')
const GUETTE = deskFeed('La Guette')
const ECHO = deskFeed('L’Écho')
const FANAL = deskFeed('Le Fanal')
const BALISE = deskFeed('La Balise')
const FEEDS = [DEPECHE, PHARE, VIGIE, GUETTE, ECHO, FANAL, BALISE, deskFeed('Le Môle')]

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ now: NOW - 60 * DAY, feeds: FEEDS })
  await settle({})
  desk.setNow(NOW)
  await keep(DEPECHE, {
    failureCount: 9,
    lastFailure: status(DEPECHE, 403, { words: 'Écrivez à @direction pour une « licence ».' }),
    ...since(NOW - 2 * DAY),
  })
  await keep(PHARE, {}, publishing({ days: 56, until: NOW, articles: () => 12 }))
  await keep(
    VIGIE,
    {},
    { ...publishing({ days: 56, until: NOW, articles: () => 3 }), emptySince: NOW - 3 * DAY },
  )
  await keep(GUETTE, {}, { ...publishing({ days: 56, until: NOW, articles: (day) => (day < 45 ? 5 : 0) }) })
  await keep(
    ECHO,
    {},
    {
      ...publishing({ days: 56, until: NOW, articles: () => 1 }),
      slowSince: NOW - 4 * DAY,
      usualSeconds: 12.4,
    },
  )
  await keep(FANAL, {
    failureCount: 4,
    lastFailure: { code: 'fetch-timeout', url: FANAL.url, seconds: 20 },
    ...since(NOW - 5 * HOUR),
  })
  await keep(
    BALISE,
    {},
    publishing({ days: 56, until: NOW, articles: (day) => (day % 7 === 0 && day < 40 ? 1 : 0) }),
  )
})

function since(at: Instant): Partial<FeedState> {
  return { failingSince: at, troubleSince: at, lastSuccessAt: at - HOUR }
}

async function settle(more: Partial<WorkspaceSettings>, adminChannel = 'slack:CADMIN'): Promise<void> {
  const channel = adminChannel === '' ? {} : { adminChannel }
  const settings = { ...DEFAULT_SETTINGS, ...channel, ...more }
  await desk.storage.workspaces.save({
    id: 'slack:T1',
    name: 'Rédaction',
    joinedAt: NOW - 60 * DAY,
    settings,
  })
}

async function keep(feed: Feed, more: Partial<FeedState>, history?: FeedHistory): Promise<void> {
  await desk.storage.feeds.saveState({
    feedId: feed.id,
    validators: {},
    lastReadAt: NOW - HOUR,
    lastSuccessAt: NOW - HOUR,
    nextReadAt: NOW + HOUR,
    failureCount: 0,
    answeringSince: NOW - 50 * DAY,
    ...(history !== undefined && { history }),
    ...more,
  })
}

async function typed(line: string): Promise<string> {
  const command = readTypedCommand('flux', line)
  if (command === undefined) throw new Error(`no command: ${line}`)
  return words(await replyToFeeds(desk.tools, member(), command))
}

describe('/flux etat', () => {
  it('tells all feeds, worst first', async () => {
    expect((await typed('état')).split('\n')).toEqual([
      '## État de 8 flux',
      '1 bloqué, 1 en panne, 1 vivant mais vide, 1 silencieux, 1 lent, 1 pas encore lu, 2 vont bien.',
      '- *La Dépêche* · bloqué par le site depuis le samedi 14 mars à 8 h 30 (HTTP 403) · aucun article connu · prochaine lecture aujourd’hui à 9 h 30',
      '- *Le Fanal* · en panne depuis aujourd’hui à 3 h 30, ne répond pas (délai de 20 s dépassé) · aucun article connu · prochaine lecture aujourd’hui à 9 h 30',
      '- *La Vigie* · vivant mais vide depuis le vendredi 13 mars à 8 h 30 · dernier article hier à 23 h 30 · environ 3 articles par jour · prochaine lecture aujourd’hui à 9 h 30',
      '- *La Guette* · anormalement silencieux depuis le mercredi 4 mars à 23 h 30 · environ 4 articles par jour · prochaine lecture aujourd’hui à 9 h 30',
      '- *L’Écho* · lent depuis le jeudi 12 mars à 8 h 30, environ 12 s par réponse · dernier article hier à 23 h 30 · environ un article par jour · prochaine lecture aujourd’hui à 9 h 30',
      '- *Le Môle* · pas encore lu · aucun article connu · prochaine lecture dans un instant',
      '- *La Balise* · va bien · dernier article lundi 23 février à 23 h 30 · environ un article par semaine · prochaine lecture aujourd’hui à 9 h 30',
      '- *Le Phare* · va bien · dernier article hier à 23 h 30 · environ 12 articles par jour · prochaine lecture aujourd’hui à 9 h 30',
      'Un flux en détail : /flux etat, suivi de son titre.',
    ])
  })

  it('tells one in detail, in numbers as well', async () => {
    expect((await typed('etat le phare')).split('\n')).toEqual([
      '## Le Phare',
      '*Va bien.*',
      '- Adresse : https://lephare.example/flux.xml',
      '- Dernière lecture : aujourd’hui à 7 h 30',
      '- Prochaine lecture : aujourd’hui à 9 h 30',
      '- Articles : environ 12 articles par jour, dernier article hier à 23 h 30',
      '- Lectures : 56 en 56 jours, sans échec',
      'Articles des 14 derniers jours : █████████████▁',
      'Jour après jour : 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 0.',
    ])
  })

  it('quotes what a site says', async () => {
    expect((await typed('etat La Dépêche')).split('\n')).toEqual([
      '## La Dépêche',
      '*Bloqué par le site depuis le samedi 14 mars à 8 h 30 (HTTP 403).*',
      'Le site répond : « Écrivez à @direction pour une “licence”. »',
      '- Adresse : https://ladpche.example/flux.xml',
      '- Dernière lecture : aujourd’hui à 7 h 30',
      '- Prochaine lecture : aujourd’hui à 9 h 30',
      '- Articles : aucun article connu',
    ])
  })

  it('says which feeds there are when the name is unknown', async () => {
    expect(await typed('etat Le Fare')).toContain('Le Phare')
  })
})

async function told(): Promise<readonly string[]> {
  await tellWeek(desk.tools)
  return (await desk.storage.notices.open(NOW + 100 * DAY)).map(({ message }) => words(message))
}

describe('the report of Monday', () => {
  it('is short, and told once', async () => {
    const [report, ...more] = await told()
    expect(more).toEqual([])
    expect(report?.split('\n')).toEqual([
      '## Bilan des flux : semaine du lundi 9 mars',
      '3 flux sur 8 vont bien. 112 articles en une semaine.',
      '- *La Dépêche* : bloqué par le site depuis le samedi 14 mars à 8 h 30 (HTTP 403)',
      '- *Le Fanal* : en panne depuis aujourd’hui à 3 h 30, ne répond pas (délai de 20 s dépassé)',
      '- *La Vigie* : vivant mais vide depuis le vendredi 13 mars à 8 h 30',
      '- *La Guette* : anormalement silencieux depuis le mercredi 4 mars à 23 h 30',
      '- *L’Écho* : lent depuis le jeudi 12 mars à 8 h 30, environ 12 s par réponse',
      'Aucun article de la semaine : La Balise.',
      'Les plus productifs : Le Phare (84 articles), La Vigie (21 articles) et L’Écho (7 articles).',
      'Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.',
    ])
    desk.setNow(NOW + 3 * DAY)
    expect(await told()).toHaveLength(1)
    desk.setNow(NOW + 7 * DAY)
    expect(await told()).toHaveLength(2)
  })

  it.each<[Instant, number, string]>([
    [-HOUR, 0, 'half past seven is too early'],
    [0, 1, 'half past eight'],
    [2 * DAY, 0, 'a workspace that had none before waits for its first Monday'],
  ])('%i ms from its hour is told %i times: %s', async (later, times, _why) => {
    desk.setNow(NOW + later)
    expect(await told()).toHaveLength(times)
  })

  it('comes late rather than never, and not twice', async () => {
    await told()
    desk.setNow(NOW + 10 * DAY)
    expect(await told()).toHaveLength(2)
    expect(await told()).toHaveLength(2)
  })

  it.each<[Partial<WorkspaceSettings>, string, string]>([
    [{ weeklyReport: false }, 'slack:CADMIN', 'nobody wants it'],
    [{}, '', 'there is no channel for it'],
  ])('is told nowhere with %o in «%s»: %s', async (more, channel, _why) => {
    await settle(more, channel)
    expect(await told()).toEqual([])
    await settle({})
    desk.setNow(NOW + DAY)
    expect(await told()).toEqual([])
  })
})
