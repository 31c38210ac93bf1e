// What a page says of itself outside its text: title, date, address, signature. Never reads the article's paragraphs.
import type { Instant } from '../core/calendar.ts'
import { type Byline, readByline } from './agencies.ts'
import { readDate } from './dates.ts'
import { ADDRESS_LIMIT } from './links.ts'
import { foldSpaces } from './page-blocks.ts'
import { attributeOf, namesOf, type PageElement, rawText } from './page-tree.ts'
import type { PageWitnesses } from './page-witnesses.ts'
import { plainLine } from './plain-text.ts'

/** Pages without a zone are told in the time of Paris: most French-language publishers share it. */
const DEFAULT_ZONE = 'Europe/Paris'

/** The address that the page gives as its own, absolute, http or https. */
export function readCanonicalUrl({
  url,
  elements,
  metas,
}: Pick<PageWitnesses, 'url' | 'elements' | 'metas'>): string | undefined {
  const link = elements.find(
    (element) =>
      element.name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributeOf(element, 'rel') ?? ''),
  )
  const addresses = [link === undefined ? undefined : attributeOf(link, 'href'), metas.get('og:url')?.[0]]
  for (const address of addresses) {
    const absolute = address === undefined ? null : URL.parse(address, url)
    const isPage = absolute !== null && /^https?:$/.test(absolute.protocol)
    if (isPage && absolute.href.length <= ADDRESS_LIMIT) return absolute.href
  }
  return undefined
}

function folded(text: string): string {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}

/** No headline is longer, in characters; the longest of 60 real pages had 117. */
const TITLE_LIMIT = 1000

/** Decoded, whatever was escaped twice; without line breaks. */
function oneLine(text: string): string {
  return foldSpaces(plainLine(text.slice(0, TITLE_LIMIT)).replaceAll('\n', ' '))
}

/** Sites cut titles to fit; a cut title ends in dots. */
function isCut(title: string): boolean {
  return /(?:…|\.{3})$/.test(title)
}

/** The headline: JSON-LD, `og:title`, `h1`, `<title>`, microdata; a title cut short only when none is whole. `''` when none. */
export function readTitle(page: PageWitnesses): string {
  const { metas, elements, described, marked } = page
  const heading = mainHeading(page)
  const documentTitle = elements.find((element) => element.name === 'title')
  const told = [
    described?.headline,
    metas.get('og:title')?.[0],
    heading,
    metas.get('twitter:title')?.[0],
    documentTitle === undefined ? undefined : rawText(documentTitle),
    marked?.headline,
  ]
  const titles = told
    .map((title) => (title === undefined ? '' : oneLine(title)))
    .map((title) => withoutSite(title, heading, siteNames(page)))
    .filter((title) => title !== '')
  const [first] = titles
  if (first === undefined || !isCut(first)) return first ?? ''
  const start = folded(first)
  return (
    titles.find((title) => !isCut(title) && folded(title).startsWith(start)) ??
    titles.find((title) => !isCut(title)) ??
    first
  )
}

/** The `h1` that names the article: the one that the document's title repeats, else the last of those inside it. */
function mainHeading({ elements }: PageWitnesses): string | undefined {
  const documentTitle = elements.find((element) => element.name === 'title')
  const named = folded(documentTitle === undefined ? '' : rawText(documentTitle))
  const headings = elements
    .filter((element) => element.name === 'h1')
    .slice(0, 20)
    .map((element) => oneLine(rawText(element)))
    .filter((text) => text !== '')
  const repeated = headings.find((text) => named.startsWith(folded(text)) && folded(text).includes(' '))
  return repeated ?? headings.find((text) => folded(text).includes(' ')) ?? headings[0]
}

function siteNames({ url, metas }: PageWitnesses): ReadonlySet<string> {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? ''
  const names = [
    metas.get('og:site_name')?.[0] ?? '',
    metas.get('application-name')?.[0] ?? '',
    host,
    host.replace(/\.\w+$/, ''),
  ]
  return new Set(names.map((name) => folded(name).replaceAll(' ', '')).filter((name) => name !== ''))
}

