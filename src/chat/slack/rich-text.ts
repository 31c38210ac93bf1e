// Spans as Slack's rich text, where marks are structure and no character commands. Makes no mention that calls anybody.
import type { types } from '@slack/bolt'
import type { Span } from '../../core/message.ts'
import { splitText } from '../split.ts'
import { followableUrl, plainWords } from './escape.ts'
import { SLACK_LIMITS } from './limits.ts'
import { markSpans, type Part, type Pointer, readPiece, type ReadPiece } from './marked-text.ts'

/** What stands in one section, quotation or list item; never empty. */
export type Elements = types.RichTextElement[]

/** Whose eyes a message is for. To mention a person where others read as well would call that person. */
export type Readers = 'everybody' | 'one'

/** The spans cut into stretches that each fit into one block, at sentences where possible; blank ones are left out. */
export function richStretches(spans: readonly Span[], readers: Readers): readonly Elements[] {
  const clean = spans.map((span) => ({ ...span, text: plainWords(span.text) }))
  const { text, wholes } = markSpans(clean, (span) => wholesOf(span, readers))
  const pieces = splitText(text, (piece) => isFit(readPiece(piece, wholes, false).parts.map(elementOf)))
  const stretches: Elements[] = []
  let isStrong = false
  for (const piece of pieces) {
    const read: ReadPiece<types.RichTextElement> = readPiece(piece, wholes, isStrong)
    stretches.push(read.parts.map(elementOf))
    isStrong = read.isStrong
  }
  return stretches.filter(isSeen)
}

/** Whether a span is more than its words: such a one needs rich text. */
export function isPointing(span: Span, readers: Readers): boolean {
  return span.kind !== 'plain' && span.kind !== 'strong' && wholesOf(span, readers).length > 0
}

export function plainSpan(text: string): Span {
  return { kind: 'plain', text }
}

/** `Weight` of anything that goes into blocks: its characters as JSON. */
export function weightOf(value: unknown): number {
  return JSON.stringify(value).length
}

/** A stretch may begin within strong words: these characters are kept for saying so. */
const STRONG_WEIGHT = weightOf(elementOf({ kind: 'words', text: '', isStrong: true }))

function isFit(elements: Elements): boolean {
  const weight = weightOf(elements)
  if (weight > SLACK_LIMITS.richTextCharacters - STRONG_WEIGHT) return false
  if (weight <= SLACK_LIMITS.textCharacters) return true
  const characters = elements.reduce((sum, each) => sum + ('text' in each ? (each.text ?? '').length : 0), 0)
  return characters <= SLACK_LIMITS.textCharacters
}

function isSeen(elements: Elements): boolean {
  return elements.some((element) => element.type !== 'text' || element.text.trim() !== '')
}

function elementOf(part: Part<types.RichTextElement>): types.RichTextElement {
  if (part.kind === 'whole') return part.whole
  return { type: 'text', text: part.text, ...(part.isStrong ? { style: { bold: true } } : {}) }
}

function wholesOf(span: Pointer, readers: Readers): readonly types.RichTextElement[] {
  switch (span.kind) {
    case 'link':
      return linksOf(span)
    case 'mention':
      return mentionsOf(span, readers)
    // What could be linked is a link by now.
    case 'earlier':
      return []
    default:
      return span satisfies never
  }
}

/** One link; several of the same address where its words are too long for a block; none where it leads nowhere good. */
function linksOf(span: Extract<Span, { readonly kind: 'link' }>): readonly types.RichTextElement[] {
  const url = followableUrl(span.url, SLACK_LIMITS.urlCharacters)
  if (url === undefined || isMisleading(span.text, [url, span.url])) return []
  const linkTo = (text: string): types.RichTextElement => ({ type: 'link', url, text })
  if (!isFit([linkTo('\uFFFD'.repeat(LEAST_WORDS))])) return []
  return splitText(span.text === '' ? url : span.text, (piece) => isFit([linkTo(piece)])).map(linkTo)
}

/** Characters of a link that go into a block beside its address; an address that leaves no room for them is none. */
const LEAST_WORDS = 200

/** Words that are an address themselves might name another one. */
function isMisleading(words: string, addresses: readonly string[]): boolean {
  return words.includes('://') && !addresses.includes(words)
}

/** `C…` and `G…` are channels, `U…` and `W…` people: docs.slack.dev, formatting message text. Slack has no roles. */
const IDS = { channel: /^[CG][A-Z0-9]{2,}$/u, person: /^[UW][A-Z0-9]{2,}$/u } as const

function mentionsOf(
  { of, id }: Extract<Span, { readonly kind: 'mention' }>,
  readers: Readers,
): readonly types.RichTextElement[] {
  if (of === 'channel' && IDS.channel.test(id)) return [{ type: 'channel', channel_id: id }]
  if (of === 'person' && readers === 'one' && IDS.person.test(id)) return [{ type: 'user', user_id: id }]
  return []
}
