// A link as Discord's Markdown writes it. An address that could be read otherwise gives words alone.
import { escapeMarkdown } from './escape.ts'

/** A message has room for two such addresses and words beside them. Those of articles seldom pass 300 characters. */
const URL_CHARACTERS = 800

/** `[](<>)` */
const MARKS_CHARACTERS = 6

/** What Markdown could take for the end of an address, or for a mark in it. */
const UNSAFE = /[\s<>()[\]\\"`|^{}]/gu

/** `words` is one line without blanks around it. */
export function renderLink(words: string, url: string): string {
  const address = safeAddress(url)
  if (address === undefined) return escapeMarkdown(words)
  if (words === url || words === address) return `<${address}>`
  // Discord follows no link whose words are an address themselves: they might name another one.
  if (words.includes('://')) return escapeMarkdown(words)
  return aroundBrackets(words, address)
}

/** What a link costs beyond its words, at most. */
export function linkCost(url: string): number {
  const address = safeAddress(url)
  return address === undefined ? 0 : address.length + MARKS_CHARACTERS
}

/** Square brackets among the words would end them: the longest stretch without any is the link. */
function aroundBrackets(words: string, address: string): string {
  const parts = words.split(/([[\]]+)/u)
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  const place = parts.indexOf(longest)
  if (longest.trim() === '' || /[[\]]/u.test(longest)) return escapeMarkdown(words)
  const [before, after] = [parts.slice(0, place).join(''), parts.slice(place + 1).join('')]
  return `${escapeMarkdown(before)}[${escapeMarkdown(longest)}](<${address}>)${escapeMarkdown(after)}`
}

/** As a browser writes it; undefined for what is no page. */
function safeAddress(url: string): string | undefined {
  const parsed = URL.parse(url.trim())
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') return undefined
  const isWritten = url.trim() === parsed.href || `${url.trim()}/` === parsed.href
  const address = (isWritten ? url.trim() : parsed.href).replaceAll(UNSAFE, percentEncoded)
  return address.length <= URL_CHARACTERS ? address : undefined
}

/** `encodeURIComponent` leaves some of them as they are. */
function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character)
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded
}
