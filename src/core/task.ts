// What processes share: a kind of work and a lane to look into. The database says what there is to do there. Does no work.
import type { Instant } from './calendar.ts'

/** In the order in which a beat comes to them. */
export const TASK_KINDS = [
  'plan',
  'fetch',
  'read',
  'facts',
  'alert',
  'publish',
  'deliver',
  'care',
  'upkeep',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export interface Task {
  readonly kind: TaskKind
  /** 0 where the kind has one lane only. */
  readonly lane: number
}

export const ROLES = ['all', 'fetch', 'read', 'publish', 'chat'] as const
export type Role = (typeof ROLES)[number]

/** Whoever works at all may plan; one process at a time does. */
const KINDS_BY_ROLE: Readonly<Record<Role, readonly TaskKind[]>> = {
  all: TASK_KINDS,
  fetch: ['plan', 'fetch'],
  read: ['plan', 'read', 'facts'],
  publish: ['plan', 'alert', 'publish', 'deliver', 'care', 'upkeep'],
  chat: [],
}

export const kindsOf = (role: Role): readonly TaskKind[] => KINDS_BY_ROLE[role]

/** Whether a process of this role has anything to do with a chat: it answers there, or posts. */
export const isSpeaking = (role: Role): boolean => isAnswering(role) || role === 'publish'

/** Whether people are answered by a process of this role. */
export const isAnswering = (role: Role): boolean => role === 'all' || role === 'chat'

/** The state of one queue, as an administrator sees it. */
export interface QueueState {
  readonly kind: TaskKind
  readonly waiting: number
  readonly running: number
  /** When the first of those that wait was offered; absent when none does. */
  readonly waitingSince?: Instant
  /** Given up after several attempts: to be sent again by hand. */
  readonly dead: number
}

/** Where no work is shared, and none waits. */
export const NOTHING_SHARED: readonly QueueState[] = TASK_KINDS.map((kind) => ({
  kind,
  waiting: 0,
  running: 0,
  dead: 0,
}))
