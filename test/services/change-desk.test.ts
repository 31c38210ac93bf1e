import { afterEach, describe, expect, it } from 'vitest'
import { type AuditEvent, newAuditEntry } from '../../src/core/audit.ts'
import { DAY } from '../../src/core/calendar.ts'
import { visibleFeeds } from '../../src/services/visible-feeds.ts'
import { type Desk, manager, member, NOON_BEFORE, textOf } from './desk-scene.ts'
import { openFeedDesk, titles } from './feed-desk.ts'

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function open(): Promise<Desk> {
  desk = await openFeedDesk()
  return desk
}

describe('the rights', () => {
  it.each([
    '/flux ajouter http://lephare.example/flux.xml',
    '/flux ajouter',
    '/flux suspendre Essai',
    '/flux retirer Essai',
  ])('refuse «%s» to a member, and say who may', async (words) => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const refused = textOf(await on.type(member(), words))
    expect(refused).toBe(
      'Seules les personnes qui gèrent le serveur, et celles qu’elles ont désignées, peuvent le faire. Tapez /reglages pour savoir à qui demander.',
    )
  })

  it('are asked again when a proposal is confirmed', async () => {
    const on = await open()
    const asked = await on.type(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const lost = manager({ isAdministrator: false })
    expect(textOf(await on.press(lost, asked, 'Confirmer'))).toContain('peuvent le faire')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie'])
  })

  it('carry out once what is confirmed once more, as when a request is sent again', async () => {
    const on = await open()
    const asked = await on.type(manager(), '/flux ajouter http://lephare.example/flux.xml')
    expect(textOf(await on.press(manager(), asked, 'Confirmer'))).toContain('est suivi')
    const followed = await titles(on, 'discord:100')
    const changes = await on.tools.storage.changes.latest('discord:100', 10, 0)
    expect(textOf(await on.press(manager(), asked, 'Confirmer'))).not.toContain('est suivi')
    expect(await titles(on, 'discord:100')).toEqual(followed)
    expect(await on.tools.storage.changes.latest('discord:100', 10, 0)).toEqual(changes)
  })

  it('let somebody who is alone do everything', async () => {
    const on = await open()
    const alone = member({ workspaceId: 'discord:@U2', channel: 'discord:@U2' })
    expect(textOf(await on.settle(alone, '/flux ajouter http://lephare.example/flux.xml'))).toContain(
      'est suivi',
    )
  })
})

