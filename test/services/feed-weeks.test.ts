// Seven weeks of a town's press, in which feeds fall into every condition and come out of it: all that administrators read.
import { expect, it } from 'vitest'
import { DAY, HOUR, type Instant, wallClock } from '../../src/core/calendar.ts'
import { DEFAULT_SETTINGS } from '../../src/core/workspace.ts'
import { words } from './open-desk.ts'
import { openTestApp, testFeed, type TestItem } from './open-test-app.ts'
import { openPressTown, type PressTown } from './press-town.ts'

/** A Monday. */
const START = Date.parse('2026-03-02T06:30:00+01:00')
const NAMES = ['lephare', 'lavigie', 'laguette', 'lefanal', 'labalise', 'lemole']
const HOSTS = NAMES.map((name) => `${name}.example`)

function item(host: string, at: Instant): TestItem {
  const day = new Date(at).toISOString().slice(0, 10)
  const link = `http://${host}/${day}`
  const text = `<p>La séance du ${day} à la mairie de ${host} a porté sur les travaux du quai et sur la halle.</p>`
  return { guid: link, title: `${host}, ${day}`, link, date: new Date(at).toUTCString(), text }
}

/** The last five articles of a paper that has one each morning of a workday. */
function issues(host: string, now: Instant): readonly TestItem[] {
  const mornings = Array.from({ length: 9 }, (_, back) => now - back * DAY - HOUR)
  const workdays = mornings.filter((at) => ![0, 6].includes(wallClock(at, 'Europe/Paris').weekday))
  return workdays.slice(0, 5).map((at) => item(host, at))
}

/** What happens to each site, by the day. */
function arrange(town: PressTown, day: number, now: Instant): void {
  const set = (host: string, site: Parameters<PressTown['sites']['set']>[1]): void =>
    void town.sites.set(`${host}.example/flux.xml`, site)
  for (const name of NAMES) set(name, { kind: 'feed', items: issues(`${name}.example`, now) })
  const since = START + 29 * DAY
  if (day >= 30) set('lephare', { kind: 'feed', items: issues('lephare.example', Math.min(now, since)) })
  if (day >= 30 && day < 36) set('lavigie', { kind: 'feed', items: [] })
  if (day >= 30) set('laguette', { kind: 'status', status: 410 })
  if (day >= 30 && day < 38) set('lefanal', { kind: 'status', status: 503 })
  if (day >= 40)
    set('labalise', { kind: 'status', status: 403, page: '<p>Accès réservé à nos partenaires.</p>' })
  if (day >= 40)
    set('lemole', { kind: 'status', status: 403, page: '<p>Accès réservé à nos partenaires.</p>' })
  if (day === 44) set('lephare', { kind: 'feed', items: issues('lephare.example', now) })
}

