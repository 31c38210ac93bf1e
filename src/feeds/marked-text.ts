// The words of one element as HTML, whatever way the feed wrapped them. Never strips a tag.
import { escapeMarkup, markupOf, textOf, type XmlElement } from './xml.ts'

/** What an element carries, as HTML: its own markup decoded once, words that are no markup escaped. Trimmed. */
export function markedText(element: XmlElement, dialect: 'rss' | 'atom'): string {
  return readMarkup(element, dialect).trim()
}

function readMarkup(element: XmlElement, dialect: 'rss' | 'atom'): string {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase()
  const mode = (element.attributes.get('mode') ?? '').trim().toLowerCase()
  const hasMarkup = element.children.some((child) => child.kind === 'element')
  if (hasMarkup) return markupOf(element, dialect === 'atom' || isXhtml(type))
  const text = textOf(element)
  if (mode === 'base64' || isBinary(type)) {
    const decoded = fromBase64(text)
    if (decoded !== undefined) return decoded
  }
  if (isXhtml(type)) return escapeAmbiguous(text)
  const isPlain = type === 'text' || type.startsWith('text/plain') || (type === '' && dialect === 'atom')
  return isPlain && !looksLikeHtml(text) ? escapeAmbiguous(text) : text
}

function isXhtml(type: string): boolean {
  return type === 'xhtml' || type.endsWith('+xml') || type.endsWith('/xml')
}

/** Whatever is neither text nor XML is base64 in Atom. RFC 4287, § 4.1.3.3. */
function isBinary(type: string): boolean {
  return type.includes('/') && !type.startsWith('text/') && !isXhtml(type) && !type.endsWith('/html')
}

function fromBase64(text: string): string | undefined {
  const packed = text.replaceAll(/\s+/g, '')
  if (packed === '' || !/^[A-Za-z\d+/]+={0,2}$/.test(packed)) return undefined
  return Buffer.from(packed, 'base64').toString('utf8')
}

/** Feeds call HTML text all the time. An end tag, a line break or a reference gives it away; feedparser does the same. */
function looksLikeHtml(text: string): boolean {
  return /<\/[a-z][a-z\d]*\s*>|<br\s*\/?>|&(?:#\d+|#x[\da-f]+|[a-z]{2,});/i.test(text)
}

/** Escapes only what would be read as markup: « R&D » stays as it is. */
function escapeAmbiguous(text: string): string {
  return /<[a-z/!?]|&[#a-z]/i.test(text) ? escapeMarkup(text) : text
}