describe('another workspace', () => {
  const other = manager({
    workspaceId: 'discord:101',
    channel: 'discord:201',
    person: 'U9',
    personName: 'Chloé Roux',
  })

  it('sees nothing of what is followed here', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    expect(await titles(on, 'discord:101')).toEqual(['Flux La Vigie'])
    expect(textOf(await on.type(other, '/flux lister'))).not.toContain('Essai')
    expect(textOf(await on.type(other, '/flux tester Essai'))).toContain('Aucun flux ne s’appelle')
    expect(textOf(await on.type(other, '/reglages journal'))).toContain('Aucun changement')
    // Followed by another workspace says nothing here either.
    expect(textOf(await on.type(other, '/flux ajouter http://lephare.example/flux.xml'))).toContain(
      'Suivre le flux',
    )
  })

  it('reads that its data was taken out, and nothing of whose else was or where it is', async () => {
    const on = await open()
    const events: readonly AuditEvent[] = [
      { kind: 'exported', what: 'data', file: '/srv/tout' },
      { kind: 'exported', what: 'data', file: '/srv/cent-un', workspaceId: 'discord:101' },
      { kind: 'exported', what: 'data', file: '/srv/cent', workspaceId: 'discord:100' },
      { kind: 'exported', what: 'feeds', file: '/srv/flux.opml', workspaceId: 'discord:101' },
    ]
    for (const event of events)
      await on.tools.storage.audit.add(
        newAuditEntry({ origin: 'command', actor: 'root' }, event, NOON_BEFORE),
      )
    const journal = textOf(await on.type(other, '/reglages journal'))
    expect(journal).toContain('La ligne de commande a exporté les données de cet espace')
    expect(journal).toContain('La ligne de commande a exporté toutes les données')
    expect(journal.match(/a exporté/g)).toHaveLength(2)
    expect(journal).not.toMatch(/srv|root|discord:/)
  })

  it('calls a feed by its own name', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml rubrique:Ici')
    await on.settle(other, '/flux ajouter http://lephare.example/flux.xml rubrique:Ailleurs')
    const rubrics = await Promise.all(
      ['discord:100', 'discord:101'].map(async (id) =>
        (await visibleFeeds(on.tools.storage, id)).map(({ rubric }) => rubric),
      ),
    )
    expect(rubrics).toEqual([
      ['Régions', 'Ici'],
      ['Régions', 'Ailleurs'],
    ])
    await on.settle(other, '/flux retirer Essai')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie', 'Essai'])
  })

  it.each([
    ['another person', manager({ person: 'U5' })],
    ['another workspace', manager({ workspaceId: 'discord:101' })],
  ])('presses to no effect: %s', async (_who, stranger) => {
    const on = await open()
    const asked = await on.type(manager(), '/flux ajouter http://lephare.example/flux.xml')
    for (const label of ['Confirmer', 'Laisser tel quel'])
      expect(textOf(await on.press(stranger, asked, label))).toContain('appartient à quelqu’un d’autre')
    expect(textOf(await on.press(manager(), asked, 'Confirmer'))).toContain('est suivi')
  })

  it('takes nothing back here', async () => {
    const on = await open()
    const done = await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    expect(textOf(await on.press(other, done, 'Annuler ce changement'))).toBe(
      'Je ne retrouve pas ce changement. Voyez la liste avec /reglages journal.',
    )
    expect(await titles(on, 'discord:100')).toContain('Essai')
  })
})

describe('taking a change back', () => {
  it('puts everything as it was, and back again', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml rubrique:Sport')
    const removed = await on.settle(manager(), '/flux retirer Essai')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie'])
    const undone = await on.press(manager(), removed, 'Annuler ce changement')
    expect(textOf(undone)).toContain('Changement annulé.')
    expect((await visibleFeeds(on.tools.storage, 'discord:100'))[1]).toMatchObject({
      title: 'Essai',
      rubric: 'Sport',
    })
    await on.press(manager(), undone, 'Rétablir')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie'])
  })

  it('is refused a second time, after a day, and when something changed since', async () => {
    const on = await open()
    const added = await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const suspended = await on.settle(manager(), '/flux suspendre Essai')
    expect(textOf(await on.press(manager(), added, 'Annuler ce changement'))).toContain(
      'a changé entre-temps',
    )
    await on.press(manager(), suspended, 'Annuler ce changement')
    expect(textOf(await on.press(manager(), suspended, 'Annuler ce changement'))).toBe(
      'Ce changement est déjà annulé.',
    )
    on.setNow(NOON_BEFORE + DAY)
    expect(textOf(await on.press(manager(), added, 'Annuler ce changement'))).toContain('pendant une journée')
    expect(await titles(on, 'discord:100')).toContain('Essai')
  })

  it('is for managers, whoever made the change', async () => {
    const on = await open()
    const added = await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    expect(textOf(await on.press(member(), added, 'Annuler ce changement'))).toContain('peuvent le faire')
  })

  it('brings a feed back that was at rest: nobody read it meanwhile', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const suspended = await on.settle(manager(), '/flux suspendre Essai')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie'])
    await on.press(manager(), suspended, 'Annuler ce changement')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie', 'Essai'])
  })

  it('is refused to a proposal whose ground has moved', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const removal = await on.type(manager(), '/flux retirer Essai')
    await on.settle(manager(), '/flux suspendre Essai')
    expect(textOf(await on.press(manager(), removal, 'Confirmer'))).toContain('a changé entre-temps')
    expect(await on.tools.storage.followings.of('discord:100')).toHaveLength(1)
  })
})

