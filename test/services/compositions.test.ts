// Editions made in the same breath: composed once where they are the same, apart where they differ.
import { beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import { planDeliveries } from '../../src/core/delivery.ts'
import { type Compositions, createCompositions } from '../../src/services/compositions.ts'
import { makeEdition } from '../../src/services/make-edition.ts'
import { type Desk, deskDigest, deskFeed, openDesk } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const FEED = deskFeed('Le Courrier')
const OTHER = deskFeed('La Vigie', { origin: 'chat' })

let desk: Desk
let compositions: Compositions

beforeEach(async () => {
  compositions = createCompositions()
  desk = await openDesk({ now: NOW - HOUR, feeds: [FEED] })
  const text = 'Le pont de Vernay rouvrira vendredi à 6 heures, après dix mois de travaux, dit la mairie.'
  await desk.keep(FEED, { title: 'Le pont rouvre', text, publishedAt: NOW - HOUR })
  desk.setNow(NOW)
})

function make(more: Parameters<typeof deskDigest>[0]) {
  return makeEdition(desk.storage, deskDigest(more), { slotAt: NOW, now: NOW, compositions })
}

describe('editions of one slot', () => {
  it('of one definition are composed once, however many there are', async () => {
    const editions = []
    for (let index = 0; index < 50; index++)
      editions.push(
        await make({ name: `revue-${index}`, workspaceId: `slack:T${index}`, channels: [`slack:C${index}`] }),
      )
    expect(compositions.composedCount).toBe(1)
    expect(editions.map(({ stories }) => stories.length)).toEqual(editions.map(() => 1))
    expect(new Set(editions.map(({ id }) => id)).size).toBe(50)
  })

  it.each([
    [{ maxWords: 30 }, 'shorter briefs'],
    [{ withWords: ['école'] }, 'words asked for'],
    [{ rubrics: ['Sport'] }, 'a rubric'],
    [{ maxStories: 1 }, 'fewer stories'],
  ])('are composed apart for %j: %s', async (more, _why) => {
    await make({ name: 'une' })
    await make({ name: 'deux', ...more })
    expect(compositions.composedCount).toBe(2)
  })

  it('are composed apart for workspaces that follow other feeds', async () => {
    const { id: feedId, url, title, publisher } = OTHER
    const added = { addedBy: 'U1', addedByName: 'Claire', addedAt: NOW, rubric: '' }
    await desk.storage.followings.save(
      { workspaceId: 'slack:T1', feedId, url, title, publisher, ...added },
      NOW,
    )
    desk.setNow(NOW - HOUR)
    const text = 'Le préfet a reçu les maires du canton de Marnes pour parler des écoles et des routes.'
    await desk.keep(OTHER, { title: 'Le préfet et les maires', text, publishedAt: NOW - HOUR })
    desk.setNow(NOW)
    const ours = await make({ name: 'une', workspaceId: 'slack:T1' })
    const theirs = await make({ name: 'deux', workspaceId: 'slack:T2' })
    const declared = await make({ name: 'trois' })
    expect([ours, theirs, declared].map(({ stories }) => stories.length)).toEqual([2, 1, 1])
    expect(compositions.composedCount).toBe(2)
  })

  it('are composed apart for channels that hide a story', async () => {
    const first = await make({ name: 'une', channels: ['slack:C1'] })
    const { storyId } = first.stories[0] ?? { storyId: '' }
    await desk.storage.reactions.mute({ audience: 'slack:C2', storyId, until: NOW + HOUR })
    const second = await make({ name: 'deux', channels: ['slack:C2'] })
    expect(second.stories).toEqual([])
  })
})

async function publish(more: Parameters<typeof deskDigest>[0]) {
  const edition = await make(more)
  const { channels } = deskDigest(more)
  await desk.storage.editions.create(edition, planDeliveries(edition, channels, 1 + edition.stories.length))
  return edition.stories.length
}

describe('two digests of one channel', () => {
  it.each([
    [['slack:C1'], 0, 'it stood there already'],
    [['slack:C2'], 1, 'it never stood there'],
    [['slack:C1', 'slack:C2'], 1, 'in one of them it is new'],
  ])('in %j, the second tells %i stories: %s', async (channels, count, _why) => {
    expect(await publish({ name: 'matin', channels: ['slack:C1'] })).toBe(1)
    expect(await publish({ name: 'soir', channels })).toBe(count)
  })
})
