// A filter on the last week, before it is saved: in a proposal, by /programme essayer, and page by page.
import { beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { TypedCommand } from '../../src/core/typed-command.ts'
import type { ChatContext, ChatReply } from '../../src/core/request.ts'
import { createInbox } from '../../src/services/inbox.ts'
import { tryFilter } from '../../src/services/try-filter.ts'
import { type Desk, deskDigest, deskFeed, member, openDesk, pressed, words } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const COURRIER = deskFeed('Le Courrier')
const PHARE = deskFeed('Le Phare')

let desk: Desk

/** Fourteen articles of Le Courrier, every second one of a strike; one of Le Phare; one that is too old. */
beforeEach(async () => {
  desk = await openDesk({
    now: NOW - 9 * DAY,
    feeds: [COURRIER, PHARE],
    digests: [deskDigest({ feeds: ['Le Courrier'] })],
  })
  await desk.keep(COURRIER, {
    title: 'Vieille grève',
    text: 'La grève est finie depuis longtemps à Lussac.',
    publishedAt: NOW - 9 * DAY,
  })
  for (let at = 13; at >= 0; at--) {
    const publishedAt = NOW - (at + 1) * 10 * HOUR
    desk.setNow(publishedAt)
    const text =
      at % 2 === 0
        ? `Les conducteurs de Lussac sont en grève, dit le syndicat numéro ${at}.`
        : `Le musée de Bramont a reçu ${at} cents visiteurs dimanche, dit la région.`
    await desk.keep(COURRIER, { title: `Nouvelle ${at}`, text, publishedAt })
  }
  await desk.keep(PHARE, {
    title: 'Ailleurs',
    text: 'La grève gagne le port de Valmer, disent les dockers.',
    publishedAt: NOW - HOUR,
  })
  desk.setNow(NOW)
})

const manager = (): ChatContext => member({ isAdministrator: true })

function programme(
  action: TypedCommand['action'],
  options: TypedCommand['options'],
  from = manager(),
): Promise<ChatReply> {
  return createInbox(desk.tools)({ from, kind: 'command', command: 'programme', action, options })
}

const press = (reply: ChatReply, label: string): Promise<ChatReply> =>
  createInbox(desk.tools)({ from: manager(), kind: 'press', action: pressed(reply, label) })

describe('/programme essayer', () => {
  it('counts what a digest’s feeds had in a week, and names the newest', async () => {
    const text = words(await programme('essayer', { filtre: 'grèves', revue: 'La revue du matin' }))
    expect(text).toContain('Filtre compris : *grèves*')
    expect(text).toContain('Sur les sept derniers jours : 7 articles gardés, 7 écartés.')
    expect(text).toMatch(/Gardé.* : .*Nouvelle 0/)
    expect(text).toMatch(/Écarté.* : .*Nouvelle 1.*« grèves » n’y figure pas/)
    expect(text).not.toContain('Vieille grève')
    expect(text).toContain('[Voir les 14 articles]')
  })

  it('looks at all feeds when no digest is named', async () => {
    expect(words(await programme('essayer', { filtre: 'grève' }))).toContain('8 articles gardés, 7 écartés')
  })

  it('shows them all, in pages', async () => {
    const first = await press(await programme('essayer', { filtre: 'grève' }), 'Voir les 15 articles')
    expect(first).toMatchObject({ kind: 'message', audience: 'person' })
    expect(words(first)).toContain('8 articles gardés, 7 écartés')
    expect(words(first)).toContain('Page 1 sur 2')
    const second = await press(first, 'Page suivante')
    expect(second).toMatchObject({ kind: 'replacement' })
    expect(words(second)).toContain('Page 2 sur 2')
    expect(words(second)).toContain('Nouvelle 13')
  })

  it.each([
    [{}, 'Écrire un filtre'],
    [{ filtre: '(grève' }, 'Il manque une parenthèse fermante après « (grève ».'],
    [{ filtre: 'éditeur:"Le Phar"' }, 'vouliez-vous dire « Le Phare » ?'],
    [{ filtre: 'grève', revue: 'Midi' }, 'Aucune revue ne s’appelle « Midi »'],
  ])('%j: %s', async (options, expected) => {
    expect(words(await programme('essayer', options, member()))).toContain(expected)
  })
})

describe('the proposal of a digest', () => {
  it('shows what its filter does to the last week', async () => {
    const asked = await programme('ajouter', {
      titre: 'Grèves',
      flux: 'Le Courrier',
      filtre: 'grève SAUF dockers',
    })
    const text = words(asked)
    expect(text).toContain('7 articles gardés, 7 écartés')
    expect(text).toContain('filtre « grève SAUF dockers »')
    await press(asked, 'Confirmer')
    const [saved] = await desk.storage.digests.of('slack:T1')
    expect(saved?.filter).toMatchObject({ kind: 'all' })
    const changed = await programme('modifier', { revue: 'Grèves', filtre: 'aucun' })
    expect(words(changed)).toContain('Filtre : grève SAUF dockers → aucun')
    await press(changed, 'Confirmer')
    expect((await desk.storage.digests.of('slack:T1'))[0]).not.toHaveProperty('filter')
  })

  it('says nothing of it where the articles stay the same', async () => {
    await press(await programme('ajouter', { titre: 'Grèves', filtre: 'grève' }), 'Confirmer')
    expect(words(await programme('modifier', { revue: 'Grèves', heures: '9h' }))).not.toContain('gardés')
  })
})

it('stops when somebody has waited long enough, and says since when it looked', async () => {
  let now = NOW
  const slow = { storage: desk.storage, clock: { now: () => (now += 500) } }
  const trial = await tryFilter(
    slow,
    deskDigest({ filter: { kind: 'words', words: 'grève', where: 'everywhere' } }),
  )
  expect(trial.isCut).toBe(true)
  expect(trial.since).toBeGreaterThan(NOW - 2 * DAY)
})
