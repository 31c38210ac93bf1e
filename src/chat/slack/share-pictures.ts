// Pictures as files of Slack: a place to put one, the octets, and the sharing. Never decides who may see one.
import type { webApi } from '@slack/bolt'
import type { MessageText, Picture } from '../../core/message.ts'
import { plainWords, shortened } from './escape.ts'
import { CALL_TIMEOUT, SLACK_LIMITS } from './limits.ts'
import type { WebClient } from './web-client.ts'

export function picturesOf({ blocks }: Pick<MessageText, 'blocks'>): readonly Picture[] {
  return blocks.filter((block) => block.kind === 'picture')
}

const FILE_NAME = 'rencontres.png'

/**
 * Throws as the client; nothing is seen before the last call. The client's own `filesUploadV2` names the alternative text
 * `alt_text`, which Slack does not know: docs.slack.dev, files.getUploadURLExternal.
 */
export async function sharePicture(
  client: WebClient,
  conversation: string,
  thread: string | undefined,
  { title, alternativeText, png }: Picture,
): Promise<void> {
  const place: webApi.FilesGetUploadURLExternalResponse = await client.apiCall('files.getUploadURLExternal', {
    filename: FILE_NAME,
    length: png.length,
    alt_txt: shortened(plainWords(alternativeText), SLACK_LIMITS.alternativeCharacters),
  })
  const { upload_url: address = '', file_id: id = '' } = place
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(png),
    signal: AbortSignal.timeout(CALL_TIMEOUT),
  })
  if (!answer.ok) throw new Error(`Slack took no picture: ${answer.status}`)
  await client.apiCall('files.completeUploadExternal', {
    files: [{ id, title: plainWords(title) }],
    channel_id: conversation,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  })
}
