// Bytes made text: which character set a feed or a page is really in. Never reads markup beyond its declaration.
import type { FeedWarning } from '../ports.ts'
import { readEncodedTwice } from './encoded-twice.ts'

export interface DecodedText {
  readonly text: string
  readonly warnings: readonly FeedWarning[]
}

type Headers = Readonly<Record<string, string>>

/** How far into a document an XML declaration or a `<meta charset>` is looked for, in bytes. HTML Living Standard, § 13.2.3.2. */
const DECLARATION_BYTES = 1024

/** Pages put long scripts before their `<meta charset>`; browsers look further than the standard asks. */
const META_BYTES = 8192

/**
 * The text of a feed. BOM, then HTTP charset, then XML declaration, then strict UTF-8, then windows-1252; valid
 * multibyte UTF-8 beats a single-byte label. Without BOM and control characters. Never throws.
 */
export function decodeFeed(body: Uint8Array, headers: Headers): DecodedText {
  const start = latin1(body.subarray(0, DECLARATION_BYTES))
  const declared = /<\?xml[^>]*?\sencoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]
  return decode(body, [charsetOf(headers), declared])
}

/** The text of a page: as `decodeFeed`, with `<meta charset>` as the document's own word. Never throws. */
export function decodeHtml(body: Uint8Array, headers: Headers): string {
  const start = latin1(body.subarray(0, META_BYTES))
  const meta = /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]
  const declared = /<\?xml[^>]*?\sencoding\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]
  return decode(body, [charsetOf(headers), meta, declared]).text
}

/** A header whatever the case of its name. */
export function headerOf(headers: Headers, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}

function charsetOf(headers: Headers): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(headerOf(headers, 'content-type') ?? '')?.[1]
}

function decode(body: Uint8Array, labels: readonly (string | undefined)[]): DecodedText {
  const unicode = decodeByShape(body)
  if (unicode !== undefined) return mended(unicode, [])
  const known = labels.flatMap((label) => {
    const charset = knownCharset(label)
    return label === undefined || charset === undefined ? [] : [{ label, charset }]
  })
  const { text, used } = decodeByLabel(
    body,
    known.map(({ charset }) => charset),
  )
  const [declared] = known
  const isLie = declared !== undefined && declared.charset !== used && !isAscii(body)
  return mended(text, isLie ? [{ code: 'encoding-lies', declared: declared.label, used }] : [])
}

function mended(decoded: string, warnings: readonly FeedWarning[]): DecodedText {
  const { text, isMended } = readEncodedTwice(clean(decoded))
  return { text, warnings: isMended ? [...warnings, { code: 'encoded-twice' }] : warnings }
}

/** UTF-16 and UTF-32 show themselves: by a BOM, or by the zeros around the first `<`. */
function decodeByShape(body: Uint8Array): string | undefined {
  const [a = 1, b = 1, c = 1, d = 1] = body
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0x3c && b + c + d === 0)) {
    return decodeUtf32(body, true)
  }
  if ((a + b === 0 && c === 0xfe && d === 0xff) || (a + b + c === 0 && d === 0x3c))
    return decodeUtf32(body, false)
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le').decode(body)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be').decode(body)
  return undefined
}

/** TextDecoder knows no UTF-32. */
function decodeUtf32(body: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const pieces: string[] = []
  for (let at = 0; at + 4 <= body.byteLength; at += 4) {
    const codePoint = view.getUint32(at, isLittleEndian)
    pieces.push(codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\uFFFD')
  }
  return pieces.join('')
}

function decodeByLabel(body: Uint8Array, labels: readonly string[]): { text: string; used: string } {
  // Accents of another character set do not make valid UTF-8 by chance: when it is valid, it is UTF-8.
  const utf8 = decodeStrictly(body, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, used: 'utf-8' }
  const others = labels.filter((label) => label !== 'utf-8')
  const mixed = decodeMixed(body, others.length > 0 ? SEQUENCES_AGAINST_LABEL : 1)
  if (mixed !== undefined) return { text: mixed, used: 'utf-8' }
  for (const label of others) {
    const text = decodeStrictly(body, label)
    if (text !== undefined) return { text, used: label }
  }
  return { text: new TextDecoder('windows-1252').decode(body), used: 'windows-1252' }
}

function decodeStrictly(body: Uint8Array, label: string): string | undefined {
  try {
    // `stream` forgives a last character cut in two, as a broken download leaves it.
    return new TextDecoder(label, { fatal: true }).decode(body, { stream: true })
  } catch {
    return undefined
  }
}

const UTF8_OR_STRAY =
  /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g

/** Valid UTF-8 sequences for one stray byte before another label is not believed; French in windows-1252 has about none. */
const SEQUENCES_AGAINST_LABEL = 10

/** UTF-8 with some bytes of windows-1252 pasted in; undefined with no more than `ratio` sequences for a stray byte. */
function decodeMixed(body: Uint8Array, ratio: number): string | undefined {
  const windows1252 = new TextDecoder('windows-1252')
  let [sequences, strays] = [0, 0]
  const text = latin1(body).replaceAll(UTF8_OR_STRAY, (bytes) => {
    if (bytes.length > 1) sequences += 1
    else strays += 1
    const raw = Buffer.from(bytes, 'latin1')
    return bytes.length > 1 ? raw.toString('utf8') : windows1252.decode(raw)
  })
  return sequences > strays * ratio ? text : undefined
}

/** The label as WHATWG names it (`iso-8859-1` is `windows-1252`); undefined when unknown, or when the bytes show it wrong. */
function knownCharset(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(usualLabel(label))
    // UTF-16 shows itself: whoever gets here is not.
    return encoding.startsWith('utf-16') ? undefined : encoding
  } catch {
    return undefined
  }
}

/** Names that old software gives to character sets, as WHATWG writes them. */
function usualLabel(label: string): string {
  const dashed = label.replace(/^(?:win|cp)-?125/i, 'windows-125').replaceAll('_', '-')
  if (/^(?:x-)?mac-?roman$/i.test(dashed)) return 'macintosh'
  return /^latin-?9$/i.test(dashed) ? 'iso-8859-15' : dashed
}

function isAscii(body: Uint8Array): boolean {
  return body.every((byte) => byte < 0x80)
}

function latin1(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
}

/** Control characters, but for those that lay text out. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu

/** Code points 80 to 9F are control characters that nobody sends: they are windows-1252, once converted too early. */
function clean(text: string): string {
  const windows1252 = new TextDecoder('windows-1252')
  return text.replace(/^\uFEFF+/, '').replaceAll(CONTROLS, (control) => {
    const code = control.charCodeAt(0)
    return code < 0x80 ? '' : windows1252.decode(Uint8Array.of(code))
  })
}
