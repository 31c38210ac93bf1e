// Alerts over a real database: rung once, edited as the story grows, whatever happens in between.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { act } from '../../src/core/action.ts'
import { DAY, MINUTE } from '../../src/core/calendar.ts'
import { feedOf } from '../../src/core/following.ts'
import { createRaiseDueAlerts } from '../../src/services/raise-alerts.ts'
import { deliverAlerts } from '../../src/services/deliver-alerts.ts'
import { pressManagement } from '../../src/services/management.ts'
import { pressStory } from '../../src/services/press-story.ts'
import { news } from '../core/alert-news.ts'
import { ALERT, type AlertScene, openAlertScene, PAPERS, TEN } from './alert-scene.ts'
import { deskFeed, member, words } from './open-desk.ts'

let scene: AlertScene
beforeEach(async () => {
  scene = await openAlertScene()
})
afterEach(() => scene.close())

const standing = () => scene.channel.standing
const texts = () => standing().map(({ text }) => text)

async function threePapers(): Promise<void> {
  for (const paper of [0, 1, 2]) await scene.publish(paper, paper * 5)
}

describe('an alert', () => {
  it('is told in the beat in which the third publisher comes, and once', async () => {
    await scene.publish(0, 0)
    await scene.publish(1, 5)
    await scene.beat(6)
    expect(texts()).toEqual([])
    await scene.publish(2, 10)
    await scene.beat(10)
    await scene.beat(11)
    expect(texts()).toEqual([
      [
        '# Alerte : Le pont de Vernay fermé après la découverte d’une fissure',
        '3 éditeurs indépendants depuis 10 h : Le Phare, L’Écho et La Vigie.',
        '> Le pont de Vernay a été fermé mardi matin [17 mars] à toute circulation après la découverte d’une fissure dans une pile. (Le Phare)',
        '> Les automobilistes sont renvoyés vers le pont de Sorges, à douze kilomètres de Vernay. (La Vigie)',
        'Alerte « Tous les sujets » · signalé à 10 h 10.',
        '[D’où vient cette phrase ?] [Masquer ce sujet]',
      ].join('\n'),
    ])
  })

  it('quotes nothing that does not stand in an article', async () => {
    await threePapers()
    await scene.beat(11)
    const [raised] = await scene.desk.storage.raisedAlerts.raisedSince(['une'], 0)
    const brief = raised?.told.stories.flatMap((story) => story.brief) ?? []
    expect(brief.length).toBeGreaterThan(0)
    expect(await scene.desk.storage.articles.cut(brief)).not.toContain(undefined)
  })

  it('is edited as its story grows, every ten minutes at most, and says so', async () => {
    await threePapers()
    await scene.beat(11)
    await scene.publish(3, 13)
    await scene.beat(14)
    expect(standing()).toMatchObject([{ edits: 0 }])
    await scene.publish(4, 20)
    for (const minutes of [21, 22, 23, 40]) await scene.beat(minutes)
    expect(standing()).toMatchObject([{ edits: 1 }])
    expect(texts()[0]).toContain(
      '5 éditeurs indépendants depuis 10 h : Le Phare, Le Courrier, L’Écho, La Vigie et Radio Lac.',
    )
    expect(texts()[0]).toContain('signalé à 10 h 11, mis à jour à 10 h 21.')
  })

  it('is left alone after six hours, and rings anew when the story is told by three again', async () => {
    await threePapers()
    await scene.beat(11)
    await scene.publish(3, 5 * 60)
    await scene.beat(5 * 60)
    expect(standing()).toMatchObject([{ edits: 1 }])
    const late = 6 * 60 + 12
    await scene.publish(4, late)
    await scene.beat(late)
    expect(standing()).toMatchObject([{ edits: 1 }])
  })

  it('posts no other message in place of one that somebody deleted', async () => {
    await threePapers()
    await scene.beat(11)
    scene.channel.standing.length = 0
    await scene.publish(3, 30)
    for (const minutes of [30, 31, 60]) await scene.beat(minutes)
    expect(texts()).toEqual([])
    expect(scene.desk.said.filter((line) => line.includes('supprimé'))).toHaveLength(1)
  })

  it('waits where the channel is shut, and gives up what is no news any more', async () => {
    scene.channel.failure = { at: 'before', reason: 'channel-archived' }
    await threePapers()
    await scene.beat(11)
    await scene.beat(70)
    expect(texts()).toEqual([])
    scene.channel.failure = undefined
    await scene.beat(3 * 60 + 12)
    expect(texts()).toEqual([])
    expect(scene.desk.said.at(-1)).toContain('J’y renonce')
  })

  it('tells administrators of a channel that is shut, once, and forgets it when it opens', async () => {
    const { storage } = scene.desk
    const settings = { managers: [], managerRoles: [], zone: 'Europe/Paris', adminChannel: 'slack:C9' }
    await storage.workspaces.save({ id: 'slack:T1', name: 'Rédaction', joinedAt: TEN, settings })
    const alert = { ...ALERT, workspaceId: 'slack:T1' }
    scene.channel.failure = { at: 'before', reason: 'channel-archived' }
    await threePapers()
    await scene.beat(11, [alert])
    await scene.beat(72, [alert])
    const told = await storage.notices.open(scene.now)
    expect(told.map(({ channel, message }) => `${channel} ${words(message)}`)).toEqual([
      'slack:C9 L’alerte « Tous les sujets » a sonné et n’a pas pu être publiée dans le canal C1 : le canal est archivé. Désarchivez-le, ou choisissez-en un autre. J’essaie encore pendant trois heures ; après, ce sera à la prochaine revue de le raconter.',
    ])
    scene.channel.failure = undefined
    await scene.beat(135, [alert])
    expect(await storage.alarms.list()).toEqual([])
  })

  it('says nothing of a story that its channel hides, and edits it no more', async () => {
    await threePapers()
    await scene.beat(11)
    const [raised] = await scene.desk.storage.raisedAlerts.raisedSince(['une'], 0)
    const mute = { audience: 'slack:C1', storyId: raised?.storyId ?? '', until: TEN + DAY }
    await scene.desk.storage.reactions.mute(mute)
    await scene.publish(3, 30)
    await scene.beat(31)
    expect(standing()).toMatchObject([{ edits: 0 }])
  })

  it('is told once in a channel that two alerts tell, by the more particular one', async () => {
    await threePapers()
    const person = { kind: 'person', name: 'Odile Vasseur' } as const
    const about = { ...ALERT, name: 'vasseur', title: 'Odile Vasseur', watch: person, publishers: 2 }
    await scene.beat(11, [ALERT, about])
    await scene.beat(12, [ALERT, about])
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('Alerte « Odile Vasseur »')
    const elsewhere = { ...ALERT, name: 'ailleurs', channel: 'slack:C2' }
    await scene.beat(13, [about, elsewhere])
    expect(standing().map(({ channel }) => channel)).toEqual(['C1', 'C2'])
  })

  it('counts only what its workspace may see', async () => {
    const { storage } = scene.desk
    const theirs = deskFeed('Le Secret', { origin: 'chat' })
    const { id: feedId, url, title, publisher } = theirs
    const following = {
      workspaceId: 'slack:T2',
      feedId,
      url,
      title,
      publisher,
      rubric: '',
      addedBy: 'U9',
      addedByName: '',
      addedAt: TEN - DAY,
    }
    await storage.followings.save(following, TEN - DAY)
    expect(feedOf(following)).toMatchObject({ id: feedId })
    await scene.publish(0, 0)
    await scene.publish(1, 5)
    await scene.desk.keep(theirs, {
      title: 'Le pont de Vernay fermé pour une fissure',
      text: 'Le pont de Vernay est fermé mardi matin à la circulation pour une fissure dans une pile, selon la préfecture.',
      publishedAt: scene.now,
    })
    const [ours, other] = ['slack:T1', 'slack:T2'].map((workspaceId) => ({
      ...ALERT,
      workspaceId,
      name: `de ${workspaceId}`,
      channel: workspaceId === 'slack:T1' ? 'slack:C1' : 'slack:C2',
    }))
    await scene.beat(6, [ours ?? ALERT, other ?? ALERT])
    expect(standing().map(({ channel }) => channel)).toEqual(['C2'])
  })

  it('follows a story into the one that took it, and tells neither twice', async () => {
    const { storage } = scene.desk
    const add = async (publisher: string, minutes: number, story: string, unites: readonly string[] = []) => {
      // A story is called by its first article.
      const isFirst = (await storage.articles.get([story])).length === 0
      const article = news({
        publisher,
        at: TEN + minutes * MINUTE,
        story,
        feedId: PAPERS[0]?.id ?? '',
        ...(isFirst ? { id: story } : {}),
      })
      const placement = { articleId: article.id, storyId: story, ...(unites.length > 0 ? { unites } : {}) }
      await storage.articles.add(article, [`id:${article.id}`], placement)
    }
    await add('A', 0, 'fissure')
    await add('B', 1, 'fissure')
    await add('C', 2, 'fissure')
    await scene.beat(3)
    expect(texts()).toHaveLength(1)
    await add('D', 20, 'pont')
    await add('E', 21, 'pont', ['fissure'])
    await scene.beat(22)
    expect(standing()).toMatchObject([{ edits: 1 }])
    expect(texts()[0]).toContain('5 éditeurs indépendants')
  })
})

