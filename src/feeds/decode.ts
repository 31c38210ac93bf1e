// Bytes made text: which character set a feed or a page is really in. Never reads markup beyond its declaration.
import type { FeedWarning } from '../ports.ts'
import { decodeDos, dosCodePage } from './dos-code-pages.ts'
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
  // What was encoded twice may hold a control character as well.
  return isMended
    ? { text: clean(text), warnings: [...warnings, { code: 'encoded-twice' }] }
    : { text, warnings }
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
    const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff
    pieces.push(codePoint > 0x10ffff || isSurrogate ? '\uFFFD' : String.fromCodePoint(codePoint))
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
  const dos = decodeDos(body, label)
  if (dos !== undefined) return dos
  try {
    // `stream` forgives a last character cut in two, as a broken download leaves it.
    return new TextDecoder(label, { fatal: true }).decode(body, { stream: true })
  } catch {
    return undefined
  }
}

/** Valid UTF-8 sequences for one stray byte before another label is not believed; French in windows-1252 has about none. */
const SEQUENCES_AGAINST_LABEL = 10

/** UTF-8 with some bytes of windows-1252 pasted in; undefined with no more than `ratio` sequences for a stray byte. */
function decodeMixed(body: Uint8Array, ratio: number): string | undefined {
  const { sequences, strays } = countSequences(body)
  if (sequences <= strays.length * ratio) return undefined
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const pieces: string[] = []
  let from = 0
  for (const at of strays) {
    pieces.push(utf8.decode(body.subarray(from, at)), WINDOWS_1252.charAt(body[at] ?? 0))
    from = at + 1
  }
  pieces.push(utf8.decode(body.subarray(from)))
  return pieces.join('')
}

/** All 256 bytes as windows-1252 reads them: a decoder for each stray byte would take a microsecond each. */
const WINDOWS_1252 = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
)

/** How many sequences of several bytes have the shape of UTF-8, and where bytes beyond ASCII stand that belong to none. */
function countSequences(body: Uint8Array): {
  readonly sequences: number
  readonly strays: readonly number[]
} {
  const strays: number[] = []
  let sequences = 0
  for (let at = 0; at < body.length; at += 1) {
    const first = body[at] ?? 0
    if (first < 0x80) continue
    const following = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    const rest = body.subarray(at + 1, at + 1 + following)
    if (following > 0 && rest.length === following && rest.every((byte) => byte >> 6 === 0b10)) {
      sequences += 1
      at += following
    } else {
      strays.push(at)
    }
  }
  return { sequences, strays }
}

/** The label as WHATWG names it (`iso-8859-1` is `windows-1252`); undefined when unknown, or when the bytes show it wrong. */
function knownCharset(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  const dos = dosCodePage(label)
  if (dos !== undefined) return dos
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

/** Control characters of ASCII, but for those that lay text out; a document may be made of nothing else. */
const CONTROLS = /[^\P{Cc}\t\n\r\x80-\x9F]+/gu

/** Code points 80 to 9F are control characters that nobody sends: they are windows-1252, once converted too early. */
const CONVERTED_EARLY = /[\x80-\x9F]/g

function clean(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replaceAll(CONTROLS, '')
    .replaceAll(
      CONVERTED_EARLY,
      // Five of the 32 are control characters in windows-1252 as well.
      (control) => WINDOWS_1252.charAt(control.charCodeAt(0)).replace(/\p{Cc}/u, ''),
    )
}
