// /flux importer, exporter and packs: what is said before, what is done, what is taken back.
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '../../src/core/calendar.ts'
import type { ChatReply } from '../../src/core/request.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'
import { outlines } from '../../src/outlines.ts'
import { suggest } from '../../src/services/suggest.ts'
import {
  declaredFeed,
  type Desk,
  manager,
  member,
  messageOf,
  NOON_BEFORE,
  openDesk,
  textOf,
} from './desk-scene.ts'

let desk: Desk | undefined
afterEach(async () => {
  await desk?.close()
  desk = undefined
})

const HOST = 'listes.example'
const ADDRESS = `http://${HOST}/flux.opml`

const opml = (lines: string, title = 'Mes flux'): PressAnswer => ({
  headers: { 'content-type': 'text/x-opml' },
  body: Buffer.from(
    `<opml version="2.0"><head><title>${title}</title></head><body>\n${lines}\n</body></opml>`,
  ),
})

const LIST = `<outline text="Régions"><outline text="Le Quai" xmlUrl="https://quai.example/rss"/>
<outline text="Le Phare" xmlUrl="https://phare.example/rss"/></outline>
<outline text="La Vigie" xmlUrl="http://lavigie.example/rss"/>
<outline text="Le Quai encore" xmlUrl="https://quai.example/rss/"/>
<outline text="Perdu" type="rss"/>`

async function open(lines = LIST, feeds = [declaredFeed('lavigie.example/rss', 'La Vigie')]): Promise<Desk> {
  desk = await openDesk({
    hosts: [HOST],
    feeds,
    answer: (address) =>
      address === `${HOST}/flux.opml`
        ? opml(lines)
        : address === `${HOST}/page`
          ? { headers: { 'content-type': 'text/html' }, body: Buffer.from('<!doctype html><html></html>') }
          : undefined,
  })
  return desk
}

