// files.*: a place for the octets, and sharing what has come there. Keeps no octets, only how many.
import { checkThread, conversationOf, type ApiCall, type ApiMethods } from './api-method.ts'
import { recordsOf, textArgument, textOf, type Json } from './json.ts'
import { Refusal } from './refusal.ts'
import type { State } from './state.ts'
import { addMessage, type StoredFile } from './workspace.ts'

/** docs.slack.dev, files.getUploadURLExternal: `alt_txt_too_large`. */
const ALTERNATIVE_CHARACTERS = 1000

export const FILE_METHODS: ApiMethods = {
  'files.getUploadURLExternal': {
    token: 'bot',
    takes: ['filename', 'length', 'alt_txt', 'snippet_type'],
    scopes: ['files:write'],
    run: placeFor,
  },
  'files.completeUploadExternal': {
    token: 'bot',
    takes: ['files', 'channel_id', 'thread_ts', 'initial_comment', 'blocks', 'channels'],
    scopes: ['files:write'],
    run: complete,
  },
}

function placeFor({ state, args }: ApiCall): Json {
  const { workspace } = state
  const name = textArgument(args, 'filename') ?? ''
  const length = Number(args['length'])
  if (name === '' || !(length > 0)) throw new Refusal('missing_argument')
  const alternative = textArgument(args, 'alt_txt') ?? ''
  if (alternative.length > ALTERNATIVE_CHARACTERS) throw new Refusal('alt_txt_too_large')
  const id = workspace.nextId('F')
  workspace.files.set(id, { id, name, length, alternative, title: '', received: undefined, isShared: false })
  return { upload_url: `${state.origin}/upload/${id}`, file_id: id }
}

/** What came for the place; the HTTP status that Slack gives. */
export function receiveFile({ workspace }: State, id: string, length: number): number {
  const file = workspace.files.get(id)
  if (file === undefined) return 404
  if (length !== file.length) return 400
  file.received = length
  return 200
}

function complete(call: ApiCall): Json {
  const { state, args } = call
  const { workspace } = state
  const files = filesOf(call)
  const threadTs = textArgument(args, 'thread_ts')
  if (textArgument(args, 'channel_id') !== undefined) {
    const conversation = conversationOf(call, 'channel_id')
    if (conversation.isArchived) throw new Refusal('is_archived')
    if (!conversation.members.has(workspace.botUserId)) throw new Refusal('not_in_channel')
    checkThread(conversation, threadTs)
    const message = addMessage(workspace, {
      channel: conversation.id,
      user: workspace.botUserId,
      isFromBot: true,
      text: '',
      blocks: [],
      metadata: undefined,
      threadTs,
      isBroadcast: false,
      unfurlsLinks: false,
      unfurlsMedia: false,
      linksNames: false,
    })
    message.files = files
  }
  for (const file of files) file.isShared = true
  return { files: files.map(({ id, title }) => ({ id, title })) }
}

function filesOf({ state, args }: ApiCall): readonly StoredFile[] {
  const named = recordsOf(typeof args['files'] === 'string' ? JSON.parse(args['files']) : args['files'])
  if (named.length === 0) throw new Refusal('invalid_arguments')
  return named.map(({ id, title }) => {
    const file = state.workspace.files.get(textOf(id))
    if (file === undefined || file.received === undefined || file.isShared)
      throw new Refusal('file_not_found')
    file.title = textOf(title)
    return file
  })
}
