// What a feed tells about each article: plain text, clean addresses. Never fetches the article, never invents a word.
import type { FeedItem, FeedWarning } from '../core/feed.ts'
import { cleanAddress } from '../core/web-address.ts'
import type { FeedDocument, ParsedItem } from './feed-document.ts'
import { plainLine, plainText } from './plain-text.ts'
import { cutText, cutWords, headline, LEAD_LIMIT, NAME_LIMIT, TEXT_LIMIT } from './text-limits.ts'

/** The items of a feed in its order; none is left out, whatever it lacks. Valid Unicode; what is endless is cut, and told. */
export function feedItems(document: FeedDocument): {
  readonly items: readonly FeedItem[]
  readonly warnings: readonly FeedWarning[]
} {
  const read = document.items.map(feedItem)
  const count = read.filter(({ isCut }) => isCut).length
  return {
    items: read.map(({ item }) => item),
    warnings: count === 0 ? [] : [{ code: 'texts-cut', count }],
  }
}

function feedItem(item: ParsedItem): { readonly item: FeedItem; readonly isCut: boolean } {
  const { lead, text } = textsOf(item)
  const isCut = lead.length > LEAD_LIMIT || text.length > TEXT_LIMIT
  return { item: cutItem(item, cutText(lead, LEAD_LIMIT), cutText(text, TEXT_LIMIT)), isCut }
}

function cutItem(item: ParsedItem, lead: string, text: string): FeedItem {
  const title = plainLine(item.title)
  const guid = item.id.trim().toWellFormed()
  const author = authorOf(item)?.toWellFormed()
  return {
    title: headline(title === '' ? titleFrom(lead === '' ? text : lead) : title),
    ...(item.link === '' ? {} : { url: cleanAddress(item.link.toWellFormed()) }),
    // An endless identifier names nobody: the address and the words do.
    ...(guid === '' || guid.length > NAME_LIMIT ? {} : { guid }),
    lead,
    text,
    ...(item.published === undefined ? {} : { publishedAt: item.published }),
    ...(item.updated === undefined || item.updated === item.published ? {} : { updatedAt: item.updated }),
    ...(author === undefined ? {} : { author }),
  }
}

/** An address of an editorial office is no author. */
function authorOf({ author }: ParsedItem): string | undefined {
  if (author === undefined || author.length > NAME_LIMIT) return undefined
  return /^[^\s@]+@\S+$/.test(author) ? undefined : author
}

/** Longest title made from a text, in characters: 99 % of 1,249 headlines of the French press have no more. */
const TITLE_LENGTH = 120

function titleFrom(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length <= TITLE_LENGTH ? line : cutWords(line, TITLE_LENGTH)
}

/** What newspaper software adds under a text; it is nobody's sentence. */
const ADDED_PARAGRAPH =
  /^(?:(?:l[’']article|cet article|the post|le post)\s.{0,300}(?:est apparu en premier|first appeared on|appeared first on).{0,200}|lire (?:la suite|l[’']article|plus).{0,120}|(?:continue reading|read more|en savoir plus|cet article est réservé).{0,120}|source|partager.{0,40}|>+.{0,40})$/i

/** What an abstract that stops in the middle ends with. */
const CUT_SHORT =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\)|\[&hellip;\])\s*(?:\(?(?:lire la suite|suite)[^.]{0,40}\)?)?$/i

/** A content this much longer than its summary is the article. Ratio; 99 % of 1,249 articles have 3 times their abstract. */
const FULL_TEXT_RATIO = 2

/** Where abstracts end and articles begin, in characters: 99 % of 1,249 abstracts are shorter, 99 % of their articles longer. */
const FULL_TEXT_LENGTH = 400

/** Two paragraphs of this many characters each are no abstract; a place line, a credit or « Lire aussi » is shorter. */
const PARAGRAPH_LENGTH = 80

/** One block of this many characters is no abstract either: the longest of 10,249 has 765. */
const LONE_BLOCK_LENGTH = 800

function textsOf({ summary, content }: ParsedItem): { readonly lead: string; readonly text: string } {
  const [short, long] = [withoutAdditions(plainText(summary)), withoutAdditions(plainText(content))]
  if (long === '' || long === short)
    return isFullText(short) ? { lead: '', text: short } : { lead: short, text: '' }
  const isLonger = long.length >= FULL_TEXT_LENGTH && long.length >= short.length * FULL_TEXT_RATIO
  if (!CUT_SHORT.test(long) && (isFullText(long) || isLonger)) return { lead: short, text: long }
  if (isFullText(short)) return { lead: long, text: short }
  return { lead: short === '' ? long : short, text: '' }
}

/** Whether a text that stands alone is an article: several paragraphs or a very long one, and not cut short. */
function isFullText(text: string): boolean {
  if (text.length < FULL_TEXT_LENGTH || CUT_SHORT.test(text)) return false
  const paragraphs = text.split('\n\n').filter((paragraph) => paragraph.length >= PARAGRAPH_LENGTH)
  return paragraphs.length > 1 || text.length >= LONE_BLOCK_LENGTH
}

function withoutAdditions(text: string): string {
  const paragraphs = text.split('\n\n')
  while (paragraphs.length > 1 && ADDED_PARAGRAPH.test(paragraphs.at(-1) ?? '')) paragraphs.pop()
  return paragraphs.join('\n\n')
}
