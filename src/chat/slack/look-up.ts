// Finds messages of ours in a channel or a thread by the metadata that they carry. Never posts, and never guesses.
import { z } from 'zod'
import type { Instant } from '../../core/calendar.ts'
import { LOOK_UP_MARGIN } from '../../core/sending.ts'
import { LOOK_UP_PAGE } from './limits.ts'
import { platformCodeOf } from './post-failures.ts'
import type { Pace } from './pace.ts'
import type { WebClient } from './web-client.ts'

const EVENT_TYPE = 'pressoir_message'

/** What a message of ours carries; nobody sees it in Slack. */
export function metadataOf(key: string) {
  return { event_type: EVENT_TYPE, event_payload: { key } }
}

const pageSchema = z.object({
  messages: z.array(z.unknown()).default([]),
  has_more: z.boolean().nullish(),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
})

const messageSchema = z.object({
  ts: z.string(),
  bot_id: z.string().nullish(),
  user: z.string().nullish(),
  metadata: z.object({
    event_type: z.literal(EVENT_TYPE),
    event_payload: z.object({ key: z.string() }),
  }),
})

export interface LookUp {
  readonly client: WebClient
  readonly pace: Pace
  /** Whose pauses count. */
  readonly channel: string
  readonly conversation: string
  readonly thread?: string | undefined
  readonly since: Instant
  /** Ours: nobody else may pass a message off as one. */
  readonly botId: string
  readonly botUser: string
}

/**
 * The `ts` of our messages by their keys, read to the end. The thread's first message may be gone: then what hangs
 * under nothing is looked for in the channel. Throws what the client throws.
 */
export async function lookUp(asked: LookUp): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const { client, pace, channel, thread } = asked
  if (thread !== undefined) {
    try {
      await readPages(asked, found, (page) =>
        pace.callTier3('conversations.replies', channel, () =>
          client.conversations.replies({ channel: asked.conversation, ts: thread, ...page }),
        ),
      )
    } catch (error) {
      if (!isParentGone(error)) throw error
    }
    if (found.size > 0) return found
  }
  // Without its thread a message is posted into the channel.
  await readPages(asked, found, (page) =>
    pace.callTier3('conversations.history', channel, () =>
      client.conversations.history({ channel: asked.conversation, ...page }),
    ),
  )
  return found
}

/** docs.slack.dev, conversations.replies and chat.postMessage. */
const PARENT_GONE = new Set([
  'thread_not_found',
  'message_not_found',
  'invalid_thread_ts',
  'cannot_reply_to_message',
])

export function isParentGone(error: unknown): boolean {
  return PARENT_GONE.has(platformCodeOf(error) ?? '')
}

interface PageQuestion {
  readonly oldest: string
  readonly inclusive: true
  readonly include_all_metadata: true
  readonly limit: number
  readonly cursor?: string
}

async function readPages(
  asked: LookUp,
  found: Map<string, string>,
  read: (page: PageQuestion) => Promise<unknown>,
): Promise<void> {
  const question: PageQuestion = {
    oldest: Math.max(0, (asked.since - LOOK_UP_MARGIN) / 1000).toFixed(6),
    inclusive: true,
    include_all_metadata: true,
    limit: LOOK_UP_PAGE,
  }
  for (let cursor = ''; ;) {
    const page = pageSchema.parse(await read(cursor === '' ? question : { ...question, cursor }))
    for (const [key, ts] of ourMessages(page.messages, asked)) if (!found.has(key)) found.set(key, ts)
    const next = page.response_metadata?.next_cursor ?? ''
    // A cursor that does not move would have us read for ever.
    if (next === '' || next === cursor) return
    cursor = next
  }
}

/** Keys and `ts` of those messages that are ours; anybody's app can write our metadata. */
export function ourMessages(
  messages: readonly unknown[],
  { botId, botUser }: Pick<LookUp, 'botId' | 'botUser'>,
): readonly (readonly [key: string, ts: string])[] {
  return messages.flatMap((candidate) => {
    const { data } = messageSchema.safeParse(candidate)
    if (data === undefined || (data.bot_id !== botId && data.user !== botUser)) return []
    return [[data.metadata.event_payload.key, data.ts] as const]
  })
}
