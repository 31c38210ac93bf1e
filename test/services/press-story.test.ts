// The buttons under a story, pressed by members of its channel and by others.
import { beforeEach, describe, expect, it } from 'vitest'
import { act } from '../../src/core/action.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { Delivery, Edition } from '../../src/core/edition.ts'
import { planDeliveries } from '../../src/core/delivery.ts'
import { createCompositions } from '../../src/services/compositions.ts'
import { makeEdition } from '../../src/services/make-edition.ts'
import { pressStory } from '../../src/services/press-story.ts'
import { type Desk, deskDigest, deskFeed, member, openDesk, pressed, words } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const COURRIER = deskFeed('Le Courrier')
const DEPECHE = deskFeed('La Dépêche')

const TEXT = [
  'La maire a lu le rapport devant le conseil municipal. Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux. Les riverains attendaient cette date depuis l’automne.',
  'Une réunion est prévue jeudi à la mairie de Vernay avec les habitants du quartier.',
].join('\n\n')

let desk: Desk
let edition: Edition
let delivery: Delivery

beforeEach(async () => {
  const digest = deskDigest({ channels: ['slack:C1'] })
  desk = await openDesk({ now: NOW - HOUR, feeds: [COURRIER, DEPECHE], digests: [digest] })
  await desk.keep(COURRIER, { title: 'Vernay : le pont rouvre', text: TEXT, publishedAt: NOW - 3 * HOUR })
  await desk.keep(DEPECHE, {
    title: 'Le pont de Vernay rouvre vendredi',
    text: 'Le pont de Vernay sera rouvert vendredi matin à la circulation, après dix mois de travaux, a annoncé la mairie de Vernay.',
    publishedAt: NOW - 2 * HOUR,
  })
  desk.setNow(NOW)
  const moment = { slotAt: NOW, now: NOW, compositions: createCompositions() }
  edition = await makeEdition(desk.storage, digest, moment)
  const deliveries = planDeliveries(edition, ['slack:C1'], 1 + edition.stories.length)
  await desk.storage.editions.create(edition, deliveries)
  const [, first] = deliveries
  if (first === undefined) throw new Error('the edition has no story')
  delivery = first
})

describe('«D’où vient cette phrase ?»', () => {
  it('shows the sentence in its paragraph, who printed it and when, and every other source', async () => {
    const reply = await pressStory(desk.tools, member(), act('prove', delivery.id))
    const text = reply === undefined ? '' : words(reply)
    expect(text).toContain('*Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux.*')
    expect(text).toContain('La maire a lu le rapport devant le conseil municipal.')
    expect(text).toContain('Le Courrier, aujourd’hui à 5 h. Lu par Pressoir aujourd’hui à 7 h.')
    expect(text).toContain('La Dépêche, aujourd’hui à 6 h : « Le pont de Vernay rouvre vendredi »')
    expect(reply).toMatchObject({ kind: 'message', audience: 'person' })
  })

  it('shows the sentence as it stood when the edition was made, whatever became of the article', async () => {
    const before = words((await pressStory(desk.tools, member(), act('prove', delivery.id))) ?? nothing())
    const [article] = await desk.storage.articles.get([edition.stories[0]?.brief[0]?.articleId ?? ''])
    if (article === undefined) throw new Error('no article')
    await desk.storage.articles.addVersion({ ...article, version: 2, text: 'Tout autre chose.' }, [])
    const after = words((await pressStory(desk.tools, member(), act('prove', delivery.id))) ?? nothing())
    expect(after).toBe(before)
  })

  it.each([
    [{ channel: 'slack:C2' }, 'another channel'],
    [{ channel: 'discord:C1', workspaceId: 'discord:1' }, 'another platform'],
  ])('opens nothing from %j: %s', async (from, _why) => {
    const reply = await pressStory(desk.tools, member(from), act('prove', delivery.id))
    expect(words(reply ?? nothing())).toContain('Je ne retrouve plus ce sujet')
  })

  it('opens nothing for a delivery that does not exist', async () => {
    const reply = await pressStory(desk.tools, member(), act('prove', 'inconnu'))
    expect(words(reply ?? nothing())).toContain('Je ne retrouve plus ce sujet')
  })
})

describe('«Pourquoi ?»', () => {
  it('tells the place of the story and what put it there', async () => {
    const text = words((await pressStory(desk.tools, member(), act('explain', delivery.id))) ?? nothing())
    expect(text).toContain('1er sujet sur 1')
    expect(text).toContain('2 sources indépendantes : Le Courrier et La Dépêche.')
    expect(text).toContain('Dernier article : aujourd’hui à 6 h.')
    expect(text).toContain('mot pour mot : Le Courrier.')
  })
})

describe('«Masquer ce sujet»', () => {
  it('hides the story from the person alone, for two weeks', async () => {
    const reply = (await pressStory(desk.tools, member(), act('mute', delivery.id))) ?? nothing()
    expect(words(reply)).toContain('avant le mardi 31 mars 2026')
    const { storyId } = edition.stories[0] ?? { storyId: '' }
    const muted = async (audience: string, at: number): Promise<readonly string[]> => [
      ...(await desk.storage.reactions.muted([audience], at)),
    ]
    expect(await muted('slack:@U1', NOW + 13 * DAY)).toEqual([storyId])
    expect(await muted('slack:@U1', NOW + 15 * DAY)).toEqual([])
    expect(await muted('slack:@U2', NOW)).toEqual([])
    expect(await muted('slack:C1', NOW)).toEqual([])
  })

  it.each([
    [false, 'Seuls les administrateurs', 'a member may not hide it from all'],
    [true, 'ne paraîtra pas dans ce canal', 'an administrator may'],
  ])('with isAdministrator %s says «%s»: %s', async (isAdministrator, expected, _why) => {
    const offered = (await pressStory(desk.tools, member(), act('mute', delivery.id))) ?? nothing()
    const from = member({ isAdministrator })
    const reply = await pressStory(desk.tools, from, pressed(offered, 'Masquer aussi dans ce canal'))
    expect(words(reply ?? nothing())).toContain(expected)
    expect((await desk.storage.reactions.muted(['slack:C1'], NOW)).size).toBe(isAdministrator ? 1 : 0)
  })

  it('keeps the story out of the next edition of the channel', async () => {
    const from = member({ isAdministrator: true })
    await pressStory(desk.tools, from, act('mute-here', delivery.id))
    const again = deskDigest({ name: 'soir', channels: ['slack:C1', 'slack:C2'] })
    const moment = { slotAt: NOW, now: NOW, compositions: createCompositions() }
    const evening = await makeEdition(desk.storage, again, moment)
    expect(evening.stories).toEqual([])
    expect(evening.choice?.drops).toEqual({ muted: 2 })
  })
})

describe('«Utile»', () => {
  it('counts once a person, and the last press counts', async () => {
    for (const verb of ['useful', 'useless'] as const)
      await pressStory(desk.tools, member(), act(verb, delivery.id))
    await pressStory(desk.tools, member({ person: 'U2' }), act('useful', delivery.id))
    const ratings = await desk.storage.reactions.ratings(edition.stories[0]?.storyId ?? '')
    expect(ratings.map(({ person, isUseful }) => [person, isUseful])).toEqual([
      ['slack:@U1', false],
      ['slack:@U2', true],
    ])
  })
})

it('is about no other button', async () => {
  expect(await pressStory(desk.tools, member(), act('undo', 'x'))).toBeUndefined()
})

function nothing(): never {
  throw new Error('nothing was answered')
}
