import { afterEach, describe, expect, it } from 'vitest'
import { act } from '../../src/core/action.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { DEFAULT_SETTINGS } from '../../src/core/workspace.ts'
import { pressManagement } from '../../src/services/management.ts'
import { tellFeedHealth } from '../../src/services/tell-health.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'
import { type Desk, manager, member, messageOf, NOON_BEFORE, openDesk, textOf } from './desk-scene.ts'
import { DECLARED, openFeedDesk, PHARE } from './feed-desk.ts'

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function open(answers: Readonly<Record<string, PressAnswer>> = {}): Promise<Desk> {
  desk = await openFeedDesk(answers)
  return desk
}

describe('/flux lister', () => {
  it('says how each feed fares', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const [vigie] = await on.tools.storage.feeds
      .states()
      .then((states) => states.filter(({ feedId }) => feedId === DECLARED.id))
    if (vigie === undefined) throw new Error('no state')
    await on.tools.storage.feeds.saveState({
      ...vigie,
      lastReadAt: NOON_BEFORE - HOUR,
      lastSuccessAt: NOON_BEFORE - 3 * DAY,
      failureCount: 9,
      lastFailure: { code: 'fetch-status', url: DECLARED.url, status: 403 },
    })
    const list = textOf(await on.type(member(), '/flux lister'))
    expect(list).toContain('2 flux suivis')
    expect(list).toContain(
      'Flux La Vigie · Régions · en panne depuis le vendredi 20 novembre à 10 h : refuse l’accès à Pressoir (HTTP 403) · fixé par la configuration',
    )
    expect(list).toContain('Essai · pas encore lu')
    // The list is open to all, changes are not.
    expect(list).not.toContain('[')
    await on.settle(manager(), '/flux suspendre Essai')
    expect(textOf(await on.type(manager(), '/flux lister'))).toMatch(
      /Essai · en pause depuis aujourd’hui à 10 h\n\[Ajouter un flux\]/,
    )
  })

  it('sorts titles as French does', async () => {
    const on = await open()
    for (const title of ['Zéphyr', 'Écho du soir', 'Fanal']) await followTitled(on, title)
    const list = textOf(await on.type(member(), '/flux lister'))
    expect(list.match(/Écho du soir|Fanal|Zéphyr/gu)).toEqual(['Écho du soir', 'Fanal', 'Zéphyr'])
  })

  it('tells once that all of a page come from the configuration', async () => {
    desk = await openDesk({ feeds: [DECLARED] })
    expect(textOf(await desk.type(member(), '/flux lister'))).toBe(
      [
        '1 flux suivi',
        '- Flux La Vigie · Régions · pas encore lu',
        'Ces flux sont fixés par la configuration de Pressoir : ils ne se modifient pas ici.',
      ].join('\n'),
    )
  })

  it('turns pages of ten, for whoever asked alone', async () => {
    const on = await open()
    for (let at = 0; at < 24; at++) await followTitled(on, `Journal ${String(at).padStart(2, '0')}`)
    const first = await on.type(member(), '/flux lister')
    expect(messageOf(first).summary.replace('\u00A0', ' ')).toBe('25 flux suivis')
    const last = await on.press(member(), await on.press(member(), first, 'Page suivante'), 'Page suivante')
    expect(last.kind).toBe('replacement')
    expect(textOf(last)).toContain('Journal 23')
    expect(textOf(last)).toContain('Page 3 sur 3')
    expect(textOf(last)).not.toContain('Page suivante')
    expect(textOf(await on.press(manager(), first, 'Page suivante'))).toContain(
      'appartient à quelqu’un d’autre',
    )
  })

  it('says what to do when nothing is followed', async () => {
    desk = await openDesk()
    expect(textOf(await desk.type(manager(), '/flux lister'))).toContain('[Ajouter un flux]')
    expect(textOf(await desk.type(member(), '/flux lister'))).toBe(
      'Aucun flux n’est encore suivi ici. Un administrateur peut en ajouter avec /flux ajouter.',
    )
  })
})

async function followTitled(on: Desk, title: string): Promise<void> {
  const following = {
    workspaceId: 'discord:100',
    feedId: title,
    url: `http://j.example/${encodeURI(title)}`,
    title,
  }
  const added = { addedBy: 'U1', addedByName: 'Awa Diop', addedAt: NOON_BEFORE }
  await on.tools.storage.followings.save(
    { ...following, ...added, publisher: title, rubric: '' },
    NOON_BEFORE,
  )
}

