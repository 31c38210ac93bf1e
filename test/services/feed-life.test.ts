// The whole program over sites that move, refuse and fall silent, and over our own network that goes down.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import type { FeedState } from '../../src/core/feed.ts'
import type { Notice } from '../../src/core/notice.ts'
import { DEFAULT_SETTINGS } from '../../src/core/workspace.ts'
import { member, words } from './open-desk.ts'
import { openTestApp, type TestApp, testDigest, testFeed, type TestItem } from './open-test-app.ts'
import { openPressTown, type PressTown } from './press-town.ts'

const NOW = Date.parse('2026-03-02T06:00:00+01:00')
const HOSTS = ['lephare.example', 'lavigie.example', 'laguette.example', 'ailleurs.example']
const feedOf = (host: string) => testFeed(`${host}/flux.xml`, host)
const [PHARE, VIGIE, GUETTE] = [
  feedOf('lephare.example'),
  feedOf('lavigie.example'),
  feedOf('laguette.example'),
]

let town: PressTown
let test: TestApp
let now: number
/** By the id of the notice. */
let everTold: Map<string, string>

beforeEach(async () => {
  town = await openPressTown()
  for (const host of HOSTS) town.sites.set(`${host}/flux.xml`, { kind: 'feed', items: itemsOf(host, NOW) })
  now = NOW
  everTold = new Map()
  test = await openTestApp({ now, hosts: HOSTS, port: town.port, feeds: [PHARE, VIGIE, GUETTE] })
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

function itemsOf(host: string, at: number): readonly TestItem[] {
  return [itemOf(host, 'port', at)]
}

function itemOf(host: string, name: string, at: number): TestItem {
  const text = `<p>Le conseil municipal a voté hier soir le budget. Les travaux commenceront au printemps.</p>`
  const link = `http://${host}/${name}`
  const date = new Date(at).toUTCString()
  return { guid: `${host}-${name}`, title: `Le chantier (${name}) de ${host}`, link, date, text }
}

/** A beat every `step` minutes. */
async function live(span: number, step = 10 * MINUTE): Promise<void> {
  for (const end = now + span; now < end;) {
    now += step
    test.setNow(now)
    await test.app.beat()
    for (const { id, message } of await test.app.storage.notices.open(now + DAY))
      everTold.set(id, words(message))
  }
}

async function stateOf(feed: { readonly id: string }): Promise<FeedState> {
  const state = (await test.app.storage.feeds.states()).find(({ feedId }) => feedId === feed.id)
  if (state === undefined) throw new Error('no state')
  return state
}

/** What anybody sees with /reglages journal. */
async function journal(): Promise<string> {
  const from = member({ workspaceId: 'slack:T1', isAdministrator: true })
  return words(
    await test.app.ask({ kind: 'command', from, command: 'reglages', action: 'journal', options: {} }),
  )
}

/** All that administrators were told so far, what was given up since included. */
const heard = (): readonly string[] => [...everTold.values()]

/** What administrators were told; no platform is there to post it. */
async function told(): Promise<readonly string[]> {
  const notices: readonly Notice[] = await test.app.storage.notices.open(now + 100 * DAY)
  return notices.map(({ message }) => words(message))
}

describe('our own network', () => {
  it('that is down counts against no feed, and is told once when it is over', async () => {
    await live(HOUR)
    town.isCutOff = true
    await live(3 * HOUR, 15 * MINUTE)
    for (const feed of [PHARE, VIGIE, GUETTE]) {
      const { failureCount, lastFailure, nextReadAt } = await stateOf(feed)
      expect({ failureCount, lastFailure }).toEqual({ failureCount: 0, lastFailure: undefined })
      expect(nextReadAt - now).toBeLessThan(5 * MINUTE)
    }
    town.isCutOff = false
    await live(HOUR)
    expect(test.said.filter((line) => /aucun site|de nouveau/.test(line))).toHaveLength(2)
    const over = (await told()).filter((line) => line.includes('de nouveau'))
    expect(over).toHaveLength(1)
    expect(over[0]).toMatch(
      /^Les sites me répondent de nouveau. Ma connexion est restée coupée \d+ heures, depuis aujourd’hui à 7 h/,
    )
    expect((await stateOf(PHARE)).lastSuccessAt).toBeGreaterThan(NOW + 4 * HOUR)
  })

  it('that works leaves one site’s outage to that site', async () => {
    await live(HOUR)
    town.sites.set('lephare.example/flux.xml', { kind: 'cut' })
    await live(2 * HOUR, 15 * MINUTE)
    expect((await stateOf(PHARE)).failureCount).toBeGreaterThan(1)
    expect(await told()).toEqual([])
  })
})

describe('a site that refuses us', () => {
  it('is told in its own words, which call nobody', async () => {
    town.sites.set('lephare.example/flux.xml', {
      kind: 'status',
      status: 403,
      page: '<html><head><title>403</title></head><body><h1>Accès refusé</h1><p>Écrivez à <b>droits@lephare.example</b> pour une « licence ».</p><script>alert(1)</script></body></html>',
    })
    await live(26 * HOUR, 2 * HOUR)
    expect(await told()).toEqual([
      [
        '*Flux « Flux lephare.example » bloqué par le site depuis 24 heures (HTTP 403).*',
        'Il refuse l’accès à Pressoir. Demandez l’autorisation à l’éditeur : il voit votre adresse de contact à chaque lecture.',
        'Le site répond : « Accès refusé Écrivez à droits@lephare.example pour une “licence”. »',
        'http://lephare.example/flux.xml · n’a encore jamais donné d’article · je continue d’essayer',
        '[Réessayer]',
      ].join('\n'),
    ])
  })
})

describe('a feed that moves', () => {
  const to = 'http://ailleurs.example/flux.xml'

  it('is read at its new address after three days, keeps its articles, and goes back when that fails', async () => {
    await live(HOUR)
    town.sites.set('lephare.example/flux.xml', { kind: 'moved', to })
    town.sites.set('ailleurs.example/flux.xml', { kind: 'feed', items: itemsOf('lephare.example', NOW) })
    await live(2 * DAY, 4 * HOUR)
    expect((await stateOf(PHARE)).move?.written).toBeUndefined()
    await live(2 * DAY, 4 * HOUR)
    expect((await stateOf(PHARE)).move?.written?.to).toBe(to)
    expect(await test.app.storage.articles.count()).toBe(3)
    expect((await told()).filter((line) => line.includes('adresse'))).toEqual([
      [
        '*Flux « Flux lephare.example » : son adresse a changé.*',
        `Je le lis à la nouvelle. Dans config/pressoir.yaml, remplacez http://lephare.example/flux.xml par ${to}`,
        `${to} · je continue de le lire`,
      ].join('\n'),
    ])
    const moved = `*Pressoir* lit le flux « Flux lephare.example » à sa nouvelle adresse (http://lephare.example/flux.xml → ${to})`
    expect(await journal()).toContain(moved)
    town.asked()
    await live(DAY, 4 * HOUR)
    expect(town.asked()).not.toContain('lephare.example/flux.xml')
    town.sites.set('ailleurs.example/flux.xml', { kind: 'status', status: 500 })
    town.sites.set('lephare.example/flux.xml', { kind: 'feed', items: itemsOf('lephare.example', NOW) })
    await live(2 * DAY, 4 * HOUR)
    expect((await stateOf(PHARE)).failureCount).toBe(0)
  })

  it('to where another one is read is left where it is, and told once with what to do', async () => {
    await live(HOUR)
    for (const host of ['lephare.example', 'lavigie.example'])
      town.sites.set(`${host}/flux.xml`, { kind: 'moved', to })
    await live(6 * DAY, 4 * HOUR)
    const moves = await Promise.all(
      [PHARE, VIGIE].map(async (feed) => (await stateOf(feed)).move?.written?.to),
    )
    expect(moves.filter((place) => place === to)).toHaveLength(1)
    expect(moves).toContain(undefined)
    const [line, ...more] = heard().filter((said) => said.includes('à la même adresse'))
    expect(more).toEqual([])
    const [stays, leaves] = moves[0] === to ? ['lephare', 'lavigie'] : ['lavigie', 'lephare']
    expect(line).toBe(
      `Les flux « Flux ${leaves}.example » et « Flux ${stays}.example » mènent maintenant à la même adresse : ${to}. Dans config/pressoir.yaml, retirez http://${leaves}.example/flux.xml. Leurs articles restent, et aucun n’est annoncé deux fois.`,
    )
  })

  it.each([
    [
      'to a page that is no feed',
      { kind: 'status', status: 200, page: '<html><body>Connexion</body></html>' },
    ],
    ['to nothing', { kind: 'status', status: 404 }],
  ] as const)('%s is written down nowhere', async (_where, place) => {
    town.sites.set('lephare.example/flux.xml', { kind: 'moved', to })
    town.sites.set('ailleurs.example/flux.xml', place)
    await live(4 * DAY, 8 * HOUR)
    expect(await stateOf(PHARE)).not.toHaveProperty('move')
  })
})

it('reads a quiet feed before the edition that tells of it', async () => {
  const weekly = itemsOf('lephare.example', NOW - 6 * DAY)
  town.sites.set('lephare.example/flux.xml', { kind: 'feed', items: weekly })
  await test.restart({ digests: [testDigest()] })
  await live(8 * DAY, 6 * HOUR)
  expect((await stateOf(PHARE)).nextReadAt - now).toBeGreaterThan(2 * HOUR)
  const eight = Date.parse('2026-03-11T08:00:00+01:00')
  now = eight - 30 * MINUTE
  const items = [...weekly, itemOf('lephare.example', 'halle', now)]
  town.sites.set('lephare.example/flux.xml', { kind: 'feed', items })
  await live(31 * MINUTE, 3 * MINUTE)
  await live(3 * MINUTE, MINUTE)
  expect(test.transcript().at(-1)?.text).toBeDefined()
  expect(
    test
      .transcript()
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Le chantier (halle)')
})
