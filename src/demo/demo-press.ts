// The invented press of demo/: its feeds, its pages and its two rounds. Reads the files as they are, mends nothing.
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { feedId } from '../core/article-identity.ts'
import type { Instant } from '../core/calendar.ts'
import type { Feed } from '../core/feed.ts'
import type { AnswerPress } from './loopback-press.ts'

/** Tuesday 17 March 2026, 08:00 in Paris: the hour of the edition. */
export const DEMO_NOW: Instant = Date.parse('2026-03-17T08:00:00+01:00')

/** When the demo reads its feeds: 06:30, and 07:45 with what has changed since. */
export const DEMO_ROUNDS: readonly [Instant, Instant] = [
  Date.parse('2026-03-17T06:30:00+01:00'),
  Date.parse('2026-03-17T07:45:00+01:00'),
]

export interface DemoPress {
  /** The publishers' host names. */
  readonly hosts: readonly string[]
  readonly feeds: readonly Feed[]
  /** Which state of the press is served; the first at the start. */
  readonly setRound: (round: 1 | 2) => void
  readonly answer: AnswerPress
}

const FOLDER = new URL('../../demo', import.meta.url)

/** Laid over the rest for the second round. */
const OVERLAY = 'round-2'

/** By extension, as ordinary servers send them. An address without one is a page. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.rdf': 'application/rdf+xml',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
}

/** Servers that say too little, too much, or what is not so. */
const ODD_CONTENT_TYPES: Readonly<Record<string, string>> = {
  // windows-1252, which only the document says.
  'ladepechedurhone.example/rss/actualites.xml': 'application/rss+xml',
  'ladepechedurhone.example/saint-alban-les-sources/faits-divers/une-lyceenne-m-a-tenu-la-main-48236.html':
    'text/html; charset=windows-1252',
  // windows-1252 as well, under the wrong name.
  'lejournaldeliege.example/rss/accueil.xml': 'text/xml; charset=ISO-8859-1',
  // UTF-8, whatever the header says.
  'antennemeuse.example/feed.xml': 'text/xml; charset=ISO-8859-1',
  'afriquemeridien.example/feed.json': 'application/feed+json',
  'leregistre.example/atom.xml': 'application/atom+xml; charset=utf-8',
  'radiorivage.example/atom.xml': 'application/atom+xml; charset=utf-8',
  // An apology where a feed should be, with the status of success.
  'lecourrierdesmarees.example/feed/actualites.xml': 'text/html; charset=utf-8',
}

const FEEDS: readonly Feed[] = [
  feed('lefanal.example/rss/une.xml', 'Le Fanal – À la une', 'Le Fanal', ''),
  feed('lefanal.example/rss/international.xml', 'Le Fanal – International', 'Le Fanal', 'International'),
  feed(
    'ladepechedurhone.example/rss/actualites.xml',
    'La Dépêche du Rhône',
    'La Dépêche du Rhône',
    'Régions',
  ),
  feed('radiorivage.example/atom.xml', 'Radio Rivage', 'Radio Rivage', 'Suisse'),
  feed('lejournaldeliege.example/rss/accueil.xml', 'Le Journal de Liège', 'Le Journal de Liège', 'Belgique'),
  feed('antennemeuse.example/feed.xml', 'Antenne Meuse', 'Antenne Meuse', 'Belgique'),
  feed('afriquemeridien.example/feed.json', 'Afrique Méridien', 'Afrique Méridien', 'Afrique'),
  feed('ondesinfos.example/titres.rss', 'Ondes Infos', 'Ondes Infos', ''),
  feed('leregistre.example/atom.xml', 'Le Registre', 'Le Registre', 'Économie'),
  feed('lechodesmarches.example/flux.rss', 'L’Écho des Marches', 'L’Écho des Marches', 'Régions'),
  feed('stadeetterrain.example/rss.xml', 'Stade & Terrain', 'Stade & Terrain', 'Sports'),
  feed(
    'boussoledessciences.example/index.rdf',
    'La Boussole des sciences',
    'La Boussole des sciences',
    'Sciences',
  ),
  feed(
    'lecourrierdesmarees.example/feed/actualites.xml',
    'Le Courrier des Marées',
    'Le Courrier des Marées',
    'Régions',
  ),
]

function feed(address: string, title: string, publisher: string, rubric: string): Feed {
  const url = `http://${address}`
  return { id: feedId(url), url, title, publisher, rubric, origin: 'file' }
}

/** The press of a folder `<host>/<path>`, the project's own when none is given. Throws when the folder is not there. */
export function demoPress(folder: string | URL = FOLDER): DemoPress {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder)
  const hosts = readdirSync(root).filter((name) => name !== OVERLAY)
  let round: 1 | 2 = 1
  return {
    hosts,
    feeds: FEEDS,
    setRound: (next) => {
      round = next
    },
    answer: (host, path) => {
      const name = fileNameOf(host, path, hosts)
      if (name === undefined) return undefined
      const body =
        (round === 2 ? readOptional(join(root, OVERLAY, name)) : undefined) ?? readOptional(join(root, name))
      return body === undefined ? undefined : { headers: { 'content-type': contentTypeOf(name) }, body }
    },
  }
}

/** `<host>/<path>` below the folder; undefined for a host that is not ours and for a path that is no path. */
function fileNameOf(host: string, path: string, hosts: readonly string[]): string | undefined {
  const url = URL.parse(path, `http://${host}`)
  // The URL has resolved `..` already; what is still encoded stays encoded and names no file.
  return url === null || !hosts.includes(host) ? undefined : `${host}${url.pathname}`
}

function contentTypeOf(name: string): string {
  return ODD_CONTENT_TYPES[name] ?? CONTENT_TYPES[posix.extname(name)] ?? 'application/octet-stream'
}

function readOptional(file: string): Uint8Array | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : undefined
}
