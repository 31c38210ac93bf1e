// «pourquoi https://…» in the chat: what became of an article, as far as whoever asks may know. Explains no answer.
import type { MessageText } from '../core/message.ts'
import type { ChatContext } from '../core/request.ts'
import { typedAddress } from '../core/web-address.ts'
import { unknownArticleMessage, whyMessage } from '../locale/why.ts'
import type { DeskTools } from './desk-tools.ts'
import { explainArticle } from './explain-article.ts'
import { digestsHere, ownDigest } from './find-digest.ts'
import { workspaceOf } from './scope.ts'
import { settingsOf, visibleFeedIds } from './visible-feeds.ts'

/** An address alone asks the same. */
const ASKED = /^(?:pourquoi\s+)?(\S+)\s*\??$/iu

/** The address of the article that is asked about; undefined for any other question. */
export function addressAsked(text: string): string | undefined {
  return typedAddress(ASKED.exec(text.trim())?.[1] ?? '')
}

/** Of feeds that the workspace sees and digests that are published there; one's own are told to oneself alone. */
export async function whyPage(
  tools: DeskTools,
  from: ChatContext,
  address: string,
  audience: 'person' | 'channel',
): Promise<MessageText> {
  const { storage, clock } = tools
  const workspaceId = await workspaceOf(storage, from)
  const own = audience === 'person' ? await ownDigest(storage, workspaceId, from.person) : undefined
  const digests = [
    ...(await digestsHere(tools, { ...from, workspaceId })),
    ...(own === undefined ? [] : [own]),
  ]
  const names = new Set(digests.map(({ name }) => name))
  const explanation = await explainArticle(storage, address, {
    feedIds: await visibleFeedIds(storage, workspaceId),
    sees: ({ digestName }) => names.has(digestName),
  })
  if (explanation.kind === 'unknown') return unknownArticleMessage(explanation.asked, explanation.nearest)
  const { zone } = await settingsOf(storage, workspaceId)
  return whyMessage(explanation, { now: clock.now(), zone })
}
