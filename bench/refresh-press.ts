// The publishers of the refresh bench, in a process of their own: many feeds behind 50 ms of latency. Reads no feed.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { MINUTE } from '../src/core/calendar.ts'
import { createRenamer } from './question-renamer.ts'
import {
  hostOf,
  type Ill,
  illOf,
  type PressMessage,
  type PressOrder,
  type PressPlan,
} from './refresh-plan.ts'

/** From the last byte of a request to the first of its answer, in milliseconds: what the measure asks for. */
const LATENCY_MILLISECONDS = 50

/** What a feed of the ill kind `large` sends, in bytes. */
const LARGE_BYTES = 200_000_000

/** Two feeds in five give the whole text, the others an abstract and a page. */
const [WITH_TEXT, OF] = [2, 5]

const ARTICLE = z.object({ title: z.string(), lead: z.string().default(''), text: z.string() })
type Story = z.output<typeof ARTICLE>

const plan: PressPlan = JSON.parse(process.argv[2] ?? '')
const stories = readStories()
const rename = renamerOf(stories)
/** What pours: words, bytes at random, and tags of items that hold nothing. */
const NOISE = ['Ceci n’est pas un flux. ', randomBytes(64), '<item><title>Encore</title></item>'].map(
  (piece) => repeated(Buffer.from(piece)),
)
const HEAD = Buffer.from('<rss version="2.0"><channel><title>Tout</title>')

let edition = 0
let ills: readonly Ill[] = []
let answered = 0
let mostAtOnce = 0
const underWay = new Map<string, number>()
/** Compressed before anybody asks: what a publisher's own machine does is not measured. */
let documents = press()

function readStories(): readonly Story[] {
  return gunzipSync(readFileSync(plan.articles))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ARTICLE.parse(JSON.parse(line)))
}

/** Whatever is written with a capital gets another name each time an article is told again. */
function renamerOf(told: readonly Story[]): ReturnType<typeof createRenamer> {
  const texts = told.flatMap(({ title, lead, text }) => [title, lead, text])
  const capitals = new Set(texts.flatMap((text) => text.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? []))
  return createRenamer([...capitals], texts)
}

interface Item {
  readonly link: string
  readonly title: string
  readonly lead: string
  readonly text: string
}

