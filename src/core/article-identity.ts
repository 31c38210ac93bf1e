// Who an article is, whatever its feed does to dates, trackers and titles. Never compares meanings.
import { createHash } from 'node:crypto'
import { fold } from '../french/normalise.ts'

/** What identity looks at, of a feed's item or an imported row. */
export interface IdentifiableItem {
  readonly guid?: string | undefined
  /** Canonical already: absolute, without trackers. */
  readonly url?: string | undefined
  readonly title: string
  readonly lead: string
  readonly text: string
}

/** Hexadecimal digits kept of a SHA-256: 64 bits, so that a million articles collide once in 37 million tries. */
const ID_DIGITS = 16

/** Fewer words than this, title and text together, and the words alone name nobody: «La météo de demain». */
const NAMING_WORDS = 12

/** Parameters that say where a reader came from: Google Analytics, AT Internet (franceinfo), Piano, Facebook. */
const TRACKER = /^(?:utm_\w+|xtor|at_\w+|fbclid|gclid)$/i

/** 16 hexadecimal digits. http and https, a final slash, a fragment and the case of the host make no other feed. */
export function feedId(url: string): string {
  const trimmed = url.trim()
  const parsed = URL.canParse(trimmed) ? new URL(trimmed) : undefined
  const name =
    parsed === undefined ? trimmed : `${parsed.host}${parsed.pathname.replace(/\/$/, '')}${parsed.search}`
  return digest(name)
}

/** The names of an item that stands alone, most trusted first, never empty: its guid within the feed, its address, its words. */
export function identityKeys(item: IdentifiableItem, idOfFeed: string, publisher: string): readonly string[] {
  return identityKeysOfAll([item], idOfFeed, publisher)[0] ?? []
}

/**
 * The names of all items that came in one document, in its order: there a guid or an address that stands for several
 * articles is no name.
 */
export function identityKeysOfAll(
  document: readonly IdentifiableItem[],
  idOfFeed: string,
  publisher: string,
): readonly (readonly string[])[] {
  const items = document.map((item) => ({
    item,
    guid: cleanGuid(item.guid),
    title: foldedWords(item.title),
  }))
  const byGuid = Map.groupBy(items, ({ guid }) => guid)
  const byUrl = Map.groupBy(items, ({ item }) => item.url)
  return items.map((named): readonly string[] => {
    const { item, guid } = named
    const isName = guid !== undefined && !isGuidShared(named, byGuid.get(guid) ?? [])
    const isAddress =
      item.url !== undefined && item.url !== '' && !isUrlShared(named, byUrl.get(item.url) ?? [])
    return [
      ...(isName ? [`guid:${idOfFeed}:${guid}`] : []),
      ...(isAddress ? [`url:${item.url}`] : []),
      `print:${fold(publisher)}:${printOf(named)}`,
    ]
  })
}

/** An item with what is compared of it: titles are folded once, since each may be compared with all others. */
interface NamedItem {
  readonly item: IdentifiableItem
  readonly guid: string | undefined
  readonly title: string
}

/** Whether another article has the same guid: an item without an address has nothing else to be told apart by. */
function isGuidShared({ item, title }: NamedItem, same: readonly NamedItem[]): boolean {
  return same.some(
    (other) => other.title !== title && (item.url === undefined || other.item.url !== item.url),
  )
}

function isUrlShared({ guid, title }: NamedItem, same: readonly NamedItem[]): boolean {
  return same.some((other) => other.title !== title && (guid === undefined || other.guid !== guid))
}

/** The id of a new article, 16 hexadecimal digits, made from its most trusted name. */
export function articleId(keys: readonly string[]): string {
  return digest(keys[0] ?? '')
}

/** Equal when nothing that a reader would notice differs: case, accents, blanks and punctuation do not count. */
export function fingerprint(title: string, text: string): string {
  return digest(`${foldedWords(title)}\n${foldedWords(text)}`)
}

/**
 * Everything that may be quoted: the lead as a first paragraph unless the body holds it already or it breaks off
 * where the body goes on. Paragraphs are apart by a blank line.
 */
export function composeText(lead: string, body: string): string {
  const [first, rest] = [lead.trim(), body.trim()]
  if (rest === '' || first === '') return first + rest
  const [leadWords, bodyWords] = [foldedWords(first), foldedWords(rest)]
  if (leadWords === '' || ` ${bodyWords} `.includes(` ${leadWords} `) || bodyWords.startsWith(leadWords))
    return rest
  if (` ${leadWords} `.includes(` ${bodyWords} `)) return first
  return isTruncated(first) ? rest : `${first}\n\n${rest}`
}

/** Whether an abstract breaks off: «…», «[...]», «Lire la suite». */
export function isTruncated(lead: string): boolean {
  // A row of dots is looked at from each of them: what ends an abstract is short.
  return /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|lire (?:la suite|plus|l['’]article)|en savoir plus)[\s.»>→]*$/iu.test(
    lead.slice(-ENDING_REACH),
  )
}

/** How far from the end an abstract says that it breaks off, in characters. */
const ENDING_REACH = 200

/** franceinfo's guid is the address with `#xtor=…`, which changes while the article does not. */
function cleanGuid(guid: string | undefined): string | undefined {
  const trimmed = guid?.trim()
  if (trimmed === undefined || trimmed === '') return undefined
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return trimmed
  const url = new URL(trimmed)
  const trackers = [...url.searchParams.keys()].filter((name) => TRACKER.test(name))
  for (const name of trackers) url.searchParams.delete(name)
  if (TRACKER.test(url.hash.slice(1).split('=')[0] ?? '')) url.hash = ''
  return url.href
}

/** Few words are many articles' words: then the address or the guid belongs to the name. */
function printOf({ item, guid, title }: NamedItem): string {
  const words = `${title}\n${foldedWords(item.text === '' ? item.lead : item.text)}`
  const isTelling = words.split(/\s+/).length >= NAMING_WORDS
  return digest(isTelling ? words : `${words}\n${item.url ?? guid ?? ''}`)
}

function foldedWords(text: string): string {
  return (
    fold(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, ID_DIGITS)
}
