// A message as every chat platform understands it. Renderers treat every kind of block; none is optional.
import type { Action } from './action.ts'
import type { Instant } from './calendar.ts'
import type { WorkspaceId } from './workspace.ts'

/** A stretch of text with at most one mark. Text is plain: renderers escape it. */
export type Span =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | Mention
  | EarlierMessage

/** Whom or what only the platform can name. Shows the name where it can, the text elsewhere, and calls nobody. */
export interface Mention {
  readonly kind: 'mention'
  readonly of: 'channel' | 'person' | 'role'
  /** As the platform calls it, without the platform's name. */
  readonly id: string
  readonly text: string
}

/** A message of ours that stands in the same channel: a link to it where the platform has one, the text elsewhere. */
interface EarlierMessage {
  readonly kind: 'earlier'
  readonly text: string
  /** As `post` gave it. */
  readonly handle: string
}

export type Block =
  /** The title of a message or of a story. */
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  /** Verbatim sentences of an article, with where they come from. */
  | { readonly kind: 'quote'; readonly sentences: readonly string[]; readonly source: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  /** Small print: hour, sources, how many independent publishers. */
  | { readonly kind: 'context'; readonly spans: readonly Span[] }
  | Picture
  | AttachedFile
  /** What can be pressed, at most five; a platform without buttons leaves them out. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }

/** Everything that it shows stands in `alternativeText` too: a platform that can show no picture shows that. */
export interface Picture {
  readonly kind: 'picture'
  readonly title: string
  /** At most 1,000 characters, the least that platforms bear. */
  readonly alternativeText: string
  /** The octets of a PNG. */
  readonly png: Uint8Array
}

/** A file to keep, such as a list of feeds; the words around it say what it is. */
interface AttachedFile {
  readonly kind: 'file'
  /** With its ending, in ASCII: `flux.opml`. */
  readonly name: string
  readonly title: string
  /** What is said where no file can be given, at most 1,000 characters. */
  readonly alternativeText: string
  /** `text/x-opml`. */
  readonly mediaType: string
  readonly octets: Uint8Array
}

/** What travels beside the words of a message. */
export type Attachment = Omit<AttachedFile, 'kind'>

/** Pictures and files, in order. */
export function attachmentsOf({ blocks }: Pick<MessageText, 'blocks'>): readonly Attachment[] {
  return blocks.flatMap((block): readonly Attachment[] => {
    if (block.kind === 'file') return [block]
    if (block.kind !== 'picture') return []
    const { title, alternativeText, png } = block
    return [{ name: 'rencontres.png', title, alternativeText, mediaType: 'image/png', octets: png }]
  })
}

export interface Button {
  /** At most 75 characters, the least that platforms bear. */
  readonly label: string
  readonly action: Action
  readonly style: 'plain' | 'primary' | 'danger'
}

/** The words of a message, before it gets a key and a place. */
export interface MessageText {
  /** What a notification or a screen reader says. */
  readonly summary: string
  readonly blocks: readonly Block[]
}

export interface OutgoingMessage extends MessageText {
  /** Whose digest, alert or notice it is: it goes out with the rights that we have there. Undefined: of the file. */
  readonly workspaceId?: WorkspaceId
  /** One logical message, one key, at most 22 characters: the platform's nonce or metadata. */
  readonly key: string
  /** The handle of the message under which this one hangs. */
  readonly replyTo?: string
  /**
   * When it was first begun to be sent, if that may have reached the channel: look for `key` there first, from a little
   * before this instant on.
   */
  readonly doubtfulSince?: Instant
}

/** What the spans say, without their marks. */
export function textOfSpans(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('')
}
