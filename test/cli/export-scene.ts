// A database that has something of everything, of two workspaces that must not see each other. French texts written by us.
import type { Alert, AlertWatch } from '../../src/core/alert.ts'
import { newAuditEntry } from '../../src/core/audit.ts'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { EditionStory } from '../../src/core/edition.ts'
import { newRaisedAlert } from '../../src/core/raised-alert.ts'
import { closeSending } from '../../src/core/sending.ts'
import type { Storage } from '../../src/ports.ts'
import { testAlert } from '../core/alert-news.ts'
import {
  MORNING,
  sampleArticle,
  sampleDelivery,
  sampleEdition,
  sampleFeed,
  sampleStory,
} from '../storage/samples.ts'
import {
  OURS,
  sampleChange,
  sampleDigest,
  sampleFollowing,
  sampleNotice,
  sampleWorkspace,
  THEIRS,
} from '../storage/samples-chat.ts'
import { fillArticles, fillFeeds } from './export-news.ts'
import { OUR_CHANNEL, OUR_URL, PRIVATE_CHANNEL, STRANGER, THEIR_CHANNEL } from './export-names.ts'

/** Something of every noun. */
export async function fill(storage: Storage): Promise<void> {
  await fillWorkspaces(storage)
  await fillFeeds(storage)
  await fillArticles(storage)
  await fillDefinitions(storage)
  await fillEditions(storage)
  await fillAlerts(storage)
  await fillReactions(storage)
  await fillJournals(storage)
}

async function fillWorkspaces({ workspaces }: Storage): Promise<void> {
  const settings = {
    adminChannel: 'slack:C0ADMIN',
    managers: ['U0456'],
    managerRoles: ['R1'],
    zone: 'Europe/Paris',
    weeklyReport: false,
  } as const
  await workspaces.save(sampleWorkspace(OURS, { settings, leftAt: MORNING }))
  await workspaces.save(
    sampleWorkspace(THEIRS, {
      name: STRANGER,
      settings: { managers: [STRANGER], managerRoles: [], zone: 'Europe/Brussels' },
    }),
  )
}

async function fillDefinitions({ digests, alerts, audit }: Storage): Promise<void> {
  const filter = { kind: 'words', words: 'port', where: 'everywhere' } as const
  await digests.save(sampleDigest('notre-revue', { filter, suspendedAt: MORNING, rubrics: ['Région'] }))
  await digests.save(sampleDigest('personnelle', { owner: STRANGER, channels: [PRIVATE_CHANNEL] }))
  await digests.save(
    sampleDigest('leur-revue', { workspaceId: THEIRS, title: STRANGER, channels: [THEIR_CHANNEL] }),
  )
  const watches: readonly AlertWatch[] = [
    { kind: 'person', name: 'Anne Le Goff' },
    { kind: 'phrase', text: 'plan social' },
    { kind: 'words', words: ['port'] },
  ]
  for (const [at, watch] of watches.entries()) await alerts.save(ourAlert(`notre-alerte-${at}`, { watch }))
  await alerts.save(
    testAlert({ name: 'leur-alerte', workspaceId: THEIRS, channel: THEIR_CHANNEL, title: STRANGER }),
  )
  const { workspaceId: _, ...ofFile } = sampleDigest('du-fichier')
  const shared = { ...ofFile, channels: [OUR_CHANNEL, THEIR_CHANNEL] }
  const elsewhere = {
    ...ofFile,
    name: 'ailleurs',
    title: STRANGER,
    channels: ['console:terminal', THEIR_CHANNEL],
  }
  await audit.declare([
    { what: 'digest', name: 'du-fichier', definition: shared },
    { what: 'digest', name: 'ailleurs', definition: elsewhere },
    { what: 'alert', name: 'du-fichier', definition: testAlert({ channel: OUR_CHANNEL }) },
    { what: 'alert', name: 'ailleurs', definition: testAlert({ channel: THEIR_CHANNEL, title: STRANGER }) },
  ])
}

function ourAlert(name: string, more: Partial<Alert> = {}): Alert {
  const quietHours = { from: '22:00', to: '07:00' }
  return testAlert({
    name,
    workspaceId: OURS,
    channel: OUR_CHANNEL,
    since: MORNING,
    suspendedAt: MORNING,
    feeds: ['Le Courrier de nantes'],
    rubrics: ['Monde'],
    quietHours,
    ...more,
  })
}

function wholeStory(): EditionStory {
  const article = sampleArticle('a1')
  const reference = { articleId: 'a1', version: 1, start: 0, end: 57 }
  const story = sampleStory(article)
  return {
    ...story,
    brief: [{ ...reference, insertions: [{ at: 46, text: '[19 novembre]' }] }],
    sources: story.sources.map((source) => ({
      ...source,
      isUnquoted: true,
      agency: 'AFP',
      duplicateOf: 'a2',
    })),
    clashes: [{ kind: 'update', figures: [reference, { ...reference, version: 2 }] }],
    continues: { editionId: 'hier', slotAt: MORNING - DAY },
  }
}

async function fillEditions({ editions }: Storage): Promise<void> {
  const choice = { rankedCount: 4, drops: { 'cut-for-length': 2 } }
  const shared = sampleEdition(MORNING, { stories: [wholeStory()], choice })
  const posted = { state: 'posted', attempts: 1, doubtfulSince: MORNING, handle: '17.3' } as const
  await editions.create(shared, [
    sampleDelivery(shared, 0, { channel: OUR_CHANNEL, ...posted }),
    sampleDelivery(shared, 0, { channel: THEIR_CHANNEL, ...posted }),
  ])
  for (const [digestName, channel] of [
    ['leur-revue', THEIR_CHANNEL],
    ['personnelle', PRIVATE_CHANNEL],
  ] as const) {
    const edition = sampleEdition(MORNING, { digestName, title: STRANGER })
    await editions.create(edition, [sampleDelivery(edition, 0, { channel })])
  }
  await editions.create(sampleEdition(MORNING + DAY, { title: STRANGER }), [])
}