const TOLD: readonly (readonly string[])[] = [
  [
    'jour 7',
    '## Bilan des flux : semaine du lundi 2 mars',
    'Les 6 flux vont bien. 30 articles en une semaine.',
    'Les plus productifs : Le journal labalise.example (5 articles), Le journal laguette.example (5 articles) et Le journal lavigie.example (5 articles).',
    'Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.',
  ],
  [
    'jour 14',
    '## Bilan des flux : semaine du lundi 9 mars',
    'Les 6 flux vont bien. 30 articles en une semaine.',
    'Les plus productifs : Le journal labalise.example (5 articles), Le journal laguette.example (5 articles) et Le journal lavigie.example (5 articles).',
    'Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.',
  ],
  [
    'jour 21',
    '## Bilan des flux : semaine du lundi 16 mars',
    'Les 6 flux vont bien. 30 articles en une semaine.',
    'Les plus productifs : Le journal labalise.example (5 articles), Le journal laguette.example (5 articles) et Le journal lavigie.example (5 articles).',
    'Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.',
  ],
  [
    'jour 28',
    '## Bilan des flux : semaine du lundi 23 mars',
    'Les 6 flux vont bien. 30 articles en une semaine.',
    'Les plus productifs : Le journal labalise.example (5 articles), Le journal laguette.example (5 articles) et Le journal lavigie.example (5 articles).',
    'Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.',
  ],
  [
    'jour 31',
    '*Du nouveau pour 2 flux*',
    '- *Le journal laguette.example* : disparu depuis hier à 9 h 30 (HTTP 410)',
    '- *Le journal lavigie.example* : vivant mais vide depuis hier à 9 h 30',
    'Le détail : /flux etat.',
  ],
  [
    'jour 33',
    '*Du nouveau pour 2 flux*',
    '- *Le journal lefanal.example* : en panne depuis le mercredi 1er avril à 9 h 30 (HTTP 503)',
    '- *Le journal lephare.example* : anormalement silencieux depuis le mardi 31 mars à 8 h 30',
    'Le détail : /flux etat.',
  ],
  [
    'jour 35',
    '## Bilan des flux : semaine du lundi 30 mars',
    '2 flux sur 6 vont bien. 18 articles en une semaine.',
    '- *Le journal laguette.example* : disparu depuis le mercredi 1er avril à 9 h 30 (HTTP 410)',
    '- *Le journal lefanal.example* : en panne depuis le mercredi 1er avril à 9 h 30 (HTTP 503)',
    '- *Le journal lavigie.example* : vivant mais vide depuis le mercredi 1er avril à 9 h 30',
    '- *Le journal lephare.example* : anormalement silencieux depuis le mardi 31 mars à 8 h 30',
    'Les plus productifs : Le journal labalise.example (5 articles), Le journal lemole.example (5 articles) et Le journal laguette.example (2 articles).',
    'Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.',
  ],
  ['jour 36', 'Le flux « Le journal lavigie.example » contient de nouveau des articles.'],
  ['jour 38.5', 'Le flux « Le journal lefanal.example » répond de nouveau.'],
  [
    'jour 41',
    '*Du nouveau pour 2 flux*',
    '- *Le journal labalise.example* : bloqué par le site depuis hier à 9 h 30 (HTTP 403)',
    '- *Le journal lemole.example* : bloqué par le site depuis hier à 9 h 30 (HTTP 403)',
    'Le détail : /flux etat.',
  ],
  [
    'jour 42',
    '## Bilan des flux : semaine du lundi 6 avril',
    '2 flux sur 6 vont bien. 23 articles en une semaine.',
    '- *Le journal laguette.example* : disparu depuis le mercredi 1er avril à 9 h 30 (HTTP 410)',
    '- *Le journal labalise.example* : bloqué par le site depuis le samedi 11 avril à 9 h 30 (HTTP 403)',
    '- *Le journal lemole.example* : bloqué par le site depuis le samedi 11 avril à 9 h 30 (HTTP 403)',
    '- *Le journal lephare.example* : anormalement silencieux depuis le mardi 31 mars à 8 h 30',
    'Les plus productifs : Le journal lavigie.example (8 articles), Le journal labalise.example (5 articles) et Le journal lefanal.example (5 articles).',
    'Le détail : /flux etat. Pour ne plus recevoir ce bilan : /reglages bilan non.',
  ],
  ['jour 44', 'Le flux « Le journal lephare.example » publie de nouveau.'],
]

it('tells every change once, in good French', { timeout: 60_000 }, async () => {
  const town = await openPressTown()
  const feeds = HOSTS.map((host) => ({ ...testFeed(`${host}/flux.xml`, host), title: `Le journal ${host}` }))
  arrange(town, 0, START)
  const test = await openTestApp({ now: START, hosts: HOSTS, port: town.port, feeds })
  const settings = { ...DEFAULT_SETTINGS, adminChannel: 'slack:CADMIN' }
  await test.app.storage.workspaces.save({ id: 'slack:T1', name: 'Rédaction', joinedAt: START, settings })
  const told: string[] = []
  const heard = new Set<string>()
  // Once a day while all is well, then twice.
  const beats = Array.from({ length: 90 }, (_, half) => half / 2).filter((day) => day > 28 || day % 1 === 0)
  for (const day of beats) {
    const now = START + day * DAY + 2 * HOUR
    arrange(town, Math.floor(day), now)
    test.setNow(now)
    await test.app.beat()
    for (const { id, message, state } of await test.app.storage.notices.open(now + DAY)) {
      if (heard.has(id) || state !== 'pending') continue
      heard.add(id)
      told.push(`jour ${day}\n${words(message)}`)
    }
  }
  await test.close()
  await town.close()
  expect(told.map((message) => message.split('\n'))).toEqual(TOLD)
})