describe('the trash', () => {
  const ADD = '/flux ajouter http://lephare.example/flux.xml rubrique:Sport'
  const HISTORY = {
    feedId: '',
    validators: { etag: '"7"' },
    lastReadAt: NOON_BEFORE,
    nextReadAt: NOON_BEFORE,
  }

  it('is empty at first', async () => {
    const on = await open()
    await on.settle(manager(), ADD)
    expect(textOf(await on.type(member(), '/reglages corbeille'))).toBe(
      'Rien n’a été retiré ici depuis trente jours.',
    )
  })

  it('shows for thirty days what was removed, and brings it back as it was, with its past', async () => {
    const on = await open()
    await on.settle(manager(), ADD)
    const [before] = await on.tools.storage.followings.of('discord:100')
    const feedId = before?.feedId ?? ''
    await on.tools.storage.feeds.saveState({ ...HISTORY, feedId, failureCount: 3 })
    await on.settle(manager(), '/flux retirer Essai')
    on.setNow(NOON_BEFORE + 29 * DAY)
    await on.tools.storage.feeds.forgetRemoved(NOON_BEFORE - DAY)
    expect(textOf(await on.type(member(), '/reglages corbeille'))).not.toContain('[Rétablir')
    const trash = await on.type(manager(), '/reglages corbeille')
    expect(textOf(trash)).toContain('1. Awa Diop a retiré le flux « Essai »')
    expect(textOf(await on.press(manager(), trash, 'Rétablir le n° 1'))).toContain('est suivi')
    expect(await on.tools.storage.followings.of('discord:100')).toEqual([before])
    const states = await on.tools.storage.feeds.states()
    expect(states.find((state) => state.feedId === feedId)).toStrictEqual({
      ...HISTORY,
      feedId,
      failureCount: 3,
      nextReadAt: NOON_BEFORE + 29 * DAY,
    })
    expect(textOf(await on.type(manager(), '/reglages corbeille'))).toContain('Rien n’a été retiré')
  })

  it('holds nothing older', async () => {
    const on = await open()
    await on.settle(manager(), ADD)
    const removed = await on.settle(manager(), '/flux retirer Essai')
    on.setNow(NOON_BEFORE + 30 * DAY)
    expect(textOf(await on.type(manager(), '/reglages corbeille'))).toContain('Rien n’a été retiré')
    expect(textOf(await on.press(manager(), removed, 'Annuler ce changement'))).toContain('trente jours')
  })

  it('says so when the place is taken', async () => {
    const on = await open()
    await on.settle(manager(), ADD)
    await on.settle(manager(), '/flux retirer Essai')
    const trash = await on.type(manager(), '/reglages corbeille')
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    expect(textOf(await on.press(manager(), trash, 'Rétablir le n° 1'))).toContain('a pris la place')
    expect(await on.tools.storage.followings.of('discord:100')).toMatchObject([{ rubric: '' }])
  })

  it.each([
    [
      'revue',
      '/programme ajouter titre:Le soir jours:tous les jours heures:18 h',
      '/programme retirer Le soir',
      'revue',
    ],
    ['alerte', '/alerte ajouter Vernay', '/alerte retirer Vernay', 'alerte'],
  ])('brings back a %s as well', async (_what, add, remove, said) => {
    const on = await open()
    await on.settle(manager(), add)
    const { digests, alerts } = on.tools.storage
    const before = [await digests.of('discord:100'), await alerts.of('discord:100')]
    expect(before.flat()).toHaveLength(1)
    await on.settle(manager(), remove)
    expect([await digests.of('discord:100'), await alerts.of('discord:100')].flat()).toHaveLength(0)
    on.setNow(NOON_BEFORE + 20 * DAY)
    const trash = await on.type(manager(), '/reglages corbeille')
    expect(textOf(await on.press(manager(), trash, 'Rétablir le n° 1'))).toContain(said)
    expect([await digests.of('discord:100'), await alerts.of('discord:100')]).toEqual(before)
  })
})
