// Publishers for a replay: each has a feed in its own format and a page for every article. Serves only what the clock has reached.
import { feedId } from '../src/core/article-identity.ts'
import { DAY, type Instant } from '../src/core/calendar.ts'
import type { Feed } from '../src/core/feed.ts'
import type { AnswerPress, PressAnswer } from '../src/demo/loopback-press.ts'
import { numberOf, type ReplayArticle } from './replay-articles.ts'

/** Six publishers, so that a story can have several and each format is read. */
const PUBLISHERS = ['rss', 'rss-complet', 'atom', 'json', 'rdf', 'rss-pages'] as const

type Format = (typeof PUBLISHERS)[number]

const FORMATS: ReadonlyMap<string, Format> = new Map(
  PUBLISHERS.map((format) => [`${format}.example`, format]),
)

export const REPLAY_FEEDS: readonly Feed[] = PUBLISHERS.map(feedOf)

/** Where the program finds the publishers: all on one port of this machine. */
export function replayRoutes(
  port: number,
): ReadonlyMap<string, { readonly host: string; readonly port: number }> {
  return new Map([...FORMATS.keys()].map((host) => [host, { host: '127.0.0.1', port }]))
}

/** What is at an address when the clock says `now`. */
export function replayPress(articles: readonly ReplayArticle[], now: () => Instant): AnswerPress {
  const shelves = Map.groupBy(articles, formatOf)
  return (host, path) => {
    const format = FORMATS.get(host)
    if (format === undefined) return undefined
    const out = (shelves.get(format) ?? []).filter(({ publishedAt }) => publishedAt <= now())
    if (path === '/flux')
      return document(format, out.filter(({ publishedAt }) => publishedAt > now() - DAY).toReversed())
    const article = out.find(({ id }) => path === `/articles/${id}`)
    return article === undefined ? undefined : page(format, article)
  }
}

function formatOf({ id }: ReplayArticle): Format {
  return PUBLISHERS[numberOf(`éditeur ${id}`) % PUBLISHERS.length] ?? 'rss'
}

function feedOf(format: Format): Feed {
  const url = `http://${format}.example/flux`
  return {
    id: feedId(url),
    url,
    title: `Flux ${format}`,
    publisher: `Éditeur ${format}`,
    rubric: '',
    origin: 'file',
  }
}

function document(format: Format, articles: readonly ReplayArticle[]): PressAnswer {
  const body =
    format === 'json' ? jsonFeed(articles) : format === 'atom' ? atom(articles) : rss(format, articles)
  const type = format === 'json' ? 'application/feed+json' : 'application/xml; charset=utf-8'
  return { headers: { 'content-type': type }, body: Buffer.from(body) }
}

export function addressOf(article: ReplayArticle): string {
  return `http://${formatOf(article)}.example/articles/${article.id}`
}

function rss(format: Format, articles: readonly ReplayArticle[]): string {
  const items = articles.map((article) => {
    const full =
      format === 'rss-complet'
        ? `<content:encoded>${escaped(paragraphs(article.text))}</content:encoded>`
        : ''
    return `<item><title>${escaped(article.title)}</title><link>${addressOf(article)}</link><guid isPermaLink="false">${article.id}</guid><pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate><description>${escaped(escaped(article.summary))}</description>${full}</item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${format}</title><link>http://${format}.example/</link><description>-</description>${items.join('')}</channel></rss>`
}

function atom(articles: readonly ReplayArticle[]): string {
  const entries = articles.map(
    (article) =>
      `<entry><id>urn:article:${article.id}</id><title>${escaped(article.title)}</title><link href="${addressOf(article)}"/><published>${new Date(article.publishedAt).toISOString()}</published><summary>${escaped(article.summary)}</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>atom</title><id>urn:flux:atom</id>${entries.join('')}</feed>`
}

function jsonFeed(articles: readonly ReplayArticle[]): string {
  const items = articles.map((article) => ({
    id: article.id,
    url: addressOf(article),
    title: article.title,
    summary: article.summary,
    content_html: paragraphs(article.text),
    date_published: new Date(article.publishedAt).toISOString(),
  }))
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'json', items })
}

/** Half of the publishers describe their pages with JSON-LD, half do not. */
function page(format: Format, article: ReplayArticle): PressAnswer {
  const described = format === 'rss' || format === 'rdf'
  const record = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: new Date(article.publishedAt).toISOString(),
    articleBody: article.text,
  }).replaceAll('<', String.raw`\u003c`)
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(article.title)}</title>${described ? `<script type="application/ld+json">${record}</script>` : ''}</head><body><nav><a href="/">Accueil</a></nav><main><article><h1>${escaped(article.title)}</h1>${paragraphs(article.text)}</article></main><footer>Mentions légales</footer></body></html>`
  return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from(html) }
}

function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
