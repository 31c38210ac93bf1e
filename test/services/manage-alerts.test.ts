// /alerte in the chat: proposed with what it would have brought, confirmed, listed, suspended, taken back.
import { afterEach, describe, expect, it } from 'vitest'
import type { Alert } from '../../src/core/alert.ts'
import { testAlert } from '../core/alert-news.ts'
import { declaredFeed, type Desk, manager, member, openDesk, textOf } from './desk-scene.ts'

const FEEDS = [declaredFeed('lavigie.example/flux.xml', 'La Vigie')]
const DECLARED = testAlert({ name: 'crues', title: 'Les crues', channel: 'discord:200' })

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function open(alerts: readonly Alert[] = []): Promise<Desk> {
  desk = await openDesk({ feeds: FEEDS, alerts })
  return desk
}

const saved = (on: Desk): Promise<readonly Alert[]> => on.tools.storage.alerts.of('discord:100')

describe('/alerte ajouter', () => {
  it('shows what will ring, and how often it would have, before anything is saved', async () => {
    const on = await open()
    const asked = await on.type(
      manager(),
      '/alerte ajouter personne:Odile Vasseur editeurs:2 minutes:90 nuit:de 23h à 6h30 flux:vigie',
    )
    expect(textOf(asked)).toBe(
      [
        'Régler l’alerte « Odile Vasseur » ?',
        'Je n’ai encore lu aucun article : je ne peux pas dire combien de fois elle aurait sonné.',
        '- Tout article qui nomme « Odile Vasseur » · La Vigie · chez 2 éditeurs indépendants en 90 minutes · silence de 23 h à 6 h 30 · pas deux fois le même sujet en 6 heures · 5 alertes par jour au plus',
        '[Confirmer] [Laisser tel quel]',
      ].join('\n'),
    )
    expect(await saved(on)).toEqual([])
    const done = await on.press(manager(), asked, 'Confirmer')
    expect(textOf(done)).toContain('L’alerte « Odile Vasseur » est réglée.')
    expect(await saved(on)).toMatchObject([
      {
        title: 'Odile Vasseur',
        channel: 'discord:200',
        watch: { kind: 'person', name: 'Odile Vasseur' },
        publishers: 2,
        minutes: 90,
        quietHours: { from: '23:00', to: '06:30' },
        workspaceId: 'discord:100',
      },
    ])
  })

  it.each([
    ['Vernay', { kind: 'phrase', text: 'Vernay' }, 'what stands first is a phrase'],
    ['avec:grève, blocage', { kind: 'words', words: ['grève', 'blocage'] }, 'words'],
    ['editeurs:4', { kind: 'any' }, 'nothing in particular'],
  ])('watches « %s »', async (words, watch, _why) => {
    const on = await open()
    await on.settle(manager(), `/alerte ajouter ${words}`)
    expect((await saved(on)).map((alert) => alert.watch)).toEqual([watch])
  })

  it.each([
    ['personne:Odile Vasseur expression:pont', 'Une alerte guette une seule chose', 'two things'],
    ['editeurs:1', 'demande au moins 2 éditeurs', 'every article would ring'],
    ['expression:le la', 'ne contient aucun mot à guetter', 'stop words'],
    ['personne:A editeurs:30', 'de 1 à 20', 'too many'],
    ['personne:A minutes:5', 'de 10 à 1440', 'too short'],
    ['personne:A nuit:demain', 'ne donne pas d’heures calmes', 'no hours'],
    ['personne:A flux:Inconnu', 'Aucun flux n’a pour titre', 'no feed'],
  ])('says what is wrong with « %s »', async (words, expected, _why) => {
    const on = await open()
    expect(textOf(await on.type(manager(), `/alerte ajouter ${words}`))).toContain(expected)
    expect(await saved(on)).toEqual([])
  })

  it('says what can be typed when nothing is', async () => {
    const on = await open()
    expect(textOf(await on.type(manager(), '/alerte ajouter'))).toContain('Tapez /alerte ajouter, suivi de')
  })

  it('is for managers', async () => {
    const on = await open()
    expect(textOf(await on.type(member(), '/alerte ajouter Vernay'))).toContain(
      'Seules les personnes qui gèrent',
    )
  })
})

describe('an alert that is there', () => {
  it('is listed, for all', async () => {
    const on = await open([DECLARED])
    expect(textOf(await on.type(member(), '/alerte lister'))).toBe(
      [
        '1 alerte',
        'Les crues : tout sujet · chez 3 éditeurs indépendants en 60 minutes · jour et nuit · pas deux fois le même sujet en 6 heures · 5 alertes par jour au plus',
        'Dans ce canal. Fixée par la configuration.',
      ].join('\n'),
    )
  })

  it('is suspended, resumed, changed and taken away, each with a way back', async () => {
    const on = await open()
    await on.settle(manager(), '/alerte ajouter Vernay')
    await on.settle(manager(), '/alerte suspendre Vernay')
    expect((await saved(on))[0]?.suspendedAt).toBeDefined()
    expect(textOf(await on.type(manager(), '/alerte suspendre Vernay'))).toContain('est déjà en pause')
    await on.settle(manager(), '/alerte reprendre Vernay')
    expect((await saved(on))[0]?.suspendedAt).toBeUndefined()
    const changed = await on.type(manager(), '/alerte modifier Vernay editeurs:4 nuit:aucune')
    expect(textOf(changed)).toContain(
      '- Éditeurs indépendants : 3 → 4\n- Heures calmes : de 22 h à 7 h → aucune',
    )
    await on.press(manager(), changed, 'Confirmer')
    const removed = await on.type(manager(), '/alerte retirer Vernay')
    const done = await on.press(manager(), removed, 'Confirmer')
    expect(await saved(on)).toEqual([])
    await on.press(manager(), done, 'Annuler ce changement')
    expect(await saved(on)).toMatchObject([{ title: 'Vernay', publishers: 4 }])
    expect(textOf(await on.type(manager(), '/reglages journal'))).toContain('a retiré l’alerte « Vernay »')
  })

  it('is read-only when the file declares it, and may be tried', async () => {
    const on = await open([DECLARED])
    for (const action of ['suspendre', 'retirer', 'modifier'])
      expect(textOf(await on.type(manager(), `/alerte ${action} Les crues`))).toContain(
        'est fixée par la configuration',
      )
    expect(textOf(await on.type(member(), '/alerte essayer Les crues'))).toContain(
      'Essai de l’alerte « Les crues »',
    )
  })

  it('has a title of its own', async () => {
    const on = await open()
    await on.settle(manager(), '/alerte ajouter Vernay')
    expect(textOf(await on.type(manager(), '/alerte ajouter vernay'))).toContain(
      'Une autre alerte s’appelle déjà',
    )
  })
})
