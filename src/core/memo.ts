// What a button refers to and is too long to travel in it. Kept for a day, for one workspace alone.
import type { KnownPerson } from './person.ts'
import { DAY, type Instant } from './calendar.ts'
import type { ChangeSubject } from './change.ts'
import type { Edition } from './edition.ts'
import type { FilterTrial } from './filter-trial.ts'
import type { AskedMeetings } from './meeting-list.ts'
import type { WorkspaceId } from './workspace.ts'

/** After this a button says that its message is too old; ADR 0013. */
export const MEMO_LIFE: Instant = DAY

export interface Memo {
  /** 22 characters. */
  readonly id: string
  readonly workspaceId: WorkspaceId
  /** Whose it is, by the platform's id: nobody else's press counts. `''`: anybody's of the workspace. */
  readonly person: string
  readonly expiresAt: Instant
  readonly content: MemoContent
}

export type MemoContent =
  /** A question that was answered: for its further pages, and for sharing. */
  | { readonly kind: 'question'; readonly text: string; readonly isPublic?: boolean }
  /** A list that has further pages. */
  | {
      readonly kind: 'list'
      readonly of: 'feeds' | 'feed-states' | 'digests' | 'alerts' | 'changes' | 'trash'
    }
  /** What is known of one person, by all the names that articles give them. */
  | { readonly kind: 'person'; readonly person: KnownPerson }
  /** People of whom one is meant; with `listing`, by whoever wants to see that one's meetings. */
  | {
      readonly kind: 'people'
      readonly people: readonly KnownPerson[]
      readonly listing?: Pick<AskedMeetings, 'period'>
    }
  /** Meetings of a period, of one person or of all. */
  | { readonly kind: 'meetings'; readonly asked: AskedMeetings }
  /** Stories shown to one person, by no digest's slot. */
  | { readonly kind: 'edition'; readonly edition: Edition; readonly workspaceId?: WorkspaceId }
  /** Feeds that an address leads to; `replaces` is the feed whose address one of them takes. */
  | {
      readonly kind: 'feed-choice'
      readonly addresses: readonly string[]
      readonly rubric: string
      readonly replaces?: string
    }
  /** What a filter would have kept, and left out. */
  | { readonly kind: 'trial'; readonly trial: FilterTrial }
  /** Waits for «Confirmer». */
  | { readonly kind: 'proposal'; readonly subject: ChangeSubject }
