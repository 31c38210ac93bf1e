// What becomes known on the Wednesday of the transcript, and a list of feeds that somebody has; all of it invented.
import type { Instant } from '../src/core/calendar.ts'
import type { PressAnswer } from '../src/demo/loopback-press.ts'

interface LateArticle {
  /** Where the feed is, host and path. */
  readonly feed: string
  readonly title: string
  readonly at: Instant
  readonly paragraphs: readonly string[]
}

const LATE: readonly LateArticle[] = [
  {
    feed: 'lefanal.example/rss/international.xml',
    title: 'Le « Sveti Roko » quittera Hippone vendredi, annonce Elena Marković',
    at: Date.parse('2026-03-18T13:50:00+01:00'),
    paragraphs: [
      'Le chalutier « Sveti Roko », immobilisé à Hippone depuis le 21 novembre, reprendra la mer vendredi matin, a annoncé mercredi la ministre illyrienne des Affaires étrangères, Elena Marković.',
      'La caution de 1,8 million d’euros exigée par la Numidie a été versée mardi soir par une mutuelle de pêcheurs. « Le bateau rentre, les ferries suivront », a-t-elle dit à Salone.',
      'Les neuf marins sont attendus samedi au port, où leur place est restée vide tout l’hiver.',
    ],
  },
  {
    feed: 'ondesinfos.example/titres.rss',
    title: 'Le chalutier « Sveti Roko » autorisé à quitter Hippone vendredi',
    at: Date.parse('2026-03-18T13:58:00+01:00'),
    paragraphs: [
      'La Numidie laisse partir le chalutier « Sveti Roko » : il pourra quitter le port d’Hippone vendredi, après quatre mois d’immobilisation, a indiqué mercredi Elena Marković, la ministre illyrienne des Affaires étrangères.',
      'Les garde-côtes numides l’escorteront jusqu’au banc des Sirènes. L’équipage se porte bien, selon le médecin qui l’a vu lundi.',
    ],
  },
  {
    feed: 'radiorivage.example/atom.xml',
    title: 'Hippone rend le «Sveti Roko» et ses neuf marins',
    at: Date.parse('2026-03-18T14:20:00+01:00'),
    paragraphs: [
      "Le «Sveti Roko» quittera Hippone vendredi à l'aube, ont confirmé Elena Marković et la capitainerie. Le chalutier illyrien y était retenu depuis le 21 novembre.",
      "À Salone, les familles des neuf marins ont prévu d'allumer des lampes sur la jetée. La reprise des ferries, elle, n'a toujours pas de date.",
    ],
  },
]

/** The feed as it stands once it has something new; undefined before. */
export function lateNews(host: string, path: string, now: Instant): PressAnswer | undefined {
  const items = LATE.filter(({ feed, at }) => feed === `${host}${path}` && at <= now)
  return items.length === 0 ? undefined : document('application/rss+xml', rss(host, items))
}

function rss(host: string, items: readonly LateArticle[]): string {
  const written = items.map(
    ({ title, at, paragraphs }) =>
      `<item><title>${title}</title><link>http://${host}/2026/03/18/sveti-roko.html</link>` +
      `<pubDate>${new Date(at).toUTCString()}</pubDate><description>${paragraphs[0] ?? ''}</description>` +
      `<content:encoded><![CDATA[${paragraphs.map((each) => `<p>${each}</p>`).join('')}]]></content:encoded></item>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" ' +
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
    `<title>${host}</title><link>http://${host}/</link>${written.join('')}</channel></rss>`
  )
}

/** Feeds that somebody followed elsewhere: two are new, one is followed here, and one line says nothing. */
export function feedList(host: string): PressAnswer {
  const line = (title: string, file: string): string =>
    `<outline type="rss" text="${title}" xmlUrl="http://${host}/${file}"/>\n`
  return document(
    'text/x-opml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head><title>Sports d’hiver</title></head>\n' +
      `<body>\n<outline text="Montagne">\n${line('Stade &amp; Terrain – Ski', 'ski.xml')}` +
      `${line('Stade &amp; Terrain – Biathlon', 'biathlon.xml')}<outline text="Le Refuge"/>\n` +
      `<outline type="rss" text="Les Cimes" xmlUrl=""/>\n</outline>\n${line('Stade &amp; Terrain', 'rss.xml')}` +
      '</body>\n</opml>\n',
  )
}

function document(mediaType: string, text: string): PressAnswer {
  return {
    headers: { 'content-type': `${mediaType}; charset=utf-8` },
    body: new TextEncoder().encode(text),
  }
}
