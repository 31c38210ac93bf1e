// Slack's mrkdwn as its client shows it. Where the client's habits are unknown, everything that could come alive does.
import { createSight, type Sight } from './visible.ts'

export interface MrkdwnOptions {
  /** Bare addresses become links. */
  readonly linksAddresses: boolean
  /** `@here`, `@channel` and `@everyone` ping without angle brackets. */
  readonly linksNames: boolean
}

/** A finished piece inside a text that is still being read: one private character each. */
interface Pieces {
  keep(finished: string): string
  restore(text: string): string
}

/** Supplementary Private Use Area A; no text of ours has it. */
const FIRST_PIECE = 0xf0000
const PIECE = /[\u{F0000}-\u{FFFFD}]/gu

export function readMrkdwn(sight: Sight, text: string, options: MrkdwnOptions): void {
  const pieces = createPieces()
  const cleaned = text.replaceAll(PIECE, '\uFFFD')
  const parsed = cleaned
    .split(/(```[\s\S]+?```)/u)
    .map((part, index) => {
      if (index % 2 === 0) return readLines(sight, part, options, pieces)
      sight.mark('preformatted')
      return pieces.keep(decode(readControls(sight, part.slice(3, -3), pieces)))
    })
    .join('')
  sight.say(pieces.restore(parsed))
}

function createPieces(): Pieces {
  const kept: string[] = []
  const pieces: Pieces = {
    keep(finished) {
      kept.push(pieces.restore(finished))
      return String.fromCodePoint(FIRST_PIECE + kept.length - 1)
    },
    restore: (text) =>
      text.replaceAll(PIECE, (character) => kept[(character.codePointAt(0) ?? 0) - FIRST_PIECE] ?? ''),
  }
  return pieces
}

/** `>` quotes its line and `>>>` all that follow, also when escaped: Slack stores the mark as `&gt;` itself. */
function readLines(sight: Sight, text: string, options: MrkdwnOptions, pieces: Pieces): string {
  let quotesAll = false
  return text
    .split('\n')
    .map((line) => {
      const quote = /^(?:(?:>|&gt;){3}|>|&gt;) ?/u.exec(quotesAll ? '' : line)?.[0] ?? ''
      if (quote !== '') sight.mark('quote')
      if (/^(?:>|&gt;){3}/u.test(quote)) quotesAll = true
      return decode(readLine(sight, line.slice(quote.length), options, pieces))
    })
    .join('\n')
}

function readLine(sight: Sight, line: string, options: MrkdwnOptions, pieces: Pieces): string {
  const controlled = readControls(sight, line, pieces)
  const coded = controlled.replaceAll(/`([^`]+)`/gu, (_all, inner: string) => {
    sight.mark('code')
    return pieces.keep(decode(inner))
  })
  const linked = options.linksAddresses ? readAddresses(sight, coded, pieces) : coded
  if (options.linksNames) readNames(sight, linked)
  return readMarks(sight, readEmoji(sight, linked, pieces))
}

/** `<…>`: mentions, links, dates. Slack reads them first, so they live inside code too. */
function readControls(sight: Sight, text: string, pieces: Pieces): string {
  return text.replaceAll(/<([^<>\n]+)>/gu, (all, inner: string) => {
    const bar = inner.indexOf('|')
    const target = bar < 0 ? inner : inner.slice(0, bar)
    const label = bar < 0 ? undefined : decode(inner.slice(bar + 1))
    const shown = showControl(sight, target, label)
    return shown === undefined ? all : pieces.keep(shown)
  })
}

function showControl(sight: Sight, target: string, label: string | undefined): string | undefined {
  const mention = /^@([UWB][A-Z0-9]*)$/iu.exec(target)
  if (mention !== null) {
    sight.ping(`@${mention[1] ?? ''}`)
    return `@${label ?? mention[1] ?? ''}`
  }
  const channel = /^#([CGD][A-Z0-9]*)$/iu.exec(target)
  if (channel !== null) {
    sight.ping(`#${channel[1] ?? ''}`)
    return `#${label ?? channel[1] ?? ''}`
  }
  const group = /^!subteam\^([A-Z0-9]+)/iu.exec(target)
  if (group !== null) {
    sight.ping(`@${group[1] ?? ''}`)
    return label ?? `@${group[1] ?? ''}`
  }
  const broadcast = /^!(here|channel|everyone|group)(?:\^.*)?$/iu.exec(target)
  if (broadcast !== null) {
    const name = (broadcast[1] ?? '').toLowerCase()
    sight.ping(`@${name === 'group' ? 'channel' : name}`)
    return `@${name}`
  }
  if (target.startsWith('!date^')) return showDate(sight, target, label)
  if (target.startsWith('!')) return label ?? `<${target}>`
  return showLink(sight, decode(target), label)
}

