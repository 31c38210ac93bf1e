// Puts other words into a message of ours that stands on Slack. Posts nothing, and retries nothing.
import { ExplainedError } from '../../core/failures.ts'
import type { OutgoingMessage } from '../../core/message.ts'
import { metadataOf } from './look-up.ts'
import { withPermalinks } from './permalink.ts'
import { createConversations, failureOf, type Posting, quiet } from './post.ts'
import { platformCodeOf } from './post-failures.ts'
import { renderMessage } from './render.ts'
import type { WebClient } from './web-client.ts'

/** By the `ts` that posting gave. Throws `post-failed`. */
export type Edit = (channel: string, handle: string, message: OutgoingMessage) => Promise<void>

/** docs.slack.dev, chat.update: the message was deleted, is nobody's or another's, or the workspace closed it to edits. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

export function createEdit(posting: Posting): Edit {
  const conversations = createConversations(posting.pace)
  return (channel, handle, message) =>
    posting.pace.inOrder(channel, async () => {
      try {
        posting.pace.mind(channel)
        const client = await posting.client()
        const conversation = await conversations(client, channel)
        await update(posting, { client, channel, conversation, handle, message })
      } catch (error) {
        throw isGone(error)
          ? new ExplainedError(
              { code: 'post-failed', channel: `slack:${channel}`, reason: 'message-gone' },
              { cause: error },
            )
          : failureOf(posting, channel, error)
      }
    })
}

interface Errand {
  readonly client: WebClient
  readonly channel: string
  readonly conversation: string
  readonly handle: string
  readonly message: OutgoingMessage
}

async function update(
  posting: Posting,
  { client, channel, conversation, handle, message }: Errand,
): Promise<void> {
  const shown = await withPermalinks(message, conversation, posting.identity)
  const [piece, ...more] = renderMessage(shown)
  if (piece === undefined || more.length > 0)
    throw new ExplainedError({ code: 'post-failed', channel: `slack:${channel}`, reason: 'invalid' })
  const { text, blocks, parse, link_names } = quiet(piece)
  await posting.pace.callTier3('chat.update', channel, () =>
    client.apiCall('chat.update', {
      channel: conversation,
      ts: handle,
      text,
      blocks,
      parse,
      link_names,
      metadata: metadataOf(message.key),
    }),
  )
}

function isGone(error: unknown): boolean {
  return GONE.has(platformCodeOf(error) ?? '')
}
