import { afterEach, describe, expect, it } from 'vitest'
import { act } from '../../src/core/action.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import { settleSlots } from '../../src/core/schedule.ts'
import { pressManagement } from '../../src/services/management.ts'
import { declaredFeed, type Desk, manager, member, openDesk, textOf } from './desk-scene.ts'

const FEEDS = [
  declaredFeed('lavigie.example/flux.xml', 'La Vigie'),
  declaredFeed('lephare.example/flux.xml', 'Le Phare, toute l’info'),
]

const DECLARED: Digest = {
  name: 'soir',
  title: 'La revue du soir',
  schedule: { days: [1, 2, 3, 4, 5], hours: ['18:00'], zone: 'Europe/Paris' },
  channels: ['discord:200'],
  feeds: [],
  rubrics: [],
  withWords: [],
  withoutWords: [],
  maxStories: 7,
  maxWords: 60,
  onEmpty: 'say',
}

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function open(digests: readonly Digest[] = []): Promise<Desk> {
  desk = await openDesk({ feeds: FEEDS, digests })
  return desk
}

const saved = (on: Desk): Promise<readonly Digest[]> => on.tools.storage.digests.of('discord:100')

describe('/programme ajouter', () => {
  it('shows what will be published, and when, before it is', async () => {
    const on = await open()
    const asked = await on.type(
      manager(),
      '/programme ajouter La revue du matin jours:en semaine heures:8h, 18h30 flux:vigie sans:sport, météo sujets:5',
    )
    expect(textOf(asked)).toBe(
      [
        'Programmer la revue « La revue du matin » ?',
        'Aucun article des sept derniers jours ne permet d’essayer ce filtre.',
        '- Du lundi au vendredi à 8 h et 18 h 30 · La Vigie · sans « sport » ni « météo » · 5 sujets au plus',
        'Prochaine édition : aujourd’hui à 18 h 30.',
        '[Confirmer] [Laisser tel quel]',
      ].join('\n'),
    )
    expect(await saved(on)).toEqual([])
    const done = await on.press(manager(), asked, 'Confirmer')
    expect(textOf(done)).toContain(
      'La revue « La revue du matin » est programmée. Prochaine édition : aujourd’hui à 18 h 30.',
    )
    expect(await saved(on)).toMatchObject([
      {
        title: 'La revue du matin',
        channels: ['discord:200'],
        schedule: { days: [1, 2, 3, 4, 5], hours: ['08:00', '18:30'], zone: 'Europe/Paris' },
        feeds: ['La Vigie'],
        withoutWords: ['sport', 'météo'],
        maxStories: 5,
        workspaceId: 'discord:100',
      },
    ])
  })

  it('announces the next slot, so that nothing is caught up on', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h')
    const [digest] = await saved(on)
    if (digest === undefined) throw new Error('not saved')
    const { editions } = on.tools.storage
    const tomorrow = Date.parse('2026-11-24T09:00:00+01:00')
    expect((await editions.nextSlots()).get(digest.name)).toBe(tomorrow)
    // At rest for a day, its hour passed; then it goes on.
    await on.settle(manager(), '/programme suspendre Le point')
    on.setNow(tomorrow + HOUR)
    await on.settle(manager(), '/programme reprendre Le point')
    const memory = {
      lastSlotAt: await editions.lastSlot(digest.name),
      nextSlotAt: (await editions.nextSlots()).get(digest.name),
      now: tomorrow + HOUR,
    }
    expect(memory.nextSlotAt).toBe(tomorrow + DAY)
    expect(settleSlots(digest.schedule, memory)).toEqual({ dropped: [], nextSlotAt: tomorrow + DAY })
  })

  it('tells every mistake, by its field', async () => {
    const on = await open()
    const said = textOf(
      await on.type(manager(), '/programme ajouter X jours:lundy heures:3h flux:Le Fanal sujets:99'),
    )
    expect(said).toBe(
      [
        'Je n’ai rien modifié. À corriger :',
        '- Jours : « lundy » n’est pas un jour ; vouliez-vous dire « lundi » ?',
        '- Heures : L’heure « 3h » ne convient pas. Choisissez une heure de 5 h à 23 h.',
        '- Flux : Aucun flux n’a pour titre « Le Fanal ». Voyez la liste avec /flux lister.',
        '- Nombre de sujets : Donnez un nombre entier de 1 à 20.',
      ].join('\n'),
    )
  })

  it('is not for a private message among others, and is for somebody alone', async () => {
    const on = await open()
    expect(
      textOf(await on.type(manager({ channel: 'discord:@U1' }), '/programme ajouter X heures:8h')),
    ).toContain('/abonnement regler')
    const alone = member({ workspaceId: 'discord:@U2', channel: 'discord:@U2' })
    expect(textOf(await on.settle(alone, '/programme ajouter X heures:8h'))).toContain('est programmée')
  })

  it('opens a form when nothing is typed, and takes what it gives', async () => {
    const on = await open()
    const form = await on.type(manager(), '/programme ajouter')
    expect(form).toMatchObject({ kind: 'form', form: { name: 'digest', target: '' } })
    expect(textOf(form)).toContain('Tapez /programme ajouter')
    expect(await on.submit(manager(), form, { titre: ['X'], jours: ['lundi'], heures: ['minuit'] })).toEqual({
      kind: 'mistakes',
      mistakes: { heures: expect.stringContaining('ne se lit pas') },
    })
    const asked = await on.submit(manager(), form, {
      titre: ['L’hebdo'],
      jours: ['lundi', 'jeudi'],
      heures: ['8 h'],
      fuseau: ['Africa/Dakar'],
      flux: [FEEDS[1]?.id ?? '', 'La Vigie'],
      avec: ['pont'],
    })
    expect(textOf(asked)).toContain(
      'Le lundi et le jeudi à 8 h, heure de Dakar (Africa/Dakar) · Le Phare, toute l’info, La Vigie',
    )
    await on.press(manager(), asked, 'Confirmer')
    expect((await saved(on))[0]).toMatchObject({
      feeds: ['Le Phare, toute l’info', 'La Vigie'],
      withWords: ['pont'],
    })
  })

  it('refuses a title that another digest of the workspace has', async () => {
    const on = await open([DECLARED])
    expect(textOf(await on.type(manager(), '/programme ajouter la revue du soir'))).toContain(
      'Une autre revue s’appelle déjà',
    )
  })
})

