// Whom somebody means by a name as people type it, among those whom the followed articles name.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import type { Feed } from '../../src/core/feed.ts'
import { findPerson } from '../../src/services/find-person.ts'
import { type Desk, deskFeed, openDesk } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')
const HIDDEN = deskFeed('Le Secret', { origin: 'chat' })

let desk: Desk
let count = 0

/** So many articles that name them. */
async function name(names: readonly string[], articles = 1, feed: Feed = FEED): Promise<void> {
  for (let at = 0; at < articles; at++) {
    const id = await desk.keep(feed, {
      title: `Article ${++count}`,
      text: `Article ${count} : ${names.join(', ')}.`,
      publishedAt: NOW - HOUR,
    })
    await desk.storage.people.index(id, names)
  }
}

/** `=` somebody, `?` one of several, `~` nobody, with who comes nearest. */
async function meant(typed: string, feeds?: readonly Feed[]): Promise<string> {
  const found = await findPerson(desk.storage, typed, feeds && new Set(feeds.map(({ id }) => id)))
  switch (found.kind) {
    case 'one':
      return `= ${found.person.name}`
    case 'several':
      return `? ${found.people.map((person) => person.name).join(', ')}`
    case 'nobody':
      return `~ ${found.closest?.name ?? ''}`.trim()
    default:
      return found satisfies never
  }
}

beforeEach(async () => {
  desk = await openDesk({ now: NOW, feeds: [FEED, HIDDEN] })
  await name(['Odile Vasseur', 'Paul Kerbrat'], 3)
  await name(['Omar al-Bassir'], 2)
  await name(['Omar el-Bassir', 'Bassir'])
  await name(['Jean Tavernier'], 2)
  await name(['Marie Tavernier'], 2)
  await name(['Luc Garnier'], 9)
  await name(['Anne Garnier'])
  await name(['Yannick Le Bihan'])
  await name(['Sylvie Secrète'], 1, HIDDEN)
})

describe('findPerson', () => {
  it.each([
    ['Odile Vasseur', '= Odile Vasseur', 'as it stands'],
    ['odile vasseur', '= Odile Vasseur', 'in small letters'],
    ['VASSEUR', '= Odile Vasseur', 'the surname in capitals'],
    ['vasseur odile', '= Odile Vasseur', 'the family name first'],
    ['Mme Vasseur', '= Odile Vasseur', 'a civility'],
    ['la maire Odile Vasseur', '= Odile Vasseur', 'an office'],
    ['la ministre de la Santé Odile Vasseur', '= Odile Vasseur', 'a longer office'],
    ['Vaseur', '= Odile Vasseur', 'a slip'],
    ['Odille Vasseur', '= Odile Vasseur', 'a slip in the first name'],
    ['kerbrat', '= Paul Kerbrat', 'the surname'],
    ['al-Bassir', '= Omar al-Bassir', 'a particle'],
    ['el bassir', '= Omar al-Bassir', 'another particle'],
    ['Bassir', '= Omar al-Bassir', 'none'],
    ['le bihan', '= Yannick Le Bihan', 'written apart'],
    ['Tavernier', '? Jean Tavernier, Marie Tavernier', 'two of a name'],
    ['M. Tavernier', '? Jean Tavernier, Marie Tavernier', 'a civility tells them not apart'],
    ['Jean Tavernier', '= Jean Tavernier', 'one of them in full'],
    ['Garnier', '= Luc Garnier', 'one who leads by far'],
    ['Anne Garnier', '= Anne Garnier', 'the other in full'],
    ['Paul Vasseur', '~ Odile Vasseur', 'a first name of somebody else: nobody, and who comes nearest'],
    ['Zorglub', '~', 'nobody'],
    ['', '~', 'nothing'],
    ['   ?! ', '~', 'marks'],
    ['le ministre', '~', 'an office alone'],
    ['de', '~', 'a particle alone'],
    ['%', '~', 'a wildcard'],
    ['Vass*" OR 1=1; --', '~', 'an injection'],
    ['🚋', '~', 'no letter'],
    ['Vasseur '.repeat(2_000), '~', 'a very long name'],
  ])('%j: %s (%s)', async (typed, expected, _why) => expect(await meant(typed)).toBe(expected))

  it('knows all spellings of whoever is found', async () => {
    const found = await findPerson(desk.storage, 'bassir')
    expect(found.kind === 'one' && found.person.names.toSorted()).toEqual([
      'Bassir',
      'Omar al-Bassir',
      'Omar el-Bassir',
    ])
  })

  it('names nobody of another feed, not even as the nearest', async () => {
    expect(await meant('Sylvie Secrète')).toBe('= Sylvie Secrète')
    expect(await meant('Sylvie Secrète', [HIDDEN])).toBe('= Sylvie Secrète')
    for (const typed of ['Sylvie Secrète', 'Secrète', 'Secrete', 'Sylvie Secrètte'])
      expect(await meant(typed, [FEED])).toBe('~')
    expect(await meant('Odile Vasseur', [HIDDEN])).toBe('~')
    expect(await meant('Odile Vasseur', [])).toBe('~')
  })

  it('asks between ten at most, the most often named first', async () => {
    for (const first of 'Luc Paul Jean Marc Eva Rémi Zoé Ana Léa Guy Max Tom Ugo'.split(' '))
      await name([`${first} Dumoulin`])
    await name(['Anne Dumoulin'], 2)
    const found = await findPerson(desk.storage, 'dumoulin')
    expect(found.kind === 'several' && found.people).toHaveLength(10)
    expect(found.kind === 'several' && found.people[0]?.name).toBe('Anne Dumoulin')
  })
})
