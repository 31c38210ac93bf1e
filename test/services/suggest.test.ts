import { afterEach, describe, expect, it } from 'vitest'
import type { Digest } from '../../src/core/digest.ts'
import type { Following } from '../../src/core/following.ts'
import type { SuggestedKind } from '../../src/core/command.ts'
import type { ChatContext } from '../../src/core/request.ts'
import { suggest } from '../../src/services/suggest.ts'
import { declaredFeed, type Desk, manager, member, NOON_BEFORE, openDesk } from './desk-scene.ts'
import { expectChoices } from './well-formed.ts'

const DECLARED = declaredFeed('lavigie.example/flux.xml', 'La Vigie')
const ELSEWHERE: Digest = {
  name: 'soir',
  title: 'La revue du soir',
  schedule: { days: [1], hours: ['18:00'], zone: 'Europe/Paris' },
  channels: ['discord:900'],
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

async function open(): Promise<Desk> {
  desk = await openDesk({ feeds: [DECLARED], digests: [ELSEWHERE] })
  await follow(desk, { title: 'Le Phare, toute l’info', rubric: 'Sport' })
  await follow(desk, { title: 'Le secret', rubric: 'Secrets', workspaceId: 'discord:101' })
  return desk
}

async function follow(on: Desk, more: Partial<Following>): Promise<void> {
  const title = more.title ?? ''
  const following: Following = {
    workspaceId: 'discord:100',
    feedId: `id de ${title}`.slice(0, 16),
    url: `http://j.example/${title.length}`,
    title,
    publisher: title,
    rubric: '',
    addedBy: 'U1',
    addedByName: 'Awa',
    addedAt: NOON_BEFORE,
    ...more,
  }
  await on.tools.storage.followings.save(following, NOON_BEFORE)
}

async function labels(
  on: Desk,
  from: ChatContext,
  kind: SuggestedKind,
  typed: string,
): Promise<readonly string[]> {
  const choices = await suggest(on.tools, from, kind, typed)
  expectChoices(choices)
  return choices.map(({ label }) => label)
}

describe('what is offered while somebody types', () => {
  it.each<[SuggestedKind, string, readonly string[], string]>([
    ['feed', '', ['La Vigie', 'Le Phare, toute l’info'], 'all of this workspace'],
    ['feed', 'phare', ['Le Phare, toute l’info'], 'a part of the title'],
    ['feed', 'La Vigie, ph', ['La Vigie, Le Phare, toute l’info'], 'the last of several'],
    ['feed', 'secret', [], 'another workspace’s'],
    ['rubric', '', ['Régions', 'Sport'], 'all of this workspace'],
    ['rubric', 'Sport, reg', ['Sport, Régions'], 'the last of several'],
    ['rubric', 'secr', [], 'another workspace’s'],
    ['digest', 'soir', [], 'published elsewhere only'],
    ['zone', 'brux', ['Bruxelles (Europe/Brussels)'], 'a place'],
    ['zone', 'paris', ['Paris (Europe/Paris)'], 'a place'],
  ])('%s «%s»: %j', async (kind, typed, expected, _why) => {
    expect(await labels(await open(), member(), kind, typed)).toEqual(expected)
  })

  it('gives what the command then understands, though a title has a comma', async () => {
    const on = await open()
    const [choice] = await suggest(on.tools, manager(), 'feed', 'La Vigie, ph')
    await on.settle(manager(), `/programme ajouter Le point flux:${choice?.value ?? ''}`)
    expect((await on.tools.storage.digests.list())[0]?.feeds).toEqual(['La Vigie', 'Le Phare, toute l’info'])
  })

  it('offers digests of the workspace and one’s own, by title', async () => {
    const on = await open()
    await on.settle(manager(), '/programme ajouter Le point')
    await on.settle(member(), '/abonnement regler heures:7h')
    expect(await labels(on, member(), 'digest', '')).toEqual(['Le point', 'Ma revue'])
    expect(await labels(on, manager(), 'digest', '')).toEqual(['Le point'])
    expect(
      await labels(on, manager({ workspaceId: 'discord:101', channel: 'discord:201' }), 'digest', ''),
    ).toEqual([])
  })

  it('offers no more than platforms bear', async () => {
    const on = await open()
    for (let at = 0; at < 40; at++)
      await follow(on, { feedId: `f${at}`, title: `Journal ${'très '.repeat(25)}long ${at}` })
    expect(await labels(on, member(), 'feed', '')).toHaveLength(25)
    expect(await labels(on, member(), 'zone', 'a')).toHaveLength(25)
  })

  it('completes a name of the articles that are read here, and of no other', async () => {
    const on = await open()
    const ofFeed = async (id: string, feedId: string, name: string): Promise<void> => {
      const article = {
        id,
        feedId,
        url: `http://a.example/${id}`,
        title: name,
        publisher: 'P',
        rubric: '',
        lead: '',
        text: '',

        publishedAt: NOON_BEFORE,
        firstSeenAt: NOON_BEFORE,
        version: 1,
      }
      await on.tools.storage.articles.add(article, [id], { articleId: id, storyId: id })
      await on.tools.storage.people.index(id, [name])
    }
    await ofFeed('a1', DECLARED.id, 'Sergueï Lavrov')
    await ofFeed('a2', 'id de Le secret', 'Lavinia Secrète')
    expect(await labels(on, member(), 'person', 'a rencontré Sergueï lav')).toEqual([
      'a rencontré Sergueï Lavrov',
    ])
    expect(await labels(on, member(), 'person', 'a rencontré ')).toEqual([])
  })
})
