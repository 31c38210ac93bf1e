// Spans as lines of Discord's Markdown, cut at sentences where they are too long. Never cuts an address or an escape.
import type { Span } from '../../core/message.ts'
import { NO_BREAK_SPACE } from '../../locale/sentence.ts'
import { splitText } from '../split.ts'
import { escapeMarkdown, plainWords } from './escape.ts'
import { linkCost, renderLink } from './link.ts'
import { renderMention } from './mention.ts'

/** A span with its place in the words of all. */
interface Stretch {
  readonly span: Span
  readonly words: string
  readonly start: number
  readonly end: number
}

const STRONG = '**'

/** Each at most `room` characters; empty when there are no words. A strong stretch or a link that is cut goes on. */
export function renderLines(spans: readonly Span[], room: number): readonly string[] {
  const stretches = stretchesOf(spans)
  const text = stretches.map(({ words }) => words).join('')
  const costOf = createCost(stretches)
  let cursor = 0
  const lines = splitText(text, (piece) => escapeMarkdown(piece).length + costOf(piece) <= room).map(
    (piece) => {
      // Only blanks stand between two pieces.
      const start = text.indexOf(piece, cursor)
      cursor = start + piece.length
      return renderRange(stretches, start, cursor)
    },
  )
  return lines.filter((line) => line.trim() !== '')
}

function stretchesOf(spans: readonly Span[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const span of spans) {
    const last = stretches.at(-1)
    const start = last?.end ?? 0
    const words = wordsOf(span)
    if (words === '') continue
    // Strong words that touch are strong together: Markdown would read four stars otherwise.
    if (span.kind === 'strong' && last?.span.kind === 'strong')
      stretches.splice(-1, 1, { ...last, words: last.words + words, end: start + words.length })
    else stretches.push({ span, words, start, end: start + words.length })
  }
  return stretches
}

/** A link without words shows its address. A mention is one word, which no cut goes through. */
function wordsOf(span: Span): string {
  const words = plainWords(span.text)
  if (span.kind === 'mention') return (words.trim() || span.id).replaceAll(/\s/gu, NO_BREAK_SPACE)
  return span.kind === 'link' && words.trim() === '' ? plainWords(span.url).trim() : words
}

/** What the marks of a stretch of text cost at most: of those within it, and of those that are cut at its two ends. */
function createCost(stretches: readonly Stretch[]): (piece: string) => number {
  const costs = stretches
    .map(({ span, words }) => ({ words: words.trim(), cost: markCost(span) }))
    .filter(({ cost }) => cost > 0)
  const dearest = Math.max(0, ...costs.map(({ cost }) => cost))
  // Where a span begins, as where a line does, one character may need an escape.
  const escapes = stretches.length
  return (piece) =>
    costs.reduce((sum, { words, cost }) => (piece.includes(words) ? sum + cost : sum), escapes + 2 * dearest)
}

function markCost(span: Span): number {
  switch (span.kind) {
    case 'plain':
    case 'earlier':
      return 0
    case 'strong':
      return 2 * STRONG.length
    case 'link':
      return linkCost(span.url)
    case 'mention':
      return renderMention(span)?.length ?? 0
    default:
      return span satisfies never
  }
}

function renderRange(stretches: readonly Stretch[], start: number, end: number): string {
  return stretches
    .filter((stretch) => stretch.start < end && stretch.end > start)
    .map(({ span, words, start: from }) =>
      renderWords(span, words.slice(Math.max(start - from, 0), Math.max(end - from, 0))),
    )
    .join('')
}

/** Blanks stay outside of the marks: Markdown wants it so. */
function renderWords(span: Span, words: string): string {
  const core = words.trim()
  const place = words.indexOf(core)
  return core === ''
    ? words
    : `${words.slice(0, place)}${renderCore(span, core)}${words.slice(place + core.length)}`
}

function renderCore(span: Span, core: string): string {
  switch (span.kind) {
    case 'plain':
    // What could be linked is a link by now.
    case 'earlier':
      return escapeMarkdown(core)
    case 'strong':
      return `${STRONG}${escapeMarkdown(core)}${STRONG}`
    case 'link':
      return renderLink(core, span.url)
    case 'mention':
      // A part of one, where a single word had to be cut, is only words.
      return (core === wordsOf(span) ? renderMention(span) : undefined) ?? escapeMarkdown(core)
    default:
      return span satisfies never
  }
}