function showDate(sight: Sight, target: string, label: string | undefined): string {
  const [, , format = '', address] = target.split('^')
  sight.mark('date')
  if (address !== undefined && address !== '') sight.link(decode(address), label ?? format)
  return label ?? format
}

function showLink(sight: Sight, address: string, label: string | undefined): string | undefined {
  if (!/^(?:[a-z][a-z0-9+.-]*:|www\.)\S+$/iu.test(address)) return undefined
  sight.link(address, label ?? address)
  return label ?? address
}

function readAddresses(sight: Sight, text: string, pieces: Pieces): string {
  return text.replaceAll(/\bhttps?:\/\/[^\s<>|]+/giu, (found) => {
    const address = found.replace(/(?:[.,;:!?)\]}»”’'"*_~]|&gt;|&lt;)+$/u, '')
    const shown = decode(address)
    sight.link(shown, shown)
    return pieces.keep(shown) + found.slice(address.length)
  })
}

function readNames(sight: Sight, text: string): void {
  for (const [, name = ''] of text.matchAll(/(?<![\p{L}\p{N}])@(here|channel|everyone)(?![\p{L}\p{N}])/giu)) {
    sight.ping(`@${name.toLowerCase()}`)
  }
}

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' } as const

/**
 * A mark opens after anything but a letter or digit and before anything but a blank, and closes the other way round;
 * only the plain blank and the tab count as blanks.
 */
const MARKED = /(?<![\p{L}\p{N}])([*_~])(?![ \t])((?:(?!\1).)*?)(?<![ \t])\1(?![\p{L}\p{N}])/u

function readMarks(sight: Sight, text: string): string {
  const found = MARKED.exec(text)
  if (found === null) return text
  const [all, mark, inner = ''] = found
  if (inner === '') {
    const next = found.index + 1
    return text.slice(0, next) + readMarks(sight, text.slice(next))
  }
  if (mark === '*' || mark === '_' || mark === '~') sight.mark(MARKS[mark])
  const end = found.index + all.length
  return text.slice(0, found.index) + readMarks(sight, inner) + readMarks(sight, text.slice(end))
}

/** Names that Slack knows in every workspace; another name between colons stays as it is written. */
const EMOJI: Readonly<Record<string, string>> = {
  newspaper: '📰',
  rolled_up_newspaper: '🗞️',
  warning: '⚠️',
  rotating_light: '🚨',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  bell: '🔔',
  calendar: '📆',
  date: '📅',
  clock8: '🕗',
  link: '🔗',
  mag: '🔍',
  eyes: '👀',
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  smile: '😄',
  joy: '😂',
  tada: '🎉',
  fire: '🔥',
  rocket: '🚀',
  star: '⭐',
  heart: '❤️',
  wave: '👋',
  pushpin: '📌',
  gear: '⚙️',
  bulb: '💡',
  memo: '📝',
  mute: '🔇',
  speech_balloon: '💬',
  question: '❓',
  exclamation: '❗',
  information_source: 'ℹ️',
  no_entry: '⛔',
  lock: '🔒',
  coffee: '☕',
  fr: '🇫🇷',
  '100': '💯',
}

export function readEmoji(sight: Sight, text: string, pieces?: Pieces): string {
  return text.replaceAll(/:([a-z0-9_+-]+):/gu, (all, name: string) => {
    const shown = EMOJI[name]
    if (shown === undefined) return all
    sight.mark('emoji')
    return pieces?.keep(shown) ?? shown
  })
}

/** The three entities that Slack resolves, once. */
export function decode(text: string): string {
  return text.replaceAll(/&(amp|lt|gt);/gu, (_all, name: string) =>
    name === 'amp' ? '&' : name === 'lt' ? '<' : '>',
  )
}

/** A text with mrkdwn as a message shows it. */
export function visibleMrkdwn(text: string, options: Partial<MrkdwnOptions> = {}) {
  const sight = createSight()
  readMrkdwn(sight, text, { linksAddresses: true, linksNames: false, ...options })
  return sight.result()
}