function itemOf(place: number, order: number): Item {
  const number = (order * plan.feedCount + place) * 7919
  const story = stories[number % stories.length]
  if (story === undefined) throw new Error(`${plan.articles} holds no article`)
  const renamed = rename(1 + Math.floor(number / stories.length))
  const [title = '', lead = '', text = ''] = [story.title, story.lead, story.text].map((words) =>
    renamed(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  )
  return { link: `http://${hostOf(place)}/articles/${place}-${order}`, title, lead, text }
}

function press(): readonly Buffer[] {
  return Array.from({ length: plan.feedCount }, (_, place) => gzipSync(documentOf(place), { level: 1 }))
}

/** The newest items first. */
function documentOf(place: number): string {
  const newest = plan.itemsPerFeed + edition * plan.newPerEdition - 1
  const items = Array.from({ length: plan.itemsPerFeed }, (_, back) => itemElement(place, newest - back))
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Flux ${place}</title><link>http://${hostOf(place)}/</link><description>Mesure</description><language>fr</language>
${items.join('\n')}
</channel></rss>`
}

function itemElement(place: number, order: number): string {
  const { link, title, lead, text } = itemOf(place, order)
  const minutes = (order + 1 - plan.itemsPerFeed) * plan.minutesApart - (place % plan.minutesApart)
  const published = new Date(plan.now + minutes * MINUTE).toUTCString()
  const content = place % OF < WITH_TEXT ? `<content:encoded>${text}</content:encoded>` : ''
  return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${place}-${order}</guid><pubDate>${published}</pubDate><description>${lead}</description>${content}</item>`
}

/** With what surrounds an article elsewhere. */
function pageOf(place: number, order: number): string {
  const { link, title, lead, text } = itemOf(place, order)
  const paragraphs = text.split(/(?<=[.!?»"])(?=\p{Lu})/u).map((words) => `<p>${words}</p>`)
  const links = Array.from({ length: 40 }, (_, at) => `<li><a href="/rubrique/${at}">Rubrique ${at}</a></li>`)
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title><link rel="canonical" href="${link}"><meta property="og:title" content="${title.replaceAll('"', '&quot;')}"></head>
<body><nav><ul>${links.join('')}</ul></nav><main><article><h1>${title}</h1><p class="chapo">${lead}</p>${paragraphs.join('\n')}</article></main><footer><ul>${links.join('')}</ul></footer></body></html>`
}

interface Asked {
  readonly host: string
  readonly path: string
  readonly known: string | undefined
  readonly isGzipTaken: boolean
}

function respond({ host, path, known, isGzipTaken }: Asked, response: ServerResponse): void {
  const [, folder, place = '', order] = /^\/(flux|articles)\/(\d+)(?:-(\d+))?$/.exec(path) ?? []
  if (folder === undefined || hostOf(Number(place)) !== host) return void response.writeHead(404).end()
  if (folder === 'articles') {
    const page = pageOf(Number(place), Number(order))
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  }
  const ill = illOf(Number(place), ills)
  if (ill === 'hanging') return
  if (ill === 'garbage')
    return pour(response, NOISE[Number(place) % NOISE.length] ?? HEAD, Number.POSITIVE_INFINITY)
  if (ill === 'large')
    return pour(response, repeated(Buffer.from(itemElement(Number(place), 0))), LARGE_BYTES)
  const etag = `"${place}-${edition}"`
  if (known === etag) return void response.writeHead(304, { etag }).end()
  const type = 'application/rss+xml; charset=utf-8'
  const document = documents[Number(place)] ?? Buffer.alloc(0)
  response.writeHead(200, { etag, 'content-type': type, ...(isGzipTaken && { 'content-encoding': 'gzip' }) })
  response.end(isGzipTaken ? document : gunzipSync(document))
}

/** 100 kB at a time. */
function repeated(piece: Buffer): Buffer {
  return Buffer.alloc(Math.max(100_000, piece.length), piece)
}

/** As fast as it is taken. */
function pour(response: ServerResponse, filler: Buffer, bytes: number): void {
  response.writeHead(200, { 'content-type': 'application/rss+xml' })
  if (bytes === LARGE_BYTES) response.write(HEAD)
  let sent = 0
  const go = (): void => {
    while (sent < bytes && !response.destroyed) {
      sent += filler.length
      if (!response.write(filler)) return void response.once('drain', go)
    }
    response.end()
  }
  go()
}

function tell(message: PressMessage): void {
  process.send?.(message)
}

process.on('message', (order: PressOrder) => {
  const asked = { kind: 'turned', answered, mostAtOnce } as const
  answered = 0
  mostAtOnce = 0
  ;({ ills } = order)
  if (order.editions > 0) {
    edition += order.editions
    documents = press()
  }
  tell(asked)
})
process.on('disconnect', () => process.exit())

const server = createServer(async (request, response) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  answered++
  const atOnce = (underWay.get(host) ?? 0) + 1
  underWay.set(host, atOnce)
  mostAtOnce = Math.max(mostAtOnce, atOnce)
  response.on('close', () => underWay.set(host, (underWay.get(host) ?? 1) - 1))
  await wait(LATENCY_MILLISECONDS)
  const { 'if-none-match': known, 'accept-encoding': taken = '' } = request.headers
  const isGzipTaken = taken.includes('gzip')
  respond({ host, path: request.url ?? '/', known, isGzipTaken }, response)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  tell({ kind: 'ready', port: address !== null && typeof address === 'object' ? address.port : 0 })
})
