// Discord as a chat platform: connects, posts in order and once, stops. Loads discord.js only when it is used.
import { type Instant, MINUTE } from '../../core/calendar.ts'
import { ExplainedError } from '../../core/failures.ts'
import type { Shards } from '../../core/shards.ts'
import { DISCORD_LOG } from '../../locale/discord.ts'
import type { ChatPlatform, Log } from '../../ports.ts'
import { createDiscordApi, createInteractionApi } from './api.ts'
import { createChannelQueue } from './channel-queue.ts'
import { createConnection } from './connection.ts'
import { createPoster } from './poster.ts'
import { createRefusals } from './refusals.ts'

export interface DiscordOptions {
  readonly token: string
  /** Where Discord is called, without the version; Discord itself by default. */
  readonly apiUrl?: string | undefined
  /** Which part of Discord is received; all of it when undefined. Posting needs none of it. */
  readonly shards?: Shards | undefined
  readonly log: Log
  readonly now: () => Instant
  /** In place of the usual times, in milliseconds: until a request has failed, and a whole message. */
  readonly patience?: { readonly requestTime: number; readonly postTime: number }
}

/** Of Discord's 50 requests a second over all, those that keep a digest going out from delaying a conversation. */
const POSTS_PER_SECOND = 46
const OTHERS_PER_SECOND = 4

/** How long one message may take, all pieces and second attempts: it is ours for two minutes (core/sending). */
const POST_TIME: Instant = 1.5 * MINUTE

/** The handle of a message is the id of its first piece. */
export function createDiscordPlatform(options: DiscordOptions): ChatPlatform {
  const { token, apiUrl, shards, log, now, patience } = options
  const refusals = createRefusals(now, (count) => log.warn(DISCORD_LOG.invalidAnswers, { count }))
  const shared = { token, apiUrl, now, refusals, requestTime: patience?.requestTime }
  const posts = createDiscordApi({ ...shared, requestsPerSecond: POSTS_PER_SECOND })
  const api = createDiscordApi({ ...shared, requestsPerSecond: OTHERS_PER_SECOND })
  const connection = createConnection({
    token,
    apiUrl,
    shards,
    log,
    api,
    interactionApi: createInteractionApi({ apiUrl, refusals }),
  })
  const poster = createPoster(posts, now)
  const queue = createChannelQueue()
  return {
    start: async (inbox) => {
      posts.forgive()
      api.forgive()
      await connection.start(inbox)
    },
    post: (channel, message) =>
      inTime(channel, patience?.postTime ?? POST_TIME, (signal) =>
        queue.run(channel, () => poster.post(channel, message, signal)),
      ),
    edit: (channel, handle, message) =>
      inTime(channel, patience?.postTime ?? POST_TIME, (signal) =>
        queue.run(channel, () => poster.edit(channel, handle, message, signal)),
      ),
    isConnected: () => connection.isOpen(),
    stop: async () => {
      await connection.stop()
      await queue.idle()
    },
  }
}

/** Nothing is sent for it any more once the time is over. */
async function inTime<Result>(
  channel: string,
  postTime: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const overdue = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    controller.abort()
    overdue.reject(
      new ExplainedError({ code: 'post-failed', channel: `discord:${channel}`, reason: 'timed-out' }),
    )
  }, postTime)
  try {
    return await Promise.race([work(controller.signal), overdue.promise])
  } finally {
    clearTimeout(timer)
  }
}
