// What the kill test plays: three publishers that print an article every few minutes, and a digest an hour.
import { feedId } from '../../src/core/article-identity.ts'
import { HOUR, MINUTE, type Instant } from '../../src/core/calendar.ts'
import type { Digest } from '../../src/core/digest.ts'
import type { Feed } from '../../src/core/feed.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'

/** The day begins here; a second of the test is eight minutes of the scene. */
const BEGINS_AT = Date.parse('2026-03-17T05:30:00+01:00')
const SPEED = (8 * MINUTE) / 1000

/** An article every six minutes, for ten hours at most. */
const ARTICLE_EVERY = 6 * MINUTE
const SCENE_HOURS = 10

export const KILL_HOSTS = ['un.example', 'deux.example', 'trois.example'] as const

export const KILL_FEEDS: readonly Feed[] = KILL_HOSTS.map((host) => {
  const url = `http://${host}/flux.xml`
  return {
    id: feedId(url),
    url,
    title: `Flux ${host}`,
    publisher: `Éditeur ${host}`,
    rubric: '',
    origin: 'file',
  }
})

export const KILL_DIGEST: Digest = {
  name: 'heure',
  title: 'La revue de l’heure',
  schedule: {
    days: [0, 1, 2, 3, 4, 5, 6],
    hours: Array.from({ length: 18 }, (_, hour) => `${String(hour + 5).padStart(2, '0')}:00`),
    zone: 'Europe/Paris',
  },
  channels: ['console:terminal'],
  feeds: [],
  rubrics: [],
  withWords: [],
  withoutWords: [],
  // Whatever was missed while the program was dead comes in one edition, and none of it may be cut.
  maxStories: 200,
  maxWords: 60,
  onEmpty: 'say',
}

export function simulatedNow(bornAt: number, wallNow: number): Instant {
  return Math.floor(BEGINS_AT + (wallNow - bornAt) * SPEED)
}

/** Distinct words for each article, so that no two of them are one story or one reprint. */
const TOWNS = [
  'Vernay',
  'Marnes',
  'Orpierre',
  'Sallanches',
  'Brienne',
  'Corbigny',
  'Dolmayrac',
  'Estaires',
  'Fumel',
  'Guéret',
]
const THINGS = [
  'la piscine',
  'le musée',
  'la gare',
  'le marché',
  'la caserne',
  'le lycée',
  'la bibliothèque',
  'le stade',
  'la mairie',
  'le théâtre',
]

export interface SceneArticle {
  readonly url: string
  readonly host: string
  readonly publishedAt: Instant
  readonly title: string
  readonly sentence: string
}

export const SCENE: readonly SceneArticle[] = Array.from(
  { length: (SCENE_HOURS * HOUR) / ARTICLE_EVERY },
  (_, number) => {
    const host = KILL_HOSTS[number % KILL_HOSTS.length] ?? 'un.example'
    const town = TOWNS[number % TOWNS.length] ?? ''
    const thing = THINGS[Math.floor(number / TOWNS.length) % THINGS.length] ?? ''
    return {
      url: `http://${host}/articles/${number}`,
      host,
      publishedAt: BEGINS_AT + number * ARTICLE_EVERY,
      title: `${town} : ${thing} ferme pour travaux`,
      sentence: `À ${town}, ${thing} fermera ses portes lundi pour une durée de ${number + 3} semaines, a annoncé la municipalité.`,
    }
  },
)

/** Each feed shows all that its publisher has printed so far. */
export function answerScene(host: string, path: string, now: Instant): PressAnswer | undefined {
  if (path !== '/flux.xml') return undefined
  const items = SCENE.filter((article) => article.host === host && article.publishedAt <= now).map(
    ({ url, title, sentence, publishedAt }) =>
      `<item><guid>${url}</guid><link>${url}</link><title>${title}</title><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><description>${title}</description><content:encoded><![CDATA[<p>${sentence}</p><p>Les habitants avaient été prévenus par courrier au mois de février, selon le service technique.</p><p>${title}.</p>]]></content:encoded></item>`,
  )
  const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${host}</title><link>http://${host}/</link><description>-</description>${items.join('')}</channel></rss>`
  return { headers: { 'content-type': 'application/rss+xml; charset=utf-8' }, body: Buffer.from(xml) }
}
