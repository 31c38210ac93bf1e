// References to messages of ours that were posted earlier, as links. Knows no platform's addresses: they are handed in.
import type { Block, MessageText, Span } from '../core/message.ts'

/** The handles that a message refers to, each once. */
export function earlierHandles({ blocks }: MessageText): readonly string[] {
  const handles = blocks.flatMap(spansOf).flatMap((span) => (span.kind === 'earlier' ? [span.handle] : []))
  return [...new Set(handles)]
}

/** The same message; a reference becomes a link where there is an address for its handle, and words elsewhere. */
export function linkEarlier<Message extends MessageText>(
  message: Message,
  urls: ReadonlyMap<string, string>,
): Message {
  const linked = (span: Span): Span => {
    if (span.kind !== 'earlier') return span
    const url = urls.get(span.handle)
    return url === undefined ? { kind: 'plain', text: span.text } : { kind: 'link', text: span.text, url }
  }
  return { ...message, blocks: message.blocks.map((block) => withSpans(block, linked)) }
}

function withSpans(block: Block, change: (span: Span) => Span): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'context':
      return { ...block, spans: block.spans.map(change) }
    case 'quote':
      return { ...block, source: block.source.map(change) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(change)) }
    case 'heading':
    case 'picture':
    case 'file':
    case 'buttons':
      return block
    default:
      return block satisfies never
  }
}

function spansOf(block: Block): readonly Span[] {
  switch (block.kind) {
    case 'paragraph':
    case 'context':
      return block.spans
    case 'quote':
      return block.source
    case 'list':
      return block.items.flat()
    case 'heading':
    case 'picture':
    case 'file':
    case 'buttons':
      return []
    default:
      return block satisfies never
  }
}
