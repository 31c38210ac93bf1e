// Small feeds of our own in every format, ways to damage them, and a count of items that shares nothing with the reader.

interface OwnFeed {
  readonly name: string
  readonly text: string
}

const TOWNS = ['Quimper', 'Namur', 'Sion', 'Rimouski', 'Thiès', 'Nîmes', 'Dinant', 'Bouaké', 'Vevey', 'Gaspé']

/** One feed of ten articles in each format. */
export function ownFeeds(): readonly OwnFeed[] {
  return [
    { name: 'RSS 2.0', text: rss },
    { name: 'RSS 1.0', text: rdf },
    { name: 'Atom', text: atom },
    { name: 'plan du site', text: sitemap },
    { name: 'JSON Feed', text: json },
  ]
}

const each = (write: (town: string, number: number) => string): string =>
  TOWNS.map((town, at) => write(town, at + 1)).join('\n')

const DAY = '2026-03-17T08:00:00+01:00'
const address = (number: number): string => `https://lecourrier.example/articles/${number}`

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Courrier</title>
<link>https://lecourrier.example/</link><description>L’actualité d’à côté</description>
${each(
  (town, number) => `<item><title>À ${town}, le marché &amp; la foire</title><link>${address(number)}</link>
<guid isPermaLink="false">a${number}</guid><pubDate>Tue, 17 Mar 2026 08:00:00 +0100</pubDate>
<description><![CDATA[<p>À ${town}, les étals rouvrent.</p>]]></description>
<content:encoded><![CDATA[<p>Les étals rouvrent : « enfin », dit-on à ${town}.</p><!-- fin -->]]></content:encoded></item>`,
)}
</channel></rss>`

const rdf = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://lecourrier.example/rdf"><title>Le Courrier</title><link>https://lecourrier.example/</link></channel>
${each(
  (town, number) => `<item rdf:about="${address(number)}"><title>Le marché de ${town}</title>
<link>${address(number)}</link><dc:date>${DAY}</dc:date><description>Les étals rouvrent à ${town}.</description></item>`,
)}
</rdf:RDF>`

const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Le Courrier</title><link href="https://lecourrier.example/"/><updated>${DAY}</updated>
${each(
  (
    town,
    number,
  ) => `<entry><title type="html">Le marché de ${town}</title><link rel="alternate" href="${address(number)}"/>
<id>tag:lecourrier.example,2026:${number}</id><published>${DAY}</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Les étals rouvrent à ${town}.</p></div></content></entry>`,
)}
</feed>`

const sitemap = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${each(
  (
    town,
    number,
  ) => `<url><loc>${address(number)}</loc><news:news><news:publication><news:name>Le Courrier</news:name>
<news:language>fr</news:language></news:publication><news:publication_date>${DAY}</news:publication_date>
<news:title>Le marché de ${town}</news:title></news:news></url>`,
)}
</urlset>`

const json = JSON.stringify(
  {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Le Courrier',
    items: TOWNS.map((town, at) => ({
      id: `a${at + 1}`,
      url: address(at + 1),
      title: `Le marché de ${town}`,
      content_html: `<p>Les étals rouvrent à « ${town} ».</p>`,
      date_published: DAY,
    })),
  },
  undefined,
  1,
)

type Damage = (body: Buffer, at: number) => Buffer

const replaced = (body: Buffer, at: number, length: number, by: string): Buffer =>
  Buffer.concat([body.subarray(0, at), Buffer.from(by, 'latin1'), body.subarray(at + length)])

/** What is left of a file has fewer items than the file had. */
export const LOSSES: readonly (readonly [string, Damage])[] = [
  ['coupé', (body, at) => body.subarray(0, at)],
  ['le début manque', (body, at) => body.subarray(at)],
]

/** What happens to files on their way and takes no item away, by name. */
export const DAMAGES: readonly (readonly [string, Damage])[] = [
  ['un octet perdu', (body, at) => replaced(body, at, 1, '')],
  ['vingt octets perdus', (body, at) => replaced(body, at, 20, '')],
  ['un octet faussé', (body, at) => replaced(body, at, 1, '\u00E9')],
  ['un octet nul', (body, at) => replaced(body, at, 1, '\0')],
  ['« < » en trop', (body, at) => replaced(body, at, 0, '<')],
  ['« & » en trop', (body, at) => replaced(body, at, 0, '&')],
  ['« " » en trop', (body, at) => replaced(body, at, 0, '"')],
  ['« <![CDATA[ » en trop', (body, at) => replaced(body, at, 0, '<![CDATA[')],
  ['« <!-- » en trop', (body, at) => replaced(body, at, 0, '<!--')],
]

/** Items that a file begins, outside sections and comments; of a JSON Feed those that its JSON has, while it is any. */
export function countItems(text: string): number {
  if (/^\s*\{/.test(text))
    return /"items"\s*:\s*\[/.test(text) ? (text.match(/\{\s*"id"\s*:/g)?.length ?? 0) : 0
  const visible = text.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '')
  const isSitemap = /<urlset\b|<news:news\b/.test(visible)
  return visible.match(isSitemap ? /<news:news[\s>]/gi : /<(?:item|entry)[\s>/]/gi)?.length ?? 0
}
