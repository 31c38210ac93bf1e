// What the fault tests need of a fake platform, whichever it is. Types only.
import type { Configuration } from '../../../src/config/load.ts'
import type { WorkspaceId } from '../../../src/core/workspace.ts'

/** A message of ours as it stands on the platform. */
export interface Standing {
  /** Of the delivery, as the message itself carries it; undefined when it carries none. */
  readonly key: string | undefined
  readonly handle: string
  /** The handle of the message below which it stands. */
  readonly lead: string | undefined
}

export interface FakePlatform {
  readonly name: 'slack' | 'discord'
  readonly workspaceId: WorkspaceId
  /** Where it listens on loopback. */
  readonly port: number
  readonly tokens: Configuration['tokens']
  /** For a program that reaches it through another port of loopback. */
  urls(port: number): Configuration['platformUrls']
  /** First lines of requests: those that post, those that write in any way, those that look for what stands. */
  readonly calls: { readonly post: RegExp; readonly write: RegExp; readonly lookUp: RegExp }
  /** How many requests to post into the channel have come, whatever became of them. */
  postsTo(channel: string): number

  /** The id of a new channel that we may post to. */
  addChannel(name: string): string
  /** What stands in the channel and below its messages, in the order of arrival. */
  standing(channel: string): readonly Standing[]
  /** Refuses posts with an HTTP status: `skip` pass first, then `times` are refused. */
  refusePosts(refusal: PostRefusal): void
  /** Every call is answered 500 until it is ended; `isDone`: and carried out all the same. */
  fail(isDone: boolean): Failing
  /** Posts refused in this way so far. */
  refusedCount(): number
  /** Cuts our connections, each time in another of the ways in which the platform may. */
  cutConnections(time: number): void
  readonly isConnected: () => boolean
  readonly revokeToken: () => void
  readonly restoreToken: () => void
  /** The channel takes no more messages: archived, or without rights. */
  closeChannel(channel: string): void
  openChannel(channel: string): void
  readonly removeBot: () => void
  readonly inviteBot: () => void
  /** What the program must never do, as sentences. */
  violations(): readonly string[]
  close(): Promise<void>
}

interface Failing {
  /** Calls answered so. */
  readonly hits: () => number
  readonly end: () => void
}

interface PostRefusal {
  readonly status: number
  readonly skip: number
  readonly times: number
  /** With 429. */
  readonly retryAfterSeconds?: number
}
