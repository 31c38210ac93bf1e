// Blocks and spans in few words, for the sentences of this folder. Holds no sentence itself.
import type { Action } from '../core/action.ts'
import { type Block, type Button, type MessageText, type Span, textOfSpans } from '../core/message.ts'

/** Characters of a label, the least that platforms bear. */
const LONGEST_LABEL = 75

export function plain(text: string): Span {
  return { kind: 'plain', text }
}

export function strong(text: string): Span {
  return { kind: 'strong', text }
}

export function heading(text: string, level: 1 | 2 = 2): Block {
  return { kind: 'heading', text, level }
}

export function paragraph(...spans: readonly (Span | string)[]): Block {
  return { kind: 'paragraph', spans: spans.map(asSpan) }
}

export function list(items: readonly (readonly Span[])[]): Block {
  return { kind: 'list', items }
}

export function smallPrint(...spans: readonly (Span | string)[]): Block {
  return { kind: 'context', spans: spans.map(asSpan) }
}

/** Rows of at most five; nothing for no button. */
export function buttons(all: readonly Button[]): readonly Block[] {
  return Array.from({ length: Math.ceil(all.length / 5) }, (_, row) => ({
    kind: 'buttons',
    buttons: all.slice(row * 5, row * 5 + 5),
  }))
}

export function button(label: string, action: Action, style: Button['style'] = 'plain'): Button {
  return { label: shorten(label, LONGEST_LABEL), action, style }
}

/** A message that is one sentence, perhaps with something below. */
export function sentenceMessage(
  sentence: string | readonly Span[],
  below: readonly Block[] = [],
): MessageText {
  const spans = typeof sentence === 'string' ? [plain(sentence)] : sentence
  return { summary: textOfSpans(spans), blocks: [paragraph(...spans), ...below] }
}

/** «a», «a et b», «a, b et c», of names that are more than words. */
export function enumerateSpans(names: readonly (readonly Span[])[]): readonly Span[] {
  return joinSpans(names.slice(0, -1), ', ').concat(names.length > 1 ? plain(' et ') : [], names.at(-1) ?? [])
}

export function joinSpans(parts: readonly (readonly Span[])[], separator: string): readonly Span[] {
  return parts.flatMap((part, at) => (at === 0 ? part : [plain(separator), ...part]))
}

/** Cut at a word where that is near, with an ellipsis; characters beyond the basic plane stay whole. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '')
  const blank = cut.lastIndexOf(' ')
  return `${(blank > limit / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`
}

function asSpan(given: Span | string): Span {
  return typeof given === 'string' ? plain(given) : given
}
