// What mutations begin with: feeds and pages of every shape, written for these tests. Reads the larger corpus where there is one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** In every script of the pages; whoever finds it in a text has read code. */
export const CODE_WORD = 'codeDuScript'

const FIRST = 'Le conseil municipal de Valmer a adopté mardi soir le budget du port, par 23 voix contre 12.'
const SECOND =
  'La maire, Jeanne Corvin, a défendu « un effort sans précédent » pour les quais et les ferries.'

export const FEEDS: readonly string[] = [
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Phare</title><link>https://lephare.example/</link><description>Valmer &amp; l’estuaire</description><language>fr</language><ttl>30</ttl><item><title>Budget du port : c’est voté</title><link>https://lephare.example/budget?utm_source=rss</link><guid isPermaLink="false">phare-1</guid><pubDate>Tue, 10 Mar 2026 08:15:00 +0100</pubDate><dc:creator>Anne Lorme</dc:creator><description>&lt;p&gt;${FIRST}&lt;/p&gt;</description><content:encoded><![CDATA[<p>${FIRST}</p><p>${SECOND}</p>]]></content:encoded></item><item><title><![CDATA[Ferries : <b>reprise</b> vendredi]]></title><link>https://lephare.example/ferries</link><pubDate>lun., 09 mars 2026 18:00</pubDate></item></channel></rss>`,
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://canal.example/"><title>Le Canal</title><link rel="alternate" href="/"/><id>tag:canal.example,2026:flux</id><updated>2026-03-10T08:00:00Z</updated><entry><title type="html">L&amp;#8217;écluse rouvre</title><link href="ecluse.html"/><id>tag:canal.example,2026:1</id><published>2026-03-10T07:00:00+01:00</published><updated>2026-03-10T07:30:00+01:00</updated><author><name>Paul Vidal</name></author><summary>${SECOND}</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${FIRST}</p></div></content></entry></feed>`,
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://quai.example/"><title>Le Quai</title><link>https://quai.example/</link></channel><item rdf:about="https://quai.example/1"><title>Marée de vives-eaux</title><link>https://quai.example/1</link><dc:date>2026-03-10</dc:date><description>${FIRST}</description></item></rdf:RDF>`,
  `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lieu "Valmer"><!ENTITY eacute "&#233;">]><rss version="0.92"><channel><title>&lieu;</title><item><title>&Eacute;t&eacute; &agrave; &lieu;</title><link>https://lephare.example/ete</link></item></channel></rss>`,
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Le Môle',
    home_page_url: 'https://mole.example/',
    language: 'fr',
    items: [
      {
        id: '1',
        url: 'https://mole.example/1',
        title: 'Grève au môle',
        content_html: `<p>${FIRST}</p>`,
        date_published: '2026-03-10T08:00:00+01:00',
        authors: [{ name: 'Anne Lorme' }],
        tags: ['port'],
      },
      { id: 2, title: 'Brève', content_text: `${FIRST}\n\n${SECOND}` },
    ],
  }),
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://lephare.example/a</loc><news:news><news:publication><news:name>Le Phare</news:name><news:language>fr</news:language></news:publication><news:publication_date>2026-03-10</news:publication_date><news:title>Budget voté</news:title></news:news></url></urlset>`,
]

const SCRIPT = `<script>var ${CODE_WORD} = "<p>" + 1</script><style>.${CODE_WORD}{}</style>`

export const PAGES: readonly string[] = [
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Budget du port - Le Phare</title><meta property="og:title" content="Budget du port"><meta property="article:published_time" content="2026-03-10T08:15:00+01:00"><meta name="author" content="Anne Lorme avec AFP"><link rel="canonical" href="https://lephare.example/budget"><link rel="alternate" type="application/rss+xml" title="Le Phare" href="/rss.xml">${SCRIPT}</head><body><nav><a href="/flux">Flux RSS</a></nav><article><h1>Budget du port</h1><p class="chapo"><strong>${SECOND}</strong></p><p>${FIRST}</p><p>À lire aussi : <a href="/x">les ferries</a></p><p>${SECOND}</p><figure><figcaption>Le port. © Le Phare</figcaption></figure><p>${FIRST} (AFP)</p></article><footer>Le Phare</footer></body></html>`,
  `<html><head><title>Écluse</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"L’écluse rouvre","datePublished":"2026-03-10","author":{"@type":"Person","name":"Paul Vidal"},"articleBody":"${FIRST} ${SECOND}","isAccessibleForFree":true}]}</script>${SCRIPT}</head><body><div class="content"><h1>L’écluse rouvre</h1><div>${FIRST}<br><br>${SECOND}</div></div></body></html>`,
  `<html><body><div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Marée</h1><span itemprop="author" itemscope><b itemprop="name">Anne Lorme</b></span><time itemprop="datePublished" datetime="2026-03-10">10 mars</time><div itemprop="articleBody"><p>${FIRST}</p><p>${SECOND}</p></div></div>${SCRIPT}<table><tr><td><p>${SECOND}<td>x</table></body></html>`,
]

const SHARED = join(import.meta.dirname, '../../../../shared/data')

interface Row {
  readonly body_base64?: string
  readonly html?: string
}

function read(path: string): readonly string[] {
  const file = join(SHARED, path)
  if (!existsSync(file)) return []
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
  return lines.flatMap((line) => {
    const { body_base64: body, html }: Row = JSON.parse(line)
    return body === undefined ? (html ?? []) : Buffer.from(body, 'base64').toString('latin1')
  })
}

/** Documents of the wild, beside the worktree and never in it; none where they are not. */
export const wildFeeds = (): readonly string[] => read('feeds/dev.jsonl.gz')
export const wildPages = (): readonly string[] => read('pages/orange-60.jsonl.gz')
