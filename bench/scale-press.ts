// Pages of the articles that a feed only announces, as heavy as those of a real paper. Serves what it was given, reads nothing.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ArticleDraft } from '../src/core/article.ts'
import type { Route } from '../src/feeds/addresses.ts'

/** Two feeds in five give the whole text, the others an abstract and a page (findings, feeds). */
const [WITH_TEXT, OF] = [2, 5]

/** Characters of the abstract. */
const ABSTRACT = 160

/** Pages of the papers at hand have 55 to 63 kB, a tenth of it the article. */
const [LINKS, SCRIPT] = [330, 9_000]

/** Each article is of another host: no publisher's patience is measured. */
const HOSTS = 20_000
const hostOf = (number: number): string => `a${number % HOSTS}.pressoir.example`

export interface Press {
  readonly port: number
  /** The draft as its feed brings it, and whether its page is wanted. */
  announced(draft: ArticleDraft): { readonly draft: ArticleDraft; readonly wantsPage: boolean }
  stop(): void
}

/** Where whoever reads finds these hosts. */
export const routesTo = (port: number): ReadonlyMap<string, Route> =>
  new Map(Array.from({ length: HOSTS }, (_, number) => [hostOf(number), { host: '127.0.0.1', port }]))

export async function openPress(): Promise<Press> {
  const pages = new Map<string, Buffer>()
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(url)
    pages.delete(url)
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  let count = 0
  return {
    port,
    announced: (draft) => {
      const number = count++
      if (number % OF < WITH_TEXT) return { draft, wantsPage: false }
      const path = `/${number}/${draft.url.split('/').at(-1) ?? ''}`
      const url = `http://${hostOf(number)}${path}`
      pages.set(path, Buffer.from(pageOf(draft)))
      return { draft: { ...draft, url, lead: draft.body.slice(0, ABSTRACT), body: '' }, wantsPage: true }
    },
    stop: () => server.close().closeAllConnections(),
  }
}

const NAVIGATION = Array.from(
  { length: LINKS },
  (_, at) =>
    `<li class="menu__item"><a href="/rubrique/${at}" title="Rubrique n° ${at}">Rubrique ${at}</a></li>`,
).join('')
const SCRIPTS = `<script>window.donnees = ${JSON.stringify('x'.repeat(SCRIPT))}</script>`

function pageOf({ title, body }: ArticleDraft): string {
  const [heading, text] = [title, body].map(escaped)
  const paragraphs = (text ?? '').split(/\n+/u).map((words) => `<p class="corps">${words}</p>`)
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${heading}</title>${SCRIPTS}</head>
<body><nav><ul>${NAVIGATION}</ul></nav><main><article><h1>${heading}</h1>${paragraphs.join('\n')}</article></main>
<footer>${SCRIPTS}<ul>${NAVIGATION}</ul></footer></body></html>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
