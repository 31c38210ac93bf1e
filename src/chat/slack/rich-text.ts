// Spans as Slack's rich text, where marks are structure and no character commands. Never makes a mention or an emoji.
import type { types } from '@slack/bolt'
import type { Span } from '../../core/message.ts'
import { splitText } from '../split.ts'
import { followableUrl, plainWords } from './escape.ts'
import { SLACK_LIMITS } from './limits.ts'

/** What stands in one section, quotation or list item; never empty. */
export type Elements = types.RichTextElement[]

/** The spans cut into stretches that each fit into one block, at sentences where possible; blank ones are left out. */
export function richStretches(spans: readonly Span[]): readonly Elements[] {
  const clean = spans.map((span) => ({ ...span, text: plainWords(span.text) }))
  return stretchesOf(clean, SLACK_LIMITS.textCharacters).map((stretch) => stretch.map(elementOf))
}

export function plainSpan(text: string): Span {
  return { kind: 'plain', text }
}

/** `Weight` of anything that goes into blocks: its characters as JSON. */
export function weightOf(value: unknown): number {
  return JSON.stringify(value).length
}

/** Addresses weigh as well: a stretch with too many of them is cut shorter than its text alone would be. */
function stretchesOf(spans: readonly Span[], most: number): readonly (readonly Span[])[] {
  const text = spans.map((span) => span.text).join('')
  let from = 0
  return splitText(text, (piece) => piece.length <= most).flatMap((piece) => {
    const start = text.indexOf(piece, from)
    from = start + piece.length
    const stretch = slice(spans, start, from)
    const isTooHeavy = weightOf(stretch.map(elementOf)) > SLACK_LIMITS.richTextCharacters
    return isTooHeavy && piece.length > 1 ? stretchesOf(stretch, Math.ceil(piece.length / 2)) : [stretch]
  })
}

/** The spans between two offsets of their common text. */
function slice(spans: readonly Span[], start: number, end: number): readonly Span[] {
  let offset = 0
  return spans.flatMap((span) => {
    const text = span.text.slice(Math.max(start - offset, 0), Math.max(end - offset, 0))
    offset += span.text.length
    return text === '' ? [] : [{ ...span, text }]
  })
}

function elementOf(span: Span): types.RichTextElement {
  switch (span.kind) {
    case 'plain':
      return { type: 'text', text: span.text }
    case 'strong':
      return { type: 'text', text: span.text, style: { bold: true } }
    case 'link': {
      const url = followableUrl(span.url, SLACK_LIMITS.urlCharacters)
      return url === undefined ? { type: 'text', text: span.text } : { type: 'link', url, text: span.text }
    }
    default:
      return span satisfies never
  }
}
