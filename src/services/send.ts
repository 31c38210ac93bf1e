// Sends one written-down message to one channel, and writes down what became of it. Decides nothing about its words.
import { splitChannel } from '../core/channel.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import type { MessageText } from '../core/message.ts'
import {
  beginAttempt,
  closeSending,
  type FailureScope,
  isTimely,
  natureOf,
  postpone,
  type Sending,
} from '../core/sending.ts'
import type { Instant } from '../core/calendar.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { explain } from '../locale/failures.ts'
import { SENDING, SENT, SENT_ELSEWHERE } from '../locale/log.ts'
import type { MessageKind } from '../meter.ts'
import type { ChatPlatform, Clock, Log, Meter } from '../ports.ts'
import { logFailure } from './log-failure.ts'

/** Started platforms by name; a channel is `platform:channel`. */
export type Platforms = ReadonlyMap<string, ChatPlatform>

export interface SendTools {
  readonly platforms: Platforms
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
}

/** The ledger's side of one message. */
export interface Ledger<Sent extends Sending> {
  /** False when another process has it. */
  readonly claim: (read: Sent, attempt: Sent) => Promise<boolean>
  readonly save: (sent: Sent) => Promise<void>
}

export interface Letter {
  readonly key: string
  readonly message: MessageText
  readonly replyTo?: string | undefined
  /** As the message carries it. */
  readonly workspaceId?: WorkspaceId | undefined
  /** The instant that it was meant for: long after it, it is given up. */
  readonly dueAt: Instant
  readonly of: MessageKind
  /** What the log says with each attempt. */
  readonly about: Readonly<Record<string, unknown>>
}

/** How it went; after `busy` another process is at it, after `failed` it waits, or is given up. */
export type Outcome<Sent extends Sending> =
  | { readonly kind: 'posted'; readonly sent: Sent }
  | { readonly kind: 'busy' }
  | {
      readonly kind: 'failed'
      readonly sent: Sent
      readonly scope: FailureScope
      readonly failure: Failure | undefined
    }

export async function send<Sent extends Sending>(
  tools: SendTools,
  ledger: Ledger<Sent>,
  before: Sent,
  letter: Letter,
): Promise<Outcome<Sent>> {
  const attempt = beginAttempt(before, tools.clock.now())
  const about = { ...letter.about, attempt: attempt.attempts }
  if (!(await ledger.claim(before, attempt))) {
    tools.log.debug(SENT_ELSEWHERE, about)
    return { kind: 'busy' }
  }
  // Its turn comes again when nobody can be at it any more.
  if (!isTimely(attempt, tools.clock.now())) return { kind: 'busy' }
  tools.log.debug(SENDING, { ...about, isDoubtful: before.doubtfulSince !== undefined })
  let handle: string
  try {
    handle = await post(tools.platforms, before, letter)
  } catch (error) {
    return await noteFailure(tools, ledger, before, attempt, { ...letter, about }, error)
  }
  const sent = closeSending(attempt, handle)
  await ledger.save(sent)
  tools.log.debug(SENT, about)
  tools.meter({ kind: 'message', of: letter.of, channel: before.channel, outcome: 'posted' })
  return { kind: 'posted', sent }
}

async function post(platforms: Platforms, before: Sending, letter: Letter): Promise<string> {
  const { platform: name, channel } = splitChannel(before.channel)
  const platform = platforms.get(name)
  if (platform === undefined) throw new ExplainedError({ code: 'platform-absent', channel: before.channel })
  return platform.post(channel, {
    ...letter.message,
    key: letter.key,
    ...(letter.workspaceId === undefined ? {} : { workspaceId: letter.workspaceId }),
    ...(letter.replyTo === undefined ? {} : { replyTo: letter.replyTo }),
    ...(before.doubtfulSince === undefined ? {} : { doubtfulSince: before.doubtfulSince }),
  })
}

/** A mistake of our own is told as such and waits like any other failure: the other channels go on. */
async function noteFailure<Sent extends Sending>(
  { clock, log, meter }: SendTools,
  ledger: Ledger<Sent>,
  before: Sent,
  attempt: Sent,
  { of, dueAt, about }: Letter,
  error: unknown,
): Promise<Outcome<Sent>> {
  const failure = error instanceof ExplainedError ? error.failure : undefined
  const sent = postpone(before, attempt, { now: clock.now(), dueAt, failure })
  const told = { ...about, ...afterwardsOf(sent) }
  if (failure === undefined) logFailure(log, error, told)
  else log.warn(explain(failure), { ...told, code: failure.code, ...reasonOf(failure) })
  await ledger.save(sent)
  const outcome = sent.state === 'abandoned' ? 'abandoned' : 'failed'
  meter({ kind: 'message', of, channel: before.channel, outcome, failure })
  return { kind: 'failed', sent, scope: failure === undefined ? 'message' : natureOf(failure).scope, failure }
}

function reasonOf(failure: Failure): { readonly reason?: string | undefined } {
  return failure.code === 'post-failed' ? { reason: failure.reason } : {}
}

function afterwardsOf({ state, nextAttemptAt }: Sending): object {
  return state === 'abandoned'
    ? { isAbandoned: true }
    : { nextAttemptAt: new Date(nextAttemptAt).toISOString() }
}
