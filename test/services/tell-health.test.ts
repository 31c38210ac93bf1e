// Feeds that die on a Sunday, and administrators who hear of it once.
import { beforeEach, describe, expect, it } from 'vitest'
import { newChange } from '../../src/core/change.ts'
import { DAY, HOUR, type Instant } from '../../src/core/calendar.ts'
import type { Failure } from '../../src/core/failures.ts'
import type { Following } from '../../src/core/following.ts'
import type { Notice } from '../../src/core/notice.ts'
import { DEFAULT_SETTINGS, type Workspace, type WorkspaceSettings } from '../../src/core/workspace.ts'
import { forgetChannelFailure, tellChannelFailure, tellFeedHealth } from '../../src/services/tell-health.ts'
import { type Desk, deskDigest, deskFeed, openDesk, words } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')
const DECLARED = deskFeed('Le Courrier')
const WORKING = deskFeed('La Vigie', { origin: 'chat' })
const FOLLOWED = deskFeed('La Dépêche', { origin: 'chat' })
const BLOCKED: Failure = { code: 'fetch-status', url: FOLLOWED.url, status: 403 }
const DOWN: Failure = { code: 'fetch-status', url: FOLLOWED.url, status: 503 }

let desk: Desk

beforeEach(async () => {
  desk = await openDesk({ now: NOW - 30 * DAY, feeds: [DECLARED] })
  await desk.storage.workspaces.save(workspace({}))
  await desk.storage.followings.save(following(FOLLOWED), NOW - 30 * DAY)
  await desk.storage.followings.save(following(WORKING), NOW - 30 * DAY)
  desk.setNow(NOW)
  await succeed(WORKING.id, NOW)
  await succeed(DECLARED.id, NOW)
})

function workspace(more: Partial<Workspace>, adminChannel: string | undefined = 'slack:CADMIN'): Workspace {
  const settings = adminChannel === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, adminChannel }
  return { id: 'slack:T1', name: 'Rédaction', joinedAt: NOW - 30 * DAY, settings, ...more }
}

function following(feed: typeof FOLLOWED, more: Partial<Following> = {}): Following {
  const { id, url, title, publisher, rubric } = feed
  return {
    workspaceId: 'slack:T1',
    feedId: id,
    url,
    title,
    publisher,
    rubric,
    addedBy: 'U1',
    addedByName: 'Claire Martin',
    addedAt: NOW - 30 * DAY,
    ...more,
  }
}

async function succeed(feedId: string, at: Instant): Promise<void> {
  await desk.storage.feeds.saveState({
    feedId,
    validators: {},
    lastReadAt: at,
    lastSuccessAt: at,
    nextReadAt: at + HOUR,
    failureCount: 0,
  })
}

async function fail(feedId: string, since: Instant | undefined, failure: Failure): Promise<void> {
  await desk.storage.feeds.saveState({
    feedId,
    validators: {},
    lastReadAt: NOW,
    ...(since === undefined ? {} : { lastSuccessAt: since }),
    nextReadAt: NOW + HOUR,
    failureCount: 12,
    lastFailure: failure,
  })
}

async function told(): Promise<readonly Notice[]> {
  await tellFeedHealth(desk.tools)
  return desk.storage.notices.open(NOW + 100 * DAY)
}

