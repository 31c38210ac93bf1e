// Pictures and other files on Slack: a place to put one, the octets, and the sharing. Never decides who may see one.
import type { webApi } from '@slack/bolt'
import type { Attachment } from '../../core/message.ts'
import { plainWords, shortened } from './escape.ts'
import { CALL_TIMEOUT, SLACK_LIMITS } from './limits.ts'
import type { WebClient } from './web-client.ts'

/**
 * Throws as the client; nothing is seen before the last call. The client's own `filesUploadV2` names the alternative text
 * `alt_text`, which Slack does not know: docs.slack.dev, files.getUploadURLExternal.
 */
export async function shareFile(
  client: WebClient,
  conversation: string,
  thread: string | undefined,
  { name, title, alternativeText, mediaType, octets }: Attachment,
): Promise<void> {
  const place: webApi.FilesGetUploadURLExternalResponse = await client.apiCall('files.getUploadURLExternal', {
    filename: name,
    length: octets.length,
    // Only of pictures: a file is its own words.
    ...(mediaType.startsWith('image/') && {
      alt_txt: shortened(plainWords(alternativeText), SLACK_LIMITS.alternativeCharacters),
    }),
  })
  const { upload_url: address = '', file_id: id = '' } = place
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(octets),
    signal: AbortSignal.timeout(CALL_TIMEOUT),
  })
  if (!answer.ok) throw new Error(`Slack took no file: ${answer.status}`)
  await client.apiCall('files.completeUploadExternal', {
    files: [{ id, title: plainWords(title) }],
    channel_id: conversation,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  })
}
