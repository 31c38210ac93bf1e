// Paragraphs of a body that came as one string: broken where it says so, where the page breaks it, where it is glued.
import { foldSpaces, readBlocks } from './page-blocks.ts'
import { parsePage } from './page-tree.ts'
import { plainLine } from './plain-text.ts'

/** Bodies beyond this are not matched with the page, in characters: fifty long articles. */
const MATCH_LIMIT = 400_000

/** Blocks of the page that we look for, a guard against generated monsters; a long article has 200. */
const BLOCK_LIMIT = 5_000

/** Marks before a paragraph that are looked at, in characters. */
const MARKS_REACH = 50

/** Places where a block may begin that are tried, a guard against texts of one letter. */
const TRIED_PLACES = 8

/** A block found out of turn must be this long, in letters and figures: shorter ones are found by chance. */
const TELLING_LETTERS = 25

/** `…prédations.Alors que…`: a whole word, a mark, and a capitalised word with nothing between; not `Booking.Com`. */
const SEAM =
  /(?<=(?:\p{Ll}{2}|\p{Lu}{2}|\p{Nd}{2}|[%€])[.!?…]|[»"”)][.!?…]|[.!?…] ?[»”])(?=(?:« ?)?(?!(?:Com|Fr|Org|Net|Info|Be|Ch|Io)(?!\p{L}))\p{Lu}\p{Ll}*[\s’',-])/gu

/** Paragraphs of one string: HTML, lines, or neither. */
export function paragraphsOf(body: string): readonly string[] {
  const html = /&lt;(?:p|br|div)\b/i.test(body) && !/<(?:p|br|div)\b/i.test(body) ? unescape(body) : body
  if (/<(?:p|br|div|h[1-6]|li|blockquote|section|td)\b/i.test(html)) {
    return readBlocks(parsePage(html)).map(({ text }) => text)
  }
  return html
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .flatMap(splitLines)
    .map((paragraph) => foldSpaces(plainLine(paragraph)))
    .filter((paragraph) => paragraph !== '')
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** A single line break ends a paragraph after a whole sentence or a title; elsewhere an editor wrapped the line. */
function splitLines(paragraph: string): readonly string[] {
  const lines = paragraph.split('\n').map((line) => line.trim())
  const joined: string[] = []
  let isOpen = false
  for (const line of lines) {
    if (line === '') continue
    const last = joined.length - 1
    if (isOpen && /^[\p{Ll}\p{N},;:)]/u.test(line)) joined[last] = `${joined[last] ?? ''} ${line}`
    else joined.push(line)
    isOpen = !/[.!?…»"”:]$/.test(line)
  }
  return joined
}

/** Letters and figures alone, and where each stood: what remains equal whatever was done to spaces and quotes. */
function skeleton(text: string): { readonly letters: string; readonly positions: readonly number[] } {
  const positions: number[] = []
  const letters: string[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const letter = match[0].normalize('NFD').charAt(0).toLowerCase()
    letters.push(letter)
    positions.push(match.index)
  }
  return { letters: letters.join(''), positions }
}

/**
 * `paragraphs` broken further wherever the page breaks the same words into blocks. Words and their order stay; a break
 * falls only between the last letter of one block and the first of the next.
 */
export function breakLikePage(paragraphs: readonly string[], blocks: readonly string[]): readonly string[] {
  const text = paragraphs.join('\n\n')
  if (text.length > MATCH_LIMIT) return paragraphs
  const { letters, positions } = skeleton(text)
  const starts = new Set<number>()
  const find = finderIn(letters)
  let cursor = 0
  for (const block of blocks.slice(0, BLOCK_LIMIT)) {
    const wanted = skeleton(block).letters
    if (wanted === '') continue
    const at = letters.startsWith(wanted, cursor) ? cursor : find(wanted, cursor)
    if (at < 0) continue
    starts.add(at)
    cursor = at + wanted.length
    starts.add(cursor)
  }
  const cuts = [...starts]
    .filter((start) => start > 0 && start < letters.length)
    .toSorted((one, other) => one - other)
    .map((start) => breakBetween(text, positions[start - 1] ?? 0, positions[start] ?? 0))
  return cutAt(text, cuts)
    .flatMap((piece) => piece.split('\n\n'))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/**
 * Finds blocks in `letters`: from `cursor` on, else anywhere, else -1. The first letters of a block are looked up among
 * all places of the text, so that time does not grow with blocks times text.
 */
function finderIn(letters: string): (wanted: string, cursor: number) => number {
  let places: Map<string, number[]> | undefined
  return (wanted, cursor) => {
    if (wanted.length < TELLING_LETTERS) return -1
    places ??= placesIn(letters)
    const tried = places.get(wanted.slice(0, TELLING_LETTERS)) ?? []
    const found = tried.filter((at) => letters.startsWith(wanted, at))
    return found.find((at) => at >= cursor) ?? found[0] ?? -1
  }
}

function placesIn(letters: string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at + TELLING_LETTERS <= letters.length; at += 1) {
    const start = letters.slice(at, at + TELLING_LETTERS)
    const known = places.get(start)
    if (known === undefined) places.set(start, [at])
    else if (known.length < TRIED_PLACES) known.push(at)
  }
  return places
}

/** Closing marks stay with what they close, opening ones go with what they open. */
function breakBetween(text: string, lastLetter: number, nextLetter: number): number {
  const between = text.slice(Math.max(lastLetter + 1, nextLetter - MARKS_REACH), nextLetter)
  const opening = /(?:[«“([]\s*|(?:(?<=\s)|(?<=[.!?…:])(?!"\s))"|[-–—•►▪■]\s*)+$/u.exec(between)
  return opening === null ? nextLetter : nextLetter - between.length + opening.index
}

function cutAt(text: string, cuts: readonly number[]): readonly string[] {
  const bounds = [0, ...cuts, text.length]
  return bounds.slice(1).map((end, index) => text.slice(bounds[index], end))
}

/** A paragraph broken where two sentences touch without a space. */
export function breakSeams(paragraph: string): readonly string[] {
  return paragraph
    .split(SEAM)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}
