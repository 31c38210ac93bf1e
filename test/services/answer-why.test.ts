// «pourquoi https://…», asked in the chat by those who may know and by others.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { planDeliveries } from '../../src/core/delivery.ts'
import type { Digest } from '../../src/core/digest.ts'
import { addressAsked } from '../../src/services/answer-why.ts'
import { createCompositions } from '../../src/services/compositions.ts'
import { createInbox } from '../../src/services/inbox.ts'
import { makeTracedEdition } from '../../src/services/make-edition.ts'
import { type Desk, deskDigest, deskFeed, member, messageOf, openDesk, words } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const COURRIER = deskFeed('Le Courrier')
const VIGIE = deskFeed('La Vigie', { origin: 'chat' })

const BRIDGE = 'Le pont de Vernay rouvre'
const SCHOOL = 'Une école de Marnes ferme'

let desk: Desk
const addressOf = (feed: { readonly id: string }, title: string): string =>
  `https://${feed.id}.example/${encodeURIComponent(title)}`

async function publish(digest: Digest): Promise<void> {
  const moment = { slotAt: NOW, now: NOW, compositions: createCompositions() }
  const { edition, trace } = await makeTracedEdition(desk.storage, digest, moment)
  await desk.storage.editions.create(edition, planDeliveries(edition, digest.channels, 1))
  await desk.storage.traces.save(edition.id, trace)
}

const ask = (text: string, from = member()) =>
  createInbox(desk.tools)({
    from,
    kind: 'command',
    command: 'question',
    action: '',
    options: { question: text },
  })

beforeEach(async () => {
  const digest = deskDigest({ channels: ['slack:C1'], withoutWords: ['école'] })
  desk = await openDesk({ now: NOW - HOUR, feeds: [COURRIER], digests: [digest] })
  await desk.storage.feeds.save([VIGIE], NOW)
  const publishedAt = NOW - 2 * HOUR
  await desk.keep(COURRIER, {
    title: BRIDGE,
    text: 'Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux, dit la mairie.',
    publishedAt,
  })
  await desk.keep(COURRIER, {
    title: SCHOOL,
    text: 'L’école du bourg de Marnes fermera en juillet, faute d’élèves, a annoncé le rectorat lundi.',
    publishedAt,
  })
  await desk.keep(VIGIE, {
    title: 'Le préfet et les maires',
    text: 'Le préfet a reçu les maires du canton de Marnes pour parler des routes et des forêts.',
    publishedAt,
  })
  desk.setNow(NOW)
  await publish(digest)
})

describe('«pourquoi https://…»', () => {
  it('tells what became of an article that is quoted', async () => {
    const text = words(await ask(`pourquoi ${addressOf(COURRIER, BRIDGE)}`))
    expect(text).toContain(`## Pourquoi « ${BRIDGE} » ?`)
    expect(text).toContain('Vu pour la première fois aujourd’hui à 7 h, dans le flux « Le Courrier ».')
    expect(text).toContain('*La revue du matin, aujourd’hui à 8 h* : cité, 1 phrase, dans le 1er sujet.')
    expect(text).toContain('> Le pont de Vernay rouvrira vendredi à 6 heures')
    expect(text).toMatch(/1er sujet sur 1 par ordre d’importance, \d(?:,\d)? points :/)
  })

  it('tells why an article is not there', async () => {
    const text = words(await ask(`<${addressOf(COURRIER, SCHOOL)}?utm_source=chat>`))
    expect(text).toContain('écarté par le filtre « SAUF école » : « école » y figure.')
  })

  it('is answered in the channel where it was asked aloud', async () => {
    const text = `Pourquoi ${addressOf(COURRIER, BRIDGE)} ?`
    const reply = await createInbox(desk.tools)({ from: member(), kind: 'mention', text })
    expect(reply).toMatchObject({ kind: 'message', audience: 'channel' })
    expect(words(reply)).toContain('cité, 1 phrase')
  })

  it('knows nothing of what another workspace follows', async () => {
    const address = addressOf(VIGIE, 'Le préfet et les maires')
    expect(words(await ask(address))).toContain('Je n’ai aucun article à cette adresse')
    expect(words(await ask(address.slice(0, -4)))).not.toContain('préfet')
  })

  it('tells of somebody’s own digest to nobody else', async () => {
    const own = deskDigest({ name: 'sienne', title: 'La sienne', channels: ['slack:@U2'] })
    const personal = { ...own, owner: 'U2', workspaceId: 'slack:T1' }
    await desk.storage.digests.save(personal)
    await publish(personal)
    const address = addressOf(COURRIER, BRIDGE)
    expect(words(await ask(address))).not.toContain('La sienne')
    expect(words(await ask(address, member({ person: 'U2' })))).toContain('La sienne')
    const aloud = createInbox(desk.tools)({ from: member({ person: 'U2' }), kind: 'mention', text: address })
    expect(words(await aloud)).not.toContain('La sienne')
  })

  it('bears an address of any length, and says it shortly', async () => {
    const { blocks } = messageOf(await ask(`https://lavigie.example/${'a'.repeat(5000)}`))
    expect(JSON.stringify(blocks).length).toBeLessThan(2000)
  })
})

describe('a question', () => {
  it.each([
    ['pourquoi https://vigie.example/pont', 'https://vigie.example/pont', 'as one asks'],
    ['POURQUOI <https://vigie.example/pont|Le pont> ?', undefined, 'more words than an address'],
    ['pourquoi <https://vigie.example/pont|pont> ?', 'https://vigie.example/pont', 'as Slack writes it'],
    ['https://vigie.example/pont?xtor=1', 'https://vigie.example/pont', 'alone'],
    ['vigie.example/pont', 'https://vigie.example/pont', 'as one types it'],
    ['pourquoi Lavrov ?', undefined, 'a question like others'],
    ['Lavrov', undefined, 'a name'],
    ['qui a écrit https://vigie.example/pont', undefined, 'another question'],
    ['', undefined, 'nothing'],
  ])('« %s » is about the article at %j: %s', (text, expected, _why) => {
    expect(addressAsked(text)).toBe(expected)
  })
})
