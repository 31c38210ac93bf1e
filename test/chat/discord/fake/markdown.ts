// What a person sees of a Discord message's content: Discord's Markdown as its client renders it. Never sends anything.
import { applyInline, type Reading } from './markdown-inline.ts'
import { pingsOf, type Pings } from './pings.ts'

export interface MarkdownOptions {
  /** `allowed_mentions` of the message; absent: all is allowed, as on Discord. */
  readonly allowedMentions?: unknown
  /** Names by id of users, roles and channels; an id without name shows as itself. */
  readonly names?: Pick<ReadonlyMap<string, string>, 'get'>
  /** Zone of timestamps; by default Europe/Paris. */
  readonly timeZone?: string
}

export interface SeenMarkdown {
  /** The visible words: marks resolved, mentions by name, bullets as « • », spoilers open. */
  readonly text: string
  /** Addresses that a click follows, in reading order, masked and bare. */
  readonly links: readonly string[]
  /** Links whose words are not their address. */
  readonly maskedLinks: readonly { readonly label: string; readonly address: string }[]
  /** What shows as a mention, as it shows: `@Camille`, `@everyone`, `#général`, `</aide:1>` as `/aide`. */
  readonly mentions: readonly string[]
  /** What really notifies. */
  readonly pings: Pings
  /** Words under a spoiler. */
  readonly spoilers: readonly string[]
  /** Marks that took effect, by name and in reading order: `heading`, `strong`, `code`, `list`, `link`… */
  readonly marks: readonly string[]
  /** Characters in `text` without a form of their own, as `U+202E`: controls, zero widths, directions. */
  readonly invisible: readonly string[]
}

interface Scan {
  readonly isQuoted: boolean
  /** The number that the next item of a numbered list shows; undefined outside of one. */
  nextNumber: number | undefined
}

/** Deep nesting is cut here: a text that needs more is hostile, and shows raw. */
const MOST_NESTING = 12

const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Reads the content of a message, or a text of components V2. */
export function seenMarkdown(content: string, options: MarkdownOptions = {}): SeenMarkdown {
  const reading: Reading = {
    links: [],
    maskedLinks: [],
    mentions: [],
    spoilers: [],
    marks: [],
    names: options.names ?? new Map(),
    timeZone: options.timeZone ?? 'Europe/Paris',
    isInLink: false,
    render: (text, depth, isQuoted) => render(reading, text, depth, isQuoted),
  }
  const text = render(reading, content.trim(), 0, false)
  return {
    text,
    links: reading.links,
    maskedLinks: reading.maskedLinks,
    mentions: reading.mentions,
    pings: pingsOf(content, options.allowedMentions),
    spoilers: reading.spoilers,
    marks: reading.marks,
    invisible: [...text.matchAll(INVISIBLE)].map(([character]) => codePoint(character)),
  }
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Blocks are sought at each start of a line, marks everywhere; what is neither shows as it stands. */
function render(reading: Reading, source: string, depth: number, isQuoted: boolean): string {
  if (depth > MOST_NESTING) return source
  const scan: Scan = { isQuoted, nextNumber: undefined }
  let seen = ''
  let place = 0
  while (place < source.length) {
    const rest = source.slice(place)
    const isLineStart = place === 0 || source[place - 1] === '\n'
    const found =
      (isLineStart ? applyBlock(reading, scan, rest, depth) : undefined) ??
      applyInline(reading, rest, depth, isQuoted)
    const step = found ?? { length: 1, text: source.charAt(place) }
    seen += step.text
    place += step.length
  }
  return seen
}

interface Step {
  readonly length: number
  readonly text: string
}

function applyBlock(reading: Reading, scan: Scan, rest: string, depth: number): Step | undefined {
  return (
    heading(reading, rest, depth) ??
    (scan.isQuoted ? undefined : quote(reading, rest, depth)) ??
    listItem(reading, scan, rest, depth)
  )
}

/** `# `, `## `, `### ` and the small print `-# `. */
function heading(reading: Reading, rest: string, depth: number): Step | undefined {
  const found = /^ *(#{1,3}|-#)[ \t]+(\S[^\n]*)/.exec(rest)
  if (found === null) return undefined
  reading.marks.push(found[1] === '-#' ? 'subtext' : 'heading')
  return { length: found[0].length, text: reading.render(found[2] ?? '', depth + 1, false) }
}

/** `> ` a line, `>>> ` to the end. A quote in a quote does not exist. */
function quote(reading: Reading, rest: string, depth: number): Step | undefined {
  const whole = /^ *>>> +([\s\S]*)/.exec(rest)
  const lines = whole ?? /^(?: *>(?!>>) +[^\n]*(?:\n|$))+/.exec(rest)
  if (lines === null) return undefined
  reading.marks.push('quote')
  const inner = whole === null ? lines[0].replace(/^ *> +/gm, '') : (whole[1] ?? '')
  return { length: lines[0].length, text: reading.render(inner, depth + 1, true) }
}

/** `- `, `* ` and `1. `: numbers count on from the first of the list, whatever is written. */
function listItem(reading: Reading, scan: Scan, rest: string, depth: number): Step | undefined {
  const found = /^( *)([*-]|\d{1,9}\.)[ \t]+(?=\S)/.exec(rest)
  if (found === null) {
    scan.nextNumber = undefined
    return undefined
  }
  const line = /^[^\n]*\n?/.exec(rest.slice(found[0].length))?.[0] ?? ''
  const number = /^\d/.test(found[2] ?? '')
    ? (scan.nextNumber ?? Number.parseInt(found[2] ?? '0', 10))
    : undefined
  scan.nextNumber = number === undefined ? undefined : number + 1
  reading.marks.push('list')
  const bullet = number === undefined ? '• ' : `${number}. `
  return { length: found[0].length + line.length, text: bullet + reading.render(line, depth + 1, false) }
}
