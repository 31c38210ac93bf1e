// What the test with two processes plays: a minute of the scene is a second, and every minute has its edition.
import { MINUTE, type Instant } from '../../src/core/calendar.ts'
import { rss, testDigest, testFeed, type TestItem } from './open-test-app.ts'

/** The scene begins here, half a minute before its first slot. */
export const BEGINS_AT: Instant = Date.parse('2026-03-17T07:59:30+01:00')
const SPEED = MINUTE / 1000

export const HOSTS = ['lavigie.example', 'lephare.example'] as const
export const FEEDS = HOSTS.map((host) => testFeed(`${host}/flux.xml`, host))

export const DIGEST = testDigest({
  name: 'minute',
  schedule: {
    days: [0, 1, 2, 3, 4, 5, 6],
    hours: Array.from({ length: 60 }, (_, minute) => `08:${String(minute).padStart(2, '0')}`),
    zone: 'Europe/Paris',
  },
  channels: ['console:terminal', 'console:bureau'],
  maxStories: 20,
})

/** Four processes and a server on two cores need their time: two and a half seconds for a minute. */
export const SHARING_SLOWNESS = 2.5

/** `slowness`: seconds that a minute of the scene takes. */
export function sceneTime(bornAt: number, wallNow: number, slowness = 1): Instant {
  return Math.floor(BEGINS_AT + ((wallNow - bornAt) * SPEED) / slowness)
}

/** One event each, so that each is a story. */
const NEWS = [
  ['Vernay', 'La passerelle de Vernay rouvrira vendredi à 6 heures, après dix mois de chantier.'],
  ['Marnes', 'Un phoque gris a remonté le fleuve et se repose sous le vieux pont de Marnes.'],
  ['Orpierre', 'Huit cents tonnes de roche ont coupé la route du col d’Orpierre, sans faire de blessé.'],
  ['Brienne', 'Le lycée de Brienne ouvrira en septembre une classe de lutherie, la première du département.'],
  ['Corbigny', 'La fromagerie de Corbigny cherche trente vachers avant les foins.'],
  ['Estaires', 'Une horloge volée en 1944 est revenue dimanche au beffroi d’Estaires.'],
  ['Fumel', 'Les pompiers de Fumel ont tiré un chevreuil d’une piscine couverte de glace.'],
  ['Limoux', 'Le carnaval de Limoux finira par un concert de vingt fanfares sur la place.'],
] as const

/** What a house has printed: its share of the news, all of it before the first edition. */
export const ITEMS: Readonly<Record<string, readonly TestItem[]>> = Object.fromEntries(
  HOSTS.map((host, which) => [
    host,
    NEWS.filter((_, number) => number % HOSTS.length === which).map(([town, sentence]) => ({
      guid: town,
      title: sentence.split(',', 1)[0] ?? town,
      link: `http://${host}/${town}`,
      date: new Date(BEGINS_AT - MINUTE).toUTCString(),
      text: `<p>${sentence}</p>`,
    })),
  ]),
)

export const answerScene = (host: string, path: string) =>
  path === '/flux.xml' ? rss(ITEMS[host] ?? []) : undefined
