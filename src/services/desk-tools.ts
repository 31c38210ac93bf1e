// What the services behind the chat work with, and the replies that they give most. Decides nothing.
import type { Alert } from '../core/alert.ts'
import type { Draw } from '../core/drawing.ts'
import type { Digest } from '../core/digest.ts'
import type { Feed } from '../core/feed.ts'
import type { MessageText } from '../core/message.ts'
import type { Quotas } from '../core/quota.ts'
import type { ChatReply } from '../core/request.ts'
import { sentenceMessage } from '../locale/blocks.ts'
import type { Clock, FeedReader, Log, Meter, Outlines, Storage } from '../ports.ts'

export interface DeskTools {
  readonly storage: Storage
  readonly reader: FeedReader
  readonly outlines: Outlines
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
  readonly draw: Draw
  /** What each workspace may use; as `DEFAULT_QUOTAS` when absent. */
  readonly quotas?: Quotas | undefined
  /** Of the file: read-only in the chat; ADR 0004. */
  readonly declared: {
    readonly feeds: readonly Feed[]
    readonly digests: readonly Digest[]
    readonly alerts: readonly Alert[]
    /** Whether workspaces of Slack install the app by themselves; false when absent. */
    readonly isSlackShared?: boolean
  }
}

/** For whoever asked alone; a single sentence will do. */
export function privately(said: MessageText | string): ChatReply {
  const message = typeof said === 'string' ? sentenceMessage(said) : said
  return { kind: 'message', audience: 'person', message }
}

/** In place of the message whose button was pressed. */
export function replacing(said: MessageText | string): ChatReply {
  return { kind: 'replacement', message: typeof said === 'string' ? sentenceMessage(said) : said }
}
