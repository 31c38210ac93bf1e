// A message as every chat platform understands it. Renderers treat every kind of block; none is optional.

/** A stretch of text with at most one mark. Text is plain: renderers escape it. */
export type Span =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

export type Block =
  /** The title of a message or of a story. */
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  /** Verbatim sentences of an article, with where they come from. */
  | { readonly kind: 'quote'; readonly sentences: readonly string[]; readonly source: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  /** Small print: hour, sources, how many independent publishers. */
  | { readonly kind: 'context'; readonly spans: readonly Span[] }

export interface OutgoingMessage {
  /** One logical message, one key, at most 25 characters: the platform's nonce or metadata. */
  readonly key: string
  /** What a notification or a screen reader says. */
  readonly summary: string
  readonly blocks: readonly Block[]
  /** The handle of the message under which this one hangs. */
  readonly replyTo?: string
  /** True when an earlier attempt may have reached the channel: look for `key` there first. */
  readonly isDoubtful: boolean
}

/** What a person typed or pressed, free of the platform's words. */
export interface IncomingQuestion {
  readonly channel: string
  readonly person: string
  readonly text: string
}