describe('/programme modifier', () => {
  it('calls a digest by the title that it has, and tells hours by its own clock', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h')
    const asked = await on.type(
      manager(),
      '/programme modifier Le point titre:La pointe heures:11h fuseau:Dakar',
    )
    expect(textOf(asked)).toContain('Modifier la revue « Le point » ?')
    expect(textOf(asked)).toContain('Prochaine édition : aujourd’hui à 11 h, heure de Dakar (Africa/Dakar).')
    expect(textOf(await on.press(manager(), asked, 'Confirmer'))).toContain(
      'La revue « La pointe » est modifiée.',
    )
  })

  it('tells long lists in short, and that they differ', async () => {
    const on = await open()
    const words = Array.from({ length: 12 }, (_, at) => `mot${at}`)
    const asked = await on.type(manager(), `/programme ajouter Le point sans:${words.join(',')}`)
    expect(textOf(asked)).toContain('« mot7 » ni 4 autres')
    await on.press(manager(), asked, 'Confirmer')
    const changed = await on.type(
      manager(),
      `/programme modifier Le point sans:${[...words, 'muet'].toSpliced(11, 1).join(',')}`,
    )
    expect(textOf(changed)).toContain('(la fin de la liste change)')
  })

  it('says from what to what, and nothing else', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h flux:La Vigie')
    const asked = await on.type(manager(), '/programme modifier le point heures:9h30 flux:tous')
    expect(textOf(asked).split('\n').slice(0, 4)).toEqual([
      'Modifier la revue « Le point » ?',
      '- Heures : 9 h → 9 h 30',
      '- Flux : La Vigie → tous',
      'Prochaine édition : demain à 9 h 30.',
    ])
    const done = await on.press(manager(), asked, 'Confirmer')
    const [changed] = await saved(on)
    expect(changed).toMatchObject({ schedule: { hours: ['09:30'] }, feeds: [] })
    await on.press(manager(), done, 'Annuler ce changement')
    expect((await saved(on))[0]).toMatchObject({
      name: changed?.name,
      schedule: { hours: ['09:00'] },
      feeds: ['La Vigie'],
    })
  })

  it('opens the form with what is set', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h flux:La Vigie avec:pont, halle')
    const form = await on.type(manager(), '/programme modifier Le point')
    const fields =
      form.kind === 'form' ? new Map(form.form.fields.map((field) => [field.name, field.initial])) : new Map()
    expect(fields.get('titre')).toBe('Le point')
    expect(fields.get('flux')).toEqual([{ label: 'La Vigie', value: FEEDS[0]?.id }])
    expect(fields.get('avec')).toBe('pont, halle')
    // Fields that come back empty were emptied.
    const asked = await on.submit(manager(), form, {
      titre: ['Le point'],
      jours: ['lundi'],
      heures: ['9h'],
      fuseau: ['Europe/Paris'],
    })
    await on.press(manager(), asked, 'Confirmer')
    expect((await saved(on))[0]).toMatchObject({ feeds: [], withWords: [], schedule: { days: [1] } })
  })

  it('says so when there is nothing to change', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h')
    expect(textOf(await on.type(manager(), '/programme modifier Le point heures:9:00'))).toContain(
      'rien à changer',
    )
  })

  it('keeps a feed that is followed no more, until it is taken out', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point flux:La Vigie')
    await on.tools.storage.feeds.remove([FEEDS[0]?.id ?? ''])
    const form = await on.type(manager(), '/programme modifier Le point')
    const asked = await on.submit(manager(), form, {
      titre: ['Le point'],
      jours: ['lundi'],
      heures: ['9h'],
      flux: ['La Vigie'],
    })
    expect(textOf(asked)).not.toContain('Flux :')
  })

  it.each([
    ['/programme modifier La revue du soir heures:9h', 'fixée par la configuration', 'a digest of the file'],
    ['/programme retirer La revue du soir', 'fixée par la configuration', 'a digest of the file'],
    ['/programme retirer La revue de midi', 'vouliez-vous dire « La revue du soir » ?', 'a near title'],
    ['/programme retirer', 'Donnez le titre de la revue', 'no title'],
    ['/programme retirer Ma revue', 'Aucune revue', 'none of that name'],
  ])('%s: %s', async (words, answer, _why) => {
    const on = await open([DECLARED])
    expect(textOf(await on.type(manager(), words))).toContain(answer)
  })
})

