// Every change that people make in the chat: proposed, confirmed, carried out once, written down, taken back for a time.
// Knows nothing of how it was asked for.
import type { Instant } from '../core/calendar.ts'
import {
  canUndo,
  type Change,
  type ChangeSubject,
  isRemoval,
  isSameData,
  newChange,
  reverse,
} from '../core/change.ts'
import { ownerOf } from '../core/change-nature.ts'
import type { Digest } from '../core/digest.ts'
import { minutesOfFirstReadings } from '../core/first-readings.ts'
import type { Block } from '../core/message.ts'
import type { ChatContext, ChatReply } from '../core/request.ts'
import { nextSlot } from '../core/schedule.ts'
import { isPersonal, type WorkspaceId } from '../core/workspace.ts'
import {
  CHANGE_UNKNOWN,
  CHANGED_MEANWHILE,
  changeDone,
  changeUndone,
  nextEdition,
  NOTHING_DONE,
  NOTHING_TO_CHANGE,
  PLACE_TAKEN,
  PROPOSAL_GONE,
  proposeChange,
  TOO_LATE_TO_UNDO,
  UNDONE_ALREADY,
} from '../locale/changes.ts'
import { feedsLeftAsTheyAre, firstReadingsLine } from '../locale/feed-lists.ts'
import { notAllowed } from '../locale/people-and-places.ts'
import type { Storage } from '../ports.ts'
import { applyChange, stillFitting } from './apply-change.ts'
import { type DeskTools, privately, replacing } from './desk-tools.ts'
import { findMemo, keepMemo } from './keep-memo.ts'
import { knownPeople } from './known-people.ts'
import { feedsRefused } from './quotas.ts'
import { mayChange } from './rights.ts'
import { settingsOf } from './visible-feeds.ts'

/** What stands beside a proposal. */
interface Surroundings {
  /** What to look at before deciding. */
  readonly preface?: readonly Block[]
  /** What will follow from it. */
  readonly outlook?: readonly string[]
}

/** Asks whether it is meant so; nothing is changed before «Confirmer». */
export async function propose(
  tools: DeskTools,
  from: ChatContext,
  subject: ChangeSubject,
  { preface = [], outlook = [] }: Surroundings = {},
): Promise<ChatReply> {
  if (!(await mayChange(tools.storage, from, subject))) return privately(notAllowed(from))
  if (isSameData(subject.before, subject.after)) return privately(NOTHING_TO_CHANGE)
  const refused = await feedsRefused(tools.storage, from.workspaceId, subject, tools.quotas)
  if (refused !== undefined) return privately(refused)
  const memoId = await keepMemo(tools, from, { kind: 'proposal', subject })
  const scene = await sceneOf(tools, from)
  const ahead = [...outlook, ...next(subject, scene.time)]
  return privately(proposeChange({ subject, memoId, preface, outlook: ahead }, scene))
}

async function sceneOf({ storage, clock }: DeskTools, from: ChatContext) {
  const { zone } = await settingsOf(storage, from.workspaceId)
  const people = await knownPeople(storage, from)
  return { time: { now: clock.now(), zone }, here: from.channel, people }
}

/** Of many feeds, those that somebody has changed meanwhile. */
function leftOut(wanted: ChangeSubject, done: ChangeSubject): readonly string[] {
  if (wanted.kind !== 'followings' || done.kind !== 'followings') return []
  const count = (wanted.after ?? wanted.before ?? []).length - (done.after ?? done.before ?? []).length
  return count === 0 ? [] : [feedsLeftAsTheyAre(count)]
}

/** When feeds of a list will have been read. */
function firstReadings(subject: ChangeSubject): readonly string[] {
  if (subject.kind !== 'followings' || subject.after === undefined) return []
  return [firstReadingsLine(minutesOfFirstReadings(subject.after.length))]
}

/** When the digest that comes of it appears next. */
function next(
  subject: ChangeSubject,
  time: { readonly now: Instant; readonly zone: string },
): readonly string[] {
  const digest: Digest | undefined = subject.kind === 'digest' ? subject.after : undefined
  return digest === undefined || digest.suspendedAt !== undefined
    ? []
    : [nextEdition(nextSlot(digest.schedule, time.now), time, digest.schedule.zone)]
}

export async function dismissChange(tools: DeskTools, from: ChatContext, memoId: string): Promise<ChatReply> {
  const memo = await findMemo(tools, from, memoId)
  if (memo?.kind !== 'proposal') return privately(PROPOSAL_GONE)
  await tools.storage.memos.take(memoId, tools.clock.now())
  return replacing(NOTHING_DONE)
}

