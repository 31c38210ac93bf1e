// JSON Feed 1.0 and 1.1: a text becomes a feed. Never throws, never trusts a type.
import { z } from 'zod'
import type { Zone } from '../core/calendar.ts'
import type { FeedWarning } from '../ports.ts'
import { isMonstrous, readBoundedJson } from './bounded-json.ts'
import { readDate } from './dates.ts'
import {
  complaints,
  type FeedDocument,
  keepEnds,
  omission,
  type ParsedItem,
  type ReadItem,
} from './feed-document.ts'
import { jsonAnnouncementOf } from './hub-links.ts'
import { resolveLink, urlOf } from './links.ts'
import { type MendedJson, mendJson } from './mend-json.ts'
import { plainLine } from './plain-text.ts'
import { salvageJson } from './salvage-json.ts'
import { escapeMarkup } from './xml.ts'

/** People or newsrooms that sign one article; more are an attack on our time. */
const AUTHOR_LIMIT = 100

/** Numbers stand for the words they are written with: an id, a title that is a year, a Unix time. */
const words = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const anybody = z.union([z.object({ name: words }), z.string().transform((name) => ({ name }))])
const author = anybody.optional().catch(undefined)
const authors = z
  .union([
    z
      .array(z.unknown())
      .transform((people) => people.slice(0, AUTHOR_LIMIT).map((person) => author.parse(person))),
    anybody.transform((one) => [one]),
  ])
  .optional()
  .catch(undefined)

const itemSchema = z.object({
  id: words,
  url: words,
  external_url: words,
  title: words,
  summary: words,
  content_html: words,
  content_text: words,
  date_published: words,
  date_modified: words,
  author,
  authors,
  tags: z.array(z.string()).optional().catch(undefined),
  attachments: z
    .array(z.object({ url: z.string(), mime_type: words }))
    .optional()
    .catch(undefined),
})

const feedSchema = z.object({
  version: words,
  title: words,
  description: words,
  home_page_url: words,
  feed_url: words,
  hubs: z
    .array(z.object({ url: words }).catch({}))
    .optional()
    .catch(undefined),
  language: words,
  author,
  authors,
  items: z.array(z.unknown()),
})

type JsonItem = z.infer<typeof itemSchema>

/** The feed in a text; undefined when it is no JSON, or JSON without a list of items. `zoneOf` as for XML feeds. */
export function parseJson(
  text: string,
  base: string,
  zoneOf: (language: string | undefined) => Zone | undefined,
): FeedDocument | undefined {
  const { feed, warnings } = readFeed(text)
  if (feed === undefined) return undefined
  const zone = zoneOf(feed.language)
  const site = resolved(feed.home_page_url, base)
  const written = keepEnds(feed.items).map((item) => itemSchema.catch({}).parse(item))
  const items = written.map((item) => readJsonItem(item, site === '' ? base : site, zone))
  const writer = authorOf(feed)
  return {
    title: plainLine(escapeMarkup(feed.title ?? '')),
    link: site,
    ...(feed.language === undefined ? {} : { language: feed.language }),
    ...(feed.description === undefined ? {} : { subtitle: plainLine(escapeMarkup(feed.description)) }),
    ...(writer === undefined ? {} : { author: writer }),
    ...jsonAnnouncementOf(feed.hubs?.map(({ url }) => url) ?? [], feed.feed_url, base),
    items: items.map(({ item }) => item),
    warnings: [...omission(feed.items.length), ...warnings, ...complaints(items)],
  }
}

type WrittenFeed = z.infer<typeof feedSchema>

interface ReadFeed {
  readonly feed: WrittenFeed | undefined
  readonly warnings: readonly FeedWarning[]
}

/** As it stands; else mended, or salvaged where that saves more items. */
function readFeed(text: string): ReadFeed {
  if (isMonstrous(text)) return { feed: undefined, warnings: [] }
  const whole = readBoundedJson(text)
  if (whole !== undefined) return { feed: feedSchema.safeParse(whole).data, warnings: [] }
  const mended = mendJson(text)
  const feed = feedSchema.safeParse(readBoundedJson(mended.text)).data
  const salvaged = feedSchema.parse(salvageJson(text))
  const isSalvaged = salvaged.items.length > (feed?.items.length ?? 0)
  return { feed: isSalvaged ? salvaged : feed, warnings: mendings(mended) }
}

function mendings(mended: MendedJson): readonly FeedWarning[] {
  return [
    { code: 'read-tolerantly', recovered: 0 },
    ...(mended.isTruncated ? [{ code: 'truncated' } as const] : []),
  ]
}

function readJsonItem(written: JsonItem, base: string, zone: Zone | undefined): ReadItem {
  const options = zone === undefined ? {} : { zone }
  const updated = readDate(written.date_modified ?? '', options)
  const published = readDate(written.date_published ?? '', options) ?? updated
  const addresses = [written.url, written.external_url, /^https?:/.test(written.id ?? '') ? written.id : '']
  const address = addresses.find((told) => told !== undefined && told.trim() !== '')
  const link = resolved(address, base)
  const writer = authorOf(written)
  const item: ParsedItem = {
    // Titles and summaries are plain text here, which JSON Feed says and everyone forgets: entities are left to be read.
    title: (written.title ?? '').replaceAll('<', '&lt;'),
    link,
    id: written.id ?? '',
    summary: (written.summary ?? '').replaceAll('<', '&lt;'),
    content: written.content_html ?? paragraphs(written.content_text ?? ''),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined ? {} : { updated }),
    ...(writer === undefined ? {} : { author: writer }),
    ...(written.tags === undefined ? {} : { tags: written.tags }),
    ...(written.attachments === undefined
      ? {}
      : {
          enclosures: written.attachments.map(({ url, mime_type: type }) => ({
            url,
            ...(type === undefined ? {} : { type }),
          })),
        }),
  }
  return { item, isLinkRefused: address !== undefined && resolveLink(address, base)?.kind === 'refused' }
}

/** Plain text with its blank lines, as HTML. */
function paragraphs(text: string): string {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() !== '')
  return blocks.length < 2
    ? escapeMarkup(text)
    : blocks.map((block) => `<p>${escapeMarkup(block)}</p>`).join('')
}

function resolved(link: string | undefined, base: string): string {
  return urlOf(resolveLink(link ?? '', base))
}

function authorOf(written: Pick<JsonItem, 'author' | 'authors'>): string | undefined {
  const names = [...(written.authors ?? []), written.author].map((person) => person?.name?.trim() ?? '')
  const told = [...new Set(names.filter((name) => name !== ''))]
  return told.length === 0 ? undefined : told.join(', ')
}
