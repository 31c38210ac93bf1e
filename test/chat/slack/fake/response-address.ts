// What an app may do through a `response_url` or an acknowledgement: answer, replace, delete. Checks as Slack does.
import { withIdentifiers } from './block-check.ts'
import { POST_TEXT_CHARACTERS } from './block-limits.ts'
import { checkContent, checkHasSomething } from './content-check.ts'
import { flagArgument, textArgument, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import type { State } from './state.ts'
import type { ResponseTarget } from './triggers.ts'
import { addMessage, removeMessage } from './workspace.ts'
import { blameRefusal, type HttpAnswer } from './web-api.ts'

const TAKES = new Set([
  'text',
  'blocks',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
  'metadata',
  'mrkdwn',
  'link_names',
])

/** One use of a response address. */
export function answerResponseUrl(state: State, id: string, args: Json): HttpAnswer {
  try {
    respond(state, state.responseUrls.use(id), args, 'response_url')
    return { status: 200, headers: {}, body: { ok: true } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    blameRefusal(state, 'response_url', error)
    const isSpent = error.code === 'used_url' || error.code === 'expired_url'
    return {
      status: isSpent ? 404 : 400,
      headers: {},
      body: { ok: false, error: error.code, ...error.details },
    }
  }
}

/** Shows what the app answered; throws what Slack would refuse. */
export function respond(state: State, target: ResponseTarget, args: Json, via: 'ack' | 'response_url'): void {
  for (const name of Object.keys(args)) {
    if (!TAKES.has(name)) state.journal.blame({ kind: 'unknown-argument', method: via, detail: name })
  }
  const { interaction } = target
  if (flagArgument(args, 'delete_original') === true) {
    removeOriginal(state, target)
    return
  }
  const content = checkContent(args, POST_TEXT_CHARACTERS)
  checkHasSomething(content)
  if (content.blocks !== undefined && (content.text ?? '') === '') {
    state.journal.blame({ kind: 'no-fallback-text', method: via, detail: 'blocks without text' })
  }
  const shown = {
    channel: target.channel,
    text: content.text ?? '',
    threadTs: textArgument(args, 'thread_ts') ?? target.threadTs,
  }
  const blocks = withIdentifiers(content.blocks ?? [])
  const isReplacement =
    flagArgument(args, 'replace_original') === true && replaceOriginal(state, target, shown.text, blocks)
  const isPublic = textArgument(args, 'response_type') === 'in_channel'
  const ts = isReplacement
    ? (target.original?.ts ?? '')
    : isPublic
      ? postPublic(state, shown, content.blocks ?? [], args)
      : postEphemeral(state, target.userId, shown, blocks)
  const isSeenByAll = isReplacement ? target.original?.isEphemeral === false : isPublic
  state.journal.tell({
    kind: 'message',
    via,
    interaction,
    ...shown,
    onlyFor: isSeenByAll ? undefined : target.userId,
    ts,
    blocks,
    isReplacement,
  })
}

interface Shown {
  readonly channel: string
  readonly text: string
  readonly threadTs: string | undefined
}

function postPublic(state: State, shown: Shown, blocks: readonly Json[], args: Json): string {
  const { workspace } = state
  return addMessage(workspace, {
    ...shown,
    blocks,
    user: workspace.botUserId,
    isFromBot: true,
    unfurlsLinks: flagArgument(args, 'unfurl_links') ?? true,
    unfurlsMedia: flagArgument(args, 'unfurl_media') ?? true,
  }).ts
}

function postEphemeral(state: State, user: string, shown: Shown, blocks: readonly Json[]): string {
  const ts = state.workspace.nextTs()
  state.workspace.ephemerals.push({ ...shown, ts, user, blocks })
  return ts
}

/** A command has no original: Slack then posts anew (slackapi/bolt-python#1268). */
function replaceOriginal(
  state: State,
  target: ResponseTarget,
  text: string,
  blocks: readonly Json[],
): boolean {
  const { original, channel } = target
  if (original === undefined) return false
  const message = original.isEphemeral
    ? state.workspace.ephemerals.find(({ ts }) => ts === original.ts)
    : state.workspace.conversations.get(channel)?.messages.get(original.ts)
  if (message === undefined) return false
  message.text = text
  message.blocks = blocks
  if ('isEdited' in message) message.isEdited = true
  return true
}

function removeOriginal(state: State, { original, channel, interaction }: ResponseTarget): void {
  if (original === undefined) return
  const { ephemerals, conversations } = state.workspace
  const index = ephemerals.findIndex(({ ts }) => ts === original.ts)
  if (index >= 0) ephemerals.splice(index, 1)
  const conversation = conversations.get(channel)
  if (conversation !== undefined) removeMessage(conversation, original.ts)
  state.journal.tell({ kind: 'deleted', interaction, ts: original.ts })
}
