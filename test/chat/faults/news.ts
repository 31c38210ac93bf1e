// What two publishers print in the fault tests: five events a day or twenty, one article each. Invented from end to end.
import { DAY, HOUR, type Instant } from '../../../src/core/calendar.ts'
import type { PressAnswer } from '../../../src/demo/loopback-press.ts'
import { rss, testDigest, testFeed } from '../../services/open-test-app.ts'

/** The first morning. */
export const MORNING: Instant = Date.parse('2026-03-17T08:00:00+01:00')

export const HOSTS = ['lavigie.example', 'lephare.example'] as const
export const FEEDS = HOSTS.map((host) => testFeed(`${host}/flux.xml`, host))

/** One event a sentence, so that each is a story. */
const DAYS = [
  [
    ['vernay', 'La passerelle de Vernay rouvrira vendredi à 6 heures, après dix mois de chantier.'],
    ['marnes', 'Un phoque gris a remonté le fleuve et se repose sous le vieux pont de Marnes.'],
    ['orpierre', 'Huit cents tonnes de roche ont coupé la route du col d’Orpierre, sans faire de blessé.'],
    ['brienne', 'Le lycée de Brienne ouvrira en septembre une classe de lutherie pour vingt élèves.'],
    ['corbigny', 'La fromagerie de Corbigny cherche trente vachers avant les foins.'],
  ],
  [
    ['estaires', 'Une horloge volée en 1944 est revenue dimanche au beffroi d’Estaires.'],
    ['fumel', 'Les pompiers de Fumel ont tiré un chevreuil d’une piscine couverte de glace.'],
    ['limoux', 'Le carnaval de Limoux finira par un concert de vingt fanfares sur la place.'],
    ['sallanches', 'Un téléphérique neuf reliera Sallanches aux alpages dès le mois de juin.'],
    ['dolmayrac', 'Les vignerons de Dolmayrac arrachent douze hectares de ceps gelés en avril.'],
  ],
] as const

interface PrintedEvent {
  readonly town: string
  readonly title: string
  readonly sentence: string
  readonly at: Instant
}

/** Each day's events are printed an hour before its edition. */
const FEW: readonly PrintedEvent[] = DAYS.flatMap((events, day) =>
  events.map(([town, sentence]) => ({
    town,
    title: sentence.split(',', 1)[0] ?? town,
    sentence,
    at: MORNING + day * DAY - HOUR,
  })),
)

/** Twenty of one day, told in so many words that they have nothing in common. */
const SHORT = [
  'Vernay inaugure sa piscine couverte',
  'Un musée du sabot ouvre à Marnes',
  'La gare d’Orpierre perd son guichet',
  'Brienne fête ses centenaires',
  'Des moutons tondent le stade de Corbigny',
  'Estaires vend son ancienne caserne',
  'Grève des cantines à Fumel',
  'Limoux plante mille tilleuls',
  'Sallanches interdit les feux d’artifice',
  'Une météorite tombe près de Dolmayrac',
  'Guéret manque de dentistes',
  'Le pont suspendu de Ribérac repeint en bleu',
  'Château-Chinon accueille un congrès d’apiculteurs',
  'Panne d’ascenseurs au beffroi de Bergues',
  'Un orgue restauré résonne à Souvigny',
  'Loudun cherche un facteur',
  'Les huîtres de Cancale classées',
  'Record de neige à Modane',
  'Un trésor gaulois exposé à Bavay',
  'Mirepoix baptise une rue Simone-Veil',
]

/** Octets of an address, as some publishers have them: no platform takes a lead with twenty of them in one piece. */
const LONG_ADDRESS = 300

const MANY: readonly PrintedEvent[] = SHORT.map((title, number) => ({
  town: `article-${number + 1}-`.padEnd(LONG_ADDRESS, 'x'),
  title,
  sentence: `${title}, a-t-on appris lundi.`,
  at: MORNING - HOUR,
}))

export type Load = 'few' | 'many'

export const DIGEST = testDigest({
  name: 'essai',
  title: 'La revue du matin',
  schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00'], zone: 'Europe/Paris' },
  channels: [],
  onEmpty: 'skip',
  maxStories: MANY.length,
})

export function answerNews(load: Load, host: string, path: string, now: Instant): PressAnswer | undefined {
  if (path !== '/flux.xml') return undefined
  const mine = (load === 'few' ? FEW : MANY).filter(
    (_, number) => number % HOSTS.length === HOSTS.findIndex((each) => each === host),
  )
  return rss(
    mine
      .filter(({ at }) => at <= now)
      .map(({ town, title, sentence, at }) => ({
        guid: town,
        title,
        link: `http://${host}/${town}`,
        date: new Date(at).toUTCString(),
        text: `<p>${sentence}</p>`,
      })),
  )
}