describe('a feed that fails', () => {
  it('is told once in the administrators’ channel, with what can be done', async () => {
    await fail(FOLLOWED.id, NOW - 3 * DAY, BLOCKED)
    const [notice, ...more] = await told()
    expect(more).toEqual([])
    expect(notice?.channel).toBe('slack:CADMIN')
    expect(notice === undefined ? '' : words(notice.message)).toBe(
      [
        '*Flux « La Dépêche » bloqué par le site depuis 3 jours (HTTP 403).*',
        'Il refuse l’accès à Pressoir. Demandez l’autorisation à l’éditeur : il voit votre adresse de contact à chaque lecture.',
        'https://ladpche.example/flux.xml · dernière lecture réussie samedi 14 mars à 8 h · je continue d’essayer',
        '[Réessayer] [Remplacer l’adresse] [Suspendre]',
      ].join('\n'),
    )
    desk.setNow(NOW + DAY)
    expect(await told()).toHaveLength(1)
  })

  it.each<[Instant, Failure, boolean, string]>([
    [2 * DAY, DOWN, false, 'a server that is down over a weekend'],
    [3 * DAY, DOWN, true, 'down for three days'],
    [DAY - HOUR, BLOCKED, false, 'refused for less than a day'],
    [DAY, BLOCKED, true, 'refused for a day: waiting will not mend it'],
  ])('for %i ms by %j is told: %s, %s', async (silence, failure, isTold, _why) => {
    await fail(FOLLOWED.id, NOW - silence, failure)
    expect(await told()).toHaveLength(isTold ? 1 : 0)
  })

  it('that never worked counts from the day it was followed', async () => {
    await fail(FOLLOWED.id, undefined, DOWN)
    expect(words((await told())[0]?.message ?? { summary: '', blocks: [] })).toContain(
      'en panne depuis 30 jours',
    )
  })

  it('is told to whoever added it when no channel was named', async () => {
    await desk.storage.workspaces.save(workspace({}, undefined))
    await desk.storage.workspaces.save({ ...workspace({}), settings: DEFAULT_SETTINGS })
    await fail(FOLLOWED.id, NOW - 3 * DAY, BLOCKED)
    expect((await told()).map(({ channel }) => channel)).toEqual(['slack:@U1'])
  })

  it('of the file is told with no button that the file would undo', async () => {
    await fail(DECLARED.id, NOW - 4 * DAY, DOWN)
    const [notice] = await told()
    expect(words(notice?.message ?? { summary: '', blocks: [] })).toMatch(/\n\[Réessayer\]$/)
  })

  it.each<[() => Promise<unknown>, string]>([
    [() => desk.storage.workspaces.save(workspace({ leftAt: NOW })), 'the bot has left'],
    [() => desk.storage.followings.save(following(FOLLOWED, { suspendedAt: NOW }), NOW), 'it is suspended'],
    [() => desk.storage.followings.remove('slack:T1', FOLLOWED.id), 'nobody follows it any more'],
  ])('is told to nobody where %s: %s', async (change, _why) => {
    await fail(FOLLOWED.id, NOW - 3 * DAY, BLOCKED).catch(() => undefined)
    await change()
    expect(await told()).toEqual([])
  })

  it('counts against nobody while it is our own network that is down', async () => {
    await fail(FOLLOWED.id, NOW - 3 * DAY, DOWN)
    await desk.storage.alarms.raise({ workspaceId: '', subject: 'network', since: NOW - HOUR })
    expect(await told()).toEqual([])
    await desk.storage.alarms.clear('', 'network')
    expect(await told()).toHaveLength(1)
  })
})

describe('a feed that works again', () => {
  it('is told once, and a second silence is told anew', async () => {
    await fail(FOLLOWED.id, NOW - 3 * DAY, BLOCKED)
    await told()
    await succeed(FOLLOWED.id, NOW + HOUR)
    desk.setNow(NOW + HOUR)
    expect(await told()).toHaveLength(1)
    desk.setNow(NOW + 2 * HOUR)
    const notices = await told()
    expect(notices.map(({ message }) => message.summary.replaceAll(/[\u00A0\u202F]/gu, ' '))).toEqual([
      'Flux « La Dépêche » bloqué par le site depuis 3 jours (HTTP 403).',
      'Le flux « La Dépêche » répond de nouveau.',
    ])
    expect(await told()).toHaveLength(2)
    await succeed(WORKING.id, NOW + 3 * DAY)
    await fail(FOLLOWED.id, NOW + HOUR, BLOCKED)
    desk.setNow(NOW + 3 * DAY)
    expect(await told()).toHaveLength(3)
  })
})

