// Reads the body of a post, an edit or a reply into a draft of a message. Stores nothing.
import type { Change } from './posting.ts'
import { isRecord, recordOf, recordsOf, textOf, type Json } from './json.ts'
import type { RestRequest, UploadedFile } from './router.ts'

export interface PostedParts {
  readonly content: string
  readonly embeds: readonly Json[]
  readonly components: readonly Json[]
  readonly attachments: readonly Json[]
  readonly flags: number
  readonly allowedMentions?: Json
}

export function partsOf(body: Json, files: readonly UploadedFile[]): PostedParts {
  return {
    content: textOf(body['content']),
    embeds: recordsOf(body['embeds']),
    components: recordsOf(body['components']),
    attachments: attachmentsOf(body, files),
    flags: typeof body['flags'] === 'number' ? body['flags'] : 0,
    ...(isRecord(body['allowed_mentions']) ? { allowedMentions: body['allowed_mentions'] } : {}),
  }
}

/** What an edit changes: keys that are absent stay as they are. */
export function changeOf(request: RestRequest, before: { readonly flags: number }): Change {
  const body = recordOf(request.body)
  const flags = body['flags']
  return {
    ...(body['content'] === undefined ? {} : { content: textOf(body['content']) }),
    ...(body['embeds'] === undefined ? {} : { embeds: recordsOf(body['embeds']) }),
    ...(body['components'] === undefined ? {} : { components: recordsOf(body['components']) }),
    ...(body['attachments'] === undefined && request.files.length === 0
      ? {}
      : { attachments: attachmentsOf(body, request.files) }),
    ...(body['content'] === undefined &&
    body['components'] === undefined &&
    body['allowed_mentions'] === undefined
      ? {}
      : { allowedMentions: isRecord(body['allowed_mentions']) ? body['allowed_mentions'] : undefined }),
    ...(typeof flags === 'number' ? { flags: flags | before.flags } : {}),
  }
}

/** Files with the name and the alternative text that the body gives them; `files[0]` belongs to id 0. */
function attachmentsOf(body: Json, files: readonly UploadedFile[]): readonly Json[] {
  const described = recordsOf(body['attachments'])
  const uploaded = files.map((file, place) => {
    const found = described.find((attachment) => String(attachment['id']) === `${place}`)
    return {
      id: `${place + 1}`,
      filename: textOf(found?.['filename']) || file.name,
      size: file.size,
      content_type: file.contentType,
      url: `https://cdn.example.test/attachments/${file.name}`,
      proxy_url: `https://cdn.example.test/attachments/${file.name}`,
      ...(typeof found?.['description'] === 'string' ? { description: found['description'] } : {}),
    }
  })
  const kept = described.filter(
    (attachment) => Number(attachment['id']) >= files.length && attachment['url'] !== undefined,
  )
  return [...kept, ...uploaded]
}
