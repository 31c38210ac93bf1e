// French data for the tests of what the chat keeps, written by us. Never asks a database anything.
import { DAY } from '../../src/core/calendar.ts'
import type { Change } from '../../src/core/change.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Following } from '../../src/core/following.ts'
import type { Memo } from '../../src/core/memo.ts'
import { newNotice, type Notice } from '../../src/core/notice.ts'
import { DEFAULT_SETTINGS, type Workspace } from '../../src/core/workspace.ts'
import { MORNING } from './samples.ts'

/** The workspace of most tests, and the one that must never see anything of it. */
export const OURS = 'slack:T0123'
export const THEIRS = 'discord:4711'

/** What a platform, a person or an attacker may put into an id or a name. */
export const ODD_TEXTS: readonly (readonly [text: string, why: string])[] = [
  ['', 'nothing'],
  ["slack:T'0123", 'an apostrophe'],
  ['«\u202fÉté\u202f»', 'accents and narrow blanks'],
  ['100 %_\\', 'what LIKE would read'],
  ["'; drop table workspaces; --", 'an injection'],
  ['🗞️ рассвет', 'a symbol outside the basic plane, another alphabet'],
  ['ligne\nsuivante\ttabulée', 'control characters'],
  ['null', 'a word of JSON'],
]

export function sampleWorkspace(id: string, changes: Partial<Workspace> = {}): Workspace {
  return { id, name: 'Rédaction de Nantes', joinedAt: MORNING, settings: DEFAULT_SETTINGS, ...changes }
}

export function sampleFollowing(feedId: string, changes: Partial<Following> = {}): Following {
  return {
    workspaceId: OURS,
    feedId,
    url: `https://${feedId}.example/rss.xml`,
    title: `La Dépêche de ${feedId}`,
    publisher: `Dépêche ${feedId}`,
    rubric: 'Région',
    addedBy: 'U0456',
    addedByName: 'Élise Cœurderoy',
    addedAt: MORNING,
    ...changes,
  }
}

export function sampleDigest(name: string, changes: Partial<Digest> = {}): Digest {
  return {
    name,
    title: 'La revue de la rédaction',
    schedule: { days: [1, 2, 3, 4, 5], hours: ['07:30', '18:00'], zone: 'Europe/Paris' },
    channels: ['slack:C0123456'],
    feeds: ['Le Courrier de Nantes'],
    rubrics: [],
    withWords: ['port', 'chantier naval'],
    withoutWords: ['météo'],
    maxStories: 12,
    maxWords: 60,
    onEmpty: 'say',
    workspaceId: OURS,
    ...changes,
  }
}

export function sampleChange(id: string, changes: Partial<Change> = {}): Change {
  return {
    id,
    workspaceId: OURS,
    madeAt: MORNING,
    person: 'U0456',
    personName: 'Élise Cœurderoy',
    channel: 'slack:C0123456',
    subject: { kind: 'following', after: sampleFollowing('rennes') },
    ...changes,
  }
}

export function sampleMemo(id: string, changes: Partial<Memo> = {}): Memo {
  return {
    id,
    workspaceId: OURS,
    person: 'U0456',
    expiresAt: MORNING + DAY,
    content: { kind: 'question', text: 'Qui a rencontré les dockers\u202f?' },
    ...changes,
  }
}

export function sampleNotice(occasion: string, changes: Partial<Notice> = {}): Notice {
  const message = {
    summary: 'Flux muet depuis trois jours.',
    blocks: [
      { kind: 'paragraph', spans: [{ kind: 'plain', text: 'Le flux «\u202fRennes\u202f» est muet.' }] },
    ],
  } as const
  return { ...newNotice(OURS, 'slack:C0ADMIN', occasion, message, MORNING), ...changes }
}