/** Whoever changes something. */
const by = (person: string) => ({ workspaceId: 'slack:T1', person, personName: '', channel: 'slack:C1' })

describe('a channel that cannot be posted to', () => {
  const failure: Failure = { code: 'post-failed', channel: 'slack:C1', reason: 'channel-archived' }
  const edition = { digestName: 'equipe', title: 'L’équipe' }
  const broken = { edition, channel: 'slack:C1', failure }

  it('is told once, and again after it had worked', async () => {
    await desk.storage.digests.save(
      deskDigest({ name: 'equipe', title: 'L’équipe', workspaceId: 'slack:T1' }),
    )
    const open = (): Promise<readonly Notice[]> => desk.storage.notices.open(NOW + DAY)
    await tellChannelFailure(desk.tools, broken)
    await tellChannelFailure(desk.tools, broken)
    expect((await open()).map(({ message }) => words(message))).toEqual([
      'La revue « L’équipe » ne peut plus être publiée dans le canal C1 : le canal est archivé. Désarchivez-le, ou choisissez-en un autre. J’essaie encore toutes les heures pendant un jour ; sa programmation est gardée.',
    ])
    await forgetChannelFailure(desk.tools, 'slack:C1')
    desk.setNow(NOW + HOUR)
    await tellChannelFailure(desk.tools, broken)
    expect(await open()).toHaveLength(2)
  })

  it.each<[Partial<WorkspaceSettings>, string]>([
    [{}, 'no channel is named'],
    [{ adminChannel: 'slack:C1' }, 'it is the very channel that is named'],
  ])('is told in private to whoever set the digest last, where %j: %s', async (settings, _why) => {
    await desk.storage.workspaces.save(workspace({ settings: { ...DEFAULT_SETTINGS, ...settings } }))
    const digest = deskDigest({ name: 'equipe', title: 'L’équipe', workspaceId: 'slack:T1' })
    await desk.storage.digests.save(digest)
    const changes = [
      newChange(by('U1'), { kind: 'digest', before: undefined, after: digest }, NOW - 2 * DAY),
      newChange(by('U2'), { kind: 'digest', before: digest, after: { ...digest, maxStories: 3 } }, NOW - DAY),
      newChange(by('U3'), { kind: 'digest', before: undefined, after: { ...digest, name: 'soir' } }, NOW),
    ]
    for (const change of changes) await desk.storage.changes.add(change)
    await tellChannelFailure(desk.tools, broken)
    await tellChannelFailure(desk.tools, broken)
    const notices = await desk.storage.notices.open(NOW + DAY)
    expect(notices.map(({ channel }) => channel)).toEqual(['slack:@U2'])
  })

  it('is told of a digest of the file as well, where one workspace alone can be meant', async () => {
    await tellChannelFailure(desk.tools, { ...broken, channel: 'discord:41' })
    expect(await desk.storage.notices.open(NOW + DAY)).toEqual([])
    await tellChannelFailure(desk.tools, broken)
    const [notice] = await desk.storage.notices.open(NOW + DAY)
    expect(notice).toMatchObject({ workspaceId: 'slack:T1', channel: 'slack:CADMIN' })
    await desk.storage.workspaces.save(workspace({ id: 'slack:T2' }))
    await tellChannelFailure(desk.tools, { ...broken, channel: 'slack:C2' })
    expect(await desk.storage.notices.open(NOW + DAY)).toHaveLength(1)
  })

  it.each([
    [{ owner: 'U1' }, 'it is one person’s own'],
    [{ workspaceId: 'slack:T2' }, 'its workspace is not known'],
  ])('is told to nobody when %j: %s', async (more, _why) => {
    await desk.storage.digests.save(deskDigest({ name: 'equipe', workspaceId: 'slack:T1', ...more }))
    await tellChannelFailure(desk.tools, broken)
    expect(await desk.storage.notices.open(NOW + DAY)).toEqual([])
  })
})
