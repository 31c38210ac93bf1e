// Where a message of ours stands on Slack. Asks nobody: an address is made of what we know.
import type { OutgoingMessage } from '../../core/message.ts'
import { earlierHandles, linkEarlier } from '../earlier.ts'
import type { Identity } from './identity.ts'

/** What `chat.postMessage` gives as `ts`. */
const TIMESTAMP = /^(\d{6,})\.(\d{6})$/u

/** `https://redaction.slack.com/archives/C0123/p1700000000000100`: docs.slack.dev, chat.getPermalink. */
function permalink(workspaceUrl: string, conversation: string, ts: string): string | undefined {
  const [, seconds, rest] = TIMESTAMP.exec(ts) ?? []
  if (seconds === undefined || rest === undefined || !URL.canParse(workspaceUrl)) return undefined
  return new URL(`/archives/${encodeURIComponent(conversation)}/p${seconds}${rest}`, workspaceUrl).href
}

/** With its references to earlier messages as links; with their words alone where nobody says who we are. */
export async function withPermalinks(
  message: OutgoingMessage,
  conversation: string,
  identity: () => Promise<Identity>,
): Promise<OutgoingMessage> {
  const handles = earlierHandles(message)
  if (handles.length === 0) return message
  const workspaceUrl = await identity().then(
    ({ url }) => url,
    () => '',
  )
  const urls = handles.flatMap((handle) => {
    const url = permalink(workspaceUrl, conversation, handle)
    return url === undefined ? [] : [[handle, url] as const]
  })
  return linkEarlier(message, new Map(urls))
}