const followed = (on: Desk) => on.tools.storage.followings.of('discord:100')
const many = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<outline text="Flux ${at}" xmlUrl="https://h${at % 500}.example/${at}"/>`,
  ).join('\n')

describe('/flux importer', () => {
  it('says first what is new, what is there already, what is refused, under which rubrics', async () => {
    const on = await open()
    expect(textOf(await on.type(manager(), `/flux importer ${ADDRESS}`))).toBe(
      [
        'Suivre 2 flux de la liste « Mes flux » ?',
        'Rubrique : Régions (2). Un flux est déjà suivi. Une adresse est donnée deux fois : elle compte une fois.',
        '1 ligne refusée :',
        '- ligne 6, « Perdu » : elle n’a pas d’adresse',
        'Rien d’ancien ne sera publié : la prochaine édition ne prendra que les articles récents.',
        '[Confirmer] [Laisser tel quel]',
      ].join('\n'),
    )
    expect(await followed(on)).toEqual([])
  })

  it('follows once it is confirmed, as one change of the journal', async () => {
    const on = await open()
    const done = await on.settle(manager(), `/flux importer ${ADDRESS}`)
    expect(textOf(done)).toBe(
      '2 flux de la liste « Mes flux » sont suivis. Je les lirai dans la minute.\n[Annuler ce changement]',
    )
    expect(
      (await followed(on)).map(({ title, rubric, addedByName }) => [title, rubric, addedByName]),
    ).toEqual([
      ['Le Phare', 'Régions', 'Awa Diop'],
      ['Le Quai', 'Régions', 'Awa Diop'],
    ])
    expect(textOf(await on.type(member(), '/reglages journal'))).toContain(
      '1. Awa Diop a ajouté 2 flux de la liste « Mes flux » · aujourd’hui à 10 h',
    )
    expect(textOf(await on.type(manager(), `/flux importer ${ADDRESS}`))).toContain(
      'Il n’y a rien à ajouter : tous les flux de cette liste sont déjà suivis.',
    )
  })

  it('takes a pack, by its option, in place of an address, and by its button', async () => {
    const on = await open()
    const asked = 'Suivre 14 flux de la liste « Suisse » ?'
    expect(textOf(await on.type(manager(), '/flux importer pack: suisse'))).toContain(asked)
    expect(textOf(await on.type(manager(), '/flux importer Suisse'))).toContain(asked)
    const packs = await on.type(manager(), '/flux packs')
    expect(textOf(await on.press(manager(), packs, 'Suisse'))).toContain(asked)
    expect(textOf(await on.type(member(), '/flux packs'))).toContain('Un administrateur peut en ajouter un')
    expect(await suggest(on.tools, manager(), 'pack', 'sui')).toEqual([
      { label: 'Suisse · 14 flux'.replace('14 ', '14\u00A0'), value: 'Suisse' },
    ])
  })

  it.each([
    ['/flux importer', 'Donnez l’adresse d’une liste OPML, un fichier, ou un paquet', 'nothing given'],
    [
      '/flux importer pack: suise',
      'Aucun paquet ne s’appelle « suise » ; vouliez-vous dire « Suisse » ?',
      'a slip',
    ],
    [`/flux importer http://${HOST}/page`, 'ne mène pas à une liste de flux OPML', 'a page'],
    [`/flux importer http://${HOST}/rien`, 'n’existe pas', 'no such page'],
    ['/flux importer http://127.0.0.1/flux.opml', 'adresse privée', 'the own network'],
  ])('says why nothing comes of %s', async (words, expected, _why) => {
    const on = await open()
    expect(textOf(await on.type(manager(), words))).toContain(expected)
  })

  it('is for those who may change things', async () => {
    const on = await open()
    expect(textOf(await on.type(member(), `/flux importer ${ADDRESS}`))).not.toContain('Confirmer')
    const proposed = await on.type(manager(), `/flux importer ${ADDRESS}`)
    expect(textOf(await on.press(member(), proposed, 'Confirmer'))).not.toContain('sont suivis')
    expect(await followed(on)).toEqual([])
  })

  it('is taken back as one, but for feeds that somebody has changed since', async () => {
    const on = await open()
    const done = await on.settle(manager(), `/flux importer ${ADDRESS}`)
    await on.settle(manager(), '/flux suspendre Le Phare')
    expect(textOf(await on.press(manager(), done, 'Annuler ce changement'))).toContain(
      'Changement annulé. 1 flux de la liste « Mes flux » n’est plus suivi. Les articles déjà lus restent. Un flux a été modifié entre-temps : je n’y ai pas touché.',
    )
    expect((await followed(on)).map(({ title }) => title)).toEqual(['Le Phare'])
  })

  it('comes back when the taking back is taken back, and a day later nothing is taken back', async () => {
    const on = await open()
    const done = await on.settle(manager(), `/flux importer ${ADDRESS}`)
    const undone = await on.press(manager(), done, 'Annuler ce changement')
    expect(await followed(on)).toEqual([])
    const back = await on.press(manager(), undone, 'Rétablir')
    expect(await followed(on)).toHaveLength(2)
    on.setNow(NOON_BEFORE + DAY + MINUTE)
    expect(textOf(await on.press(manager(), back, 'Rétablir'))).toContain('ce temps est passé')
  })

  it('leaves out what somebody else has added before it was confirmed', async () => {
    const on = await open()
    const one = await on.type(manager(), `/flux importer ${ADDRESS}`)
    const other = await on.type(manager({ person: 'U9' }), '/flux importer Suisse')
    await on.press(manager(), one, 'Confirmer')
    expect(textOf(await on.press(manager({ person: 'U9' }), other, 'Confirmer'))).toContain('14 flux')
    const again = await on.type(manager(), `/flux importer ${ADDRESS}`)
    expect(textOf(again)).toContain('rien à ajouter')
  })

  it('brings 2,000 feeds at once, in seconds, and their first readings little by little', async () => {
    const on = await open(many(2000), [])
    const proposed = await on.type(manager(), `/flux importer ${ADDRESS}`)
    const startedAt = performance.now()
    const done = await on.press(manager(), proposed, 'Confirmer')
    expect(performance.now() - startedAt).toBeLessThan(6000)
    expect(textOf(done)).toContain(
      '2 000 flux de la liste « Mes flux » sont suivis. Je les lirai peu à peu, en 50 minutes environ',
    )
    expect(await followed(on)).toHaveLength(2000)
    expect(await on.tools.storage.feeds.due(NOON_BEFORE)).toHaveLength(40)
    await on.press(manager(), done, 'Annuler ce changement')
    expect(await followed(on)).toEqual([])
  })
})

function fileOf(reply: ChatReply) {
  const file = messageOf(reply).blocks.find((block) => block.kind === 'file')
  if (file === undefined) throw new Error(`no file: ${textOf(reply)}`)
  return file
}

describe('/flux exporter', () => {
  it('gives every feed that the workspace reads, in a file that reads back', async () => {
    const on = await open()
    await on.settle(manager(), `/flux importer ${ADDRESS}`)
    const reply = await on.type(member(), '/flux exporter')
    expect(textOf(reply)).toContain('Voici 3 flux, au format OPML')
    const { name, mediaType, octets } = fileOf(reply)
    expect([name, mediaType]).toEqual(['flux.opml', 'text/x-opml'])
    const back = outlines.read(octets)
    expect(back?.title).toBe('La rédaction')
    expect(back?.feeds.map(({ title, rubric }) => [title, rubric])).toEqual([
      ['La Vigie', 'Régions'],
      ['Le Phare', 'Régions'],
      ['Le Quai', 'Régions'],
    ])
  })

  it('says that there is nothing to give', async () => {
    const on = await open('', [])
    expect(textOf(await on.type(member(), '/flux exporter'))).toBe('Aucun flux n’est suivi.')
  })
})
