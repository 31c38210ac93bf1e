// The terminal as a chat platform: for a first try, for tests, and the model of the others. Nobody types there yet.
import type { Instant } from '../../core/calendar.ts'
import { ExplainedError, type PostFailureReason } from '../../core/failures.ts'
import type { OutgoingMessage } from '../../core/message.ts'
import { MESSAGE_UPDATED } from '../../locale/alert.ts'
import type { ChatPlatform } from '../../ports.ts'
import { renderMessage } from './render.ts'
import { appendToTranscript, readTranscript } from './transcript.ts'

export interface ConsoleOptions {
  /** The path of the JSONL file that is the channel; its folder exists. */
  readonly transcript: string
  /** Shows a text on the terminal. */
  readonly write: (text: string) => void
  readonly isColour: boolean
  readonly now: () => Instant
}

/** The handle of a message is its key. What stands in the transcript is posted, whether or not it was shown. */
export function createConsolePlatform(options: ConsoleOptions): ChatPlatform {
  let last: Promise<unknown> = Promise.resolve()
  let isStarted = false
  return {
    start: async () => {
      isStarted = true
    },
    isConnected: () => isStarted,
    post(channel, message) {
      const posting = last.then(() => postOnce(options, channel, message))
      last = posting.catch(() => undefined)
      return posting
    },
    edit(channel, handle, message) {
      const editing = last.then(() => editOnce(options, channel, handle, message))
      last = editing.catch(() => undefined)
      return editing
    },
    stop: async () => {
      isStarted = false
      await last
    },
  }
}

/** One at a time, in the order of the calls. */
async function postOnce(options: ConsoleOptions, channel: string, message: OutgoingMessage): Promise<string> {
  try {
    const isDoubtful = message.doubtfulSince !== undefined
    if (isDoubtful && (await hasPosted(options.transcript, channel, message.key))) return message.key
    await appendToTranscript(options.transcript, {
      key: message.key,
      channel,
      postedAt: new Date(options.now()).toISOString(),
      text: renderMessage(message, false),
      replyTo: message.replyTo,
    })
  } catch (error) {
    throw failureOf(channel, error)
  }
  options.write(`${renderMessage(message, options.isColour)}\n\n`)
  return message.key
}

/** What was shown stays above; a line of its own says what it has become. */
async function editOnce(
  options: ConsoleOptions,
  channel: string,
  handle: string,
  message: OutgoingMessage,
): Promise<void> {
  const text = renderMessage(message, false)
  try {
    const lines = (await readTranscript(options.transcript)).filter(
      ({ key, channel: of }) => key === handle && of === channel,
    )
    const standing = lines.at(-1)
    if (standing === undefined)
      throw new ExplainedError({
        code: 'post-failed',
        channel: `console:${channel}`,
        reason: 'message-gone',
      })
    if (standing.text === text) return
    await appendToTranscript(options.transcript, {
      key: handle,
      channel,
      postedAt: new Date(options.now()).toISOString(),
      text,
      replaces: handle,
    })
  } catch (error) {
    throw failureOf(channel, error)
  }
  options.write(`${MESSAGE_UPDATED}\n${renderMessage(message, options.isColour)}\n\n`)
}

function failureOf(channel: string, error: unknown): ExplainedError {
  if (error instanceof ExplainedError) return error
  return new ExplainedError(
    { code: 'post-failed', channel: `console:${channel}`, ...reasonOf(error) },
    { cause: error },
  )
}

async function hasPosted(transcript: string, channel: string, key: string): Promise<boolean> {
  const lines = await readTranscript(transcript)
  return lines.some((line) => line.key === key && line.channel === channel)
}

/** POSIX names of what a disk can refuse. */
const REASONS: ReadonlyMap<unknown, PostFailureReason> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'unwritable'],
  ['EPERM', 'unwritable'],
  ['EROFS', 'unwritable'],
  ['ENOENT', 'unwritable'],
  ['ENOTDIR', 'unwritable'],
  ['EISDIR', 'unwritable'],
])

function reasonOf(error: unknown): { readonly reason?: PostFailureReason } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const reason = REASONS.get(code)
  return reason === undefined ? {} : { reason }
}
