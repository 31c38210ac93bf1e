import { afterEach, describe, expect, it } from 'vitest'
import { DAY } from '../../src/core/calendar.ts'
import { mayManage } from '../../src/core/workspace.ts'
import { reconcile } from '../../src/services/administer.ts'
import { settingsOf } from '../../src/services/visible-feeds.ts'
import {
  buttonOf,
  type Desk,
  manager,
  member,
  mentionsOf,
  messageOf,
  NOON_BEFORE,
  openDesk,
  textOf,
} from './desk-scene.ts'
import { sampleFeed } from '../storage/samples.ts'
import { sampleDigest } from '../storage/samples-chat.ts'

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function open(): Promise<Desk> {
  desk = await openDesk()
  return desk
}

const settings = (on: Desk, workspaceId = 'discord:100') => settingsOf(on.tools.storage, workspaceId)

describe('/reglages', () => {
  it('says who may change what, to everybody', async () => {
    const on = await open()
    expect(textOf(await on.type(member(), '/reglages voir'))).toBe(
      [
        'Réglages',
        '- Peuvent tout modifier : les personnes qui gèrent le serveur',
        '- Pannes annoncées : nulle part',
        '- Bilan des flux : le lundi, dès qu’un canal est choisi pour les pannes',
        '- Fuseau horaire : Paris (Europe/Paris)',
        'Tout le monde peut lire les listes et le journal des changements. Chaque changement se confirme, et s’annule pendant une journée ; ce qui est retiré se rétablit pendant trente jours.',
      ].join('\n'),
    )
    expect(buttonOf(await on.type(manager(), '/reglages voir'), 'Modifier les réglages').action.verb).toBe(
      'settings',
    )
  })

  it.each(['administrateurs personne:U2', 'canal', 'fuseau Dakar'])(
    'refuses «%s» to a member',
    async (words) => {
      const on = await open()
      expect(textOf(await on.type(member(), `/reglages ${words}`))).toContain('peuvent le faire')
    },
  )

  it('names a manager, and a second time takes the right away', async () => {
    const on = await open()
    expect(mayManage(await settings(on), member())).toBe(false)
    const asked = await on.type(manager(), '/reglages administrateurs U2')
    expect(textOf(asked)).toContain('Pourra tout modifier ici : la personne U2')
    await on.press(manager(), asked, 'Confirmer')
    expect(mayManage(await settings(on), member())).toBe(true)
    // Known by name once they did something.
    await on.settle(member(), '/reglages fuseau Dakar')
    expect(textOf(await on.type(manager(), '/reglages administrateurs personne:U2'))).toContain(
      'Ne pourra plus tout modifier ici : Bruno Petit',
    )
    await on.settle(manager(), '/reglages administrateurs personne:U2')
    expect(mayManage(await settings(on), member())).toBe(false)
  })

  it('names a role, where there are roles', async () => {
    const on = await open()
    await on.settle(manager(), '/reglages administrateurs role:777')
    expect(mayManage(await settings(on), member({ roles: ['777'] }))).toBe(true)
    const slack = manager({ workspaceId: 'slack:T1', channel: 'slack:C1' })
    expect(textOf(await on.type(slack, '/reglages administrateurs role:777'))).toBe(
      'Cette messagerie n’a pas de rôles. Nommez une personne.',
    )
  })

  it.each([
    ['/reglages canal', 'discord:200', 'this channel'],
    ['/reglages canal 305', 'discord:305', 'another one'],
    ['/reglages canal discord:305', 'discord:305', 'as the platform of ours names it'],
  ])('%s: failures go to %s', async (words, channel, _why) => {
    const on = await open()
    await on.settle(manager(), words)
    expect((await settings(on)).adminChannel).toBe(channel)
    await on.settle(manager(), '/reglages canal aucun')
    expect(await settings(on)).not.toHaveProperty('adminChannel')
  })

  it.each([
    [{ channel: 'discord:@U1' }, '/reglages canal', 'Un message privé ne convient pas'],
    [{}, '/reglages canal #général !', 'Je ne reconnais pas ce canal'],
    [{}, '/reglages canal ?', 'Je ne reconnais pas ce canal'],
    [
      { workspaceId: 'discord:@U1', channel: 'discord:@U1' },
      '/reglages canal 305',
      'Je ne reconnais pas ce canal',
    ],
    [{}, '/reglages fuseau Pariis', 'vouliez-vous dire « Europe/Paris » ?'],
    [{}, '/reglages fuseau', 'Donnez un fuseau'],
    [{}, '/reglages administrateurs', 'Nommez une personne'],
    [{}, '/reglages administrateurs <@U2>', 'Je ne reconnais pas cette personne'],
    [
      { workspaceId: 'discord:@U1', channel: 'discord:@U1' },
      '/reglages administrateurs U2',
      'vous êtes en privé',
    ],
  ])('%o «%s»: %s', async (where, words, answer) => {
    const on = await open()
    expect(textOf(await on.type(manager(where), words))).toContain(answer)
    expect(await on.tools.storage.workspaces.list()).toEqual([])
  })

  it('takes everything at once through its form, and leaves roles alone', async () => {
    const on = await open()
    await on.settle(manager(), '/reglages administrateurs role:777')
    const form = await on.press(
      manager(),
      await on.type(manager(), '/reglages voir'),
      'Modifier les réglages',
    )
    const asked = await on.submit(manager(), form, {
      personnes: ['U2'],
      canal: ['305'],
      fuseau: ['Africa/Dakar'],
    })
    expect(textOf(asked)).toContain(
      '- Pannes annoncées : nulle part → dans le canal 305\n- Fuseau horaire : Paris (Europe/Paris) → Dakar (Africa/Dakar)',
    )
    expect(mentionsOf(asked)).toEqual(['person U2', 'channel 305'])
    const done = await on.press(manager(), asked, 'Confirmer')
    expect(await settings(on)).toEqual({
      managers: ['U2'],
      managerRoles: ['777'],
      adminChannel: 'discord:305',
      zone: 'Africa/Dakar',
    })
    await on.press(manager(), done, 'Annuler ce changement')
    expect(await settings(on)).toEqual({ managers: [], managerRoles: ['777'], zone: 'Europe/Paris' })
    expect(await on.submit(member(), form, { personnes: ['U2'] })).toMatchObject({ kind: 'message' })
    expect((await settings(on)).managers).toEqual([])
  })

  it.each<[string | undefined, false | undefined, string]>([
    ['non', false, 'nobody wants it'],
    ['oui', undefined, 'wanted again, which is the rule'],
    [undefined, false, 'a form of an older version leaves it as it was'],
  ])('takes the report of Monday from its form: %s', async (bilan, expected, _why) => {
    const on = await open()
    if (bilan !== 'non') await on.settle(manager(), '/reglages bilan non')
    const shown = await on.type(manager(), '/reglages voir')
    const form = await on.press(manager(), shown, 'Modifier les réglages')
    const initial = bilan === 'non' ? 'oui' : 'non'
    expect(form).toMatchObject({
      form: { fields: expect.arrayContaining([expect.objectContaining({ name: 'bilan', initial })]) },
    })
    const values = { fuseau: ['Africa/Dakar'], ...(bilan !== undefined && { bilan: [bilan] }) }
    await on.press(manager(), await on.submit(manager(), form, values), 'Confirmer')
    expect((await settings(on)).weeklyReport).toBe(expected)
  })

  it('asks for the zone alone in private, and leaves the rest as it was', async () => {
    const on = await open()
    const alone = manager({ workspaceId: 'discord:@U1', channel: 'discord:@U1' })
    await on.settle(alone, '/reglages canal')
    const form = await on.press(alone, await on.type(alone, '/reglages voir'), 'Modifier les réglages')
    expect(form).toMatchObject({ kind: 'form', form: { fields: [{ name: 'fuseau' }] } })
    await on.press(alone, await on.submit(alone, form, { fuseau: ['Africa/Dakar'] }), 'Confirmer')
    expect(await settings(on, 'discord:@U1')).toEqual({
      managers: [],
      managerRoles: [],
      adminChannel: 'discord:@U1',
      zone: 'Africa/Dakar',
    })
  })

  it('stays within its workspace', async () => {
    const on = await open()
    await on.settle(manager(), '/reglages canal')
    expect(await settings(on, 'discord:101')).not.toHaveProperty('adminChannel')
  })
})