/** `Titre - Rubrique - Le Phare` → `Titre`: what follows the last marks when it names the site, or when the h1 stops there. */
function withoutSite(title: string, heading: string | undefined, sites: ReadonlySet<string>): string {
  const parts = title.split(/(\s+[|–—•·»-]\s+)/u)
  for (let kept = parts.length - 2; kept > 0; kept -= 2) {
    const front = parts.slice(0, kept).join('')
    if (heading !== undefined && folded(front) === folded(heading)) return front.trim()
  }
  const last = folded(parts.at(-1) ?? '').replaceAll(' ', '')
  const isSite = parts.length > 2 && [...sites].some((site) => last === site || last === `${site}fr`)
  return isSite ? parts.slice(0, -2).join('').trim() : title
}

/** Names of `<meta>` that date a page, most trusted first. */
const DATE_METAS = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'og:published_time',
  'date.published',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'cxenseparse:recs:publishtime',
  'publish-date',
  'publication_date',
  'pubdate',
  'date',
]

/** When the article was published; a day with an hour is preferred to the same day without one. */
export function readPublication(page: PageWitnesses): Instant | undefined {
  const told = [
    page.described?.published,
    ...DATE_METAS.map((name) => page.metas.get(name)?.[0]),
    page.marked?.published,
  ]
  const dated = [...told, ...visibleDates(page.elements)].flatMap((text) => {
    const instant = text === undefined ? undefined : readDate(text, { zone: DEFAULT_ZONE })
    return text === undefined || instant === undefined ? [] : [{ instant, text }]
  })
  const [first] = dated
  if (first === undefined || !isDayAlone(first.text)) return first?.instant
  const exact = dated.find(({ text }) => !isDayAlone(text) && text.startsWith(first.text))
  return exact?.instant ?? first.instant
}

function isDayAlone(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** `<time>` and elements named after dates, those of the publication before those of updates. */
function visibleDates(elements: readonly PageElement[]): readonly string[] {
  const times = elements.filter(
    (element) => element.name === 'time' && !/update|modif|maj-/.test(namesOf(element)),
  )
  const named = elements.filter(
    (element) =>
      /^(?:p|div|span|abbr)$/.test(element.name) &&
      /-(?:date|dates|published|pubdate|dtpublished)-/.test(namesOf(element)),
  )
  return [...times.slice(0, 5), ...named.slice(0, 5)].map((element) => {
    const text = rawText(element).slice(0, 300)
    const visible =
      /(?:publié|posté|écrit)(?:e)?\s+(?:le\s+)?(.{6,60}?)(?:,?\s*(?:\(|mis à jour|modifié|[–—|•·])|$)/isu.exec(
        text,
      )?.[1]
    // SPIP and the microformat hAtom put the instant in the title of an abbreviation.
    const told =
      attributeOf(element, 'datetime') ??
      (element.name === 'abbr' ? attributeOf(element, 'title') : undefined)
    return told ?? visible ?? text.trim()
  })
}

/** Author and agency: JSON-LD, microdata, `<meta>`, then the signature shown. Names that are the site's own stay. */
export function readSignature(page: PageWitnesses): Byline {
  const metas = ['author', 'article:author', 'dc.creator', 'parsely-author', 'byl'].map((name) =>
    page.metas.get(name)?.join(', '),
  )
  const told = [
    page.described?.authors.join(', '),
    page.marked?.authors.join(', '),
    ...metas,
    ...shownSignatures(page.elements),
  ]
  const bylines = told
    .filter((text) => text !== undefined && text !== '' && !/^https?:\/\/\S+$/.test(text))
    .map((text) => readByline(plainLine(text ?? '')))
  const author = bylines.find((byline) => byline.author !== undefined)?.author
  const agency = bylines.find((byline) => byline.agency !== undefined)?.agency
  return { ...(author === undefined ? {} : { author }), ...(agency === undefined ? {} : { agency }) }
}

function shownSignatures(elements: readonly PageElement[]): readonly string[] {
  return elements
    .filter(
      (element) =>
        attributeOf(element, 'rel') === 'author' ||
        /-(?:byline|author|auteur|author-name|signature)-/.test(namesOf(element)),
    )
    .slice(0, 3)
    .map((element) => rawText(element).trim())
    .filter((text) => text !== '' && text.length <= 120)
}
