// One change of what a workspace has set: what it was, what it is, who did it. Can be turned round for a time.
import type { Alert } from './alert.ts'
import type { Digest } from './digest.ts'
import type { Following } from './following.ts'
import { DAY, type Instant } from './calendar.ts'
import { shortKey } from './short-key.ts'
import type { WorkspaceId, WorkspaceSettings } from './workspace.ts'

/** How long a change can be taken back; what was taken away is missed later than what was altered. */
const UNDO_TIME: Instant = DAY
export const TRASH_TIME: Instant = 30 * DAY

/** `before` undefined: it was not there; `after` undefined: it is taken away. */
export type ChangeSubject =
  | {
      readonly kind: 'following'
      readonly before?: Following | undefined
      readonly after?: Following | undefined
    }
  /** Many feeds that come, or go, as one: a list that was imported. Never both. */
  | {
      readonly kind: 'followings'
      /** What the list calls itself; `''` when it has no name. */
      readonly list: string
      readonly before?: readonly Following[] | undefined
      readonly after?: readonly Following[] | undefined
    }
  | { readonly kind: 'digest'; readonly before?: Digest | undefined; readonly after?: Digest | undefined }
  | { readonly kind: 'alert'; readonly before?: Alert | undefined; readonly after?: Alert | undefined }
  | {
      readonly kind: 'settings'
      readonly before: WorkspaceSettings
      readonly after: WorkspaceSettings
    }

export interface Change {
  /** 22 characters. */
  readonly id: string
  readonly workspaceId: WorkspaceId
  readonly madeAt: Instant
  /** The platform's id of whoever made it, and the name they had. */
  readonly person: string
  readonly personName: string
  /** Where from, `platform:channel`. */
  readonly channel: string
  readonly subject: ChangeSubject
  /** Set on a change that takes another one back. */
  readonly undoes?: string
  readonly undoneAt?: Instant
}

/** The change that takes this one back. */
export function reverse(subject: ChangeSubject): ChangeSubject {
  switch (subject.kind) {
    case 'following':
      return { kind: 'following', before: subject.after, after: subject.before }
    case 'followings':
      return { kind: 'followings', list: subject.list, before: subject.after, after: subject.before }
    case 'digest':
      return { kind: 'digest', before: subject.after, after: subject.before }
    case 'alert':
      return { kind: 'alert', before: subject.after, after: subject.before }
    case 'settings':
      return { kind: 'settings', before: subject.after, after: subject.before }
    default:
      return subject satisfies never
  }
}

export function canUndo(change: Change, now: Instant): boolean {
  return change.undoneAt === undefined && now - change.madeAt < (isRemoval(change) ? TRASH_TIME : UNDO_TIME)
}

/** Whether it took something away, which can be brought back for longer. */
export function isRemoval({ subject }: Pick<Change, 'subject'>): boolean {
  return subject.after === undefined
}

/** Who changes something, and where from. */
type Author = Pick<Change, 'workspaceId' | 'person' | 'personName' | 'channel'>

export function newChange(author: Author, subject: ChangeSubject, now: Instant, undoes?: string): Change {
  const { workspaceId, person, personName, channel } = author
  const words = JSON.stringify([workspaceId, person, now, subject, undoes])
  return {
    id: shortKey(words),
    workspaceId,
    madeAt: now,
    person,
    personName,
    channel,
    subject,
    ...(undoes === undefined ? {} : { undoes }),
  }
}

/** Whether two values say the same, whatever the order of their keys; a key without a value counts as none. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (!isComposite(one) || !isComposite(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [one, other].map(
    (data) => new Map(Object.entries(data).filter(([, value]) => value !== undefined)),
  )
  if (left === undefined || right === undefined || left.size !== right.size) return false
  return [...left].every(([key, value]) => right.has(key) && isSameData(value, right.get(key)))
}

function isComposite(data: unknown): data is object {
  return typeof data === 'object' && data !== null
}