describe('a feed that is tried', () => {
  it('shows its newest articles', async () => {
    const on = await open({ 'lavigie.example/flux.xml': PHARE })
    expect(textOf(await on.type(member(), '/flux tester Flux La Vgie'))).toContain(
      'vouliez-vous dire « Flux La Vigie » ?',
    )
    expect(textOf(await on.type(member(), '/flux tester vigie'))).toMatch(
      /« Flux La Vigie » répond[^]*Le pont de Vernay/,
    )
  })

  it('tells the failure, with what can be done, to those who can', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const following = (await on.tools.storage.followings.of('discord:100'))[0]
    if (following === undefined) throw new Error('not followed')
    await on.tools.storage.followings.save({ ...following, url: 'http://lephare.example/parti' }, NOON_BEFORE)
    expect(textOf(await on.type(member(), '/flux tester Essai'))).toMatch(/HTTP 404/)
    expect(textOf(await on.type(member(), '/flux tester Essai'))).not.toContain('[')
    const failed = await on.type(manager(), '/flux tester Essai')
    expect(textOf(failed)).toContain('[Réessayer] [Remplacer l’adresse] [Suspendre]')
    // A declared feed cannot be changed here.
    expect(textOf(await on.type(manager(), '/flux tester Flux La Vigie'))).not.toContain('[')
  })

  it('is read at the next beat after somebody pressed «Réessayer»', async () => {
    const on = await open({ 'lavigie.example/flux.xml': PHARE })
    const state = (await on.tools.storage.feeds.states()).find(({ feedId }) => feedId === DECLARED.id)
    if (state === undefined) throw new Error('no state')
    await on.tools.storage.feeds.saveState({
      ...state,
      nextReadAt: NOON_BEFORE + DAY,
      lastReadAt: NOON_BEFORE,
      failureCount: 8,
      lastFailure: { code: 'feed-empty', url: DECLARED.url },
    })
    expect(await on.tools.storage.feeds.due(NOON_BEFORE)).toEqual([])
    const retry = act('retry-feed', DECLARED.id)
    const said = await pressManagement(on.tools, manager(), retry)
    expect(textOf(said ?? { kind: 'nothing' })).toContain('répond')
    expect(await on.tools.storage.feeds.due(NOON_BEFORE)).toHaveLength(1)
  })

  it.each([
    [
      { 'lavigie.example/flux.xml': PHARE },
      'replacement',
      0,
      'the trouble is over, and nobody is told again',
    ],
    [{}, 'message', 1, 'it still fails: the message stays, with its buttons'],
  ])('%#: after «Réessayer»: %s', async (pages, kind, alarms, _why) => {
    const on = await open(pages)
    const { storage } = on.tools
    const subject = `feed:${DECLARED.id}` as const
    await storage.workspaces.save({
      id: 'discord:100',
      name: 'Rédaction',
      joinedAt: NOON_BEFORE - 30 * DAY,
      settings: { ...DEFAULT_SETTINGS, adminChannel: 'discord:305' },
    })
    await storage.alarms.raise({ workspaceId: 'discord:100', subject, since: 1, condition: 'failing' })
    const state = (await storage.feeds.states()).find(({ feedId }) => feedId === DECLARED.id)
    if (state === undefined) throw new Error('no state')
    const failed = { failureCount: 8, lastFailure: { code: 'feed-empty', url: DECLARED.url } } as const
    const since = { lastReadAt: NOON_BEFORE, failingSince: NOON_BEFORE - 5 * DAY }
    await storage.feeds.saveState({ ...state, ...failed, ...since, nextReadAt: NOON_BEFORE + DAY })
    const said = await pressManagement(on.tools, manager(), act('retry-feed', DECLARED.id))
    expect(said?.kind).toBe(kind)
    // At once, before the feed is read again, and an hour later.
    for (const wait of [0, 2 * HOUR]) {
      on.setNow(NOON_BEFORE + wait)
      await tellFeedHealth(on.tools)
    }
    expect(await storage.notices.open(NOON_BEFORE + DAY)).toEqual([])
    expect(await storage.alarms.list()).toHaveLength(alarms)
  })
})

it('names the digests that lose a feed', async () => {
  const on = await open()
  await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
  await on.settle(manager(), '/programme ajouter Le sport flux:essai')
  await on.settle(manager(), '/abonnement regler flux:Essai')
  const text = textOf(await on.type(manager(), '/flux retirer Essai'))
  expect(text).toContain('La revue « Le sport » ne lira plus ce flux.')
  expect(text).not.toContain('Ma revue')
})

describe('a publisher that is only linked', () => {
  it('is so after /flux signaler, and quoted again after /flux citer', async () => {
    const on = await open({ 'lephare.example/flux.xml': PHARE })
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const asked = textOf(await on.type(manager(), '/flux signaler Essai'))
    expect(asked).toContain('Modifier le flux « Essai » ?')
    expect(asked).toContain('Citations : oui → non')
    expect(textOf(await on.settle(manager(), '/flux signaler Essai'))).toContain('est modifié')
    const following = async () => (await on.tools.storage.followings.of('discord:100'))[0]
    expect((await following())?.isQuoted).toBe(false)
    expect(textOf(await on.type(member(), '/flux lister'))).toContain('seulement signalé')
    expect(textOf(await on.type(manager(), '/flux signaler Essai'))).toContain('déjà seulement signalé')
    await on.settle(manager(), '/flux citer Essai')
    expect(await following()).not.toHaveProperty('isQuoted')
    expect(textOf(await on.type(manager(), '/flux citer Essai'))).toContain('déjà cité')
  })

  it('is chosen by managers alone, and in the file for what the file declares', async () => {
    const on = await open()
    expect(textOf(await on.type(member(), '/flux signaler Flux La Vigie'))).not.toContain('Confirmer')
    expect(textOf(await on.type(manager(), '/flux signaler Flux La Vigie'))).toContain(
      'est fixé par la configuration de Pressoir',
    )
  })
})