describe('/programme lister', () => {
  it('shows those of the channel first, and who may change which', async () => {
    const on = await open([DECLARED])
    await on.settle(manager({ channel: 'discord:201' }), '/programme ajouter Ailleurs heures:9h')
    await on.settle(manager(), '/programme ajouter Ici heures:9h')
    await on.settle(manager(), '/programme suspendre Ici')
    expect(textOf(await on.type(manager(), '/programme lister'))).toBe(
      [
        '3 revues programmées',
        'La revue du soir : du lundi au vendredi à 18 h · tous les flux · 7 sujets au plus',
        'Dans ce canal. Prochaine édition : aujourd’hui à 18 h. Fixée par la configuration.',
        'Ici : du lundi au vendredi à 9 h · tous les flux · 7 sujets au plus',
        'Dans ce canal. En pause depuis aujourd’hui à 10 h.',
        '[Modifier « Ici »] [Retirer « Ici »]',
        'Ailleurs : du lundi au vendredi à 9 h · tous les flux · 7 sujets au plus',
        'Dans le canal 201. Prochaine édition : demain à 9 h.',
        '[Modifier « Ailleurs »] [Retirer « Ailleurs »]',
        '[Programmer une revue]',
      ].join('\n'),
    )
    expect(textOf(await on.type(member(), '/programme lister'))).not.toContain('[')
  })

  it('turns pages', async () => {
    const on = await open()
    for (const name of ['A', 'B', 'C', 'D', 'E'])
      await on.settle(manager(), `/programme ajouter Revue ${name}`)
    const second = await on.press(manager(), await on.type(manager(), '/programme lister'), 'Page suivante')
    expect(textOf(second)).toContain('Page 2 sur 2')
  })

  it('never shows those of another server, nor lets them be touched', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h')
    const [digest] = await saved(on)
    const other = manager({ workspaceId: 'discord:101', channel: 'discord:201', person: 'U9' })
    expect(textOf(await on.type(other, '/programme lister'))).toContain('Aucune revue')
    expect(textOf(await on.type(other, '/programme retirer Le point'))).toContain('Aucune revue')
    for (const verb of ['edit-digest', 'remove-digest'] as const) {
      const reply = await pressManagement(on.tools, other, act(verb, digest?.name))
      expect(textOf(reply ?? { kind: 'nothing' })).toBe(
        'Cette revue n’existe plus. Voyez la liste avec /programme lister.',
      )
    }
    const form = await on.type(manager(), '/programme modifier Le point')
    expect(textOf(await on.submit(other, form, { titre: ['Volée'], jours: ['lundi'], heures: ['9h'] }))).toBe(
      'Cette revue n’existe plus. Voyez la liste avec /programme lister.',
    )
  })

  it('removes by its button, and its editions stay', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h')
    const asked = await on.press(
      manager(),
      await on.type(manager(), '/programme lister'),
      'Retirer « Le point »',
    )
    const done = await on.press(manager(), asked, 'Confirmer')
    expect(textOf(done)).toContain('Ses éditions passées restent.')
    expect(await saved(on)).toEqual([])
    await on.press(manager(), done, 'Annuler ce changement')
    expect(await saved(on)).toHaveLength(1)
  })
})