async function fillAlerts({ raisedAlerts }: Storage): Promise<void> {
  const told = {
    stories: [wholeStory()],
    moreCount: 1,
    publisherCount: 3,
    storyIds: ['histoire-a1'],
    startedAt: MORNING - HOUR,
    reachedAt: MORNING,
    toldAt: MORNING,
    isLate: false,
    isTogether: false,
    isLast: false,
  }
  const theirs = testAlert({
    name: 'leur-alerte',
    workspaceId: THEIRS,
    channel: THEIR_CHANNEL,
    title: STRANGER,
  })
  for (const alert of [ourAlert('notre-alerte-0'), testAlert({ channel: OUR_CHANNEL }), theirs]) {
    const raised = newRaisedAlert(alert, { storyIds: told.storyIds }, told, 0, MORNING)
    await raisedAlerts.add({ ...closeSending(raised, '17.4'), doubtfulSince: MORNING })
  }
}

async function fillReactions({ reactions, notices, memos }: Storage): Promise<void> {
  await notices.add(sampleNotice('muet', { state: 'posted', doubtfulSince: MORNING, handle: '17.5' }))
  const summary = { summary: STRANGER, blocks: [] }
  await notices.add(sampleNotice('à une personne', { channel: PRIVATE_CHANNEL, message: summary, id: 'n2' }))
  await notices.add(
    sampleNotice('chez eux', { workspaceId: THEIRS, channel: THEIR_CHANNEL, message: summary, id: 'n3' }),
  )
  for (const [workspaceId, person] of [
    [OURS, `slack:@${STRANGER}`],
    [THEIRS, `discord:@${STRANGER}`],
  ] as const)
    await reactions.rate({ workspaceId, person, storyId: 'histoire-a1', isUseful: true, ratedAt: MORNING })
  for (const audience of [OUR_CHANNEL, THEIR_CHANNEL, PRIVATE_CHANNEL])
    await reactions.mute({ audience, storyId: 'histoire-a1', until: MORNING + DAY })
  await memos.save({
    id: 'm1',
    workspaceId: OURS,
    person: STRANGER,
    expiresAt: MORNING + DAY,
    content: { kind: 'question', text: `Que cache ${STRANGER} ?` },
  })
}

async function fillJournals({ changes, audit }: Storage): Promise<void> {
  const following = sampleFollowing('rennes', { url: OUR_URL })
  await changes.add(sampleChange('c1', { subject: { kind: 'following', after: following } }))
  await changes.add(
    sampleChange('c2', {
      subject: { kind: 'following', before: following },
      undoes: 'c1',
      undoneAt: MORNING + HOUR,
    }),
  )
  const digest = sampleDigest('notre-revue', {
    filter: { kind: 'phrase', words: 'plan social', where: 'title' },
  })
  await changes.add(sampleChange('c3', { subject: { kind: 'digest', after: digest } }))
  await changes.add(
    sampleChange('c4', { subject: { kind: 'followings', list: 'Presse', after: [following] } }),
  )
  const own = sampleDigest('personnelle', { owner: STRANGER })
  await changes.add(sampleChange('c5', { subject: { kind: 'digest', after: own } }))
  const theirs = { ...following, workspaceId: THEIRS, addedByName: STRANGER }
  await changes.add(
    sampleChange('c6', {
      workspaceId: THEIRS,
      personName: STRANGER,
      channel: THEIR_CHANNEL,
      subject: { kind: 'following', after: theirs },
    }),
  )
  const settings = { managers: [], managerRoles: [], zone: 'Europe/Paris' }
  await changes.add(
    sampleChange('c7', {
      subject: { kind: 'settings', before: settings, after: { ...settings, adminChannel: OUR_CHANNEL } },
    }),
  )
  const { workspaceId: _, ...ofFile } = digest
  const strange = { ...ofFile, name: 'ailleurs', title: STRANGER, channels: [THEIR_CHANNEL] }
  const file = { origin: 'file', actor: 'config/pressoir.yaml' } as const
  for (const definition of [
    { ...ofFile, name: 'du-fichier', channels: [OUR_CHANNEL, THEIR_CHANNEL] },
    strange,
  ]) {
    const items = [{ after: { what: 'digest' as const, name: definition.name, definition } }]
    await audit.add(newAuditEntry(file, { kind: 'declared', nature: 'added', items }, MORNING))
  }
  const feed = { what: 'feed' as const, name: 'nantes', definition: sampleFeed('nantes') }
  await audit.add(
    newAuditEntry(file, { kind: 'declared', nature: 'removed', items: [{ before: feed }] }, MORNING),
  )
  const program = { origin: 'program', actor: '' } as const
  for (const event of [
    { kind: 'feed-moved', title: 'Le Courrier de nantes', from: OUR_URL, to: 'https://nantes.example/flux' },
    { kind: 'migrated', names: ['0013-audit'] },
  ] as const)
    await audit.add(newAuditEntry(program, event, MORNING))
  const command = { origin: 'command', actor: STRANGER } as const
  const where = `/home/${STRANGER}`
  for (const event of [
    { kind: 'restored', file: where, madeAt: MORNING },
    { kind: 'imported', file: where, articles: 3 },
    { kind: 'exported', what: 'data', file: where },
    { kind: 'exported', what: 'data', file: where, workspaceId: OURS },
    { kind: 'exported', what: 'data', file: where, workspaceId: THEIRS },
  ] as const)
    await audit.add(newAuditEntry(command, event, MORNING))
}
