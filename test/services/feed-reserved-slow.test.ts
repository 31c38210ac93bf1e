// Publishers who reserve their feeds, and sites that take their time: what the whole program makes of them, and says of them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { DEFAULT_SETTINGS } from '../../src/core/workspace.ts'
import { plain, run } from '../cli/command.ts'
import { member, words } from './open-desk.ts'
import { openTestApp, type TestApp, testFeed, type TestItem } from './open-test-app.ts'
import { openPressTown, type PressTown } from './press-town.ts'

const NOW = Date.parse('2026-03-02T06:00:00+01:00')
const HOST = 'lephare.example'
const ADDRESS = `${HOST}/flux.xml`
const PHARE = testFeed(ADDRESS, 'Le Phare')

let town: PressTown
let test: TestApp
let now: number
let told: Map<string, string>

beforeEach(async () => {
  town = await openPressTown()
  town.sites.set(ADDRESS, { kind: 'feed', items: [item('port')] })
  now = NOW
  told = new Map()
  test = await openTestApp({ now, hosts: [HOST], port: town.port, feeds: [PHARE] })
  await test.app.storage.workspaces.save({
    id: 'slack:T1',
    name: 'Rédaction',
    joinedAt: NOW,
    settings: { ...DEFAULT_SETTINGS, adminChannel: 'slack:CADMIN' },
  })
})

afterEach(async () => {
  await test.close()
  await town.close()
})

function item(name: string): TestItem {
  const text =
    '<p>Le conseil municipal a voté hier soir le budget. Les travaux commenceront au printemps.</p>'
  const date = new Date(NOW).toUTCString()
  return { guid: name, title: `Le chantier du ${name}`, link: `http://${HOST}/${name}`, date, text }
}

/** A beat every `step`. */
async function live(span: number, step: number): Promise<void> {
  for (const end = now + span; now < end;) {
    now += step
    test.setNow(now)
    await test.app.beat()
    await hear()
  }
}

/** What administrators were told, in order; no platform is there to post it, and in the end it is given up. */
async function hear(): Promise<void> {
  for (const { id, message } of await test.app.storage.notices.open(now + DAY)) told.set(id, words(message))
}

async function states(): Promise<string> {
  const from = member({ workspaceId: 'slack:T1', isAdministrator: true })
  return words(await test.app.ask({ kind: 'command', from, command: 'flux', action: 'etat', options: {} }))
}

/** What the terminal shows of the same database. */
async function stateVerb(): Promise<string> {
  const { database } = test
  const tools = { loadConfiguration: async () => ({ ...CONFIGURATION, database, feeds: [PHARE] }) }
  const ended = await run(['feeds', 'state', '--now', new Date(now).toISOString()], '', tools)
  expect(ended.errors).toBe('')
  return plain(ended.output)
}

const CONFIGURATION = {
  contact: 'essais@pressoir.example',
  zone: 'Europe/Paris',
  archive: '',
  port: 3000,
  digests: [],
  alerts: [],
  tokens: { slackBot: undefined, slackApp: undefined, slackSigning: undefined, discord: undefined },
  platformUrls: { slack: undefined, discord: undefined },
}

const FORBIDDEN = { kind: 'status', status: 200, page: 'User-agent: *\nDisallow: /' } as const
const RESERVED = {
  kind: 'status',
  status: 200,
  page: '[{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://lephare.example/droits"}]',
} as const
const MARKED = { kind: 'feed', items: [item('port')], headers: { 'tdm-reservation': '1' } } as const

const NO_ROBOTS = 'Il refuse les robots (fichier robots.txt de l’éditeur).'
const NO_MINING = 'Il réserve ses droits (l’éditeur s’oppose à la fouille de textes).'

describe('a publisher who reserves the feed', () => {
  it.each([
    ['robots.txt', 'robots.txt', NO_ROBOTS, `${HOST}/robots.txt`, FORBIDDEN],
    ['the file of TDMRep', 'TDMRep', NO_MINING, `${HOST}/.well-known/tdmrep.json`, RESERVED],
    ['a header of TDMRep', 'TDMRep', NO_MINING, ADDRESS, MARKED],
  ])(
    'by %s is told once, shown everywhere, and told again when it is lifted',
    async (_how, by, why, at, site) => {
      town.sites.set(at, site)
      await live(22 * HOUR, 2 * HOUR)
      expect([...told.values()]).toEqual([])
      await live(4 * HOUR, 2 * HOUR)
      expect([...told.values()]).toEqual([
        [
          `*Flux « Flux Le Phare » réservé par l’éditeur depuis 24 heures (${by}).*`,
          `${why} Pressoir respecte ce choix. Pour le lire, demandez l’autorisation à l’éditeur.`,
          'http://lephare.example/flux.xml · n’a encore jamais donné d’article · je continue d’essayer',
          '[Réessayer]',
        ].join('\n'),
      ])
      expect(await states()).toContain(`réservé par l’éditeur depuis hier à 8 h (${by})`)
      expect(await stateVerb()).toContain(`réservé par l’éditeur depuis hier à 8 h (${by})`)
      expect(await test.app.storage.articles.count()).toBe(0)
      town.sites.set(
        at,
        at === ADDRESS ? { kind: 'feed', items: [item('port')] } : { kind: 'status', status: 404 },
      )
      await live(2 * DAY + 2 * HOUR, 2 * HOUR)
      expect([...told.values()]).toEqual([expect.anything(), 'Le flux « Flux Le Phare » répond de nouveau.'])
      expect(await test.app.storage.articles.count()).toBe(1)
      expect(await states()).toContain('va bien')
    },
  )
})

describe('a site that takes its time', () => {
  /** Seconds that the site lets pass by the program’s clock. */
  let seconds = 0
  const slow = {
    kind: 'feed',
    items: [item('port')],
    takeTime: () => test.setNow(now + seconds * 1000),
  } as const

  it('is told after three days, shown with its seconds, and told again when it is quick', async () => {
    town.sites.set(ADDRESS, slow)
    seconds = 12
    await live(2 * DAY + 22 * HOUR, 2 * HOUR)
    expect([...told.values()]).toEqual([])
    await live(4 * HOUR, 2 * HOUR)
    expect([...told.values()]).toEqual([
      [
        '*Flux « Flux Le Phare » lent depuis 3 jours : environ 12 s par réponse.*',
        'Au-delà de 20 s, je n’attends plus sa réponse.',
        'http://lephare.example/flux.xml · je continue de le lire',
      ].join('\n'),
    ])
    expect(await states()).toContain('lent depuis le lundi 2 mars à 8 h, environ 12 s par réponse')
    expect(await stateVerb()).toContain('lent depuis le lundi 2 mars à 8 h, environ 12 s par réponse')
    expect(await test.app.storage.articles.count()).toBe(1)
    seconds = 1
    await live(5 * DAY, 2 * HOUR)
    expect([...told.values()]).toEqual([
      expect.anything(),
      expect.stringContaining('\nLe flux ne va pas bien. 1 article en une semaine.\n'),
      'Le flux « Flux Le Phare » répond de nouveau sans tarder.',
    ])
  })

  it('is no news when it was slow for two days alone', async () => {
    town.sites.set(ADDRESS, slow)
    seconds = 12
    await live(2 * DAY, 2 * HOUR)
    seconds = 1
    await live(3 * DAY, 2 * HOUR)
    expect([...told.values()]).toEqual([])
  })
})
