// What the configuration or the chat takes away while work is open: it is finished, or told, and stops nobody.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import { openTestApp, rss, type TestApp, testDigest, testFeed } from './open-test-app.ts'

const EVENING = Date.parse('2026-03-16T21:00:00+01:00')
const MORNING = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = testFeed('lavigie.example/flux.xml', 'La Vigie')
const OTHER = testFeed('lephare.example/flux.xml', 'Le Phare')

const NEWS = {
  'lavigie.example': [
    'Vernay : la piscine ferme',
    '<p>À Vernay, la piscine fermera lundi pour une durée de six semaines, a annoncé la municipalité.</p><p>Les nageurs avaient été prévenus par courrier au mois de février, selon le service des sports.</p>',
  ],
  'lephare.example': [
    'Un phoque remonte le fleuve jusqu’à Marnes',
    '<p>Un phoque gris a remonté le fleuve sur quarante kilomètres et se repose depuis dimanche sous le pont de Marnes.</p><p>Les promeneurs sont priés de garder leurs distances et de tenir leurs chiens en laisse.</p>',
  ],
} as const

function press(host: keyof typeof NEWS): ReturnType<typeof rss> {
  const [title, text] = NEWS[host]
  const date = new Date(EVENING - HOUR).toUTCString()
  return rss([{ guid: host, title, link: `http://${host}/un`, date, text }])
}

let opened: TestApp | undefined
let onRequest: () => void = () => undefined
afterEach(async () => {
  onRequest = () => undefined
  await opened?.close()
  opened = undefined
})

async function openEvening(digests: readonly Digest[]): Promise<TestApp> {
  opened = await openTestApp({
    now: EVENING,
    hosts: ['lavigie.example', 'lephare.example'],
    feeds: [FEED, OTHER],
    digests,
    answer: (address) => {
      onRequest()
      if (address === 'lavigie.example/flux.xml') return press('lavigie.example')
      return address === 'lephare.example/flux.xml' ? press('lephare.example') : undefined
    },
  })
  return opened
}

async function beatAt(test: TestApp, now: Instant): Promise<void> {
  test.setNow(now)
  await test.app.beat()
}

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ')
const texts = (test: TestApp): string =>
  plain(
    test
      .transcript()
      .map(({ text }) => text)
      .join('\n'),
  )
const said = (test: TestApp): string => plain(test.said.join('\n'))

describe('a feed that was taken out', () => {
  it('between reading and edition still has its articles told', async () => {
    const test = await openEvening([testDigest()])
    await test.app.beat()
    await test.restart({ feeds: [OTHER] })
    await beatAt(test, MORNING)
    expect(texts(test)).toContain('Vernay')
    expect(texts(test)).toContain('Marnes')
    expect(test.said).toEqual([])
  })

  it('while it is being read stores nothing, is not blamed, and stops nobody', async () => {
    const test = await openEvening([])
    const removed = Promise.withResolvers<void>()
    onRequest = () => test.app.storage.feeds.remove([FEED.id]).then(removed.resolve, removed.reject)
    await test.app.beat()
    await removed.promise
    const articles = await test.app.storage.articles.seenBetween(0, MORNING)
    expect(articles.map(({ publisher }) => publisher)).toEqual(['Le Phare'])
    expect(test.said).toEqual([])
    expect((await test.app.storage.feeds.states()).map(({ feedId }) => feedId)).toEqual([OTHER.id])
  })
})

describe('a digest that was taken out', () => {
  it.each([
    ['removed', []],
    ['renamed', [testDigest({ name: 'aube', title: 'La revue de l’aube' })]],
  ])('because it was %s has its open deliveries finished', async (_how, digests) => {
    const test = await openEvening([testDigest()])
    await test.app.beat()
    const transcript = join(test.folder, 'essai.console.jsonl')
    mkdirSync(transcript)
    await beatAt(test, MORNING)
    rmSync(transcript, { recursive: true })
    await test.restart({ digests })
    await beatAt(test, MORNING + 5 * MINUTE)
    expect(texts(test)).toContain('La revue du matin')
    expect(test.transcript()).toHaveLength(3)
    await beatAt(test, MORNING + DAY)
    expect(new Set(test.transcript().map(({ key }) => key)).size).toBe(test.transcript().length)
    expect(texts(test).split('La revue du matin')).toHaveLength(2)
  })
})

describe('a channel that nobody can reach', () => {
  it.each([
    ['slack:C0123456', 'Le canal « slack:C0123456 » attend une messagerie qui n’est pas connectée.'],
    ['teams:salon', 'Le canal « teams:salon » ne nomme aucune messagerie connue.'],
    ['console:', 'Le canal « console: » ne nomme aucune messagerie connue.'],
  ])('%s is told, given up after a day, and the other channel has everything', async (channel, sentence) => {
    const test = await openEvening([testDigest({ channels: [channel, 'console:terminal'] })])
    await test.app.beat()
    await beatAt(test, MORNING)
    expect(test.transcript()).toHaveLength(3)
    expect(said(test)).toContain(sentence)
    await beatAt(test, MORNING + 23 * HOUR)
    await beatAt(test, MORNING + DAY - MINUTE)
    for (const minutes of [65, 130, 200]) await beatAt(test, MORNING + DAY + minutes * MINUTE)
    const id = `matin@${new Date(MORNING).toISOString()}`
    const states = (await test.app.storage.editions.deliveriesOf(id)).map(
      (part) => `${part.channel} ${part.state}`,
    )
    expect(new Set(states)).toEqual(new Set([`${channel} abandoned`, 'console:terminal posted']))
    expect(said(test)).toContain(`n’a pas pu être publiée dans « ${channel} » en un jour. J’y renonce.`)
  })
})

describe('an archive that cannot be written', () => {
  it('is told, keeps nothing from the channels, and is written when it can be', async () => {
    const test = await openEvening([testDigest()])
    await test.app.beat()
    const folder = join(test.folder, 'digests')
    writeFileSync(folder, 'Un fichier à la place du dossier.')
    await beatAt(test, MORNING)
    expect(test.transcript()).toHaveLength(3)
    expect(said(test)).toContain('ne peut pas être écrit')
    rmSync(folder)
    await beatAt(test, MORNING + MINUTE)
    expect(await test.app.storage.editions.unarchived()).toEqual([])
    expect(test.transcript()).toHaveLength(3)
  })
})