describe('/reglages journal', () => {
  it('tells who did what, when and where from, newest first', async () => {
    const on = await open()
    const zone = await on.settle(manager(), '/reglages fuseau Dakar')
    on.setNow(NOON_BEFORE + 60_000)
    await on.press(manager(), zone, 'Annuler ce changement')
    on.setNow(NOON_BEFORE + 120_000)
    await on.settle(
      manager({ channel: 'discord:300', personName: 'Awa Diop-Martin' }),
      '/programme ajouter Le point heures:9h',
    )
    const journal = await on.type(member(), '/reglages journal')
    expect(textOf(journal)).toBe(
      [
        'Journal : 3 changements',
        '1. Awa Diop-Martin a programmé la revue « Le point » · aujourd’hui à 10 h 02 · depuis le canal 300',
        '2. Awa Diop a modifié les réglages (Fuseau horaire : Dakar (Africa/Dakar) → Paris (Europe/Paris)) · aujourd’hui à 10 h 01 · depuis ce canal · pour annuler un changement',
        '3. Awa Diop a modifié les réglages (Fuseau horaire : Paris (Europe/Paris) → Dakar (Africa/Dakar)) · aujourd’hui à 10 h · depuis ce canal · annulé aujourd’hui à 10 h 01',
      ].join('\n'),
    )
  })

  it('lets the platform name whoever has no name here, and the channel', async () => {
    const on = await open()
    await on.settle(manager({ channel: 'discord:300', personName: '' }), '/reglages fuseau Dakar')
    const journal = await on.type(member(), '/reglages journal')
    expect(textOf(journal)).toContain('1. Quelqu’un a modifié les réglages')
    expect(mentionsOf(journal)).toEqual([`person ${manager().person}`, 'channel 300'])
  })

  it('takes a change back by its number and keeps standing', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point heures:9h')
    const journal = await on.type(manager(), '/reglages journal')
    const undone = await on.press(manager(), journal, 'Annuler le n° 1')
    expect(undone.kind).toBe('message')
    expect(await on.tools.storage.digests.list()).toEqual([])
    on.setNow(NOON_BEFORE + 2 * DAY)
    // What was removed can be brought back for longer.
    expect(textOf(await on.type(manager(), '/reglages journal'))).toContain('\n[Annuler le n° 1]')
    on.setNow(NOON_BEFORE + 30 * DAY)
    expect(textOf(await on.type(manager(), '/reglages journal'))).not.toContain('[')
  })

  it('turns pages of five', async () => {
    const on = await open()
    for (let at = 0; at < 7; at++) {
      on.setNow(NOON_BEFORE + at * 1000)
      await on.settle(manager(), `/programme ajouter Revue ${at}`)
    }
    const first = await on.type(manager(), '/reglages journal')
    expect(messageOf(first).summary).toBe('Journal des changements')
    const second = await on.press(manager(), first, 'Page suivante')
    expect(textOf(second)).toContain('6. Awa Diop a programmé la revue « Revue 1 »')
    expect(textOf(second)).toContain('[Annuler le n° 6] [Annuler le n° 7]\n[Page précédente]')
  })
})

const file = (name: string, channel: string) => sampleDigest(name, { title: name, channels: [channel] })

describe('what the file changed, in the log of a workspace', () => {
  it('shows feeds to all, and a digest where it appears', async () => {
    const on = await open()
    await reconcile(on.tools, {
      file: 'config/pressoir.yaml',
      feeds: [sampleFeed('rennes')],
      digests: [file('Ici', 'discord:200'), file('Ailleurs', 'discord:999')],
      alerts: [],
    })
    const read = textOf(await on.type(member(), '/reglages journal'))
    expect(read).toMatch(/config\/pressoir\.yaml a ajouté la revue « Ici »/)
    expect(read).toContain('a ajouté le flux')
    expect(read).not.toContain('Ailleurs')
  })
})
