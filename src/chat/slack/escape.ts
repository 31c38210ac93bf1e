// Other people's words for the places where Slack reads marks: nothing in them can call anybody or lead anywhere.
import { neutralise } from '../../locale/neutralise.ts'

/** The words themselves, on one line, for rich text and plain text: nothing invisible, no torn character. */
export function plainWords(text: string): string {
  return neutralise(text)
    .toWellFormed()
    .replaceAll(/[ \t]*\n\s*/gu, ' ')
}

/**
 * For the top-level text of a message, the only one that Slack parses, and for text objects, where it resolves these
 * three entities and nothing else: docs.slack.dev, formatting message text.
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** On one line, at most `most` UTF-16 units once it is `written`, with … where something is missing. */
export function shortened(text: string, most: number, written = (part: string): string => part): string {
  const line = text.replaceAll(/\s*\n\s*/gu, ' ').trim()
  if (written(line).length <= most) return line
  let [kept, length] = ['', 0]
  for (const { segment } of graphemes.segment(line)) {
    length += written(segment).length
    if (length > most - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** An address that may be followed; undefined for anything but http and https, and for what is too long. */
export function followableUrl(url: string, mostCharacters: number): string | undefined {
  const parsed = URL.parse(url)
  if (parsed?.protocol !== 'http:' && parsed?.protocol !== 'https:') return undefined
  // As it was given, where nothing in it could end the address early.
  const address = /^[\u0021-\u007E]+$/u.test(url) && !/[<>"|\\^`{}]/u.test(url) ? url : parsed.href
  return address.length <= mostCharacters ? address : undefined
}