/** Of two who press at once, one carries it out. */
export async function confirmChange(tools: DeskTools, from: ChatContext, memoId: string): Promise<ChatReply> {
  const memo = await findMemo(tools, from, memoId)
  if (memo?.kind !== 'proposal') return privately(PROPOSAL_GONE)
  const { subject } = memo
  if (!(await mayChange(tools.storage, from, subject))) return privately(notAllowed(from))
  const now = tools.clock.now()
  const done = await tools.storage.inTransaction(async (storage) => {
    const refused = await feedsRefused(storage, from.workspaceId, subject, tools.quotas)
    if (refused !== undefined) return { refused }
    if ((await storage.memos.take(memoId, now)) === undefined) return 'gone'
    return carryOut(storage, newChange(authorOf(from, subject), subject, now))
  })
  if (done === 'gone') return privately(PROPOSAL_GONE)
  if (done === 'stale') return replacing(CHANGED_MEANWHILE)
  if ('refused' in done) return privately(done.refused)
  const { time } = await sceneOf(tools, from)
  const outlook = [...leftOut(subject, done.subject), ...firstReadings(done.subject), ...next(subject, time)]
  return replacing(changeDone(done, outlook))
}

/** Carries out a change inside a transaction and writes it down, unless what it goes out from is there no more. */
export async function carryOut(
  storage: Storage,
  wanted: Change,
  onFeed?: (done: number) => void,
): Promise<Change | 'stale'> {
  const { workspaceId, madeAt } = wanted
  const subject = await stillFitting(storage, workspaceId, wanted.subject)
  if (subject === undefined) return 'stale'
  await applyChange(storage, workspaceId, subject, madeAt, onFeed)
  const change = { ...wanted, subject }
  await storage.changes.add(change)
  return change
}

/** A digest of one's own may be pressed in private, outside the server where it belongs. */
function authorOf(from: ChatContext, subject: ChangeSubject) {
  const { person, personName, channel } = from
  return { person, personName, channel, workspaceId: workspaceOfSubject(subject) ?? from.workspaceId }
}

function workspaceOfSubject(subject: ChangeSubject): WorkspaceId | undefined {
  if (subject.kind === 'settings') return undefined
  if (subject.kind === 'followings') return (subject.after ?? subject.before)?.[0]?.workspaceId
  return (subject.after ?? subject.before)?.workspaceId
}

/** `isInList`: the button stood in the log, which stays as it is. */
export async function undoChange(
  tools: DeskTools,
  from: ChatContext,
  changeId: string,
  isInList: boolean,
): Promise<ChatReply> {
  const change = await tools.storage.changes.get(changeId)
  if (change === undefined || !isOfHere(change, from)) return privately(CHANGE_UNKNOWN)
  if (!(await mayChange(tools.storage, from, change.subject))) return privately(notAllowed(from))
  const now = tools.clock.now()
  if (change.undoneAt !== undefined) return privately(UNDONE_ALREADY)
  if (!canUndo(change, now)) return privately(TOO_LATE_TO_UNDO)
  const undoing = await takeBack(tools, change, from, now)
  if (undoing === 'undone') return privately(UNDONE_ALREADY)
  if (undoing === 'stale') return privately(isRemoval(change) ? PLACE_TAKEN : CHANGED_MEANWHILE)
  if ('refused' in undoing) return privately(undoing.refused)
  const { time } = await sceneOf(tools, from)
  const wanted = reverse(change.subject)
  const outlook = [...leftOut(wanted, undoing.subject), ...next(undoing.subject, time)]
  const message = changeUndone(undoing, outlook)
  return isInList ? privately(message) : replacing(message)
}

/** Nothing is marked when what the change left is there no more. */
async function takeBack(
  { storage, quotas }: DeskTools,
  change: Change,
  from: ChatContext,
  now: Instant,
): Promise<Change | 'undone' | 'stale' | { readonly refused: string }> {
  const subject = reverse(change.subject)
  const undoing = newChange(authorOf(from, subject), subject, now, change.id)
  return storage.inTransaction(async (inner) => {
    if ((await stillFitting(inner, change.workspaceId, subject)) === undefined) return 'stale'
    const refused = await feedsRefused(inner, change.workspaceId, subject, quotas)
    if (refused !== undefined) return { refused }
    if (!(await inner.changes.markUndone(change.id, now))) return 'undone'
    return carryOut(inner, undoing)
  })
}

/** One's own digest is known in private as well; anything else in its workspace alone. */
function isOfHere({ workspaceId, subject }: Change, from: ChatContext): boolean {
  if (workspaceId === from.workspaceId) return true
  return (
    isPersonal(from.workspaceId) &&
    ownerOf(subject) === from.person &&
    platformOf(workspaceId) === platformOf(from.workspaceId)
  )
}

function platformOf(workspaceId: WorkspaceId): string {
  return workspaceId.slice(0, workspaceId.indexOf(':'))
}
