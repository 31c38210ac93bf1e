import { afterEach, describe, expect, it } from 'vitest'
import { act } from '../../src/core/action.ts'
import { pressManagement } from '../../src/services/management.ts'
import { visibleFeeds } from '../../src/services/visible-feeds.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'
import { type Desk, manager, pageAnswer, textOf } from './desk-scene.ts'
import { DECLARED, openFeedDesk, PHARE, titles } from './feed-desk.ts'

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function open(answers: Readonly<Record<string, PressAnswer>> = {}): Promise<Desk> {
  desk = await openFeedDesk(answers)
  return desk
}

const link = (path: string, title: string): string =>
  `<link rel="alternate" type="application/rss+xml" href="${path}" title="${title}">`

describe('/flux ajouter', () => {
  it('shows the feed, asks, and follows it once confirmed', async () => {
    const on = await open()
    const asked = await on.type(manager(), '/flux ajouter http://lephare.example/flux.xml rubrique:Régions')
    expect(asked).toMatchObject({ kind: 'message', audience: 'person' })
    expect(textOf(asked)).toContain('Suivre le flux « Essai » ?')
    expect(textOf(asked)).toContain('Le pont de Vernay rouvre, aujourd’hui à 8 h')
    expect(textOf(asked)).toContain('Rubrique : Régions')
    expect(textOf(asked)).toContain('ne prendra que les articles récents')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie'])
    const done = await on.press(manager(), asked, 'Confirmer')
    expect(done.kind).toBe('replacement')
    expect(textOf(done)).toBe('Le flux « Essai » est suivi.\n[Annuler ce changement]')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie', 'Essai'])
    expect((await visibleFeeds(on.tools.storage, 'discord:100'))[1]).toMatchObject({ rubric: 'Régions' })
  })

  it('leaves everything as it is when told to', async () => {
    const on = await open()
    const asked = await on.type(manager(), '/flux ajouter http://lephare.example/flux.xml')
    expect(textOf(await on.press(manager(), asked, 'Laisser tel quel'))).toBe('Rien n’a changé.')
    expect(textOf(await on.press(manager(), asked, 'Confirmer'))).toContain('Refaites votre demande')
    expect(await titles(on, 'discord:100')).toEqual(['Flux La Vigie'])
  })

  it('keeps no password of an address', async () => {
    const on = await open()
    const asked = await on.type(manager(), '/flux ajouter http://lecteur:motsecret@lephare.example/flux.xml')
    const done = await on.press(manager(), asked, 'Confirmer')
    const followings = await on.tools.storage.followings.of('discord:100')
    const changes = await on.tools.storage.changes.latest('discord:100', 10, 0)
    expect(followings.map(({ url }) => url)).toEqual(['http://lephare.example/flux.xml'])
    expect(JSON.stringify([asked, done, followings, changes])).not.toContain('motsecret')
  })

  it('follows once when two press at once', async () => {
    const on = await open()
    const asked = await on.type(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const both = await Promise.all([
      on.press(manager(), asked, 'Confirmer'),
      on.press(manager(), asked, 'Confirmer'),
    ])
    expect(both.map(textOf).filter((text) => text.includes('est suivi'))).toHaveLength(1)
    expect(await on.tools.storage.changes.latest('discord:100', 10, 0)).toHaveLength(1)
  })

  it.each([
    ['http://lavigie.example/flux.xml', 'Flux La Vigie', 'declared in the file'],
    ['lavigie.example/flux.xml', 'la configuration de Pressoir', 'without its scheme'],
  ])('says of %s that it is followed already', async (address, words, _why) => {
    const on = await open()
    expect(textOf(await on.type(manager(), `/flux ajouter ${address}`))).toContain(words)
  })

  it('says that a feed is followed already, and when it is at rest', async () => {
    const on = await open()
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    const again = '/flux ajouter https://lephare.example/flux.xml/'
    expect(textOf(await on.type(manager(), again))).toBe(
      'Cette adresse est déjà suivie, sous le titre « Essai ».',
    )
    await on.settle(manager(), '/flux suspendre essai')
    expect(textOf(await on.type(manager(), again))).toContain('/flux reprendre')
  })

  it('tells why an address gives no feed', async () => {
    const on = await open()
    expect(textOf(await on.type(manager(), '/flux ajouter http://lephare.example/rien'))).toMatch(/HTTP 404/)
  })

  it('asks which one where a page names several', async () => {
    const page = pageAnswer(`${link('/flux.xml', 'Le Phare')}${link('/sport.xml', 'Le Phare Sport')}`)
    const on = await open({ 'lephare.example/': page, 'lephare.example/sport.xml': PHARE })
    const asked = await on.type(manager(), '/flux ajouter http://lephare.example/')
    expect(textOf(asked)).toContain('mène à plusieurs flux')
    const picked = await on.press(manager(), asked, '2. Le Phare Sport')
    expect(textOf(picked)).toContain('http://lephare.example/sport.xml')
    await on.press(manager(), picked, 'Confirmer')
    expect((await on.tools.storage.followings.of('discord:100')).map(({ url }) => url)).toEqual([
      'http://lephare.example/sport.xml',
    ])
  })

  it('opens a form when nothing is typed, and takes what it gives', async () => {
    const on = await open()
    const form = await on.type(manager(), '/flux ajouter')
    expect(form).toMatchObject({ kind: 'form', form: { name: 'add-feed' } })
    expect(await on.submit(manager(), form, {})).toMatchObject({
      kind: 'mistakes',
      mistakes: { adresse: expect.any(String) },
    })
    const asked = await on.submit(manager(), form, {
      adresse: ['lephare.example/flux.xml'],
      rubrique: ['régions'],
    })
    expect(textOf(asked)).toContain('Suivre le flux « Essai » ?')
    // The declared feed has the rubric «Régions»: one spelling for one rubric.
    expect(textOf(asked)).toContain('Rubrique : Régions')
  })

  it('gives a second feed of the same title a name of its own', async () => {
    const on = await open({ 'laguette.example/flux.xml': PHARE })
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml')
    await on.settle(manager(), '/flux ajouter http://laguette.example/flux.xml')
    const [, first, second] = await titles(on, 'discord:100')
    expect(first).not.toBe(second)
    expect(second).toMatch(/^Essai \(/)
  })
})

describe('a feed that moves', () => {
  it('keeps its title, its rubric and its digests', async () => {
    const on = await open({ 'lephare.example/nouveau.xml': PHARE })
    await on.settle(manager(), '/flux ajouter http://lephare.example/flux.xml rubrique:Sport')
    await on.settle(manager(), '/programme ajouter Le sport flux:Essai')
    const following = (await on.tools.storage.followings.of('discord:100'))[0]
    const form = await pressManagement(on.tools, manager(), act('replace-feed', following?.feedId))
    if (form === undefined) throw new Error('no form')
    const asked = await on.submit(manager(), form, { adresse: ['http://lephare.example/nouveau.xml'] })
    expect(textOf(asked)).toContain(
      'Adresse : http://lephare.example/flux.xml → http://lephare.example/nouveau.xml',
    )
    const done = await on.press(manager(), asked, 'Confirmer')
    const moved = await on.tools.storage.followings.of('discord:100')
    expect(moved).toMatchObject([
      { title: 'Essai', rubric: 'Sport', url: 'http://lephare.example/nouveau.xml' },
    ])
    expect((await on.tools.storage.digests.of('discord:100'))[0]?.feeds).toEqual(['Essai'])
    await on.press(manager(), done, 'Annuler ce changement')
    expect((await on.tools.storage.followings.of('discord:100')).map(({ url }) => url)).toEqual([
      'http://lephare.example/flux.xml',
    ])
  })

  it.each(['replace-feed', 'suspend-feed', 'remove-feed'] as const)(
    'is not for a feed of the file: %s',
    async (verb) => {
      const on = await open()
      const reply = await pressManagement(on.tools, manager(), act(verb, DECLARED.id))
      expect(textOf(reply ?? { kind: 'nothing' })).toContain('fixé par la configuration de Pressoir')
    },
  )
})