function mustBe<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('there is none')
  return value
}

/** Another life over the same database. */
async function beatAnew(minutes: number): Promise<void> {
  scene.desk.setNow(TEN + minutes * MINUTE)
  await createRaiseDueAlerts(scene.desk.tools)([ALERT])
  const platforms = new Map([['slack', scene.channel]])
  await deliverAlerts({ ...scene.desk.tools, platforms, signal: new AbortController().signal })
}

describe('a program that is killed', () => {
  it('between writing and sending, sends in its next life', async () => {
    await threePapers()
    scene.desk.setNow(TEN + 11 * MINUTE)
    await createRaiseDueAlerts(scene.desk.tools)([ALERT])
    await beatAnew(40)
    await beatAnew(41)
    expect(texts()).toHaveLength(1)
  })

  it('between sending and noting it, finds the message and brings it up to date', async () => {
    await threePapers()
    const { storage } = scene.desk
    await scene.beat(11)
    const [raised] = await storage.raisedAlerts.raisedSince(['une'], 0)
    const { handle: _handle, ...before } = mustBe(raised)
    await storage.raisedAlerts.save({ ...before, state: 'sending', shownRevision: 0, doubtfulSince: TEN })
    await scene.publish(3, 20)
    await beatAnew(25)
    await beatAnew(40)
    expect(standing()).toMatchObject([{ edits: 1 }])
    expect(texts()[0]).toContain('4 éditeurs indépendants')
  })

  it.each([1, 2, 3, 4])('loses and doubles nothing among faults, seed %i', async (seed) => {
    const chance = random(seed)
    const reasons = [
      'cut',
      'rate-limited',
      'platform-failing',
      'unreachable',
      'cannot-check',
      undefined,
    ] as const
    await threePapers()
    for (let minutes = 11; minutes < 100; minutes += 3) {
      const reason = reasons[Math.floor(chance() * reasons.length)]
      const isDown = chance() < 0.6
      // What is refused outright has not landed.
      const mayLand = reason === 'cut' || reason === 'platform-failing' || reason === undefined
      const at = mayLand && chance() < 0.5 ? 'after' : 'before'
      scene.channel.failure = isDown ? { at, ...(reason === undefined ? {} : { reason }) } : undefined
      if (minutes === 20) await scene.publish(3, minutes)
      if (minutes === 41) await scene.publish(4, minutes)
      await (chance() < 0.3 ? beatAnew(minutes) : scene.beat(minutes))
    }
    scene.channel.failure = undefined
    for (const minutes of [160, 170]) await beatAnew(minutes)
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('5 éditeurs indépendants')
  })
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function raisedId(): Promise<string> {
  await threePapers()
  await scene.beat(11)
  return standing()[0]?.key ?? ''
}

describe('the buttons under an alert', () => {
  it('show where its sentences stand, in its own channel alone', async () => {
    const target = await raisedId()
    const { tools } = scene.desk
    const proof = mustBe(await pressStory(tools, member(), act('prove', target)))
    expect(words(proof)).toContain('# Le pont de Vernay fermé après la découverte d’une fissure')
    expect(words(proof)).toContain('Les autres articles du sujet')
    const elsewhere = mustBe(await pressStory(tools, member({ channel: 'slack:C2' }), act('prove', target)))
    expect(words(elsewhere)).toContain('Je ne retrouve plus ce sujet')
  })

  it('hide its story, for one and for the channel', async () => {
    const target = await raisedId()
    const { tools, storage } = scene.desk
    const hidden = mustBe(await pressStory(tools, member(), act('mute', target)))
    expect(words(hidden)).toContain('[Masquer aussi dans ce canal]')
    const manager = member({ isAdministrator: true })
    await pressStory(tools, manager, act('mute-here', target))
    expect([...(await storage.reactions.muted(['slack:C1'], scene.now))]).toHaveLength(1)
  })

  it('leave an alert of the file to the file', async () => {
    const target = await raisedId()
    const tools = { ...scene.desk.tools, declared: { feeds: [], digests: [], alerts: [ALERT] } }
    const pressed = mustBe(
      await pressManagement(tools, member({ isAdministrator: true }), act('suspend-alert', target)),
    )
    expect(words(pressed)).toContain('est fixée par la configuration')
  })
})
