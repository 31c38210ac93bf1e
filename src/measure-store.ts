// The port of what can be counted of the work that waits, beside the other stores in ports.ts. Types only.
import type { Instant } from './core/calendar.ts'
import type { Feed, FeedState } from './core/feed.ts'
import type { Turn } from './core/waiting-draft.ts'

/** Answers whoever watches the program every few seconds: each question is one look at an index, whatever the size. */
export interface MeasureStore {
  /** The next feeds that are read behind this id, in the order of ids, each with its state; imports are none. */
  feeds(after: string, limit: number): Promise<readonly MeasuredFeed[]>
  /** Drafts that wait to be read, by their turn. */
  drafts(): Promise<Readonly<Record<Turn, WaitingWork>>>
  /** Messages neither posted nor given up, whether or not their time has come. */
  openMessages(): Promise<OpenMessages>
  /** Editions whose slot came before this instant and of which a part is still open somewhere. */
  undelivered(before: Instant): Promise<number>
}

export interface MeasuredFeed {
  readonly feed: Feed
  readonly state: FeedState
}

/** `since` is when the first one began to wait; absent when none does. */
export interface WaitingWork {
  readonly count: number
  readonly since?: Instant
}

export interface OpenMessages {
  readonly deliveries: number
  readonly notices: number
  readonly alerts: number
}
