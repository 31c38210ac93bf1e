// Reads the invented press for its tests, with no parser of ours: patterns over what was sent.
import type { Feed } from '../../src/core/feed.ts'
import { demoPress } from '../../src/demo/demo-press.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'

export type Round = 1 | 2

export interface PressItem {
  readonly publisher: string
  readonly title: string
  readonly link: string
  readonly guid: string
  readonly date: string
  /** Abstract and content, markup out. */
  readonly text: string
}

export const press = demoPress()

function answerAt(address: string, round: Round): PressAnswer | undefined {
  const { host, pathname } = new URL(address)
  press.setRound(round)
  const found = press.answer(host, pathname)
  press.setRound(1)
  return found
}

/** Throws when nothing is there. */
export function bytesAt(address: string, round: Round = 1): Uint8Array {
  const found = answerAt(address, round)
  if (found === undefined) throw new Error(`not served: ${address}`)
  return found.body
}

/** windows-1252 where UTF-8 is impossible. */
export function textAt(address: string, round: Round = 1): string {
  const bytes = bytesAt(address, round)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Without tags and twofold escapes; any space is a space. */
function plain(markup: string): string {
  const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  const unescape = (text: string): string =>
    text.replace(/&(lt|gt|amp|quot);/g, (whole, name: string) => characters[name] ?? whole)
  const html = unescape(markup.replace(/<!\[CDATA\[|\]\]>/g, ''))
  return unescape(html.replace(/<\/?[a-z!][^>]*>/gi, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

export function feedOf(host: string): Feed {
  const found = press.feeds.find(({ url }) => new URL(url).host === host)
  if (found === undefined) throw new Error(`no feed at ${host}`)
  return found
}

export function itemsOf(feed: Feed, round: Round = 1): readonly PressItem[] {
  const text = textAt(feed.url, round)
  if (text.startsWith('{')) return jsonItems(text, feed.publisher)
  return [...text.matchAll(/<(item|entry)\b[^>]*>[\s\S]*?<\/\1>/g)].map(([block]) => xmlItem(block, feed))
}

function xmlItem(block: string, feed: Feed): PressItem {
  const value = (pattern: RegExp): string => pattern.exec(block)?.[1] ?? ''
  const link = value(/<link>(.*?)<\/link>/) || value(/<link [^>]*href="(.*?)"/)
  return {
    publisher: feed.publisher,
    title: plain(value(/<title[^>]*>([\s\S]*?)<\/title>/)),
    link: new URL(plain(link), feed.url).href,
    guid: plain(value(/<(?:guid|id)\b[^>]*>(.*?)<\/(?:guid|id)>/)),
    date: value(/<(?:pubDate|published|dc:date)>(.*?)</),
    text: [...block.matchAll(/<(description|summary|content(?::encoded)?)\b[^>]*>[\s\S]*?<\/\1>/g)]
      .map(([part]) => plain(part))
      .join(' '),
  }
}

function jsonItems(text: string, publisher: string): readonly PressItem[] {
  const document: unknown = JSON.parse(text)
  if (typeof document !== 'object' || document === null || !('items' in document)) return []
  if (!Array.isArray(document.items)) return []
  return document.items.map((item: Readonly<Record<string, string>>) => ({
    publisher,
    title: plain(item['title'] ?? ''),
    link: item['url'] ?? '',
    guid: item['id'] ?? '',
    date: item['date_published'] ?? '',
    text: plain(`${item['summary']} ${item['content_html']}`),
  }))
}

export function allItems(round: Round = 1): readonly PressItem[] {
  return press.feeds.flatMap((feed) => itemsOf(feed, round))
}

/** The address without what only says where the reader came from. */
export function pageOf({ link }: PressItem): string {
  return link.replace(/[?#].*/, '')
}

/** The article's own words: its page without boxes and menus where there is one, the feed otherwise. */
export function wordsOf(item: PressItem, round: Round = 1): string {
  if (answerAt(item.link, round) === undefined) return `${item.title} ${item.text}`
  const html = textAt(item.link, round).replace(
    /<aside[\s\S]*?<\/aside>|<div class="related">[\s\S]*?<\/div>/g,
    '',
  )
  return plain(/<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '')
}

/** Share of the shorter text's runs of five words that stand in the longer one, 0 to 1. */
export function containment(one: string, other: string): number {
  const [small, large] = [runsOfFive(one), runsOfFive(other)].toSorted((a, b) => a.size - b.size)
  if (small === undefined || large === undefined || small.size === 0) return 0
  return [...small].filter((run) => large.has(run)).length / small.size
}

function runsOfFive(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  return new Set(words.slice(4).map((_word, index) => words.slice(index, index + 5).join(' ')))
}
