// What can go wrong, as codes with data. The French sentence of each code is in locale/failures.ts.
import type { FilterMistake } from './filter-line.ts'
import type { Instant } from './calendar.ts'

/** One mistake in a configuration file; `line` starts at 1. `message` is French, made by locale. */
interface ConfigurationMistake {
  readonly line: number
  readonly message: string
}

export type Failure =
  // The network: a feed, a page, a robots file.
  | { readonly code: 'fetch-unreachable'; readonly url: string; readonly reason: UnreachableReason }
  | {
      readonly code: 'fetch-timeout'
      readonly url: string
      readonly seconds: number
      /** The headers came in time, the end did not. */
      readonly hasBegun?: true
    }
  | {
      readonly code: 'fetch-status'
      readonly url: string
      readonly status: number
      readonly retryAt?: Instant
      /** What the site says when it refuses: an excerpt as plain text, in one line. Other people's words. */
      readonly words?: string
    }
  | { readonly code: 'fetch-too-large'; readonly url: string; readonly limitBytes: number }
  | { readonly code: 'fetch-redirects'; readonly url: string; readonly limit: number }
  | { readonly code: 'fetch-private-address'; readonly url: string }
  | { readonly code: 'fetch-scheme'; readonly url: string; readonly scheme: string }
  | { readonly code: 'fetch-reserved'; readonly url: string; readonly by: 'robots' | 'tdm' }
  | { readonly code: 'fetch-damaged'; readonly url: string; readonly encoding: string }
  // What came back is no feed, or no page.
  | { readonly code: 'feed-empty'; readonly url: string }
  | { readonly code: 'feed-is-html'; readonly url: string }
  | { readonly code: 'feed-unreadable'; readonly url: string }
  /** Neither the address nor the page there, nor the usual places of its site. */
  | { readonly code: 'feed-not-found'; readonly url: string }
  /** It was asked for as a list of feeds, OPML, and is none. */
  | { readonly code: 'outline-unreadable'; readonly url: string }
  /** Our own mistake: the log has the details. */
  | { readonly code: 'feed-unforeseen'; readonly url: string }
  | { readonly code: 'page-without-text'; readonly url: string; readonly isPaywalled?: true }
  // The configuration and the command line.
  | { readonly code: 'configuration-missing'; readonly path: string }
  | {
      readonly code: 'configuration-invalid'
      readonly path: string
      readonly mistakes: readonly ConfigurationMistake[]
    }
  /** A value that is none; it may be a secret, and is not told. */
  | { readonly code: 'environment-invalid'; readonly variable: string; readonly expected: 'key' | 'shards' }
  /** `variable` is there, and does nothing without the others. */
  | {
      readonly code: 'environment-incomplete'
      readonly variable: string
      readonly missing: readonly string[]
    }
  /** `variable` asks for something that others must be able to reach. */
  | { readonly code: 'public-address-missing'; readonly path: string; readonly variable: string }
  | { readonly code: 'file-missing'; readonly path: string }
  | { readonly code: 'file-unwritable'; readonly path: string }
  /** There, and no file that may be read. */
  | { readonly code: 'file-unreadable'; readonly path: string }
  /** Its compression does not read to the end. */
  | { readonly code: 'file-damaged'; readonly path: string }
  /** There already, and nobody said that it may go. */
  | { readonly code: 'folder-taken'; readonly path: string }
  /** Something else than an export has the name that an export was to get. */
  | { readonly code: 'folder-foreign'; readonly path: string }
  | { readonly code: 'folder-unwritable'; readonly path: string }
  | { readonly code: 'disk-full'; readonly path: string }
  | { readonly code: 'file-no-outline'; readonly path: string }
  | { readonly code: 'pack-unknown'; readonly given: string; readonly closest?: string | undefined }
  | { readonly code: 'workspace-unknown'; readonly id: string; readonly known: readonly string[] }
  | { readonly code: 'line-not-json' }
  | { readonly code: 'line-not-utf8' }
  | { readonly code: 'line-invalid'; readonly field: string }
  /** Our own mistake: standard error has the details. */
  | { readonly code: 'line-unforeseen' }
  | { readonly code: 'question-missing' }
  | { readonly code: 'digest-unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'instant-invalid'; readonly given: string }
  | { readonly code: 'filter-invalid'; readonly mistake: FilterMistake }
  // The database.
  | { readonly code: 'database-locked'; readonly path: string }
  | { readonly code: 'database-full'; readonly path: string }
  | { readonly code: 'database-newer'; readonly path: string }
  | { readonly code: 'database-damaged'; readonly path: string }
  | { readonly code: 'database-unopenable'; readonly path: string }
  | { readonly code: 'database-unreachable'; readonly path: string }
  | { readonly code: 'database-refused'; readonly path: string }
  | { readonly code: 'database-absent'; readonly path: string }
  | { readonly code: 'database-forbidden'; readonly path: string }
  | { readonly code: 'database-crowded'; readonly path: string }
  | { readonly code: 'database-encoding'; readonly path: string }
  | { readonly code: 'moved-away'; readonly path: string; readonly server: string }
  | { readonly code: 'database-moving'; readonly path: string }
  | { readonly code: 'database-in-use'; readonly path: string }
  | { readonly code: 'database-not-empty'; readonly path: string }
  | { readonly code: 'queue-needs-server' }
  | { readonly code: 'move-target' }
  | { readonly code: 'move-differs'; readonly table: string }
  | { readonly code: 'database-on-server'; readonly path: string }
  | { readonly code: 'database-address-invalid' }
  | { readonly code: 'database-unsupported'; readonly scheme: string }
  /** A backup was restored into it since it was opened. */
  | { readonly code: 'database-replaced'; readonly path: string }
  | { readonly code: 'database-restoring'; readonly path: string }
  // Backups.
  /** Neither a file nor a folder, or both. */
  | { readonly code: 'backup-target' }
  /** No backup of Pressoir. */
  | { readonly code: 'backup-foreign'; readonly path: string }
  /** `version` is that of the Pressoir that wrote it. */
  | { readonly code: 'backup-newer'; readonly path: string; readonly version: string }
  | { readonly code: 'backup-damaged'; readonly path: string }
  /** Something else than a backup has the name that a backup was to get. */
  | { readonly code: 'backup-name-taken'; readonly path: string }
  | {
      readonly code: 'disk-too-small'
      readonly path: string
      readonly neededBytes: number
      readonly freeBytes: number
    }
  // The chat.
  | { readonly code: 'platform-unknown'; readonly channel: string }
  | { readonly code: 'platform-absent'; readonly channel: string }
  | {
      readonly code: 'post-failed'
      readonly channel: string
      readonly reason?: PostFailureReason
      /** Not before this instant again: the platform said so. */
      readonly retryAt?: Instant
    }
  /** A platform that does not let us in. */
  | { readonly code: 'token-refused'; readonly platform: string }
  | { readonly code: 'intents-refused'; readonly platform: string }
  | { readonly code: 'platform-unreachable'; readonly platform: string }

export type UnreachableReason =
  | 'unknown-host'
  | 'refused'
  | 'cut'
  | 'certificate'
  | 'no-tls'
  | 'not-http'
  | 'other'

/** Why a platform could not post, when it says; what each means for the next attempt is in core/sending. */
export type PostFailureReason =
  | 'disk-full'
  | 'unwritable'
  | 'rate-limited'
  | 'platform-failing'
  | 'timed-out'
  | 'cut'
  | 'unreachable'
  | 'token-refused'
  | 'channel-archived'
  | 'channel-missing'
  | 'not-a-member'
  | 'forbidden'
  | 'person-unreachable'
  /** The workspace has taken the app away, or never had it. */
  | 'not-installed'
  /** Several workspaces are served, and nobody says which one the channel is of. */
  | 'workspace-unclear'
  /** Sealed with a key that we do not have. */
  | 'token-unreadable'
  /** What may have landed cannot be looked for: the channel's history is closed to us. */
  | 'cannot-check'
  /** What was to be edited is there no more, or is not ours to edit. */
  | 'message-gone'
  /** The platform finds the message itself wrong: our own mistake. */
  | 'invalid'

/** A failure that somebody will read: thrown with a code and its data, told in French at the edge. */
export class ExplainedError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.code, options)
    this.name = 'ExplainedError'
    this.failure = failure
  }
}
