import { afterEach, describe, expect, it } from 'vitest'
import { suggest } from '../../src/services/suggest.ts'
import { declaredFeed, type Desk, manager, member, NOON_BEFORE, openDesk, textOf } from './desk-scene.ts'

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function open(): Promise<Desk> {
  desk = await openDesk({ feeds: [declaredFeed('lavigie.example/flux.xml', 'La Vigie')] })
  return desk
}

const IN_PRIVATE = { workspaceId: 'discord:@U2', channel: 'discord:@U2' }

describe('/abonnement', () => {
  it('is offered to any member, on weekdays at eight by default', async () => {
    const on = await open()
    const form = await on.press(member(), await on.type(member(), '/abonnement voir'), 'Recevoir ma revue')
    expect(form).toMatchObject({ kind: 'form', form: { name: 'subscription' } })
    const asked = await on.submit(member(), form, {
      jours: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
      heures: ['8 h'],
      fuseau: ['Europe/Paris'],
    })
    expect(textOf(asked)).toContain('Du lundi au vendredi à 8 h · tous les flux')
    const done = await on.press(member(), asked, 'Confirmer')
    expect(textOf(done)).toContain(
      'Vous recevrez votre revue en message privé. Prochaine édition : demain à 8 h.',
    )
    expect(await on.tools.storage.digests.list()).toMatchObject([
      { title: 'Ma revue', owner: 'U2', channels: ['discord:@U2'], workspaceId: 'discord:100' },
    ])
    expect(textOf(await on.type(member(), '/abonnement voir'))).toContain('En message privé.')
  })

  it('is one a person and workspace, however often it is confirmed', async () => {
    const on = await open()
    const first = await on.type(member(), '/abonnement regler heures:7h')
    on.setNow(NOON_BEFORE + 60_000)
    const second = await on.type(member(), '/abonnement regler heures:9h')
    await on.press(member(), first, 'Confirmer')
    expect(textOf(await on.press(member(), second, 'Confirmer'))).toContain('a changé entre-temps')
    await on.settle(member(), '/abonnement regler heures:9h')
    expect((await on.tools.storage.digests.list()).map(({ schedule }) => schedule.hours)).toEqual([['09:00']])
  })

  it('ends when its owner says so, who may take that back', async () => {
    const on = await open()
    await on.settle(member(), '/abonnement regler heures:7h')
    const done = await on.settle(member(), '/abonnement arreter')
    expect(textOf(done)).toContain('Vous ne recevrez plus votre revue.')
    expect(await on.tools.storage.digests.list()).toEqual([])
    expect(textOf(await on.type(member(), '/abonnement arreter'))).toBe(
      'Vous ne recevez pas de revue personnelle.',
    )
    await on.press(member(), done, 'Annuler ce changement')
    expect(await on.tools.storage.digests.list()).toHaveLength(1)
  })

  it('is nobody else’s affair: no list, no log, no button, whatever their rights', async () => {
    const on = await open()
    const done = await on.settle(member(), '/abonnement regler heures:7h')
    expect(textOf(await on.type(manager(), '/programme lister'))).toContain('Aucune revue')
    expect(textOf(await on.type(manager(), '/programme retirer Ma revue'))).toContain('Aucune revue')
    expect(textOf(await on.type(manager(), '/reglages journal'))).toContain('Aucun changement')
    expect(textOf(await on.type(member(), '/reglages journal'))).toContain('Aucun changement')
    expect(await suggest(on.tools, manager(), 'digest', '')).toEqual([])
    expect(await suggest(on.tools, member(), 'digest', '')).toMatchObject([{ label: 'Ma revue' }])
    expect(textOf(await on.press(manager(), done, 'Annuler ce changement'))).toContain('peuvent le faire')
    expect(textOf(await on.type(manager(), '/abonnement voir'))).toContain('pas encore de revue personnelle')
    expect(await on.tools.storage.digests.list()).toHaveLength(1)
  })

  it('is known to its owner in private, outside the server', async () => {
    const on = await open()
    await on.settle(member(), '/abonnement regler heures:7h')
    expect(textOf(await on.type(member(IN_PRIVATE), '/abonnement voir'))).toContain('à 7 h')
    const done = await on.settle(member(IN_PRIVATE), '/abonnement arreter')
    expect(await on.tools.storage.digests.list()).toEqual([])
    await on.press(member(IN_PRIVATE), done, 'Annuler ce changement')
    expect(await on.tools.storage.digests.list()).toMatchObject([{ workspaceId: 'discord:100' }])
    const stranger = member({ workspaceId: 'discord:@U7', channel: 'discord:@U7', person: 'U7' })
    expect(textOf(await on.press(stranger, done, 'Annuler ce changement'))).toBe(
      'Je ne retrouve pas ce changement. Voyez la liste avec /reglages journal.',
    )
  })

  it('points from /programme to the right command', async () => {
    const on = await open()
    const own = manager()
    await on.settle(own, '/abonnement regler heures:7h')
    expect(textOf(await on.type(own, '/programme modifier Ma revue heures:9h'))).toContain(
      '/abonnement regler',
    )
  })

  it('tells mistakes, and takes no title', async () => {
    const on = await open()
    expect(textOf(await on.type(member(), '/abonnement regler heures:26h'))).toContain(
      'Heures : L’heure « 26h » ne se lit pas.',
    )
    expect(textOf(await on.type(member(), '/abonnement regler'))).not.toContain('- titre')
  })
})
