// The JSON of a message as Discord takes it, wherever it goes. Sends nothing.
import { plainWords } from './escape.ts'
import { DISCORD_LIMITS, EPHEMERAL, NOBODY, SUPPRESS_EMBEDS } from './limits.ts'
import type { Piece } from './render.ts'

export interface MessageBody {
  readonly content: string
  readonly components: Piece['rows']
  readonly flags: number
  readonly allowed_mentions: typeof NOBODY
}

/** One request: the JSON, and the files that it describes. */
export interface MessageRequest {
  readonly body: unknown
  readonly files?: readonly MessageFile[]
}

export interface MessageFile {
  readonly name: string
  readonly data: Uint8Array
  readonly contentType: string
}

/** `wrap` puts the body where the request wants it, as the `data` of a first answer. */
export function requestOf(
  piece: Pick<Piece, 'files'>,
  body: object,
  wrap: (body: object) => unknown = (plain) => plain,
): MessageRequest {
  const { files } = piece
  if (files.length === 0) return { body: wrap(body) }
  const attachments = files.map(({ name, alternativeText }, id) => ({
    id: String(id),
    filename: numbered(name, id),
    description: plainWords(alternativeText).slice(0, DISCORD_LIMITS.alternativeCharacters),
  }))
  return {
    body: wrap({ ...body, attachments }),
    files: files.map(({ name, octets, mediaType }, id) => ({
      name: numbered(name, id),
      data: octets,
      contentType: mediaType,
    })),
  }
}

/** `rencontres-1.png`: no two files of a message are called the same. */
const numbered = (name: string, id: number): string => name.replace(/(?=\.[^.]*$)/, `-${id + 1}`)

/** Calls nobody, and shows no picture of what stands behind its links. `isPrivate`: for whoever asked alone. */
export function messageBody(
  { content, rows }: Pick<Piece, 'content' | 'rows'>,
  isPrivate = false,
): MessageBody {
  return {
    content,
    components: rows,
    flags: isPrivate ? SUPPRESS_EMBEDS | EPHEMERAL : SUPPRESS_EMBEDS,
    allowed_mentions: NOBODY,
  }
}

/** A message of a channel, sent once however often within a few minutes. Under `replyTo` where that still stands. */
export function postBody(piece: Piece, replyTo: string | undefined): Readonly<Record<string, unknown>> {
  const isNonce = piece.key !== '' && piece.key.length <= DISCORD_LIMITS.nonceCharacters
  return {
    ...messageBody(piece),
    ...(isNonce ? { nonce: piece.key, enforce_nonce: true } : {}),
    ...(replyTo === undefined
      ? {}
      : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
  }
}
