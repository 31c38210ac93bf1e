// Spans as lines of Discord's Markdown, cut at sentences where they are too long. Never cuts a link or an escape.
import type { Span } from '../../core/message.ts'
import { splitText } from '../split.ts'
import { escapeMarkdown, plainWords } from './escape.ts'
import { renderLink } from './link.ts'

/** In the text that is cut, a mark stands for what it begins, ends or is; none of them is a character of any text. */
const STRONG_BEGINS = '\uFDD0'
const STRONG_ENDS = '\uFDD1'
/** One of a plane without characters stands for each link, so that no cut goes through it. */
const FIRST_LINK = 0xf_0000
const MARKS = /[\uFDD0\uFDD1]|[\u{F0000}-\u{FFFFD}]/gu
const STRONG = '**'

/** What a stretch may cost beyond its own words: strong at both ends, and an escape where it begins. */
const SLACK = 2 * STRONG.length + 1

/** Each at most `room` characters; empty when there are no words. A long link is words alone. */
export function renderLines(spans: readonly Span[], room: number): readonly string[] {
  const links: string[] = []
  const text = spans.map((span) => markSpan(span, links, room - SLACK)).join('')
  const pieces = splitText(text, (piece) => renderPiece(piece, links, false).line.length + SLACK <= room)
  const lines: string[] = []
  let isStrong = false
  for (const piece of pieces) {
    const rendered = renderPiece(piece, links, isStrong)
    isStrong = rendered.isStrong
    lines.push(rendered.line)
  }
  return lines.filter((line) => line.trim() !== '')
}

/** The words of a span with our marks, and none of anybody else's. Blanks stay outside: Markdown wants it so. */
function markSpan(span: Span, links: string[], room: number): string {
  const words = plainWords(span.text).replaceAll(MARKS, '\uFFFD')
  if (span.kind === 'plain') return words
  const core = words.trim()
  if (core === '' && span.kind === 'strong') return words
  const [before, after] = [
    words.slice(0, words.indexOf(core)),
    words.slice(words.indexOf(core) + core.length),
  ]
  if (span.kind === 'strong') return `${before}${STRONG_BEGINS}${core}${STRONG_ENDS}${after}`
  const link = renderLink(core, span.url)
  if (link.length > room || link === escapeMarkdown(core)) return words
  links.push(link)
  return `${before}${String.fromCodePoint(FIRST_LINK + links.length - 1)}${after}`
}

interface RenderedPiece {
  readonly line: string
  /** Whether its end is within strong words: so is the beginning of the next. */
  readonly isStrong: boolean
}

function renderPiece(piece: string, links: readonly string[], isStrongAtFirst: boolean): RenderedPiece {
  let isStrong = isStrongAtFirst
  let line = ''
  // Strong words that touch are strong together.
  for (const part of piece.replaceAll(`${STRONG_ENDS}${STRONG_BEGINS}`, '').split(/([\uFDD0\uFDD1])/u)) {
    if (part === STRONG_BEGINS || part === STRONG_ENDS) isStrong = part === STRONG_BEGINS
    else line += isStrong ? strong(part) : withLinks(part, links)
  }
  return { line, isStrong }
}

function strong(words: string): string {
  return words.trim() === '' ? words : `${STRONG}${escapeMarkdown(words.trim())}${STRONG}`
}

function withLinks(part: string, links: readonly string[]): string {
  return part
    .split(/([\u{F0000}-\u{FFFFD}])/u)
    .map((stretch) => links[(stretch.codePointAt(0) ?? 0) - FIRST_LINK] ?? escapeMarkdown(stretch))
    .join('')
}
